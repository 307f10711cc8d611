// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Locale;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ValueRange;
import org.vo4he.sphere.Region;
import org.vo4he.time.CalendarTime;

/// A value that stands for a column as text: in a rules file, or made by a rule of header keywords.
public final class ConstantText {

    private ConstantText() {}

    /// The value as the column's type.
    ///
    /// @throws IllegalArgumentException with a sentence that names the column and the text, if it does not fit
    public static Object parse(ObsCoreColumn column, String text) {
        String name = column.columnName();
        String bare = text.strip();
        Object value = switch (column.type()) {
            case TEXT -> text(column, bare);
            case INTEGER -> (int) whole(name, bare, Integer.MAX_VALUE);
            case BIGINT -> whole(name, bare, Long.MAX_VALUE);
            case DOUBLE -> number(name, bare);
            case TIMESTAMP ->
                CalendarTime.parse(bare)
                        .map(CalendarTime::toDali)
                        .orElseThrow(() -> wrong(name, bare, "a date such as 2024-02-29T12:00:00"));
            case REGION -> region(name, bare);
        };
        Optional<String> wanted = ValueRange.violated(column, value);
        if (wanted.isPresent()) {
            throw wrong(name, bare, wanted.get());
        }
        return value;
    }

    private static String text(ObsCoreColumn column, String text) {
        if (text.isEmpty()) {
            throw wrong(column.columnName(), text, "some text, or null");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean known = column.allowed().contains(lower);
        if (!known && !column.allowed().isEmpty() && !column.isOpen()) {
            throw wrong(column.columnName(), text, "one of " + String.join(", ", column.allowed()));
        }
        return known ? lower : text;
    }

    private static long whole(String name, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number <= most && number >= -most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw wrong(name, text, "a whole number");
    }

    private static double number(String name, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw wrong(name, text, "a number");
    }

    private static String region(String name, String text) {
        try {
            return Region.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw wrong(name, text, "a region such as CIRCLE ICRS 83.63 22.01 0.5");
        }
    }

    private static IllegalArgumentException wrong(String name, String text, String expected) {
        return new IllegalArgumentException(name + " is '" + text + "', expected " + expected);
    }
}
