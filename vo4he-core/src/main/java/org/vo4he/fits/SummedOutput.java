// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Writes the data of one HDU to a file and counts their DATASUM on the way, in constant memory.
final class SummedOutput {

    private static final int BYTES_AT_ONCE = 128 * HduScan.BLOCK;

    private final FileChannel target;
    private final byte[] buffer = new byte[BYTES_AT_ONCE];
    private int filled;
    private long sum;

    SummedOutput(FileChannel target) {
        this.target = target;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int count = Math.min(end - from, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, count);
            filled += count;
            from += count;
            if (filled == buffer.length) {
                flush();
            }
        }
    }

    /// Fills the last block with zeros.
    ///
    /// @return the sum over all blocks
    long end() throws IOException {
        int padding = (int) (HduScan.padded(filled) - filled);
        Arrays.fill(buffer, filled, filled + padding, (byte) 0);
        filled += padding;
        flush();
        return sum;
    }

    private void flush() throws IOException {
        sum = Checksum.add(sum, Checksum.sum(filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled)));
        write(target, buffer, filled);
        filled = 0;
    }

    /// All of the bytes, at the channel's position.
    static void write(FileChannel target, byte[] bytes, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
        while (rest.hasRemaining()) {
            target.write(rest);
        }
    }
}
