// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// A copy of a file with only some rows of one of its tables, written row by row in constant memory.
///
/// All columns and all cards are kept as they are stored, but for those that count rows and bytes, the sums, and what
/// the caller changes. The other HDUs are copied byte for byte, or changed by an [HduChange]. A heap of arrays of
/// variable length is kept whole. Not safe for several threads.
public final class SelectedRows implements AutoCloseable {

    private static final int BYTES_AT_ONCE = 1 << 18;

    private final FitsFile file;
    private final Hdu table;
    private final Map<Integer, HduChange> changes;
    private final FileChannel target;
    private final RawHeader header;
    private final long headerAt;
    private final SummedOutput data;
    private final int rowLength;
    private final byte[] block;
    private long blockRow;
    private int blockRows;
    private long count;

    /// Writes all that stands before the rows.
    ///
    /// @param target a file that does not exist yet
    /// @param changes of HDUs by their index; the table's own may change cards only
    /// @throws IllegalArgumentException if the table is tile-compressed
    public SelectedRows(FitsFile file, Hdu table, Path target, Map<Integer, HduChange> changes) throws IOException {
        if (table.isCompressed() || table.kind() != HduKind.BINARY_TABLE) {
            throw new IllegalArgumentException(table + " is no plain binary table");
        }
        this.file = file;
        this.table = table;
        this.changes = Map.copyOf(changes);
        this.rowLength = Math.toIntExact(table.header().integer("NAXIS1").orElse(0L));
        this.block = new byte[Math.max(1, BYTES_AT_ONCE / Math.max(1, rowLength)) * rowLength];
        this.target = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            for (Hdu before : file.hdus().subList(0, table.index())) {
                copy(before);
            }
            this.headerAt = this.target.position();
            this.header = RawHeader.of(file, table);
            change(table).cards(header::set);
            change(table).history().forEach(header::history);
            theap(table.rows());
            byte[] reserved = header.bytes(0);
            SummedOutput.write(this.target, reserved, reserved.length);
            this.data = new SummedOutput(this.target);
        } catch (IOException | RuntimeException e) {
            this.target.close();
            throw e;
        }
    }

    private HduChange change(Hdu hdu) {
        return changes.getOrDefault(hdu.index(), HduChange.NONE);
    }

    /// Where the heap begins, if the header says it: as far behind the rows as it was.
    private void theap(long rows) {
        table.header()
                .integer("THEAP")
                .ifPresent(heap -> header.set("THEAP", heap - (table.rows() - rows) * rowLength, "start of the heap"));
    }

    /// Adds a row of the table; rows are added in their order.
    ///
    /// @param row from 0
    public void add(long row) throws IOException {
        if (row < blockRow || row >= blockRow + blockRows) {
            read(row);
        }
        data.write(block, (int) (row - blockRow) * rowLength, rowLength);
        count++;
    }

    /// Adds rows as they are stored.
    ///
    /// @param rows whole rows, from the start of `bytes`
    public void add(byte[] bytes, int rows) throws IOException {
        data.write(bytes, 0, Math.multiplyExact(rows, rowLength));
        count += rows;
    }

    private void read(long row) throws IOException {
        blockRow = row;
        blockRows = (int) Math.min(block.length / Math.max(1, rowLength), table.rows() - row);
        int wanted = blockRows * rowLength;
        if (blockRows <= 0 || file.read(table.dataOffset() + row * rowLength, block, 0, wanted) < wanted) {
            throw new FileChangedException(file.path() + " ends before row " + (row + blockRows) + " of " + table.rows()
                    + " of " + table.name());
        }
    }

    /// How many rows were added.
    public long count() {
        return count;
    }

    /// Writes all that stands behind the rows, and what the header says of them.
    public void finish() throws IOException {
        finish(HduChange.NONE);
    }

    /// As the other, with cards that were not known before.
    ///
    /// @param last changes of cards that the table has already
    public void finish(HduChange last) throws IOException {
        last.cards(header::set);
        copyData(table.dataOffset() + table.rows() * rowLength, table.dataOffset() + table.dataSize());
        long sum = data.end();
        header.set("NAXIS2", count, "number of rows");
        theap(count);
        byte[] headerBytes = header.bytes(sum);
        long end = target.position();
        target.position(headerAt);
        SummedOutput.write(target, headerBytes, headerBytes.length);
        target.position(end);
        for (Hdu after : file.hdus().subList(table.index() + 1, file.hdus().size())) {
            copy(after);
        }
    }

    /// Writes one more HDU behind all others, after [#finish].
    ///
    /// @param hdu in whole blocks
    public void append(byte[] hdu) throws IOException {
        SummedOutput.write(target, hdu, hdu.length);
    }

    private void copyData(long from, long to) throws IOException {
        each(from, to, bytes -> data.write(bytes, 0, bytes.length));
    }

    private void copy(Hdu hdu) throws IOException {
        HduChange change = change(hdu);
        if (change.isDrop()) {
            return;
        }
        if (change.isNone()) {
            each(
                    hdu.headerOffset(),
                    hdu.headerOffset() + hdu.storedSize(),
                    bytes -> SummedOutput.write(target, bytes, bytes.length));
            return;
        }
        byte[] changed = change.applied(file, hdu);
        SummedOutput.write(target, changed, changed.length);
    }

    /// Takes bytes that are to be written.
    private interface Taker {
        void take(byte[] bytes) throws IOException;
    }

    private void each(long from, long to, Taker taker) throws IOException {
        for (long at = from; at < to; at += BYTES_AT_ONCE) {
            byte[] bytes = new byte[(int) Math.min(BYTES_AT_ONCE, to - at)];
            if (file.read(at, bytes, 0, bytes.length) < bytes.length) {
                throw new FileChangedException(file.path() + " ends before byte " + (at + bytes.length));
            }
            taker.take(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
