// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;

/// `vo4he strip` where there is nothing to strip, or nothing to read.
class StripCommandTest {

    @TempDir
    Path folder;

    @Test
    void aFileWithoutTagsIsCopiedByteForByte() throws Exception {
        Path file = new FitsBuilder().write(folder.resolve("a b.fits"));

        CommandRun run = CommandRun.of("strip", file, "--out", folder.resolve("out"));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(folder.resolve("out/a b.fits")).hasSameBinaryContentAs(file);
    }

    @Test
    void whereToWriteMustBeSaidAndOnlyOnce() {
        assertThat(CommandRun.of("strip", "a.fits").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("strip", "a.fits", "--in-place", "--out", folder)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void twoFilesOfOneNameAreNotWrittenOverEachOther() {
        Path first = new FitsBuilder().write(folder.resolve("a/x.fits"));
        Path second = new FitsBuilder().write(folder.resolve("b/x.fits"));

        CommandRun run = CommandRun.of("strip", first, second, "--out", folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(first.toString(), second.toString());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMissingFileAndATextFileAreSaidAndTheOthersWritten() throws Exception {
        Path good = new FitsBuilder().write(folder.resolve("good.fits"));
        Path text = Files.writeString(folder.resolve("readme.txt"), "not FITS");

        CommandRun run = CommandRun.of("strip", folder.resolve("none.fits"), text, good, "--in-place");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("there is no file " + folder.resolve("none.fits"))
                .contains("readme.txt");
        assertThat(run.out()).contains("good.fits: already so");
        assertThat(text).hasContent("not FITS");
    }
}
