// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.InputFolders;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Programs;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.reprocess.Workspace;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobParameter;
import org.vo4he.uws.Phase;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueSettings;

/// A server that is killed at each stage of a job of two steps. What `kill -9` leaves is what lies on the disk: one run
/// copies the folder of its queue at every stage, and another queue goes on from each copy.
class KilledStagesTest {

    /// Where a server can be killed.
    enum Stage {
        QUEUED,
        STAGED,
        IN_FIRST_STEP,
        TAGGING_FIRST_OUTPUT,
        IN_SECOND_STEP,
        TAGGING_SECOND_OUTPUT,
        COLLECTED,
        MOVED,
        DONE
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path root;

    private static final Map<Stage, Path> KILLED = new EnumMap<>(Stage.class);
    private static Store store;
    private static String id;

    /// A step that writes its word, or what it reads and its word; before and after half of it, it comes to a stage.
    private record Writing(String name, boolean reads, Consumer<Path> half) implements Step {

        @Override
        public StepDefinition definition() {
            List<Parameter> parameters = new ArrayList<>();
            if (reads) {
                parameters.add(Parameter.input("in", "what is read"));
            }
            parameters.add(Parameter.value("word", ParameterType.TEXT, "what is written"));
            parameters.add(Parameter.output("out", "the words"));
            return new StepDefinition(name, "1", "Write", parameters);
        }

        @Override
        public void run(Arguments arguments, Workspace workspace, StepListener listener) throws IOException {
            Path out = workspace.output(arguments.text("out").orElseThrow());
            String before = reads ? Files.readString(arguments.file("in").orElseThrow()) : "";
            Files.writeString(out, before);
            half.accept(workspace.folder());
            Files.writeString(out, before + arguments.text("word").orElseThrow());
        }
    }

    /// The parts of a server that a kill can fall into.
    ///
    /// @param come hears of each stage, and of a place in the folder of the job
    private record Parts(BiConsumer<Stage, Path> come) {

        Queue open(Path folder) throws IOException {
            Planner planner = new Planner(
                    new Programs(
                            List.of(
                                    new Writing("first", false, place -> come.accept(Stage.IN_FIRST_STEP, place)),
                                    new Writing("second", true, place -> come.accept(Stage.IN_SECOND_STEP, place))),
                            List.of()),
                    new InputFolders(List.of(), Map.of(), KnownFiles.NONE));
            LocalExecutor local = new LocalExecutor(
                    (output, _, inputs) -> {
                        come.accept(
                                inputs.isEmpty() ? Stage.TAGGING_FIRST_OUTPUT : Stage.TAGGING_SECOND_OUTPUT, output);
                        return List.of();
                    },
                    Optional.empty());
            Executor staged = new Executor() {
                @Override
                public Finished run(Plan plan, Path job, long mostBytes, RunListener listener)
                        throws StepException, IOException, InterruptedException {
                    come.accept(Stage.STAGED, job);
                    Finished finished = local.run(plan, job, mostBytes, listener);
                    come.accept(Stage.COLLECTED, job);
                    return finished;
                }
            };
            EarlierRuns earlier = new EarlierRuns();
            Queue queue = Queue.open(
                    folder,
                    new ReprocessRunner(new Remaking(planner, store.products()), staged, earlier, new FreshPlans()),
                    QueueSettings.of(1, 10, 10, PATIENCE, Duration.ofDays(1), 1_000_000));
            earlier.learn(queue);
            return queue;
        }
    }

    private static String ordered(Queue queue, String word) throws Exception {
        Arguments first = Arguments.of(
                new Writing("first", false, _ -> {}).definition(), Map.of("word", word, "out", "first.txt"));
        Arguments second = Arguments.of(
                new Writing("second", true, _ -> {}).definition(),
                Map.of("in", "first.txt", "word", "!", "out", "second.txt"));
        String recipe = ProvenanceJson.write(new ProvenanceDocument(List.of(
                StepRecord.of(first, StepRecord.BUILT_IN, Map.of()),
                StepRecord.of(second, StepRecord.BUILT_IN, Map.of()))));
        JobOrder order = new JobOrder(
                Optional.of("ann"),
                "ann",
                Optional.empty(),
                "http://here",
                List.of(new JobParameter("PROVENANCE", recipe)));
        return queue.run(queue.create(order).id()).id();
    }

    private static Job over(Queue queue, String id) throws Exception {
        Job job = queue.get(id);
        while (!job.phase().isOver()) {
            job = queue.await(id, Optional.of(job.phase()), PATIENCE);
        }
        return job;
    }

    private static void copy(Stage stage, Path queue) {
        Path to = root.resolve(stage.name());
        try (Stream<Path> files = Files.walk(queue)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(queue.relativize(file)), LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KILLED.put(stage, to);
    }

    /// A job that holds the worker, and behind it the one that is watched.
    @BeforeAll
    static void runOnceAndCopyAtEachStage() throws Exception {
        store = Store.open(root.resolve("state"), StoreSettings.defaults());
        Path folder = root.resolve("queue");
        CountDownLatch go = new CountDownLatch(1);
        Parts parts = new Parts((stage, place) -> {
            if (id == null || !place.toString().contains(id)) {
                await(go);
            } else {
                copy(stage, folder);
            }
        });
        try (Queue queue = parts.open(folder)) {
            ordered(queue, "holds");
            id = ordered(queue, "word");
            copy(Stage.QUEUED, folder);
            go.countDown();
            assertThat(over(queue, id).phase()).isEqualTo(Phase.COMPLETED);
            copy(Stage.DONE, folder);
            copy(Stage.MOVED, folder);
        }
        cutLastLine(KILLED.get(Stage.MOVED).resolve("jobs.jsonl"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The one that says that the job is done.
    private static void cutLastLine(Path journal) throws IOException {
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines.getLast()).contains(id, "COMPLETED");
        Files.writeString(journal, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void theJobComesToItsResultOnceWhereverItsServerWasKilled(Stage stage) throws Exception {
        List<Stage> again = new ArrayList<>();
        Parts parts = new Parts((each, place) -> {
            if (place.toString().contains(id)) {
                again.add(each);
            }
        });

        try (Queue queue = parts.open(KILLED.get(stage))) {
            Job job = over(queue, id);

            assertThat(job.phase()).isEqualTo(Phase.COMPLETED);
            assertThat(job.kills()).isEqualTo(stage == Stage.QUEUED || stage == Stage.DONE ? 0 : 1);
            assertThat(job.results().stream().map(result -> result.file()))
                    .containsExactly("first.txt", "second.txt", "run.log");
            assertThat(queue.folder(id).resolve("second.txt")).hasContent("word!");
            assertThat(files(queue.folder(id))).containsExactly("first.txt", "run.json", "run.log", "second.txt");
            assertThat(again)
                    .isEqualTo(
                            stage == Stage.DONE
                                    ? List.of()
                                    : Arrays.stream(Stage.values())
                                            .filter(each ->
                                                    each != Stage.QUEUED && each != Stage.MOVED && each != Stage.DONE)
                                            .toList());
            assertThat(queue.jobs().stream().map(each -> over(queue, each.id(), each.phase())))
                    .containsOnly(Phase.COMPLETED);
        }
    }

    private static Phase over(Queue queue, String job, Phase now) {
        try {
            return now.isOver() ? now : over(queue, job).phase();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
