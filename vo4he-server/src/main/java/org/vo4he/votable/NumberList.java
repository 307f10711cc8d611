// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.Arrays;
import java.util.Locale;

/// Numbers written with blanks between them, as databases give geometries: also infinities and NaN in any
/// spelling.
final class NumberList {

    private NumberList() {}

    /// @throws NumberFormatException when one of them is no number
    static double[] parse(String text) {
        return text.isBlank()
                ? new double[0]
                : Arrays.stream(text.strip().split("\\s+"))
                        .mapToDouble(NumberList::number)
                        .toArray();
    }

    private static double number(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(word);
        };
    }
}
