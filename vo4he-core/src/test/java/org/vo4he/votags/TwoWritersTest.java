// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// Several writers of one file, threads and processes: the file is always one that a single writer could have made, and
/// who comes second is told so.
class TwoWritersTest {

    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    /// A process that writes into the file again and again.
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        for (int n = 0; n < ROUNDS; n++) {
            requireSentence(write(file, n));
        }
        System.out.println("done");
    }

    private static WriteReport write(Path file, int n) throws Exception {
        return switch (n % 3) {
            case 0 -> VoTagsWriter.annotate(file, file, TaggedFiles.row(), WriteOptions.DEFAULT);
            case 1 -> VoTagsWriter.annotate(file, file, other(), WriteOptions.DEFAULT);
            default -> VoTagsWriter.strip(file, file, WriteOptions.DEFAULT);
        };
    }

    private static void requireSentence(WriteReport report) {
        if (report.outcome() == WriteReport.Outcome.REFUSED
                && report.findings().stream().noneMatch(finding -> finding.code() == VoTagsFinding.REFUSED)) {
            throw new AssertionError(report);
        }
    }

    private static ObsCoreRow other() {
        return TaggedFiles.row()
                .with()
                .set(ObsCoreColumn.OBS_TITLE, "long ".repeat(1000).strip(), new Origin.Given("--set"))
                .build();
    }

    private static FitsBuilder product() {
        FitsBuilder fits = TaggedFiles.events();
        fits.image("SKY", -32, 100, 100);
        return fits;
    }

    private List<byte[]> wholeOnes() throws Exception {
        byte[] bare = product().bytes();
        List<byte[]> whole = new ArrayList<>(List.of(bare));
        for (ObsCoreRow row : List.of(TaggedFiles.row(), other())) {
            Path copy = Files.write(folder.resolve("copy.fits"), bare);
            VoTagsWriter.annotate(copy, copy, row, WriteOptions.DEFAULT);
            whole.add(Files.readAllBytes(copy));
            Files.delete(copy);
        }
        return whole;
    }

    private void requireWhole(Path file) throws Exception {
        byte[] left = Files.readAllBytes(file);
        assertThat(wholeOnes().stream().anyMatch(whole -> Arrays.equals(whole, left)))
                .as("%d bytes are one of the whole files", left.length)
                .isTrue();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void threadsThatAnnotateAndStripOneFileLeaveItWhole() throws Exception {
        Path file = product().write(folder.resolve("events.fits"));
        List<Callable<List<WriteReport>>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int first = writer;
            writers.add(() -> {
                List<WriteReport> reports = new ArrayList<>();
                for (int n = 0; n < ROUNDS; n++) {
                    reports.add(write(file, first + n));
                }
                return reports;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<List<WriteReport>> reports : pool.invokeAll(writers)) {
                reports.get().forEach(TwoWritersTest::requireSentence);
            }
        }
        requireWhole(file);
    }

    @Test
    void processesThatAnnotateAndStripOneFileLeaveItWhole() throws Exception {
        Path file = product().write(folder.resolve("events.fits"));
        List<Process> processes = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            TwoWritersTest.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
        }
        requireWhole(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "replace"})
    void aFileThatAnotherProgramIsWritingIsLeftToIt(String how) throws Exception {
        Path file = product().write(folder.resolve("events.fits"));
        if (how.equals("replace")) {
            TaggedFiles.annotate(file);
        }
        byte[] before = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();

            WriteReport report = VoTagsWriter.annotate(file, file, other(), WriteOptions.DEFAULT);

            assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
            assertThat(report.findings().getLast().message()).contains("is being written by another program");
        }
        assertThat(file).hasBinaryContent(before);
    }

    /// Size, time of modification and identity are compared.
    @ParameterizedTest
    @ValueSource(strings = {"longer", "same size", "replaced", "removed"})
    void aFileThatChangedAfterItWasReadIsRefused(String how) throws Exception {
        for (boolean tagged : List.of(false, true)) {
            Path file = product().write(folder.resolve("events.fits"));
            if (tagged) {
                TaggedFiles.annotate(file);
            }
            try (FitsFile read = FitsFile.open(file)) {
                change(file, how);
                byte[] changed = Files.exists(file) ? Files.readAllBytes(file) : null;

                WriteReport report = VoTagsWriter.annotate(read, file, other(), WriteOptions.DEFAULT);

                assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
                assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.REFUSED);
                if (changed != null) {
                    assertThat(file).hasBinaryContent(changed);
                }
            }
        }
    }

    private void change(Path file, String how) throws Exception {
        switch (how) {
            case "longer" -> Files.write(file, new byte[2880], StandardOpenOption.APPEND);
            case "same size" -> {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
            }
            case "replaced" -> {
                FileTime time = Files.getLastModifiedTime(file);
                Path copy = Files.copy(file, folder.resolve("copy"));
                Files.setLastModifiedTime(copy, time);
                Files.move(copy, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            case "removed" -> Files.delete(file);
            default -> throw new IllegalArgumentException(how);
        }
    }
}
