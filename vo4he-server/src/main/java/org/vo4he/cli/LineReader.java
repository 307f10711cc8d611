// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Standard input line by line as bytes, in bounded memory: a line without end is told of, not kept.
final class LineReader {

    /// The longest provenance that can be written fits in.
    static final int LONGEST = 18 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    LineReader(InputStream in) {
        this.in = in;
    }

    /// One line without its end.
    ///
    /// @param tooLong whether it was longer than [#LONGEST]; then its bytes are not here
    record Line(byte[] bytes, boolean tooLong) {

        /// Whether nothing is asked.
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /// @return empty at the end of the input; what follows the last line end is a line too
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        boolean tooLong = false;
        while (at < filled || fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + end - at > LONGEST;
            if (!tooLong) {
                line.write(buffer, at, end - at);
            }
            boolean whole = end < filled;
            at = end + (whole ? 1 : 0);
            if (whole) {
                return Optional.of(new Line(line.toByteArray(), tooLong));
            }
        }
        return line.size() > 0 || tooLong ? Optional.of(new Line(line.toByteArray(), tooLong)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
