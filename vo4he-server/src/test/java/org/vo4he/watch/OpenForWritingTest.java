// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is open in this very process.
class OpenForWritingTest {

    private static final int LOOKS = 200;

    @TempDir
    private Path folder;

    @Test
    void aFileIsSeenToBeOpenWhileItsProcessOpensAndClosesOthers() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "a system that tells which files are open");
        Path other = Files.writeString(folder.toRealPath().resolve("other.fits"), "");
        Path file = folder.toRealPath().resolve("a.fits");
        AtomicBoolean over = new AtomicBoolean();
        Thread busy = Thread.ofPlatform().start(() -> openAndClose(other, over));
        try (OutputStream _ = openedAfterOthers(file)) {
            for (int look = 0; look < LOOKS; look++) {
                assertThat(OpenForWriting.among(Set.of(file, other)))
                        .as("look %d", look)
                        .containsExactly(file);
            }
        } finally {
            over.set(true);
            busy.join();
        }
        assertThat(OpenForWriting.among(Set.of(file))).isEmpty();
    }

    /// The system lists files in the order of their numbers: those that come and go have smaller ones.
    private OutputStream openedAfterOthers(Path file) throws IOException {
        Deque<InputStream> others = new ArrayDeque<>();
        try {
            for (int i = 0; i < 100; i++) {
                others.add(Files.newInputStream(folder.resolve("other.fits")));
            }
            return Files.newOutputStream(file);
        } finally {
            while (!others.isEmpty()) {
                others.pop().close();
            }
        }
    }

    private static void openAndClose(Path file, AtomicBoolean over) {
        try {
            while (!over.get()) {
                Files.newInputStream(file).close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
