// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// FTOOLS of the first generation: `TASK: FSORT on FILENAME: events.fits`, then `fsort3.1d at 2010-09-02T16:21:04`;
/// and command lines of CIAO's response tools: `Cmd Line: mkarf detsubsys=ACIS-I3 outfile=…`.
final class FtoolHistory implements HistoryLines.HistoryForm {

    private static final Pattern TASK = Pattern.compile("\\s*TASK: (\\w+) on FILENAME: (.*)");
    private static final Pattern STAMP =
            Pattern.compile("\\s*([A-Za-z]+)(\\d\\S*)? at (\\d{4}-\\d{2}-\\d{2}T\\S+)\\s*");
    private static final String COMMAND = "Cmd Line: ";

    @Override
    public int read(List<String> lines, int at, List<ObservedStep> steps) {
        String line = lines.get(at);
        if (line.startsWith(COMMAND)) {
            StringBuilder words = new StringBuilder();
            int next = HistoryLines.sentence(lines, at, words);
            CommandLine command = CommandLine.of(words.substring(COMMAND.length()));
            ObservedStep step = new ObservedStep("HISTORY", command.program());
            command.addTo(step, FileParameters.Suite.CIAO);
            steps.add(step);
            return next;
        }
        return TASK.matcher(line).matches() ? task(lines, at, steps) : at;
    }

    private static int task(List<String> lines, int at, List<ObservedStep> steps) {
        StringBuilder words = new StringBuilder();
        int next = HistoryLines.sentence(lines, at, words);
        Matcher task = TASK.matcher(words);
        if (!task.matches()) {
            return at;
        }
        ObservedStep step = new ObservedStep("HISTORY", task.group(1).toLowerCase(Locale.ROOT));
        String file = FileParameters.path(task.group(2));
        if (!file.isEmpty()) {
            step.input("FILENAME", file, "", Optional.empty());
        }
        Matcher stamp = STAMP.matcher(next < lines.size() ? lines.get(next) : "");
        if (stamp.matches() && stamp.group(1).equalsIgnoreCase(step.program())) {
            Optional.ofNullable(stamp.group(2)).ifPresent(step::version);
            step.written(stamp.group(3));
            next++;
        }
        steps.add(step);
        return next;
    }
}
