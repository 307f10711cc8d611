// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a whole journal, line by line.
final class JournalReader {

    private final InputStream in;
    private final Path name;
    private final List<Line> lines = new ArrayList<>();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream(2048);
    private long at;
    private long wholeUntil;
    private int damaged;
    private int damagedUntilWhole;

    private JournalReader(InputStream in, Path name) {
        this.in = in;
        this.name = name;
    }

    /// A line that is whole.
    record Line(JournalLine content, long start, int length) {}

    /// @param end behind the last whole line; what follows was cut short
    /// @param damaged lines before `end` that are not whole; all, when none is whole
    record Contents(List<Line> lines, long end, int damaged) {}

    /// @throws IOException when it was written by a newer program
    static Contents read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            JournalReader reader = new JournalReader(in, file);
            reader.readAll();
            int damaged = reader.wholeUntil == 0 ? reader.damaged : reader.damagedUntilWhole;
            return new Contents(reader.lines, reader.wholeUntil, damaged);
        }
    }

    private void readAll() throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            current.write(next);
            if (next == '\n') {
                take(current.toByteArray());
                at += current.size();
                current.reset();
            }
        }
    }

    private void take(byte[] line) throws IOException {
        if (!JournalLine.isWhole(line)) {
            damaged++;
            return;
        }
        switch (JournalLine.kind(line)) {
            case 'V' -> checkVersion(new String(JournalLine.content(line), StandardCharsets.UTF_8));
            case 'J' -> add(new JournalLine.Kept(JobSummary.of(JobJson.read(JournalLine.content(line)))), line.length);
            case 'D' ->
                add(
                        new JournalLine.Deleted(new String(JournalLine.content(line), StandardCharsets.UTF_8)),
                        line.length);
            default -> throw newer("a line of the kind '" + JournalLine.kind(line) + "'");
        }
        wholeUntil = at + line.length;
        damagedUntilWhole = damaged;
    }

    private void add(JournalLine content, int length) {
        lines.add(new Line(content, at, length));
    }

    private void checkVersion(String head) throws IOException {
        String version = head.replaceFirst("^vo4he jobs ", "");
        if (!version.equals(Integer.toString(JournalLine.VERSION))) {
            throw newer("version " + version);
        }
    }

    private IOException newer(String found) {
        return new IOException("the jobs in " + name + " were written by a newer vo4he: this one knows version "
                + JournalLine.VERSION + ", found " + found + ". Use the newer program.");
    }
}
