// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;

/// What a writer that was killed leaves behind, with a lock held by another process as a writer at work.
class HiddenFolderTest {

    @TempDir
    private Path parent;

    private Path leftBehind(String name) throws IOException {
        Path folder = Files.createDirectories(
                        parent.resolve(".vo4he-new-" + name).resolve("files"))
                .getParent();
        Files.createFile(folder.resolve("lock"));
        Files.writeString(folder.resolve("files/half.pha"), "SIMPLE");
        return folder;
    }

    private List<Path> names() throws IOException {
        try (Stream<Path> names = Files.list(parent)) {
            return names.toList();
        }
    }

    @Test
    void theNextWriterSweepsWhatAKilledOneLeft() throws Exception {
        leftBehind("killed");

        try (HiddenFolder folder = HiddenFolder.in(parent)) {
            assertThat(names()).hasSize(1);
            assertThat(folder.files()).isEmptyDirectory();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatAnotherProcessIsWritingStays() throws Exception {
        Judges.require(Judges.Judge.PYTHON);
        Path busy = leftBehind("busy");
        Process writer = new ProcessBuilder(
                        "/usr/bin/python3", "-c", """
                        import fcntl, sys
                        f = open(sys.argv[1], 'r+')
                        fcntl.lockf(f, fcntl.LOCK_EX)
                        print('locked', flush=True)
                        sys.stdin.read()
                        """, busy.resolve("lock").toString())
                .start();
        try {
            assertThat(writer.inputReader().readLine()).isEqualTo("locked");
            HiddenFolder.in(parent).close();
            assertThat(busy.resolve("files/half.pha")).exists();
        } finally {
            writer.outputWriter().close();
            writer.waitFor();
        }
        HiddenFolder.in(parent).close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatThisProcessIsWritingElsewhereStays() throws Exception {
        try (HiddenFolder one = HiddenFolder.in(parent)) {
            HiddenFolder.in(parent).close();
            assertThat(one.files()).isEmptyDirectory();
        }
    }

    @Test
    void aFolderThatHasNoLockYetStays() throws Exception {
        Path starting = Files.createDirectory(parent.resolve(".vo4he-new-starting"));

        HiddenFolder.in(parent).close();
        assertThat(starting).exists();
    }
}
