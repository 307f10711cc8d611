// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours or degrees with minutes and seconds, as in `05:34:31.9`.
final class Sexagesimal {

    private static final Pattern FORM =
            Pattern.compile("([+-]?)(\\d{1,3})[:\\shd]+([0-5]?\\d)[:\\sm]+([0-5]?\\d(?:\\.\\d*)?)s?");

    private Sexagesimal() {}

    /// @return in units of the first number; empty if the text is something else
    static Optional<Double> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        double size = Integer.parseInt(parts.group(2))
                + Integer.parseInt(parts.group(3)) / 60.0
                + Double.parseDouble(parts.group(4)) / 3600;
        return Optional.of(parts.group(1).equals("-") ? -size : size);
    }
}
