// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people write around the two numbers of a position: brackets, `ra=` and `dec=`, the word for a region (STC-S,
/// DALI 1.1 section 3.3, ADQL), the frame.
///
/// @param numbers what is left, to be read by [SkyPosition]
/// @param ofB1950 whether they are of FK4 and equinox B1950
/// @param radiusDeg of a circle
record PositionNotation(String numbers, boolean ofB1950, Optional<Double> radiusDeg) {

    private static final String FRAME = "(icrs|fk5|fk4|j2000(?:\\.0)?|b1950(?:\\.0)?)";
    private static final Pattern CIRCLE = Pattern.compile("circle\\b(.+?)[,\\s]+(\\d+(?:\\.\\d*)?|\\.\\d+)\\s*\\)?");
    private static final Pattern POINT = Pattern.compile("(?:point|position)\\b(.+)");
    private static final Pattern FRAME_FIRST = Pattern.compile("['\"]?" + FRAME + "['\"]?[:,\\s]+(.+)");
    private static final Pattern FRAME_LAST = Pattern.compile("(.+?)[,\\s]+\\(?" + FRAME + "\\)?");
    private static final Pattern LABELLED =
            Pattern.compile("(?:ra|r\\.a\\.|α)\\s*[=:\\s]\\s*(.+?)[,;\\s]+(?:decl?|de|δ)\\.?\\s*[=:\\s]\\s*(.+)");

    /// @param text in small letters
    static PositionNotation of(String text) {
        Matcher circle = CIRCLE.matcher(text);
        Matcher point = POINT.matcher(text);
        if (circle.matches()) {
            PositionNotation centre = framed(withoutBrackets(circle.group(1)));
            return new PositionNotation(
                    centre.numbers(), centre.ofB1950(), Optional.of(Double.parseDouble(circle.group(2))));
        }
        return framed(withoutBrackets(point.matches() ? point.group(1) : text));
    }

    private static PositionNotation framed(String text) {
        Matcher first = FRAME_FIRST.matcher(text);
        if (first.matches()) {
            return framed(first.group(1), first.group(2));
        }
        Matcher last = FRAME_LAST.matcher(text);
        return last.matches() ? framed(last.group(2), last.group(1)) : framed("icrs", text);
    }

    private static PositionNotation framed(String frame, String text) {
        String inside = withoutBrackets(text);
        Matcher labelled = LABELLED.matcher(inside);
        String numbers = labelled.matches() ? labelled.group(1) + " " + labelled.group(2) : inside;
        return new PositionNotation(numbers, frame.equals("fk4") || frame.startsWith("b"), Optional.empty());
    }

    /// The closing one may be gone with a radius already.
    private static String withoutBrackets(String text) {
        return text.strip().replaceFirst("^[(\\[]\\s*", "").replaceFirst("\\s*[)\\]]$", "");
    }
}
