// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// A binary table under construction. Forms are written as in TFORM: `D`, `E`, `K`, `J`, `I`, `B`, `L`, `12A`, `3E`,
/// `PE`.
public final class FitsTable extends FitsHdu<FitsTable> {

    private final List<FitsColumn> columns = new ArrayList<>();

    FitsTable() {}

    @Override
    FitsTable self() {
        return this;
    }

    /// A column of one number for each row; of form `L`, 0 is false. No row: `new double[0]`.
    public FitsTable column(String name, String form, double... rows) {
        return add(name, form, false, DoubleStream.of(rows).mapToObj(value -> FitsColumn.numbers(form, value)));
    }

    /// A column of text, of form `nA`.
    public FitsTable column(String name, String form, String... rows) {
        return add(name, form, false, Stream.of(rows).map(value -> FitsColumn.text(form, value)));
    }

    /// A column with an array in each row: of a fixed length (`3E`) or, with a form like `PE`, of any length, on the
    /// heap.
    public FitsTable vectors(String name, String form, double[]... rows) {
        boolean variable = form.replaceAll("^[0-9]*", "").startsWith("P");
        return add(name, form, variable, Stream.of(rows).map(values -> FitsColumn.numbers(form, values)));
    }

    private FitsTable add(String name, String form, boolean variable, Stream<byte[]> fields) {
        FitsColumn column = new FitsColumn(name, form, variable, fields.toList());
        if (!columns.isEmpty() && column.rows().size() != rows()) {
            throw new IllegalArgumentException(
                    "column " + name + " has " + column.rows().size() + " rows, the ones before it have " + rows());
        }
        columns.add(column);
        int number = columns.size();
        return card("TTYPE" + number, name).card("TFORM" + number, form);
    }

    private int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().rows().size();
    }

    /// TUNIT of the column declared last.
    public FitsTable unit(String unit) {
        return card("TUNIT" + columns.size(), unit);
    }

    /// TLMIN and TLMAX of the column declared last: what its values could be.
    public FitsTable limits(Object least, Object greatest) {
        return card("TLMIN" + columns.size(), least).card("TLMAX" + columns.size(), greatest);
    }

    @Override
    List<String> structure(boolean primary) {
        List<String> cards = new ArrayList<>(FitsCard.of("XTENSION", "BINTABLE", ""));
        cards.addAll(FitsCard.of("BITPIX", 8, ""));
        cards.addAll(FitsCard.of("NAXIS", 2, ""));
        cards.addAll(FitsCard.of("NAXIS1", rowWidth(), ""));
        cards.addAll(FitsCard.of("NAXIS2", rows(), ""));
        cards.addAll(FitsCard.of("PCOUNT", data().length - rowWidth() * rows(), ""));
        cards.addAll(FitsCard.of("GCOUNT", 1, ""));
        cards.addAll(FitsCard.of("TFIELDS", columns.size(), ""));
        return cards;
    }

    private int rowWidth() {
        return columns.stream().mapToInt(FitsColumn::width).sum();
    }

    /// The rows, then the heap with the variable-length arrays in row order.
    @Override
    byte[] data() {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ByteArrayOutputStream heap = new ByteArrayOutputStream();
        for (int row = 0; row < rows(); row++) {
            for (FitsColumn column : columns) {
                byte[] field = column.rows().get(row);
                if (column.variable()) {
                    int count = field.length / FitsColumn.size(FitsColumn.code(column.form()));
                    table.writeBytes(ByteBuffer.allocate(8)
                            .putInt(count)
                            .putInt(heap.size())
                            .array());
                    heap.writeBytes(field);
                } else {
                    table.writeBytes(field);
                }
            }
        }
        table.writeBytes(heap.toByteArray());
        return table.toByteArray();
    }
}
