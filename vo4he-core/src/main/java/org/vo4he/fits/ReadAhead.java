// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.util.Arrays;

/// A window on a file, for one who goes through it looking at small parts: of a plain file more is read than was asked
/// for. A gzip file is read no farther than asked: what was passed over has to be decompressed again.
final class ReadAhead {

    private static final int BLOCKS = 6;

    private final FitsFile file;
    private byte[] bytes = new byte[BLOCKS * HduScan.BLOCK];
    private long start;
    private int count;

    ReadAhead(FitsFile file) {
        this.file = file;
    }

    /// Has bytes at hand, in [#bytes] from [#at] on.
    ///
    /// @return how many; fewer than `length` only at the end of the file
    int look(long position, int length) throws IOException {
        if (position < start || position + length > start + count) {
            move(position, length);
        }
        return Math.clamp(start + count - position, 0, length);
    }

    /// Those at hand stay: to read them again may be dear.
    private void move(long position, int length) throws IOException {
        int kept = position < start ? 0 : Math.clamp(start + count - position, 0, count);
        if (kept > 0 && position > start) {
            System.arraycopy(bytes, (int) (position - start), bytes, 0, kept);
        }
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length, 2 * bytes.length));
        }
        start = position;
        count = kept;
        int wanted = file.gzipped() ? length : bytes.length;
        count += file.read(position + kept, bytes, kept, wanted - kept);
    }

    byte[] bytes() {
        return bytes;
    }

    /// Where in [#bytes] a position of the file is.
    int at(long position) {
        return (int) (position - start);
    }
}
