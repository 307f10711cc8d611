// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.Arrays;

/// The numbers of a point, circle or polygon.
final class GeometryValue {

    private GeometryValue() {}

    /// As `double[]`; null when there is none, or when a number in it is not finite: such a figure lies
    /// nowhere.
    ///
    /// @param value `double[]`, text with blanks between the numbers, or null
    static double[] of(Field field, Object value) {
        double[] numbers = switch (value) {
            case null -> null;
            case double[] given -> given;
            case String text -> parse(field, text);
            default -> throw misfit(field, value);
        };
        return numbers != null && Arrays.stream(numbers).allMatch(Double::isFinite) ? numbers : null;
    }

    private static double[] parse(Field field, String text) {
        try {
            return NumberList.parse(text);
        } catch (NumberFormatException _) {
            throw misfit(field, text);
        }
    }

    private static IllegalArgumentException misfit(Field field, Object value) {
        return new IllegalArgumentException(
                "column " + field.name() + " can't hold the " + field.xtype() + " " + value);
    }
}
