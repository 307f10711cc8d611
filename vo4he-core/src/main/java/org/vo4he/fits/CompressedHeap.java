// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Whether the descriptors of a tile-compressed HDU point into its heap (FITS Standard 4.0, section 7.3.5). The FITS
/// library reserves as much memory as they claim, before it reads anything.
final class CompressedHeap {

    /// A heap may serve several rows with the same bytes, but no sound file does it this often.
    private static final int MOST_SHARING = 64;

    private final FitsFile file;
    private final Hdu hdu;
    private final long rowLength;
    private final long rows;
    private final long start;
    private long claimed;

    private CompressedHeap(FitsFile file, Hdu hdu, FitsHeader stored) {
        this.file = file;
        this.hdu = hdu;
        this.rowLength = stored.integer("NAXIS1").orElse(0L);
        this.rows = stored.integer("NAXIS2").orElse(0L);
        this.start = stored.integer("THEAP").orElse(rowLength * rows);
    }

    /// @throws IOException with a sentence, if one does not
    static void require(FitsFile file, Hdu hdu) throws IOException {
        byte[] header = new byte[Math.toIntExact(hdu.dataOffset() - hdu.headerOffset())];
        int length = file.read(hdu.headerOffset(), header, 0, header.length);
        FitsHeader stored = FitsHeader.read(header, length, (_, _) -> {});
        List<TableColumn> arrays = TableLayout.of(stored, false, (_, _) -> {}).stream()
                .filter(column -> column.variable() != ' ' && column.repeat() > 0)
                .toList();
        CompressedHeap heap = new CompressedHeap(file, hdu, stored);
        byte[] row = new byte[16];
        for (long n = 0; n < heap.rows; n++) {
            for (TableColumn column : arrays) {
                heap.require(column, n, row);
            }
        }
    }

    private void require(TableColumn column, long row, byte[] descriptor) throws IOException {
        boolean wide = column.variable() == 'Q';
        int length = wide ? 16 : 8;
        if (file.read(hdu.dataOffset() + row * rowLength + column.offset(), descriptor, 0, length) < length) {
            throw new IOException(hdu + ": the file ends in row " + (row + 1) + " of its compressed table");
        }
        ByteBuffer words = ByteBuffer.wrap(descriptor);
        long count = wide ? words.getLong(0) : words.getInt(0);
        long offset = wide ? words.getLong(8) : words.getInt(4);
        long most = hdu.dataSize() - start;
        boolean inside = count >= 0 && offset >= 0 && start >= 0 && offset <= most && count <= most;
        long bytes = inside ? count * TableLayout.bytes(column.type()) : 0;
        claimed += bytes;
        if (!inside || bytes > most - offset || claimed > MOST_SHARING * Math.max(1, hdu.dataSize())) {
            throw new IOException(hdu + " row " + (row + 1) + " points at " + count + " elements at byte " + offset
                    + " of a heap of " + most + " bytes");
        }
    }
}
