// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.List;

/// Numbers as headers have them: `2`, `'2'`, `2.0`, `7.4D-4`.
final class NumberText {

    private static final long LARGEST_EXACT = 1L << 53;

    private NumberText() {}

    static ColumnText read(ObsCoreColumn column, String word) {
        char first = word.charAt(0);
        boolean mayBeNumber = first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
        char last = word.charAt(word.length() - 1);
        if (!mayBeNumber || last == 'f' || last == 'F' || last == 'd' || last == 'D' || hexadecimal(word)) {
            return notNumber(word, "a number");
        }
        try {
            double number = Double.parseDouble(word.replace('D', 'E').replace('d', 'e'));
            if (!Double.isFinite(number)) {
                return notNumber(word, "a finite number");
            }
            return ranged(column, word, number);
        } catch (NumberFormatException _) {
            return notNumber(word, "a number");
        }
    }

    /// Java would read `0x1p3` too.
    private static boolean hexadecimal(String word) {
        return word.indexOf('x') >= 0 || word.indexOf('X') >= 0;
    }

    private static ColumnText notNumber(String word, String wanted) {
        return new ColumnText.Refused(ColumnText.Fault.BAD_VALUE, "is '" + word + "', not " + wanted);
    }

    private static ColumnText ranged(ObsCoreColumn column, String word, double number) {
        double least = column.least();
        double most = column.most();
        if (number < least || number > most) {
            String where = most < Double.MAX_VALUE
                    ? "outside " + plain(least) + " to " + plain(most)
                    : "below " + plain(least);
            return new ColumnText.Refused(ColumnText.Fault.OUT_OF_RANGE, "is " + word + ", " + where);
        }
        return switch (column.type()) {
            case DOUBLE -> understood(number);
            case INTEGER -> isInteger(number) ? understood((int) number) : notNumber(word, "an integer");
            case BIGINT -> isInteger(number) ? understood(exact(word, number)) : notNumber(word, "an integer");
            case TEXT, TIMESTAMP, REGION -> throw new IllegalArgumentException(column + " holds no number");
        };
    }

    private static long exact(String word, double number) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException _) {
            return (long) number;
        }
    }

    private static ColumnText understood(Number value) {
        return new ColumnText.Understood(value, List.of());
    }

    private static boolean isInteger(double number) {
        return number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
