// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A binary table with columns of small integers put in: a column that is there gets other values in its place, one
/// that is not follows the others. All else stays byte for byte, a heap included.
public final class WidenedTable {

    private final Hdu table;
    private final RawHeader header;
    private final int rows;
    private final int rowLength;
    private byte[] data;
    private int width;
    private int fields;

    private WidenedTable(FitsFile file, Hdu table) throws IOException {
        this.table = table;
        this.header = RawHeader.of(file, table);
        this.rows = Math.toIntExact(table.rows());
        this.rowLength = Math.toIntExact(table.header().integer("NAXIS1").orElse(0L));
        this.data = Arrays.copyOfRange(
                table.stored(),
                Math.toIntExact(table.dataOffset() - table.headerOffset()),
                Math.toIntExact(table.dataOffset() - table.headerOffset() + table.dataSize()));
        this.width = rowLength;
        this.fields = table.columns().size();
    }

    /// A column of 16-bit integers.
    ///
    /// @param meaning its comment
    /// @param values one for each row
    public record Column(String name, String meaning, short[] values) {}

    /// The whole HDU.
    ///
    /// @param columns a keyword of the same name, which stood for a constant column, is left out
    /// @param change of its cards
    /// @throws IllegalArgumentException when this is no plain binary table with so many rows, or a column of
    ///     the name holds something else than integers
    public static byte[] hdu(FitsFile file, Hdu table, List<Column> columns, HduChange change) throws IOException {
        if (table.kind() != HduKind.BINARY_TABLE || table.isCompressed()) {
            throw new IllegalArgumentException(table + " is no plain binary table");
        }
        if (!table.isComplete()) {
            throw new IllegalArgumentException("the file ends within " + table);
        }
        WidenedTable widened = new WidenedTable(file, table);
        for (Column column : columns) {
            widened.put(column);
        }
        return widened.bytes(change);
    }

    private void put(Column column) {
        if (column.values().length != rows) {
            throw new IllegalArgumentException(
                    "%d values of %s for %d rows".formatted(column.values().length, column.name(), rows));
        }
        header.remove(column.name());
        Optional<TableColumn> there = table.column(column.name());
        if (there.isPresent()) {
            overwrite(there.get(), column.values());
        } else {
            append(column);
        }
    }

    private void overwrite(TableColumn there, short[] values) {
        boolean plain =
                there.isScalarNumber() && "IJK".indexOf(there.type()) >= 0 && there.scale() == 1 && there.zero() == 0;
        if (!plain) {
            throw new IllegalArgumentException(
                    table + " has a column " + there.name() + " that does not hold plain integers");
        }
        ByteBuffer cells = ByteBuffer.wrap(data);
        for (int row = 0; row < rows; row++) {
            int at = row * width + there.offset();
            switch (there.type()) {
                case 'I' -> cells.putShort(at, values[row]);
                case 'J' -> cells.putInt(at, values[row]);
                default -> cells.putLong(at, values[row]);
            }
        }
    }

    private void append(Column column) {
        int wider = width + Short.BYTES;
        byte[] widened = new byte[Math.addExact(data.length, Math.multiplyExact(rows, Short.BYTES))];
        ByteBuffer cells = ByteBuffer.wrap(widened);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(data, row * width, widened, row * wider, width);
            cells.putShort(row * wider + width, column.values()[row]);
        }
        System.arraycopy(data, rows * width, widened, rows * wider, data.length - rows * width);
        data = widened;
        width = wider;
        fields++;
        header.column(fields, column.name(), "I", column.meaning());
    }

    private byte[] bytes(HduChange change) {
        header.set("NAXIS1", width, "width of table in bytes");
        header.set("TFIELDS", fields, "number of columns");
        table.header()
                .integer("THEAP")
                .ifPresent(heap -> header.set("THEAP", heap + (long) rows * (width - rowLength), "start of the heap"));
        change.cards(header::set);
        change.history().forEach(header::history);
        byte[] blocks = Arrays.copyOf(data, Math.toIntExact(HduScan.padded(data.length)));
        byte[] head = header.bytes(Checksum.sum(blocks));
        byte[] all = Arrays.copyOf(head, head.length + blocks.length);
        System.arraycopy(blocks, 0, all, head.length, blocks.length);
        return all;
    }
}
