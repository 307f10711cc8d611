// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [SafeReplacement]: the old file or the new one, and nothing beside it.
class SafeReplacementTest {

    @TempDir
    Path folder;

    private static SafeReplacement.Content content(String text) {
        return channel -> channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String[] names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }

    @Test
    void aFileWhoseReplacementFailsStaysAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("a.fits"), "old");

        assertThatThrownBy(() -> SafeReplacement.write(file, file, false, channel -> {
                    content("half").writeTo(channel);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.fits");
    }

    @Test
    void whatACrashLeftBesideTheFileIsTakenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("a.fits"), "old");
        Files.writeString(folder.resolve(".vo4he-new-a.fits"), "longer than the new content");

        SafeReplacement.write(file, file, true, content("new"));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.fits");
    }

    @Test
    void whatACrashLeftIsSweptAway() throws Exception {
        Path file = Files.writeString(folder.resolve("a.fits"), "old");
        Files.writeString(folder.resolve(".vo4he-new-a.fits"), "half");

        SafeReplacement.sweep(file);

        assertThat(names()).containsExactly("a.fits");
    }

    @Test
    void aSecondWriterIsTurnedAwayAndTheFirstGoesOn() throws Exception {
        Path file = Files.writeString(folder.resolve("a.fits"), "old");

        SafeReplacement.write(file, file, false, channel -> {
            assertThatThrownBy(() -> SafeReplacement.write(file, file, false, content("second")))
                    .isInstanceOf(FileChangedException.class)
                    .hasMessageContaining("a.fits");
            SafeReplacement.sweep(file);
            content("first").writeTo(channel);
        });

        assertThat(file).hasContent("first");
        assertThat(names()).containsExactly("a.fits");
    }

    @Test
    void aNewFileHasTheModeOfItsSource() throws Exception {
        Path source = Files.writeString(folder.resolve("a.fits"), "old");
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-r-----"));
        Path target = folder.resolve("b.fits");

        SafeReplacement.write(source, target, false, content("new"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-----");
    }
}
