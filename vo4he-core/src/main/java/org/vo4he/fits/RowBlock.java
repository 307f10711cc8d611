// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Some consecutive rows of a binary table as they are stored, and the numbers of their columns: room that one thread
/// fills again and again by [RowStream#next].
///
/// Rows are selected by narrowing: first all, then fewer and fewer. Only of the rows that are left a column is decoded,
/// and only once. Arrays that are given out belong to the block and hold what they say until it is filled anew, or all
/// rows are selected again.
public final class RowBlock implements AutoCloseable {

    /// Of which rows a column has been decoded.
    private enum Decoded {
        NONE,
        SELECTED,
        ALL
    }

    private final Arena arena = Arena.ofConfined();
    private final int rowLength;
    private final int capacity;
    private final MemorySegment bytes;
    private final ByteBuffer buffer;
    private final double[][] doubles;
    private final Decoded[] decoded;
    private final int[] every;
    private final int[] room;
    private long firstRow;
    private int rows;
    private int[] selected;
    private int count;

    RowBlock(int rowLength, int capacity, int columns) {
        this.rowLength = rowLength;
        this.capacity = capacity;
        this.bytes = arena.allocate(Math.max(1, (long) rowLength * capacity), 64);
        this.buffer = bytes.asByteBuffer();
        this.doubles = new double[columns + 1][];
        this.decoded = new Decoded[columns + 1];
        this.every = IntStream.range(0, capacity).toArray();
        this.room = new int[capacity];
        filled(0, 0);
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

    /// To be filled.
    ByteBuffer buffer() {
        return buffer.clear();
    }

    void filled(long first, int newRows) {
        buffer.clear();
        firstRow = first;
        rows = newRows;
        selected = every;
        count = newRows;
        Arrays.fill(decoded, Decoded.NONE);
    }

    /// Selects all rows, and puts their numbers into an array.
    ///
    /// @return how many there are
    public int all(int[] into) {
        selected = every;
        count = rows;
        for (int n = 0; n < decoded.length; n++) {
            decoded[n] = decoded[n] == Decoded.ALL ? Decoded.ALL : Decoded.NONE;
        }
        System.arraycopy(every, 0, into, 0, rows);
        return rows;
    }

    /// Selects fewer rows than before: until [#all], nobody asks for numbers of others.
    ///
    /// @param fewer numbers of rows in the block, growing; the first of them may be narrowed further in place
    /// @param newCount how many of them count
    public void narrow(int[] fewer, int newCount) {
        selected = fewer;
        count = newCount;
    }

    /// The numbers of a column: TSCAL and TZERO applied, TNULL as NaN. What the array holds for rows that are not
    /// selected means nothing.
    ///
    /// @throws IllegalArgumentException if the column is not [TableColumn#isScalarNumber]
    public double[] doubles(TableColumn column) {
        int n = column.number();
        if (decoded[n] == Decoded.NONE) {
            if (doubles[n] == null) {
                doubles[n] = new double[capacity];
            }
            decoded[n] = count > rows / 2 ? Decoded.ALL : Decoded.SELECTED;
            decode(column, doubles[n], decoded[n] == Decoded.ALL);
        }
        return doubles[n];
    }

    private void decode(TableColumn column, double[] into, boolean all) {
        CellType type = CellType.of(column);
        if (all) {
            type.every(buffer, column.offset(), rowLength, rows, into);
            scale(column, into, every, rows);
        } else {
            type.some(buffer, column.offset(), rowLength, selected, count, into);
            scale(column, into, selected, count);
        }
    }

    private static void scale(TableColumn column, double[] into, int[] rows, int count) {
        boolean whole = column.type() != 'E' && column.type() != 'D';
        if (whole && column.nullValue().isPresent()) {
            double none = column.nullValue().get();
            for (int i = 0; i < count; i++) {
                into[rows[i]] = into[rows[i]] == none ? Double.NaN : into[rows[i]];
            }
        }
        double scale = column.scale();
        double zero = column.zero();
        if (scale != 1 || zero != 0) {
            for (int i = 0; i < count; i++) {
                into[rows[i]] = into[rows[i]] * scale + zero;
            }
        }
    }

    /// Keeps those rows whose number is in a range.
    ///
    /// @param kept selected rows, growing; overwritten by those that are kept
    /// @param of how many of them count
    /// @return how many were kept
    public int keep(StoredRange range, int[] kept, int of) {
        if (range.isOfCells() && decoded[range.column().number()] == Decoded.NONE) {
            return of == rows
                    ? range.keepOfEvery(buffer, rowLength, rows, kept, room)
                    : range.keepOfSome(buffer, rowLength, kept, of, room);
        }
        return range.keep(doubles(range.column()), kept, of);
    }

    @Override
    public void close() {
        arena.close();
    }
}
