// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/// The log of one run: a line with its time for each thing said, on the disk as soon as it was said.
final class RunFile implements AutoCloseable {

    private final Writer out;
    private final RunListener listener;
    private final UnaryOperator<String> told;

    /// @param told makes of words what others may read
    RunFile(Path file, RunListener listener, UnaryOperator<String> told) throws IOException {
        this.out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.listener = listener;
        this.told = told;
    }

    /// To the file, and to who listens.
    ///
    /// @throws UncheckedIOException when it can't be kept: the disk is full
    synchronized void line(String words) {
        String line = told.apply(words).replaceAll("\\p{Cntrl}+", " ");
        try {
            out.write(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.log(line);
    }

    /// Says why a run ended, if the disk lets it.
    void lastLine(String words) {
        try {
            line(words);
        } catch (UncheckedIOException _) {
            listener.log(told.apply(words));
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException _) {
            // each line was flushed before
        }
    }
}
