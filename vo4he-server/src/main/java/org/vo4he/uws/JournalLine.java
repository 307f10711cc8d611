// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// One line of a [JobJournal]: eight hexadecimal digits, the CRC-32C of what follows them; a blank; a letter, `J` for a
/// job, `D` for one that is deleted, `V` for the first line; a blank; JSON, an id, or the version; a line feed.
sealed interface JournalLine {

    /// Raised when what a line says changes; an older journal is read by the program of its day and written anew.
    int VERSION = 1;

    int HEAD_CHARS = 11;

    /// A job is kept as the line says.
    record Kept(JobSummary summary) implements JournalLine {}

    record Deleted(String id) implements JournalLine {}

    static byte[] head() {
        return line('V', ("vo4he jobs " + VERSION).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] of(Job job) throws IOException {
        return line('J', JobJson.write(job));
    }

    static byte[] deleted(String id) {
        return line('D', id.getBytes(StandardCharsets.UTF_8));
    }

    /// The job of a line that is whole.
    ///
    /// @throws IOException when it is not whole any more
    static Job job(byte[] line) throws IOException {
        if (!isWhole(line)) {
            throw new IOException("a record of the job journal is damaged");
        }
        return JobJson.read(content(line));
    }

    /// Whether the checksum is right. The line ends with its line feed.
    static boolean isWhole(byte[] line) {
        return line.length > HEAD_CHARS
                && line[line.length - 1] == '\n'
                && line[8] == ' '
                && new String(line, 0, 8, StandardCharsets.US_ASCII).equals(checksum(line));
    }

    static char kind(byte[] line) {
        return (char) line[9];
    }

    /// What stands behind the kind.
    static byte[] content(byte[] line) {
        return Arrays.copyOfRange(line, HEAD_CHARS, line.length - 1);
    }

    static byte[] line(char kind, byte[] content) {
        byte[] line = new byte[HEAD_CHARS + content.length + 1];
        line[8] = ' ';
        line[9] = (byte) kind;
        line[10] = ' ';
        System.arraycopy(content, 0, line, HEAD_CHARS, content.length);
        line[line.length - 1] = '\n';
        System.arraycopy(checksum(line).getBytes(StandardCharsets.US_ASCII), 0, line, 0, 8);
        return line;
    }

    private static String checksum(byte[] line) {
        CRC32C crc = new CRC32C();
        crc.update(line, 8, line.length - 9);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
