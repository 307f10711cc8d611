// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads the bytes of a single cell, also from the heap of a table with variable-length columns (FITS
/// Standard 4.0, section 7.3.5).
final class CellReader {

    private final FitsFile file;
    private final Hdu hdu;
    private final TableColumn column;

    CellReader(FitsFile file, Hdu hdu, TableColumn column) {
        if (hdu.isCompressed()) {
            throw new IllegalArgumentException(hdu + " is tile-compressed: its cells are not stored as such");
        }
        this.file = file;
        this.hdu = hdu;
        this.column = column;
    }

    byte[] bytes(long row, int most) throws IOException {
        long rowLength = hdu.header().integer("NAXIS1").orElse(0L);
        if (row < 0 || row >= hdu.rows() || column.offset() + (long) column.width() > rowLength) {
            throw new IOException(this + " has no row " + row + " within the " + hdu.rows() + " of the table");
        }
        long at = row * rowLength + column.offset();
        return switch (column.variable()) {
            case 'P' -> array(read(at, column.width(), 8), Integer.BYTES, most, rowLength);
            case 'Q' -> array(read(at, column.width(), 16), Long.BYTES, most, rowLength);
            default -> read(at, column.width(), most);
        };
    }

    /// @param descriptor count and offset in the heap
    private byte[] array(byte[] descriptor, int wordLength, int most, long rowLength) throws IOException {
        if (descriptor.length == 0) {
            return descriptor;
        }
        ByteBuffer words = ByteBuffer.wrap(descriptor);
        long count = wordLength == Integer.BYTES ? words.getInt(0) : words.getLong(0);
        long offset = wordLength == Integer.BYTES ? words.getInt(4) : words.getLong(8);
        long heap = hdu.header().integer("THEAP").orElse(rowLength * hdu.rows());
        if (count < 0 || offset < 0 || heap < 0 || count > most || offset > hdu.dataSize() || heap > hdu.dataSize()) {
            throw new IOException(this + " points at " + count + " elements at byte " + offset + " of the heap");
        }
        return read(heap + offset, count * TableLayout.bytes(column.type()), most);
    }

    /// @param at in the data of the HDU
    private byte[] read(long at, long length, int most) throws IOException {
        if (length > most || at + length > hdu.dataSize()) {
            throw new IOException(this + " is " + length + " bytes at " + at + " of " + hdu.dataSize() + "; at most "
                    + most + " are read");
        }
        byte[] bytes = new byte[(int) length];
        if (file.read(hdu.dataOffset() + at, bytes, 0, bytes.length) < bytes.length) {
            throw new IOException(this + ": the file ends within it");
        }
        return bytes;
    }

    @Override
    public String toString() {
        return hdu + " column " + column.name();
    }
}
