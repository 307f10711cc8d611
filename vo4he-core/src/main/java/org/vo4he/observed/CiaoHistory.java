// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CIAO and the Chandra pipelines: ` TOOL  :dmextract   2003-06-18T20:56:13`, then ` PARM  :name=value`, continued by
/// ` CONT  :`, files of a stack as ` STCK  :`; each line ends in a serial number `ASC00001`.
final class CiaoHistory implements HistoryLines.HistoryForm {

    private static final Pattern LINE = Pattern.compile("\\s*(TOOL|PARM|CONT|STCK)\\s*:(.*?)(?:\\s*ASC\\d{4,5}\\s*)?");
    private static final Pattern TOOL = Pattern.compile("(\\S+)(?:\\s*-\\s*(\\d\\S*))?(?:\\s+(\\d{4}-\\S+))?\\s*");

    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_][\\w.]*)\\s*=(.*)", Pattern.DOTALL);

    @Override
    public int read(List<String> lines, int at, List<ObservedStep> steps) {
        Matcher first = LINE.matcher(lines.get(at));
        if (!first.matches() || !first.group(1).equals("TOOL")) {
            return at;
        }
        Matcher tool = TOOL.matcher(first.group(2).strip());
        if (!tool.matches()) {
            return at;
        }
        ObservedStep step = new ObservedStep("HISTORY", tool.group(1));
        Optional.ofNullable(tool.group(2)).ifPresent(step::version);
        Optional.ofNullable(tool.group(3)).ifPresent(step::written);
        Map<String, StringBuilder> parameters = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        int next = at + 1;
        for (; next < lines.size(); next++) {
            Matcher line = LINE.matcher(lines.get(next));
            if (!line.matches() || line.group(1).equals("TOOL")) {
                break;
            }
            String text = line.group(2);
            if (line.group(1).equals("CONT")) {
                current.append(text);
            } else {
                current = new StringBuilder(line.group(1).equals("STCK") ? "stack " + text : text);
                parameters.put(next + "", current);
            }
        }
        parameters.values().forEach(text -> add(text.toString().strip(), step));
        steps.add(step);
        return next;
    }

    private static void add(String text, ObservedStep step) {
        if (text.startsWith("stack ")) {
            step.input("stack", FileParameters.path(text.substring("stack ".length())), "", Optional.empty());
            return;
        }
        Matcher parameter = PARAMETER.matcher(text);
        if (parameter.matches()) {
            FileParameters.add(
                    FileParameters.Suite.CIAO,
                    step,
                    parameter.group(1),
                    parameter.group(2).strip(),
                    Map.of());
        }
    }
}
