// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.provenance.Sha256;

/// Runs of the two steps of [TwoSteps], and of steps that misbehave.
class LocalExecutorTest {

    @TempDir
    private Path folder;

    private final Map<String, ProvenanceDocument> told = new HashMap<>();
    private final LocalExecutor executor = new LocalExecutor(this::tell, Optional.of("here"), 5, 1000);
    private Path run;
    private ProvenanceDocument recipe;

    @BeforeEach
    void aRecipe() throws IOException {
        run = Files.createDirectories(folder.resolve("run"));
        recipe = TwoSteps.recipe(Files.writeString(folder.resolve("events.dat"), "photons"));
    }

    private List<String> tell(Path output, ProvenanceDocument provenance, List<Path> inputs) {
        told.put(output.getFileName().toString(), provenance);
        return List.of("tagged " + output.getFileName());
    }

    private Plan plan(Step first, PlanRequest request) {
        Planner planner = new Planner(
                new Programs(List.of(first, TwoSteps.JOIN), List.of()),
                new InputFolders(List.of(folder), Map.of(), KnownFiles.NONE));
        Planned planned = planner.plan(request);
        assertThat(planned).as(planned.findings().toString()).isInstanceOf(Plan.class);
        return (Plan) planned;
    }

    private PlanRequest wider() {
        return PlanRequest.again(recipe)
                .withEdits(List.of(new Edit("radius", "20")))
                .withParent(Optional.of("ivo://test/here?joined.dat"));
    }

    @Test
    void stepsRunOneAfterTheOtherAndSayHowFarTheyAre() throws Exception {
        List<String> heard = new ArrayList<>();
        Finished finished = executor.run(plan(TwoSteps.COUNT, wider()), run, new RunListener() {
            @Override
            public void step(int number, int of, String name) {
                heard.add(number + "/" + of + " " + name);
            }

            @Override
            public void progress(double fraction) {
                heard.add(String.valueOf(fraction));
            }

            @Override
            public void log(String line) {
                heard.add(line);
            }
        });

        assertThat(finished.wanted()).hasSize(1);
        assertThat(finished.wanted().getFirst().file())
                .hasContent("sum of photons 20")
                .isEqualTo(run.resolve("runtime_data/1-join/joined.dat"));
        assertThat(finished.outputs()).extracting(Finished.Output::name).containsExactly("out", "joined");
        assertThat(heard)
                .containsSubsequence(
                        "1/2 count",
                        "counting 7",
                        "0.5",
                        "tagged counts.dat",
                        "0.5",
                        "2/2 join",
                        "tagged joined.dat",
                        "1.0");
        assertThat(Files.readString(finished.log()))
                .contains("step 1 of 2: count 1", "counting 7", "tagged joined.dat", "done");
    }

    @Test
    void anOutputTellsTheStepsItNeededWithWhatWasChangedAndItsParent() throws Exception {
        executor.run(plan(TwoSteps.COUNT, wider()), run, RunListener.NONE);

        ProvenanceDocument joined = told.get("joined.dat");
        assertThat(joined.parentDid()).contains("ivo://test/here?joined.dat");
        assertThat(joined.others().json())
                .containsEntry("changes", "[{\"address\":\"0:2\",\"name\":\"radius\",\"old\":\"10\",\"new\":\"20\"}]");
        assertThat(joined.steps()).extracting(ProvenanceStep::title).containsExactly("count", "join");
        assertThat(joined.steps())
                .allMatch(step -> step.host().equals(Optional.of("here"))
                        && step.exitCode().equals(Optional.of("0"))
                        && step.started().isPresent()
                        && step.ended().isPresent());
        Argument.Input events =
                (Argument.Input) StepRecord.arguments(joined.steps().getFirst()).get("events");
        assertThat(events.file().wholePath()).isEqualTo("/old/host/events.dat");
        assertThat(events.file().checksum()).contains(Sha256.of(folder.resolve("events.dat")));
        assertThat(StepRecord.values(joined.steps().getFirst())).containsEntry("radius", "20");
        Argument.Input counts =
                (Argument.Input) StepRecord.arguments(joined.steps().getLast()).get("counts");
        assertThat(counts.file().wholePath()).isEqualTo("counts.dat");
        assertThat(counts.file().checksum()).contains(Sha256.of(run.resolve("runtime_data/0-count/counts.dat")));
        assertThat(told.get("counts.dat").steps()).hasSize(1);
        assertThat(told.get("counts.dat").parentDid()).isEmpty();
    }

    /// What was made by its provenance can be made by it once more.
    @Test
    void whatWasRemadeCanBeRemade() throws Exception {
        executor.run(plan(TwoSteps.COUNT, wider()), run, RunListener.NONE);

        Plan again = plan(
                TwoSteps.COUNT, PlanRequest.again(told.get("joined.dat")).withEdits(List.of(new Edit("0:2", "30"))));

        assertThat(again.changes().getFirst().was()).contains("20");
        assertThat(plan(TwoSteps.COUNT, PlanRequest.again(told.get("joined.dat")))
                        .hash())
                .isEqualTo(plan(TwoSteps.COUNT, wider()).hash());
    }

    /// Between the plan and the run, and while a step runs: a look that is the same proves it, else the content.
    @Test
    void anInputThatIsAnotherOneThanWhenPlannedIsNotRunAndOneThatIsOnlyTouchedIs() throws Exception {
        Path events = folder.resolve("events.dat");
        Plan plan = plan(TwoSteps.COUNT, PlanRequest.again(recipe));
        Files.setLastModifiedTime(events, FileTime.fromMillis(1_000_000));
        executor.run(plan, run, RunListener.NONE);

        Plan stale = plan(TwoSteps.COUNT, PlanRequest.again(recipe));
        Files.writeString(events, "others!");
        assertThatThrownBy(() -> executor.run(stale, folder.resolve("second"), RunListener.NONE))
                .isInstanceOf(StepException.class)
                .hasMessage("the input events.dat changed since the run was planned");

        Files.writeString(events, "photons");
        fails(_ -> Files.writeString(events, "other"), "the input events.dat changed since the run began");
    }

    /// A step like `count` that does something else.
    private static Step doing(Deed deed) {
        return new Step() {
            @Override
            public StepDefinition definition() {
                return TwoSteps.COUNT.definition();
            }

            @Override
            public List<String> companions(Arguments arguments) {
                return List.of("beside.dat");
            }

            @Override
            public void run(Arguments arguments, Workspace workspace, StepListener listener)
                    throws StepException, IOException, InterruptedException {
                deed.in(workspace.folder());
            }
        };
    }

    private interface Deed {
        void in(Path workspace) throws StepException, IOException, InterruptedException;
    }

    private Finished run(Deed deed) throws Exception {
        return executor.run(
                plan(doing(deed), PlanRequest.again(recipe).withTarget(Optional.of("0"))), run, RunListener.NONE);
    }

    private void fails(Deed deed, String words) throws IOException {
        assertThatThrownBy(() -> run(deed)).isInstanceOf(StepException.class).hasMessageContaining(words);
        assertThat(Files.readString(run.resolve("run.log"))).contains("failed: ", words);
    }

    @Test
    void anOutputThatIsMissingOrALinkFailsTheRun() throws IOException {
        fails(_ -> {}, "its output counts.dat (out) is not there");
        fails(
                workspace -> Files.createSymbolicLink(workspace.resolve("counts.dat"), folder.resolve("events.dat")),
                "its output counts.dat (out) is not there");
    }

    @Test
    void noFolderOfThisMachineIsToldToWhoReadsTheLog() throws IOException {
        assertThatThrownBy(() -> run(workspace -> {
                    throw new StepException(
                            "%s has no column, says %s".formatted(folder.resolve("events.dat"), workspace));
                }))
                .hasMessage("events.dat has no column, says runtime_data/0-count");
        assertThat(Files.readString(run.resolve("run.log"))).doesNotContain(folder.toString());
    }

    @Test
    void tooLargeFilesFailTheRun() throws IOException {
        fails(
                workspace -> Files.write(workspace.resolve("counts.dat"), new byte[1001]),
                "made more than 1000 bytes of files");
    }

    @Test
    void tooManyFilesFailTheRun() throws IOException {
        fails(
                workspace -> {
                    for (int i = 0; i < 6; i++) {
                        Files.write(workspace.resolve("f" + i), new byte[0]);
                    }
                },
                "made more than 5 files");
    }

    @Test
    void onlyDeclaredFilesAndCompanionsAreTaken() throws Exception {
        Finished finished = run(workspace -> {
            for (String name : List.of("counts.dat", "beside.dat", "scratch.dat")) {
                Files.writeString(workspace.resolve(name), name);
            }
        });

        assertThat(finished.wanted())
                .extracting(output -> output.file().getFileName().toString())
                .containsExactly("counts.dat", "beside.dat");
    }

    @Test
    void theLogSaysWhyARunEndedAndStays() throws Exception {
        fails(
                _ -> {
                    throw new StepException("no photons");
                },
                "no photons");
        assertThatThrownBy(() -> run(_ -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(Files.readString(run.resolve("run.log"))).contains("No space left on device");
    }

    @Test
    void anInterruptedRunIsCancelledAlsoWhileItReads() throws Exception {
        assertThatThrownBy(() -> run(_ -> {
                    Thread.currentThread().interrupt();
                    Files.newByteChannel(folder.resolve("events.dat")).read(java.nio.ByteBuffer.allocate(1));
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(Files.readString(run.resolve("run.log"))).endsWith("cancelled\n");
    }
}
