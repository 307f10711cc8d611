// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;

/// Small reads of a plain file answered from one large one. A gzip file is read no farther than asked: what was passed
/// over has to be decompressed again.
final class ReadAhead {

    private static final int BLOCKS = 11;

    private final FitsFile file;
    private final byte[] bytes;
    private long start;
    private int count;

    ReadAhead(FitsFile file) {
        this.file = file;
        this.bytes = new byte[(file.gzipped() ? 1 : BLOCKS) * HduScan.BLOCK];
    }

    /// As [FitsFile#read], of at most one FITS block.
    int read(long position, byte[] buffer, int offset, int length) throws IOException {
        if (position < start || position + length > start + count) {
            count = file.read(position, bytes, 0, bytes.length);
            start = position;
        }
        int n = Math.clamp(start + count - position, 0, length);
        System.arraycopy(bytes, (int) (position - start), buffer, offset, n);
        return n;
    }
}
