// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Some consecutive rows of a binary table as they are stored, and their columns as arrays: room that one thread
/// fills again and again by [RowStream#next].
///
/// Arrays that are given out belong to the block and hold what they say until it is filled anew.
public final class RowBlock implements AutoCloseable {

    /// What an integer column says of a row without a value (TNULLn).
    public static final long NO_INTEGER = Long.MIN_VALUE;

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofConfined();
    private final int rowLength;
    private final int capacity;
    private final MemorySegment bytes;
    private final ByteBuffer buffer;
    private final double[][] doubles;
    private final long[][] longs;
    private final int[] every;
    private final boolean[] hasDoubles;
    private final boolean[] hasLongs;
    private long firstRow;
    private int rows;

    RowBlock(int rowLength, int capacity, int columns) {
        this.rowLength = rowLength;
        this.capacity = capacity;
        this.bytes = arena.allocate(Math.max(1, (long) rowLength * capacity), 64);
        this.buffer = bytes.asByteBuffer();
        this.doubles = new double[columns + 1][];
        this.longs = new long[columns + 1][];
        this.every = IntStream.range(0, capacity).toArray();
        this.hasDoubles = new boolean[columns + 1];
        this.hasLongs = new boolean[columns + 1];
    }

    /// The number of the first row, from 0.
    public long firstRow() {
        return firstRow;
    }

    /// How many rows there are now.
    public int rows() {
        return rows;
    }

    /// How many rows there can be.
    public int capacity() {
        return capacity;
    }

    public int rowLength() {
        return rowLength;
    }

    /// The rows as they are stored, one after the other; only for the thread that made the block.
    public MemorySegment bytes() {
        return bytes;
    }

    ByteBuffer buffer() {
        return buffer;
    }

    void filled(long first, int count) {
        firstRow = first;
        rows = count;
        Arrays.fill(hasDoubles, false);
        Arrays.fill(hasLongs, false);
    }

    /// Puts the numbers of all rows into an array.
    ///
    /// @return how many there are
    public int all(int[] into) {
        System.arraycopy(every, 0, into, 0, rows);
        return rows;
    }

    /// Whether [#longs] gives all values of a column exactly: whole numbers, and no scale but a whole zero point.
    public static boolean isInteger(TableColumn column) {
        return column.isScalarNumber()
                && "BIJK".indexOf(column.type()) >= 0
                && column.scale() == 1
                && column.zero() == Math.rint(column.zero())
                && Math.abs(column.zero()) < 0x1p53
                && (column.type() != 'K' || column.zero() == 0);
    }

    /// The numbers of a column: TSCAL and TZERO applied, TNULL as NaN.
    ///
    /// @throws IllegalArgumentException if the column is not [TableColumn#isScalarNumber]
    public double[] doubles(TableColumn column) {
        return doubles(column, every, rows);
    }

    /// The same of some rows: what the array holds for others means nothing. Where they are few, the others are not
    /// looked at.
    ///
    /// @param some numbers of rows in the block
    /// @param count how many of them count
    public double[] doubles(TableColumn column, int[] some, int count) {
        int n = column.number();
        if (hasDoubles[n]) {
            return doubles[n];
        }
        if (doubles[n] == null) {
            requireNumbers(column);
            doubles[n] = new double[capacity];
        }
        hasDoubles[n] = count > rows / 2;
        if (hasDoubles[n]) {
            decode(column, doubles[n], every, rows);
        } else {
            decode(column, doubles[n], some, count);
        }
        return doubles[n];
    }

    /// The numbers of a column that [#isInteger], [#NO_INTEGER] for TNULL.
    public long[] longs(TableColumn column) {
        int n = column.number();
        if (!hasLongs[n]) {
            if (longs[n] == null) {
                if (!isInteger(column)) {
                    throw new IllegalArgumentException("column " + column.name() + " is no column of whole numbers");
                }
                longs[n] = new long[capacity];
            }
            decode(column, longs[n]);
            hasLongs[n] = true;
        }
        return longs[n];
    }

    private static void requireNumbers(TableColumn column) {
        if (!column.isScalarNumber()) {
            throw new IllegalArgumentException("column " + column.name() + " is no column of single numbers");
        }
    }

    private void decode(TableColumn column, double[] into, int[] some, int count) {
        int offset = column.offset();
        switch (column.type()) {
            case 'E' -> {
                for (int i = 0; i < count; i++) {
                    into[some[i]] = bytes.get(FLOAT, (long) some[i] * rowLength + offset);
                }
            }
            case 'D' -> {
                for (int i = 0; i < count; i++) {
                    into[some[i]] = bytes.get(DOUBLE, (long) some[i] * rowLength + offset);
                }
            }
            default -> decodeIntegers(column, into, some, count);
        }
        scale(column, into, some, count);
    }

    private void decodeIntegers(TableColumn column, double[] into, int[] some, int count) {
        int offset = column.offset();
        switch (column.type()) {
            case 'B' -> {
                for (int i = 0; i < count; i++) {
                    into[some[i]] = bytes.get(ValueLayout.JAVA_BYTE, (long) some[i] * rowLength + offset) & 0xff;
                }
            }
            case 'I' -> {
                for (int i = 0; i < count; i++) {
                    into[some[i]] = bytes.get(SHORT, (long) some[i] * rowLength + offset);
                }
            }
            case 'J' -> {
                for (int i = 0; i < count; i++) {
                    into[some[i]] = bytes.get(INT, (long) some[i] * rowLength + offset);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    into[some[i]] = bytes.get(LONG, (long) some[i] * rowLength + offset);
                }
            }
        }
        if (column.nullValue().isPresent()) {
            double none = column.nullValue().get();
            for (int i = 0; i < count; i++) {
                int row = some[i];
                into[row] = into[row] == none ? Double.NaN : into[row];
            }
        }
    }

    private void scale(TableColumn column, double[] into, int[] some, int count) {
        double scale = column.scale();
        double zero = column.zero();
        if (scale != 1 || zero != 0) {
            for (int i = 0; i < count; i++) {
                into[some[i]] = into[some[i]] * scale + zero;
            }
        }
    }

    private void decode(TableColumn column, long[] into) {
        switch (column.type()) {
            case 'B' -> {
                for (int i = 0, at = column.offset(); i < rows; i++, at += rowLength) {
                    into[i] = bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
                }
            }
            case 'I' -> {
                for (int i = 0, at = column.offset(); i < rows; i++, at += rowLength) {
                    into[i] = bytes.get(SHORT, at);
                }
            }
            case 'J' -> {
                for (int i = 0, at = column.offset(); i < rows; i++, at += rowLength) {
                    into[i] = bytes.get(INT, at);
                }
            }
            default -> {
                for (int i = 0, at = column.offset(); i < rows; i++, at += rowLength) {
                    into[i] = bytes.get(LONG, at);
                }
            }
        }
        long zero = (long) column.zero();
        if (zero != 0 || column.nullValue().isPresent()) {
            long none = column.nullValue().orElse(NO_INTEGER);
            for (int i = 0; i < rows; i++) {
                into[i] = into[i] == none ? NO_INTEGER : into[i] + zero;
            }
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
