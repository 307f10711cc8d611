// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads one column of a table without its neighbours: whole rows in chunks where rows are short, cell by
/// cell where they are long. Memory is constant.
final class ColumnReader {

    private static final int CHUNK = 1 << 16;
    private static final int SHORT_ROW = 4096;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);

    private final FitsFile file;
    private final Hdu hdu;
    private final TableColumn column;
    private final int rowLength;
    private final boolean ascii;

    ColumnReader(FitsFile file, Hdu hdu, TableColumn column) throws IOException {
        this.file = file;
        this.hdu = hdu;
        this.column = column;
        this.rowLength = rowLength(hdu);
        this.ascii = hdu.kind() == HduKind.ASCII_TABLE;
        if ((long) column.offset() + column.width() > rowLength) {
            throw new IOException(hdu + " column " + column.name() + " ends at byte "
                    + (column.offset() + column.width()) + " of rows of NAXIS1 = " + rowLength);
        }
    }

    private static int rowLength(Hdu hdu) throws IOException {
        long length = hdu.header().integer("NAXIS1").orElse(0L);
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new IOException(hdu + " has rows of NAXIS1 = " + length + " bytes");
        }
        return (int) length;
    }

    double[] numbers(long firstRow, int count) throws IOException {
        requireNumbers();
        if (hdu.isCompressed()) {
            CompressedHeap.require(file, hdu);
            return TileCompressed.numbers(file.path(), hdu, column, firstRow, count);
        }
        double[] numbers = new double[Math.clamp(hdu.rows() - firstRow, 0, count)];
        forEachCell(firstRow, numbers.length, (row, cell, at) -> numbers[row] = number(cell, at));
        return numbers;
    }

    Optional<Hdu.Range> range() throws IOException {
        requireNumbers();
        if (hdu.isCompressed()) {
            CompressedHeap.require(file, hdu);
            return rangeOf(TileCompressed.numbers(file.path(), hdu, column, 0, Integer.MAX_VALUE));
        }
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (long row = 0; row < hdu.rows(); row += 1 << 24) {
            int count = (int) Math.min(1 << 24, hdu.rows() - row);
            forEachChunk(row, count, rangeOfChunks(range));
        }
        return range[0] <= range[1] ? Optional.of(new Hdu.Range(range[0], range[1])) : Optional.empty();
    }

    /// Photon energies and times are floating point and many: they get loops of their own, without a call for each
    /// cell.
    private Chunk rangeOfChunks(double[] range) {
        return switch (ascii ? 'A' : column.type()) {
            case 'E' ->
                (_, bytes, at, step, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        widen(range, (float) FLOAT.get(bytes, at + i * step) * column.scale() + column.zero());
                    }
                };
            case 'D' ->
                (_, bytes, at, step, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        widen(range, (double) DOUBLE.get(bytes, at + i * step) * column.scale() + column.zero());
                    }
                };
            default -> eachCell((_, cell, at) -> widen(range, number(cell, at)));
        };
    }

    private static Optional<Hdu.Range> rangeOf(double[] numbers) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Arrays.stream(numbers).forEach(number -> widen(range, number));
        return range[0] <= range[1] ? Optional.of(new Hdu.Range(range[0], range[1])) : Optional.empty();
    }

    /// By a number that is one.
    private static void widen(double[] range, double number) {
        if (number < range[0] && number != Double.NEGATIVE_INFINITY) {
            range[0] = number;
        }
        if (number > range[1] && number != Double.POSITIVE_INFINITY) {
            range[1] = number;
        }
    }

    List<String> texts(long firstRow, int count) throws IOException {
        if (!column.isText()) {
            throw new IllegalArgumentException(hdu + " column " + column.name() + " holds no text");
        }
        if (hdu.isCompressed()) {
            CompressedHeap.require(file, hdu);
            return TileCompressed.texts(file.path(), hdu, column, firstRow, count);
        }
        int rows = Math.clamp(hdu.rows() - firstRow, 0, count);
        List<String> texts = new ArrayList<>(rows);
        forEachCell(firstRow, rows, (_, cell, at) -> texts.add(text(cell, at)));
        return texts;
    }

    int rowLength() {
        return rowLength;
    }

    void requireNumbers() {
        if (!column.isScalarNumber()) {
            throw new IllegalArgumentException(hdu + " column " + column.name() + " is no column of single numbers");
        }
    }

    private interface Cell {
        void at(int row, ByteBuffer buffer, int position);
    }

    /// Rows that were read together: the cell of row `firstRow` at `at`, those of the following ones `step` bytes
    /// apart.
    private interface Chunk {
        void at(int firstRow, byte[] bytes, int at, int step, int rows);
    }

    private static Chunk eachCell(Cell cell) {
        return (firstRow, bytes, at, step, rows) -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            for (int i = 0; i < rows; i++) {
                cell.at(firstRow + i, buffer, at + i * step);
            }
        };
    }

    private void forEachCell(long firstRow, int count, Cell cell) throws IOException {
        forEachChunk(firstRow, count, eachCell(cell));
    }

    private void forEachChunk(long firstRow, int count, Chunk chunk) throws IOException {
        boolean wholeRows = rowLength <= SHORT_ROW;
        int step = wholeRows ? rowLength : column.width();
        int rowsPerRead = wholeRows ? Math.max(1, CHUNK / Math.max(1, rowLength)) : 1;
        byte[] bytes = new byte[step * Math.min(rowsPerRead, Math.max(1, count))];
        for (int row = 0; row < count; row += rowsPerRead) {
            int rows = Math.min(rowsPerRead, count - row);
            long position = hdu.dataOffset() + (firstRow + row) * rowLength + (wholeRows ? 0 : column.offset());
            int wanted = rows * step;
            if (file.read(position, bytes, 0, wanted) < wanted) {
                throw new IOException(hdu + " column " + column.name() + ": the file ends within row "
                        + (firstRow + row + 1) + " of " + hdu.rows());
            }
            chunk.at(row, bytes, wholeRows ? column.offset() : 0, step, rows);
        }
    }

    /// The numbers of cells that lie `step` bytes apart.
    void decode(byte[] bytes, int at, int step, int rows, double[] numbers) {
        switch (ascii ? 'A' : column.type()) {
            case 'E' -> {
                for (int i = 0; i < rows; i++) {
                    numbers[i] = (float) FLOAT.get(bytes, at + i * step) * column.scale() + column.zero();
                }
            }
            case 'D' -> {
                for (int i = 0; i < rows; i++) {
                    numbers[i] = (double) DOUBLE.get(bytes, at + i * step) * column.scale() + column.zero();
                }
            }
            case 'J' -> {
                for (int i = 0; i < rows; i++) {
                    numbers[i] = integer((int) INT.get(bytes, at + i * step));
                }
            }
            case 'I' -> {
                for (int i = 0; i < rows; i++) {
                    numbers[i] = integer((short) SHORT.get(bytes, at + i * step));
                }
            }
            default -> {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                for (int i = 0; i < rows; i++) {
                    numbers[i] = number(buffer, at + i * step);
                }
            }
        }
    }

    private double number(ByteBuffer cell, int at) {
        if (ascii) {
            return asciiNumber(text(cell, at));
        }
        return switch (column.type()) {
            case 'B' -> integer(cell.get(at) & 0xff);
            case 'I' -> integer(cell.getShort(at));
            case 'J' -> integer(cell.getInt(at));
            case 'K' -> integer(cell.getLong(at));
            case 'E' -> cell.getFloat(at) * column.scale() + column.zero();
            case 'D' -> cell.getDouble(at) * column.scale() + column.zero();
            default -> throw new IllegalStateException("no number type '" + column.type() + "'");
        };
    }

    private double integer(long stored) {
        boolean isNull = column.nullValue().isPresent() && column.nullValue().get() == stored;
        return isNull ? Double.NaN : stored * column.scale() + column.zero();
    }

    private double asciiNumber(String text) {
        Double number = new Card("", text.strip(), false, "").number();
        return number == null ? Double.NaN : number * column.scale() + column.zero();
    }

    private String text(ByteBuffer cell, int at) {
        String text = new String(cell.array(), at, column.width(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).stripTrailing();
    }
}
