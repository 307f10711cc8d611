// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/// Gives out all rows of a binary table once, in blocks, to one thread or several: each fills a [RowBlock] of its
/// own.
///
/// Reading is by position and outside of any lock, but for a gzip file, which is decompressed under one. A file
/// that became shorter or was written to meanwhile is an exception with a sentence.
public final class RowStream implements AutoCloseable {

    private static final int MOST_ROWS = 1 << 15;

    private final FitsFile file;
    private final Hdu table;
    private final FileChannel channel;
    private final int rowLength;
    private final int rowsAtOnce;
    private final long end;
    private long nextRow;

    RowStream(FitsFile file, Hdu table, int bytesAtOnce) throws IOException {
        if (table.kind() != HduKind.BINARY_TABLE) {
            throw new IOException(file.path() + " " + table + " is no binary table");
        }
        if (table.isCompressed()) {
            throw new IOException(
                    file.path() + " " + table + " is a tile-compressed table: decompress it first (funpack)");
        }
        this.file = file;
        this.table = table;
        this.rowLength = rowLength(file, table);
        this.rowsAtOnce = Math.clamp(bytesAtOnce / Math.max(1, rowLength), 1, MOST_ROWS);
        this.end = table.rows();
        this.channel = file.gzipped() ? null : FileChannel.open(file.path(), StandardOpenOption.READ);
    }

    private static int rowLength(FitsFile file, Hdu table) throws IOException {
        long length = table.header().integer("NAXIS1").orElse(0L);
        long needed = table.columns().stream()
                .mapToLong(column -> (long) column.offset() + column.width())
                .max()
                .orElse(0);
        if (length < needed || length > Integer.MAX_VALUE / 2) {
            throw new IOException(file.path() + " " + table + " has rows of NAXIS1 = " + length
                    + " bytes, and its columns need " + needed);
        }
        return (int) length;
    }

    /// Room for the calling thread.
    public RowBlock block() {
        return new RowBlock(rowLength, rowsAtOnce, table.columns().size());
    }

    /// Fills the block with rows that nobody got yet.
    ///
    /// @return false when there are none
    /// @throws IOException if the file can't be read there, or is not what it was when it was opened
    public boolean next(RowBlock block) throws IOException {
        long first;
        int count;
        synchronized (this) {
            first = nextRow;
            count = (int) Math.min(rowsAtOnce, end - first);
            if (count <= 0) {
                file.requireUnchanged();
                return false;
            }
            nextRow += count;
            if (channel == null) {
                decompress(first, count, block);
            }
        }
        if (channel != null) {
            read(first, count, block);
        }
        block.filled(first, count);
        return true;
    }

    private void decompress(long first, int count, RowBlock block) throws IOException {
        byte[] bytes = new byte[count * rowLength];
        int n = file.read(table.dataOffset() + first * rowLength, bytes, 0, bytes.length);
        if (n < bytes.length) {
            throw tooShort(first + n / Math.max(1, rowLength));
        }
        block.buffer().put(bytes);
    }

    private void read(long first, int count, RowBlock block) throws IOException {
        long position = table.dataOffset() + first * rowLength;
        ByteBuffer target = block.buffer().limit(count * rowLength);
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                file.requireUnchanged();
                throw tooShort(first + target.position() / Math.max(1, rowLength));
            }
        }
    }

    private IOException tooShort(long row) {
        return new IOException(file.path() + " " + table + ": the file ends within row " + (row + 1) + " of " + end);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
