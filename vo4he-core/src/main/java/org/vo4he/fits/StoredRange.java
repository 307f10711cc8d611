// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.ByteBuffer;
import java.util.function.LongPredicate;

/// The numbers of a column from one bound to another, edges included; no value (TNULL, NaN) is none of them.
///
/// The bounds of a column of whole numbers are brought to what it stores, so that its cells are compared as they are;
/// doubles are compared by the order of their bits. Whether a row is kept is computed without a branch: one that the
/// processor guesses wrong takes longer than all else here. Immutable.
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
    private final boolean ofCells;

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
            case K, E, D -> new long[] {1, 0};
        };
        long none = column.nullValue().orElse(Long.MIN_VALUE);
        this.least = (int) stored[0];
        this.greatest = (int) stored[1];
        this.ofCells = Double.isFinite(column.scale())
                && stored[0] <= stored[1]
                && stored[1] - stored[0] <= Integer.MAX_VALUE
                && (none < stored[0] || none > stored[1]);
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
        return new long[] {first, last};
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

    /// Whether [#keepOfEvery] and [#keepOfSome] can tell: of whole numbers, unless the one that means "no value" is
    /// among them.
    boolean isOfCells() {
        return ofCells;
    }

    /// Puts the numbers of those of consecutive rows that are in the range into an array.
    ///
    /// @param room for as many numbers
    /// @return how many
    int keepOfEvery(ByteBuffer cells, int step, int count, int[] rows, int[] room) {
        readEvery(cells, step, count, room);
        judge(room, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            rows[kept] = i;
            kept += room[i];
        }
        return kept;
    }

    /// Keeps those of some rows that are in the range.
    ///
    /// @param rows overwritten by those that are kept
    /// @param room for as many numbers
    /// @return how many
    int keepOfSome(ByteBuffer cells, int step, int[] rows, int count, int[] room) {
        readSome(cells, step, rows, count, room);
        judge(room, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            rows[kept] = rows[i];
            kept += room[i];
        }
        return kept;
    }

    /// From what is stored to 1 if it is in the range, else 0: in a loop of its own, which the compiler makes one of
    /// vectors.
    private void judge(int[] stored, int count) {
        int lowest = least;
        int most = greatest - lowest;
        for (int i = 0; i < count; i++) {
            int above = stored[i] - lowest;
            stored[i] = 1 + ((above | most - above) >> 31);
        }
    }

    private void readEvery(ByteBuffer cells, int step, int count, int[] into) {
        int first = column.offset();
        switch (type) {
            case B -> {
                for (int i = 0, at = first; i < count; i++, at += step) {
                    into[i] = cells.get(at) & 0xff;
                }
            }
            case I -> {
                for (int i = 0, at = first; i < count; i++, at += step) {
                    into[i] = cells.getShort(at);
                }
            }
            case J -> {
                for (int i = 0, at = first; i < count; i++, at += step) {
                    into[i] = cells.getInt(at);
                }
            }
            case K, E, D -> throw new IllegalStateException(type + " is no type of short whole numbers");
        }
    }

    private void readSome(ByteBuffer cells, int step, int[] rows, int count, int[] into) {
        int first = column.offset();
        switch (type) {
            case B -> {
                for (int i = 0; i < count; i++) {
                    into[i] = cells.get(rows[i] * step + first) & 0xff;
                }
            }
            case I -> {
                for (int i = 0; i < count; i++) {
                    into[i] = cells.getShort(rows[i] * step + first);
                }
            }
            case J -> {
                for (int i = 0; i < count; i++) {
                    into[i] = cells.getInt(rows[i] * step + first);
                }
            }
            case K, E, D -> throw new IllegalStateException(type + " is no type of short whole numbers");
        }
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
}
