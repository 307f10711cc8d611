// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.ByteBuffer;
import java.util.function.LongPredicate;

/// The numbers of a column from one bound to another, edges included; no value (TNULL, NaN) is none of them.
///
/// The bounds of a column of whole numbers are brought to what it stores, so that its cells are compared as they are.
/// Doubles are compared by the order of their bits. Either is one unsigned comparison, which the compiler needs no
/// branch
/// for: a branch that is guessed wrong takes longer than all else here.
///
/// Immutable.
public final class StoredRange {

    private final TableColumn column;
    private final CellType type;
    private final double low;
    private final double high;
    private final boolean empty;
    private final long place;
    private final long width;
    private final int least;
    private final int greatest;
    private final boolean comparable;

    private StoredRange(TableColumn column, double low, double high) {
        this.column = column;
        this.type = CellType.of(column);
        this.low = low;
        this.high = high;
        this.empty = !(low <= high);
        this.place = place(low == 0 ? -0.0 : low);
        this.width = place(high == 0 ? 0.0 : high) - place;
        long[] stored = switch (type) {
            case B -> stored(0, 255);
            case I -> stored(Short.MIN_VALUE, Short.MAX_VALUE);
            case J -> stored(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case K, E, D -> new long[] {0, 0};
        };
        this.least = (int) stored[0];
        this.greatest = (int) stored[1];
        long none = column.nullValue().orElse(Long.MIN_VALUE);
        boolean wholes = Double.isFinite(column.scale()) && (none < least || none > greatest);
        this.comparable = switch (type) {
            case B, I, J -> wholes;
            case K -> false;
            case E, D -> true;
        };
    }

    /// @throws IllegalArgumentException if the column is not [TableColumn#isScalarNumber]
    public static StoredRange of(TableColumn column, double low, double high) {
        return new StoredRange(column, low, high);
    }

    public TableColumn column() {
        return column;
    }

    /// Where a number stands among all doubles; NaN stands before or behind them.
    private static long place(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    /// What is stored of the numbers in the range: numbers grow with what is stored, or fall where TSCAL is negative,
    /// rounding included.
    private long[] stored(long min, long max) {
        boolean falling = column.scale() < 0;
        LongPredicate reached = falling ? stored -> number(stored) <= high : stored -> number(stored) >= low;
        LongPredicate passed = falling ? stored -> !(number(stored) >= low) : stored -> !(number(stored) <= high);
        long first = first(min, max, reached);
        long last = first(min, max, passed) - 1;
        return first <= last ? new long[] {first, last} : new long[] {1, 0};
    }

    private double number(long stored) {
        return stored * column.scale() + column.zero();
    }

    /// The first that fulfils what all after it do, too; one more than the last if none does.
    private static long first(long min, long max, LongPredicate condition) {
        long from = min;
        long to = max + 1;
        while (from < to) {
            long middle = Math.floorDiv(from + to, 2);
            if (condition.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /// 1 if one number is at most another, both without a sign, else 0: by what is borrowed in their difference.
    private static int isAtMost(long one, long other) {
        return 1 - (int) ((~other & one | (~other | one) & other - one) >>> 63);
    }

    /// Whether [#keepOfEvery] can tell.
    boolean isComparable() {
        return comparable;
    }

    /// Puts the numbers of those of consecutive rows that are in the range into an array.
    ///
    /// @return how many
    int keepOfEvery(ByteBuffer cells, int step, int count, int[] rows) {
        int first = column.offset();
        if (empty || least > greatest) {
            return 0;
        }
        return switch (type) {
            case B -> bytes(cells, first, step, count, rows);
            case I -> shorts(cells, first, step, count, rows);
            case J -> ints(cells, first, step, count, rows);
            case E -> floats(cells, first, step, count, rows);
            case D -> doubles(cells, first, step, count, rows);
            case K -> throw new IllegalStateException("64-bit numbers are compared as doubles");
        };
    }

    /// Keeps those of some rows whose number is in the range.
    ///
    /// @param numbers of each row
    /// @param rows overwritten by those that are kept
    /// @return how many
    int keep(double[] numbers, int[] rows, int count) {
        if (empty) {
            return 0;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            long above = place(numbers[row]) - place;
            rows[kept] = row;
            kept += isAtMost(above, width);
        }
        return kept;
    }

    private int bytes(ByteBuffer cells, int first, int step, int count, int[] rows) {
        long lowest = least;
        long most = greatest - lowest;
        int kept = 0;
        for (int i = 0, at = first; i < count; i++, at += step) {
            long above = (cells.get(at) & 0xff) - lowest;
            rows[kept] = i;
            kept += 1 - (int) ((above | most - above) >>> 63);
        }
        return kept;
    }

    private int shorts(ByteBuffer cells, int first, int step, int count, int[] rows) {
        long lowest = least;
        long most = greatest - lowest;
        int kept = 0;
        for (int i = 0, at = first; i < count; i++, at += step) {
            long above = cells.getShort(at) - lowest;
            rows[kept] = i;
            kept += 1 - (int) ((above | most - above) >>> 63);
        }
        return kept;
    }

    private int ints(ByteBuffer cells, int first, int step, int count, int[] rows) {
        long lowest = least;
        long most = greatest - lowest;
        int kept = 0;
        for (int i = 0, at = first; i < count; i++, at += step) {
            long above = cells.getInt(at) - lowest;
            rows[kept] = i;
            kept += 1 - (int) ((above | most - above) >>> 63);
        }
        return kept;
    }

    private int floats(ByteBuffer cells, int first, int step, int count, int[] rows) {
        double scale = column.scale();
        double zero = column.zero();
        int kept = 0;
        for (int i = 0, at = first; i < count; i++, at += step) {
            long above = place(cells.getFloat(at) * scale + zero) - place;
            rows[kept] = i;
            kept += isAtMost(above, width);
        }
        return kept;
    }

    private int doubles(ByteBuffer cells, int first, int step, int count, int[] rows) {
        double scale = column.scale();
        double zero = column.zero();
        int kept = 0;
        for (int i = 0, at = first; i < count; i++, at += step) {
            long above = place(cells.getDouble(at) * scale + zero) - place;
            rows[kept] = i;
            kept += isAtMost(above, width);
        }
        return kept;
    }
}
