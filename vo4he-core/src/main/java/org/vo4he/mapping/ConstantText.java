// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Optional;
import org.vo4he.obscore.ColumnText;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ValueRange;
import org.vo4he.sphere.Region;
import org.vo4he.time.CalendarTime;

/// A value that stands for a column as text: in a rules file, or made by a rule of header keywords.
///
/// Dates and regions may have more forms than in VO-TAGS.
public final class ConstantText {

    private ConstantText() {}

    /// The value as the column's type.
    ///
    /// @throws IllegalArgumentException with a sentence that names the column and the text, if it does not fit
    public static Object parse(ObsCoreColumn column, String text) {
        String bare = text.strip();
        Object value = switch (column.type()) {
            case TEXT, INTEGER, BIGINT, DOUBLE -> plain(column, bare);
            case TIMESTAMP ->
                CalendarTime.parse(bare)
                        .map(CalendarTime::toDali)
                        .orElseThrow(() -> wrong(column, bare, "a date such as 2024-02-29T12:00:00"));
            case REGION -> region(column, bare);
        };
        Optional<String> wanted = ValueRange.violated(column, value);
        if (wanted.isPresent()) {
            throw wrong(column, bare, wanted.get());
        }
        return value;
    }

    private static Object plain(ObsCoreColumn column, String text) {
        return switch (ColumnText.read(column, text)) {
            case ColumnText.Understood(Object value, var _) -> value;
            case ColumnText.Unset() -> throw wrong(column, text, "a value, or null");
            case ColumnText.Refused(var _, String why) ->
                throw new IllegalArgumentException(column.columnName() + " " + why);
        };
    }

    private static String region(ObsCoreColumn column, String text) {
        try {
            return Region.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw wrong(column, text, "a region such as CIRCLE ICRS 83.63 22.01 0.5");
        }
    }

    private static IllegalArgumentException wrong(ObsCoreColumn column, String text, String expected) {
        return new IllegalArgumentException(column.columnName() + " is '" + text + "', expected " + expected);
    }
}
