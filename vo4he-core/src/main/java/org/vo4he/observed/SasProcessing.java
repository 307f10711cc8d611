// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.FitsHeader;

/// XMM-Newton SAS: `XPROC0`, `XPROC1` and so on hold the command lines in the order in which they ran, with the
/// version behind a hash; `XDAL0` and so on, the newest first, tell when which task created or modified the file (SAS
/// Data Access Layer).
final class SasProcessing implements Dialect {

    private static final int MOST = 200;
    private static final Pattern VERSION = Pattern.compile("\\s*#\\s*\\(([^()]*)\\)\\s*(?:\\[([^\\[\\]]*)\\])?\\s*$");
    private static final Pattern ACCESS =
            Pattern.compile("\\S+ (\\d{4}-\\d{2}-\\d{2}T[0-9:.]+) (?:Create|Modify) (\\S+) .*", Pattern.DOTALL);

    /// When a task had the file open.
    private record Access(String time, String task) {}

    @Override
    public List<ObservedStep> read(FitsHeader header) {
        List<Access> accesses = new ArrayList<>(accesses(header));
        List<ObservedStep> steps = new ArrayList<>();
        String former = "";
        for (int i = 0; i < MOST; i++) {
            String keyword = "XPROC" + i;
            Optional<String> text = header.text(keyword);
            if (text.isEmpty()) {
                break;
            }
            ObservedStep step = step(keyword, text.get());
            boolean again = text.get().equals(former) && accesses.isEmpty();
            if (!step.program().isEmpty() && !again) {
                time(step, accesses);
                steps.add(step);
            }
            former = text.get();
        }
        return steps;
    }

    private static ObservedStep step(String keyword, String text) {
        Matcher version = VERSION.matcher(text);
        boolean versioned = version.find();
        CommandLine command = CommandLine.of(versioned ? text.substring(0, version.start()) : text);
        ObservedStep step = new ObservedStep(keyword, command.program());
        if (versioned) {
            String suite = Optional.ofNullable(version.group(2))
                    .map(words -> ", " + words)
                    .orElse("");
            step.version(version.group(1).replaceFirst("^" + Pattern.quote(command.program()) + "-", "") + suite);
        }
        command.addTo(step, FileParameters.Suite.SAS);
        return step;
    }

    private static List<Access> accesses(FitsHeader header) {
        List<Access> accesses = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Optional<String> text = header.text("XDAL" + i);
            if (text.isEmpty()) {
                break;
            }
            Matcher matcher = ACCESS.matcher(text.get());
            if (matcher.matches()) {
                accesses.addFirst(new Access(matcher.group(1), matcher.group(2)));
            }
        }
        return accesses;
    }

    private static void time(ObservedStep step, List<Access> accesses) {
        for (Iterator<Access> each = accesses.iterator(); each.hasNext(); ) {
            Access access = each.next();
            if (access.task().equals(step.program())) {
                step.written(access.time());
                each.remove();
                return;
            }
        }
    }
}
