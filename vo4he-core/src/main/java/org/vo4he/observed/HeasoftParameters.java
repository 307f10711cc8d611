// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HEASoft's parameter stamp: `START PARAMETER list for xrtscreen_0.4.9 at 2016-04-03T01:41:17`, lines `P1 NAME =
/// value` continued under the same number, files of a list as `F1`, to `END PARAMETER list`.
final class HeasoftParameters implements HistoryLines.HistoryForm {

    private static final Pattern START =
            Pattern.compile("\\s*START PARAMETER list for (\\S+?)(?:_(v?\\d\\S*))?(?: at (\\S+))?\\s*");
    private static final Pattern END = Pattern.compile("\\s*END PARAMETER list .*");
    private static final Pattern NUMBERED = Pattern.compile("([PF]\\d+) (.*)");
    private static final Pattern VALUE = Pattern.compile("\\(?([A-Za-z_]\\w*) = (.*)", Pattern.DOTALL);

    @Override
    public int read(List<String> lines, int at, List<ObservedStep> steps) {
        Matcher start = START.matcher(lines.get(at));
        if (!start.matches()) {
            return at;
        }
        ObservedStep step = new ObservedStep("HISTORY", start.group(1));
        Optional.ofNullable(start.group(2)).ifPresent(step::version);
        Optional.ofNullable(start.group(3)).ifPresent(step::written);
        Map<String, StringBuilder> numbered = new LinkedHashMap<>();
        int next = at + 1;
        for (; next < lines.size() && !END.matcher(lines.get(next)).matches(); next++) {
            if (START.matcher(lines.get(next)).matches()) {
                break;
            }
            Matcher line = NUMBERED.matcher(lines.get(next));
            if (line.matches()) {
                numbered.computeIfAbsent(line.group(1), _ -> new StringBuilder())
                        .append(line.group(2));
            }
        }
        numbered.forEach((number, text) -> add(number, text.toString(), step));
        steps.add(step);
        return next;
    }

    private static void add(String number, String text, ObservedStep step) {
        if (number.startsWith("F")) {
            step.input("", FileParameters.path(text), "", Optional.empty());
            return;
        }
        Matcher value = VALUE.matcher(text);
        if (!value.matches()) {
            return;
        }
        String plain = value.group(2).strip();
        if (text.startsWith("(") && plain.endsWith(")")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        if (plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        FileParameters.add(FileParameters.Suite.HEASOFT, step, value.group(1), plain, Map.of());
    }
}
