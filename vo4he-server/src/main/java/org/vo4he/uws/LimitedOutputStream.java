// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Takes so many bytes and no more.
final class LimitedOutputStream extends FilterOutputStream {

    private final long maxBytes;
    private long written;

    LimitedOutputStream(OutputStream out, long maxBytes) {
        super(out);
        this.maxBytes = maxBytes;
    }

    @Override
    public void write(int b) throws IOException {
        count(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        count(length);
        out.write(bytes, from, length);
    }

    private void count(int length) throws TooLargeException {
        written += length;
        if (written > maxBytes) {
            throw new TooLargeException(maxBytes);
        }
    }
}
