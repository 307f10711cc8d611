// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.testkit.FitsBuilder;

/// Files, folders and disks that don't let themselves be written to: a sentence, and the file is as it was. The writer
/// runs in a
/// process of its own, within the permissions of an ordinary user and on a disk as small as the test wants.
class DeniedWriteTest {

    @TempDir
    Path folder;

    /// The process: `append`, or any other word to write a copy to that path; then the file.
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        Path out = arguments[0].equals("in-place") ? file : Path.of(arguments[0]);
        WriteReport report = VoTagsWriter.annotate(file, out, TaggedFiles.row(), WriteOptions.DEFAULT);
        System.out.println(report.outcome() + " " + report.findings());
    }

    private static String run(List<String> by, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DeniedWriteTest.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /// Root may write everywhere, unless it gives that up.
    private static List<String> withinPermissions() throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        List<String> by = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        Assumptions.assumeTrue(works(by, "true"), "setpriv is not here, and the test runs as root");
        return by;
    }

    private static boolean works(List<String> by, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReadOnlyFileIsLeftAsItIsWithASentence(boolean tagged) throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        if (tagged) {
            VoTagsWriter.annotate(
                    file, file, org.vo4he.obscore.ObsCoreRow.builder().build(), WriteOptions.DEFAULT);
        }
        byte[] before = Files.readAllBytes(file);
        assertThat(file.toFile().setReadOnly()).isTrue();

        String said = run(withinPermissions(), "in-place", file.toString());

        assertThat(said).contains("REFUSED", "votags-refused", "no permission to write", "events.fits");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aCopyIntoAReadOnlyFolderIsRefusedWithASentence() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertThat(closed.toFile().setReadOnly()).isTrue();

        String said = run(withinPermissions(), closed.resolve("copy.fits").toString(), file.toString());

        assertThat(said).contains("REFUSED", "no permission to write", "closed");
        assertThat(closed.toFile().setWritable(true)).isTrue();
        assertThat(closed).isEmptyDirectory();
    }

    /// A disk of 64 kB, seen by the process alone: the copy does not fit, nor does what is appended.
    @ParameterizedTest
    @ValueSource(strings = {"append", "copy", "replace"})
    void onAFullDiskTheFileStaysAsItWasWithASentence(String how) throws Exception {
        List<String> apart = List.of("unshare", "--mount", "--map-root-user");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String mount = "mount -t tmpfs -o size=64k tmpfs " + disk;
        Assumptions.assumeTrue(works(apart, "sh", "-c", mount), "a disk can't be mounted here");
        FitsBuilder fits = TaggedFiles.events();
        fits.image("SKY", -32, 96, 96); // with its tags just below 64 kB, and twice that above
        Path source = fits.write(folder.resolve("events.fits"));
        if (how.equals("replace")) {
            VoTagsWriter.annotate(
                    source, source, org.vo4he.obscore.ObsCoreRow.builder().build(), WriteOptions.DEFAULT);
        }
        Path file = disk.resolve("events.fits");
        String java = String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "'" + System.getProperty("java.class.path") + "'",
                DeniedWriteTest.class.getName());
        String out = how.equals("copy") ? disk.resolve("copy.fits").toString() : "in-place";
        String fill = how.equals("append") ? "head -c 10000 /dev/zero > " + disk + "/filler;" : "";
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--map-root-user",
                        "sh",
                        "-c",
                        "%s && cp %s %s; %s %s %s %s; cmp %s %s && ls -A %s"
                                .formatted(mount, source, file, fill, java, out, file, source, file, disk))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("REFUSED", "No space left on device").doesNotContain("copy.fits\n", ".vo4he-new-");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        Path nowhere = folder.resolve("nowhere/copy.fits");

        WriteReport report = VoTagsWriter.annotate(file, nowhere, TaggedFiles.row(), WriteOptions.DEFAULT);

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings().getLast().message())
                .isEqualTo(nowhere + " can't be written: there is no folder " + nowhere.getParent());
    }
}
