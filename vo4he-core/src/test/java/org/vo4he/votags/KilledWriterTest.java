// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// A process that annotates, replaces and strips one file without end, killed at some moment: the file is
/// always one of the whole ones, or the bare one with a torn rest that the next command removes.
class KilledWriterTest {

    private static final int KILLS = 6;

    @TempDir
    Path folder;

    /// The process.
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        System.out.println("started");
        while (true) {
            VoTagsWriter.annotate(file, file, TaggedFiles.row(), WriteOptions.DEFAULT);
            VoTagsWriter.annotate(file, file, other(), WriteOptions.DEFAULT);
            VoTagsWriter.strip(file, file, WriteOptions.DEFAULT);
        }
    }

    private static ObsCoreRow other() {
        return TaggedFiles.row()
                .with()
                .set(ObsCoreColumn.OBS_TITLE, "long ".repeat(2000).strip(), new Origin.Given("--set"))
                .build();
    }

    @Test
    void killedAtAnyMomentTheFileIsWholeOrRepaired() throws Exception {
        FitsBuilder fits = TaggedFiles.events();
        fits.image("SKY", -32, 300, 300);
        Path file = fits.write(folder.resolve("data/events.fits"));
        byte[] bare = Files.readAllBytes(file);
        byte[] one = annotated(bare, TaggedFiles.row());
        byte[] other = annotated(bare, other());

        for (int kill = 0; kill < KILLS; kill++) {
            run(file, 60 + 61L * kill);

            byte[] left = Files.readAllBytes(file);
            boolean torn = left.length > bare.length
                    && left.length < one.length
                    && Arrays.equals(left, Arrays.copyOf(one, left.length));
            assertThat(torn || Stream.of(bare, one, other).anyMatch(whole -> Arrays.equals(whole, left)))
                    .as("%d bytes are whole or torn after kill %d", left.length, kill)
                    .isTrue();
            TaggedFiles.annotate(file);
            assertThat(Files.readAllBytes(file)).isEqualTo(one);
            try (Stream<Path> all = Files.list(file.getParent())) {
                assertThat(all.toList()).isEqualTo(List.of(file));
            }
        }
    }

    private byte[] annotated(byte[] bare, ObsCoreRow row) throws Exception {
        Path copy = Files.write(folder.resolve("copy.fits"), bare);
        VoTagsWriter.annotate(copy, copy, row, WriteOptions.DEFAULT);
        return Files.readAllBytes(copy);
    }

    private static void run(Path file, long milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriterTest.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("started");
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        process.destroyForcibly().waitFor();
    }
}
