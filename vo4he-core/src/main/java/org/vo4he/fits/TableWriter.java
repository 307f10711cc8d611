// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Builds a binary table (FITS Standard 4.0, section 7.3) of typed columns in memory, with CHECKSUM and DATASUM. Equal
/// input gives equal bytes.
public final class TableWriter {

    /// Puts one cell, big-endian.
    private interface Cell {
        void put(ByteBuffer rows, int row);
    }

    private static final class Column {

        private final String name;
        private final String form;
        private final int width;
        private final String comment;
        private final Cell cell;
        private String unit = "";
        private OptionalLong least = OptionalLong.empty();
        private OptionalLong greatest = OptionalLong.empty();

        private Column(String name, String form, int width, String comment, Cell cell) {
            this.name = name;
            this.form = form;
            this.width = width;
            this.comment = comment;
            this.cell = cell;
        }
    }

    private final String extname;
    private final int rows;
    private final List<Column> columns = new ArrayList<>();

    public TableWriter(String extname, int rows) {
        this.extname = extname;
        this.rows = rows;
    }

    /// A column of 32-bit integers.
    public TableWriter integers(String name, String comment, int[] values) {
        return add(name, "J", Integer.BYTES, comment, values.length, (to, row) -> to.putInt(values[row]));
    }

    /// A column of 16-bit integers.
    public TableWriter shorts(String name, String comment, short[] values) {
        return add(name, "I", Short.BYTES, comment, values.length, (to, row) -> to.putShort(values[row]));
    }

    /// A column of double precision; NaN where there is no value.
    public TableWriter doubles(String name, String comment, double[] values) {
        return add(name, "D", Double.BYTES, comment, values.length, (to, row) -> to.putDouble(values[row]));
    }

    /// A column of several numbers of double precision in each row, all rows equally many.
    public TableWriter vectors(String name, String comment, double[][] values) {
        int most = Arrays.stream(values).mapToInt(cell -> cell.length).max().orElse(1);
        return add(name, most + "D", most * Double.BYTES, comment, values.length, (to, row) -> {
            for (int i = 0; i < most; i++) {
                to.putDouble(i < values[row].length ? values[row][i] : Double.NaN);
            }
        });
    }

    /// A column of printable text.
    ///
    /// @throws IllegalArgumentException if a text holds characters outside printable ASCII
    public TableWriter texts(String name, String comment, List<String> values) {
        for (String value : values) {
            if (!CardWriter.isPrintable(value)) {
                throw new IllegalArgumentException(name + " = '" + value + "' is not printable ASCII");
            }
        }
        int width = Math.max(1, values.stream().mapToInt(String::length).max().orElse(1));
        return add(name, width + "A", width, comment, values.size(), (to, row) -> {
            byte[] text = Arrays.copyOf(values.get(row).getBytes(StandardCharsets.US_ASCII), width);
            Arrays.fill(text, values.get(row).length(), width, (byte) ' ');
            to.put(text);
        });
    }

    /// The unit of the column added last.
    public TableWriter unit(String unit) {
        columns.getLast().unit = unit;
        return this;
    }

    /// The least and greatest value that may occur in the column added last: TLMINn and TLMAXn.
    public TableWriter limits(long least, long greatest) {
        columns.getLast().least = OptionalLong.of(least);
        columns.getLast().greatest = OptionalLong.of(greatest);
        return this;
    }

    private TableWriter add(String name, String form, int width, String comment, int length, Cell cell) {
        if (length != rows) {
            throw new IllegalArgumentException(name + " has " + length + " rows, the table " + rows);
        }
        columns.add(new Column(name, form, width, comment, cell));
        return this;
    }

    /// The whole HDU.
    ///
    /// @param cards adds what the table is about, after the structure
    /// @throws ArithmeticException if the table has more than 2 GiB
    public byte[] bytes(Consumer<HduWriter> cards) {
        int rowLength = columns.stream().mapToInt(column -> column.width).sum();
        HduWriter hdu = new HduWriter()
                .card("XTENSION", "BINTABLE", "binary table extension")
                .card("BITPIX", 8, "8-bit bytes")
                .card("NAXIS", 2, "2-dimensional table")
                .card("NAXIS1", rowLength, "width of a row in bytes")
                .card("NAXIS2", rows, "number of rows")
                .card("PCOUNT", 0, "no heap")
                .card("GCOUNT", 1, "one group")
                .card("TFIELDS", columns.size(), "number of columns");
        for (int n = 1; n <= columns.size(); n++) {
            describe(hdu, n, columns.get(n - 1));
        }
        hdu.card("EXTNAME", extname, "name of this extension");
        cards.accept(hdu);
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(rowLength, rows));
        for (int row = 0; row < rows; row++) {
            for (Column column : columns) {
                column.cell.put(data, row);
            }
        }
        return hdu.bytes(data.array(), (byte) 0);
    }

    private static void describe(HduWriter hdu, int n, Column column) {
        hdu.card("TTYPE" + n, column.name, column.comment).card("TFORM" + n, column.form, "");
        if (!column.unit.isEmpty()) {
            hdu.card("TUNIT" + n, column.unit, "");
        }
        column.least.ifPresent(least -> hdu.card("TLMIN" + n, least, "least legal value"));
        column.greatest.ifPresent(greatest -> hdu.card("TLMAX" + n, greatest, "greatest legal value"));
    }
}
