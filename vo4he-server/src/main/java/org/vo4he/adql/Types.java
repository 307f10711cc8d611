// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.adql.CheckedExpression.Null;
import org.vo4he.adql.CheckedExpression.Text;

/// Which types go together. `NULL` goes with all.
final class Types {

    /// The forms of DALI 1.1, section 3.1.2: a date, with or without a time.
    private static final Pattern TIME = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
            + "([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?Z?)?");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Types() {}

    /// The smallest type that holds values of both.
    static Optional<AdqlType> common(AdqlType left, AdqlType right) {
        if (left == right) {
            return Optional.of(left);
        }
        if (left.isNumeric() && right.isNumeric()) {
            AdqlType wider = left.compareTo(right) > 0 ? left : right;
            boolean floatLosesDigits = wider == AdqlType.REAL && (left == AdqlType.BIGINT || right == AdqlType.BIGINT);
            return Optional.of(floatLosesDigits ? AdqlType.DOUBLE : wider);
        }
        return left.isText() && right.isText() ? Optional.of(AdqlType.VARCHAR) : Optional.empty();
    }

    static void requireNumeric(CheckedExpression value, Position at) throws AdqlException {
        if (!(value instanceof Null) && !value.type().isNumeric()) {
            throw new AdqlException(at, "found a value of type " + value.type() + ", expected a number");
        }
    }

    static void requireText(CheckedExpression value, Position at) throws AdqlException {
        if (!(value instanceof Null) && !value.type().isText()) {
            throw new AdqlException(
                    at, "found a value of type " + value.type() + ", expected text (CAST(... AS VARCHAR) makes it)");
        }
    }

    /// Numbers with numbers, texts with texts, times with times or with text that spells one.
    static void requireComparable(CheckedExpression left, CheckedExpression right, Position at) throws AdqlException {
        requireOrdered(left, at);
        requireOrdered(right, at);
        if (left instanceof Null || right instanceof Null) {
            return;
        }
        boolean times = (left.type() == AdqlType.TIMESTAMP && right.type().isText())
                || (right.type() == AdqlType.TIMESTAMP && left.type().isText());
        if (times) {
            requireTime(left, at);
            requireTime(right, at);
            return;
        }
        if (common(left.type(), right.type()).isEmpty()) {
            throw new AdqlException(
                    at,
                    "found a comparison of " + left.type() + " with " + right.type() + ", expected values of one kind");
        }
    }

    /// The same as a question, for values that are no literals.
    static boolean areComparable(CheckedExpression left, CheckedExpression right) {
        boolean ordered = isOrdered(left) && isOrdered(right);
        boolean times = (left.type() == AdqlType.TIMESTAMP && right.type().isText())
                || (right.type() == AdqlType.TIMESTAMP && left.type().isText());
        return ordered && (times || common(left.type(), right.type()).isPresent());
    }

    private static boolean isOrdered(CheckedExpression value) {
        return !value.type().isGeometry() && value.type() != AdqlType.BLOB;
    }

    /// A text literal that stands for a time must spell one; what a column holds shows only when the query runs.
    static void requireTime(CheckedExpression value, Position at) throws AdqlException {
        if (value instanceof Text text && !TIME.matcher(text.value()).matches()) {
            throw new AdqlException(
                    at, "found the text '" + text.value() + "', expected a time such as '2020-01-31T12:30:00'");
        }
    }

    /// The same for a number of that type.
    static void requireNumber(CheckedExpression value, Position at) throws AdqlException {
        if (value instanceof Text text && !NUMBER.matcher(text.value().strip()).matches()) {
            throw new AdqlException(at, "found the text '" + text.value() + "', expected one that spells a number");
        }
    }

    /// Geometries have no order and are not compared but by `CONTAINS`, `INTERSECTS` and `DISTANCE`.
    static void requireOrdered(CheckedExpression value, Position at) throws AdqlException {
        if (!isOrdered(value)) {
            throw new AdqlException(
                    at,
                    "found a value of type " + value.type() + " to compare or order by, expected a number, a text or a"
                            + " time (CONTAINS, INTERSECTS and DISTANCE compare geometries)");
        }
    }
}
