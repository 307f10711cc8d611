// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.harvest.Readiness;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.OutputTags;
import org.vo4he.reprocess.Programs;
import org.vo4he.steps.GroupStep;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.watch.FolderWatch;
import org.vo4he.watch.WatchSettings;

/// [RoutineRuns]: once for each file, also across restarts and crashes.
class RoutineRunsTest {

    @TempDir
    private Path temporary;

    private Path incoming;
    private Path out;
    private Path state;
    private Pipeline pipeline;

    @BeforeEach
    void makeFolders() throws Exception {
        incoming = Files.createDirectory(temporary.resolve("incoming")).toRealPath();
        out = Files.createDirectory(temporary.resolve("out")).toRealPath();
        state = temporary.resolve("state");
        Path yaml = Files.writeString(temporary.resolve("group.yaml"), """
                inputs: [spectrum]
                steps: [{program: group, arguments: {input: "{spectrum}", output: "{spectrum.stem}_grp.pha"}}]
                """);
        pipeline = PipelineFile.read(yaml, new Programs(List.of(new GroupStep("1")), List.of()));
    }

    private RoutineRuns open() throws IOException, PipelineException {
        PipelineRun run =
                new PipelineRun(pipeline, new LocalExecutor(OutputTags.NONE, Optional.empty()), _ -> Optional.empty());
        return RoutineRuns.open(incoming, out, run, "*", state);
    }

    /// A new start takes what is there.
    private long catchUp() throws IOException, PipelineException {
        try (RoutineRuns runs = open()) {
            return runs.catchUp(Readiness.ALWAYS).read();
        }
    }

    private Path arrive(String name, double counts) throws IOException {
        FitsBuilder builder = new FitsBuilder();
        builder.primary();
        builder.table("SPECTRUM")
                .card("HDUCLAS1", "SPECTRUM")
                .column("CHANNEL", "J", 1, 2)
                .column("COUNTS", "J", counts, counts);
        return builder.write(incoming.resolve(name));
    }

    private List<String> made() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachFileIsTakenOnceAlsoAcrossRestarts() throws Exception {
        arrive("a.pha", 30);
        Files.writeString(incoming.resolve("notes.txt"), "no FITS");

        assertThat(catchUp()).isEqualTo(1);
        assertThat(catchUp()).isZero();
        arrive("b.pha", 40);
        assertThat(catchUp()).isEqualTo(1);

        assertThat(made()).containsExactly("a.pha/a_grp.pha", "a.pha/run.log", "b.pha/b_grp.pha", "b.pha/run.log");
    }

    @Test
    void aFileThatIsOnlyTouchedIsNotTakenAgainAndOneOfOtherContentIs() throws Exception {
        Path file = arrive("a.pha", 30);
        catchUp();

        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
        catchUp();
        assertThat(made()).hasSize(2);

        arrive("a.pha", 99);
        catchUp();
        assertThat(made()).contains("a.pha/a_grp.pha", "a.pha.2/a_grp.pha").hasSize(4);
    }

    @Test
    void aRunThatWasCutOffIsBegunAgainAndWhatItLeftIsSwept() throws Exception {
        arrive("a.pha", 30);
        catchUp();
        Path journal = state.resolve("routine/group.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, lines.getFirst() + "\n" + "{\"path\":\"a.ph");
        PipelineRun.delete(out.resolve("a.pha"));
        Files.createDirectory(out.resolve(".vo4he-run-1"));

        assertThat(lines).hasSize(3);
        assertThat(catchUp()).isEqualTo(1);
        assertThat(catchUp()).isZero();
        assertThat(made()).containsExactly("a.pha/a_grp.pha", "a.pha/run.log");
        assertThat(out.resolve(".vo4he-run-1")).doesNotExist();
    }

    @Test
    void outputsThatAreInTheirPlaceAreDoneEvenIfTheLastLineWasNotWritten() throws Exception {
        arrive("a.pha", 30);
        catchUp();
        Path journal = state.resolve("routine/group.jsonl");
        Files.write(journal, Files.readAllLines(journal).subList(0, 2));

        catchUp();

        assertThat(made()).containsExactly("a.pha/a_grp.pha", "a.pha/run.log");
    }

    @Test
    void aRunThatFailsIsToldWithItsLogAndTriedAgainAtTheNextStartOnly() throws Exception {
        FitsBuilder image = new FitsBuilder();
        image.primary().card("OBJECT", "none");
        image.write(incoming.resolve("image.fits"));

        try (RoutineRuns runs = open()) {
            assertThat(runs.catchUp(Readiness.ALWAYS).failed()).isEqualTo(1);
            assertThat(runs.differences()).isEmpty();
        }

        assertThat(out.resolve("image.fits.failed.log")).content().contains("holds no spectrum");
        assertThat(Files.readString(state.resolve("routine/group.jsonl"))).contains("FAILED", "holds no spectrum");
        try (RoutineRuns runs = open()) {
            assertThat(runs.differences()).containsExactly("image.fits");
        }
    }

    @Test
    void theWatchTakesWhatArrivesAndIsWhole() throws Exception {
        WatchSettings quick = new WatchSettings(
                false, Duration.ofMillis(20), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10));
        try (RoutineRuns runs = open();
                FolderWatch watch = FolderWatch.of(incoming, out, quick, runs)) {
            watch.start();

            arrive("a.pha", 30);

            while (!Files.exists(out.resolve("a.pha"))) {
                Thread.onSpinWait();
            }
        }
        assertThat(made()).containsExactly("a.pha/a_grp.pha", "a.pha/run.log");
        assertThat(catchUp()).isZero();
    }

    @Test
    void aPipelineOfSeveralInputsCantBeginWithOneFile() {
        pipeline = new Pipeline("two", List.of("a", "b"), pipeline.steps());

        assertThatThrownBy(this::open)
                .hasMessage("the pipeline two has 2 inputs; one that begins when a file arrives has one");
    }
}
