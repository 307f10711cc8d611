// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Reads some columns of a table in one pass over its rows, so that a compressed file is decompressed once. Memory is
/// constant.
final class RowReader {

    private static final int ROWS_AT_ONCE = 1 << 13;
    private static final int BYTES_AT_ONCE = 1 << 18;
    private static final int SHORT_ROW = 4096;

    private final FitsFile file;
    private final Hdu table;
    private final List<TableColumn> columns;
    private final ColumnReader[] readers;
    private final int rowLength;

    RowReader(FitsFile file, Hdu table, List<TableColumn> columns) throws IOException {
        this.file = file;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.readers = new ColumnReader[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new ColumnReader(file, table, columns.get(i));
            readers[i].requireNumbers();
        }
        this.rowLength = readers.length == 0 ? 0 : readers[0].rowLength();
    }

    void read(long firstRow, long rows, RowRun run) throws IOException {
        if (table.isCompressed()) {
            readCompressed(firstRow, rows, run);
            return;
        }
        long end = Math.min(table.rows(), firstRow + rows);
        int atOnce = Math.clamp(BYTES_AT_ONCE / Math.max(1, rowLength), 1, ROWS_AT_ONCE);
        double[][] numbers = new double[readers.length][atOnce];
        byte[] bytes = rowLength <= SHORT_ROW ? new byte[atOnce * rowLength] : new byte[0];
        for (long row = firstRow; row < end; row += atOnce) {
            int count = (int) Math.min(atOnce, end - row);
            if (rowLength <= SHORT_ROW) {
                wholeRows(row, count, bytes, numbers);
            } else {
                cellByCell(row, count, numbers);
            }
            run.take(row, numbers, count);
        }
    }

    private void wholeRows(long row, int count, byte[] bytes, double[][] numbers) throws IOException {
        if (file.read(table.dataOffset() + row * rowLength, bytes, 0, count * rowLength) < count * rowLength) {
            throw new IOException(table + ": the file ends before row " + (row + count) + " of " + table.rows());
        }
        for (int i = 0; i < readers.length; i++) {
            readers[i].decode(bytes, columns.get(i).offset(), rowLength, count, numbers[i]);
        }
    }

    /// In the order of the bytes, as a compressed file wants it.
    private void cellByCell(long row, int count, double[][] numbers) throws IOException {
        Integer[] order = new Integer[readers.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> columns.get(i).offset()));
        byte[] cell =
                new byte[columns.stream().mapToInt(TableColumn::width).max().orElse(0)];
        double[] number = new double[1];
        for (int i = 0; i < count; i++) {
            for (int n : order) {
                TableColumn column = columns.get(n);
                long position = table.dataOffset() + (row + i) * rowLength + column.offset();
                if (file.read(position, cell, 0, column.width()) < column.width()) {
                    throw new IOException(
                            table + ": the file ends within row " + (row + i + 1) + " of " + table.rows());
                }
                readers[n].decode(cell, 0, 0, 1, number);
                numbers[n][i] = number[0];
            }
        }
    }

    private void readCompressed(long firstRow, long rows, RowRun run) throws IOException {
        double[][] numbers = new double[readers.length][];
        int count = Math.clamp(Math.min(rows, table.rows() - firstRow), 0, Integer.MAX_VALUE);
        for (int i = 0; i < readers.length; i++) {
            numbers[i] = readers[i].numbers(firstRow, count);
        }
        run.take(firstRow, numbers, count);
    }
}
