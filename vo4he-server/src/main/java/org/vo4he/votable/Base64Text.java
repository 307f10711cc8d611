// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Writes bytes as lines of base 64 (RFC 2045) into a document, which stays open when this is closed.
final class Base64Text extends OutputStream {

    private static final int LINE = 76;
    private static final int BYTES_PER_LINE = LINE / 4 * 3;
    private static final byte[] LINE_END = {'\n'};
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(LINE, LINE_END);

    private final Writer text;
    private final byte[] waiting = new byte[BYTES_PER_LINE * 256];
    private int count;

    Base64Text(Writer text) {
        this.text = text;
    }

    @Override
    public void write(int b) throws IOException {
        if (count == waiting.length) {
            send(count);
        }
        waiting[count++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int from = offset; from < offset + length; ) {
            if (count == waiting.length) {
                send(count);
            }
            int part = Math.min(waiting.length - count, offset + length - from);
            System.arraycopy(bytes, from, waiting, count, part);
            count += part;
            from += part;
        }
    }

    /// Sends all but the one or two bytes that only what follows them, or the end, can complete.
    @Override
    public void flush() throws IOException {
        send(count - count % 3);
    }

    private void send(int length) throws IOException {
        if (length > 0) {
            byte[] encoded = ENCODER.encode(length == waiting.length ? waiting : Arrays.copyOf(waiting, length));
            text.write(new String(encoded, StandardCharsets.ISO_8859_1));
            text.write('\n');
            System.arraycopy(waiting, length, waiting, 0, count - length);
            count -= length;
        }
    }

    @Override
    public void close() throws IOException {
        send(count);
    }
}
