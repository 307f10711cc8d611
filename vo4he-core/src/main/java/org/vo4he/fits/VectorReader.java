// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;

/// Reads the cells of a column of arrays, of a fixed length (FITS Standard 4.0, section 7.3.3) or on the heap (section
/// 7.3.5), in the order in which the file stores them: a compressed file is decompressed once. Memory is that of one
/// cell, and of one descriptor for each row.
final class VectorReader {

    private static final int MOST_ROWS = 1 << 22;

    /// A heap may serve several rows with the same bytes, but no sound file does it this often.
    private static final int MOST_SHARING = 64;

    private final FitsFile file;
    private final Hdu table;
    private final TableColumn column;
    private final long rowLength;
    private byte[] bytes = new byte[0];
    private double[] values = new double[0];

    VectorReader(FitsFile file, Hdu table, TableColumn column) throws IOException {
        if (!column.holdsNumbers() || table.kind() != HduKind.BINARY_TABLE) {
            throw new IllegalArgumentException(table + " column " + column.name() + " holds no numbers");
        }
        this.file = file;
        this.table = table;
        this.column = column;
        this.rowLength = table.header().integer("NAXIS1").orElse(0L);
        if (!table.isCompressed() && column.offset() + (long) column.width() > rowLength) {
            throw new IOException(this + " ends outside of rows of NAXIS1 = " + rowLength);
        }
    }

    /// @param at in the data of the HDU, bytes
    private record Place(long row, long count, long at) {}

    void read(long firstRow, long rows, int most, CellRun run) throws IOException {
        long end = Math.min(table.rows(), firstRow + rows);
        if (end - firstRow > MOST_ROWS) {
            throw new IOException(this + " has " + (end - firstRow) + " cells; at most " + MOST_ROWS + " are read");
        }
        if (table.isCompressed()) {
            CompressedHeap.require(file, table);
            TileCompressed.arrays(file.path(), table, column, firstRow, end - firstRow, most, run);
            return;
        }
        if (column.variable() == ' ') {
            for (long row = firstRow; row < end; row++) {
                give(new Place(row, column.repeat(), row * rowLength + column.offset()), most, run);
            }
            return;
        }
        Place[] places = new Place[(int) Math.max(0, end - firstRow)];
        long total = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = descriptor(firstRow + i);
            total += places[i].count();
        }
        if (total > MOST_SHARING * table.dataSize()) {
            throw new IOException(this + " announces " + total + " numbers in " + table.dataSize() + " bytes");
        }
        Arrays.sort(places, Comparator.comparingLong(Place::at));
        for (Place place : places) {
            give(place, most, run);
        }
    }

    private Place descriptor(long row) throws IOException {
        boolean wide = column.variable() == 'Q';
        int length = wide ? 16 : 8;
        if (column.width() < length) {
            return new Place(row, 0, 0);
        }
        ByteBuffer words = ByteBuffer.wrap(stored(row * rowLength + column.offset(), length), 0, length);
        long count = wide ? words.getLong(0) : words.getInt(0);
        long offset = wide ? words.getLong(8) : words.getInt(4);
        long heap = table.header().integer("THEAP").orElse(rowLength * table.rows());
        if (count < 0 || offset < 0 || heap < 0 || offset > table.dataSize() || heap > table.dataSize()) {
            throw new IOException(
                    this + " row " + (row + 1) + " points at " + count + " numbers at byte " + offset + " of the heap");
        }
        return new Place(row, count, heap + offset);
    }

    private void give(Place place, int most, CellRun run) throws IOException {
        if (place.count() > most) {
            throw new IOException(this + " row " + (place.row() + 1) + " has " + place.count() + " numbers; at most "
                    + most + " are read");
        }
        int count = (int) place.count();
        int width = TableLayout.bytes(column.type());
        ByteBuffer cell = ByteBuffer.wrap(stored(place.at(), count * (long) width));
        if (values.length < count) {
            values = new double[count];
        }
        for (int i = 0; i < count; i++) {
            values[i] = number(cell, i * width);
        }
        run.take(place.row(), values, count);
    }

    /// @param at in the data of the HDU
    private byte[] stored(long at, long length) throws IOException {
        if (length > Integer.MAX_VALUE - 8 || at + length > table.dataSize()) {
            throw new IOException(
                    this + " has " + length + " bytes at " + at + " of the " + table.dataSize() + " of the table");
        }
        if (bytes.length < length) {
            bytes = new byte[(int) length];
        }
        if (file.read(table.dataOffset() + at, bytes, 0, (int) length) < length) {
            throw new IOException(this + ": the file ends within it");
        }
        return bytes;
    }

    private double number(ByteBuffer cell, int at) {
        return switch (column.type()) {
            case 'L' -> logical(cell.get(at));
            case 'B' -> integer(cell.get(at) & 0xff);
            case 'I' -> integer(cell.getShort(at));
            case 'J' -> integer(cell.getInt(at));
            case 'K' -> integer(cell.getLong(at));
            case 'E' -> cell.getFloat(at) * column.scale() + column.zero();
            default -> cell.getDouble(at) * column.scale() + column.zero();
        };
    }

    private static double logical(byte stored) {
        return stored == 'T' ? 1 : stored == 'F' ? 0 : Double.NaN;
    }

    private double integer(long stored) {
        boolean isNull = column.nullValue().isPresent() && column.nullValue().get() == stored;
        return isNull ? Double.NaN : stored * column.scale() + column.zero();
    }

    @Override
    public String toString() {
        return table + " column " + column.name();
    }
}
