// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [Queue]: turns, limits, endings, and what is left of them on disk.
class QueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final ScriptedRunner runner = new ScriptedRunner();
    private final AtomicReference<Instant> now = new AtomicReference<>(Orders.AT);
    private Queue queue;

    @AfterEach
    void close() throws IOException {
        if (queue != null) {
            runner.held.keySet().forEach(runner::release);
            queue.close();
        }
    }

    private void open(QueueSettings settings) throws IOException {
        queue = Queue.open(JobJournal.open(folder), folder.resolve("jobs"), runner, settings, now::get);
    }

    private Job ordered(String owner, String work) throws QueueRefusal, IOException {
        return queue.run(queue.create(Orders.of(owner, work)).id());
    }

    /// Waits until the job is over.
    private Job ended(String id) throws Exception {
        return until(id, Phase::isOver);
    }

    private Job until(String id, java.util.function.Predicate<Phase> wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Job job = queue.get(id);
        while (!wanted.test(job.phase()) && System.nanoTime() < end) {
            job = queue.await(id, Optional.of(job.phase()), Duration.ofSeconds(1));
        }
        assertThat(job.phase()).matches(wanted);
        return job;
    }

    @Test
    void aJobIsPendingUntilItIsToldToRunAndThenComesToItsResults() throws Exception {
        open(Orders.running(1));
        Job made = queue.create(Orders.of("ann", "write"));

        assertThat(made.phase()).isEqualTo(Phase.PENDING);
        assertThat(made.times().destruction()).isEqualTo(Orders.AT.plus(Duration.ofDays(1)));
        assertThat(queue.run(made.id()).phase()).isEqualTo(Phase.QUEUED);
        Job done = ended(made.id());
        assertThat(done.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(done.results()).containsExactly(new JobResult("result", "result.txt", "text/plain", 3));
        assertThat(done.progress()).contains(new Progress(1, 1, "writing"));
        assertThat(queue.folder(made.id()).resolve("result.txt")).hasContent("ann");
    }

    @Test
    void aJobThatEndedLeavesNoAlarmForItsTimeLimit() throws Exception {
        open(Orders.running(1));

        for (int i = 0; i < 5; i++) {
            ended(ordered("ann", "write").id());
        }

        assertThat(queue.clock.getQueue()).hasSizeLessThanOrEqualTo(1); // The look at the time of all jobs.
    }

    @Test
    void ownersTakeTurnsHoweverManyJobsOneOfThemHas() throws Exception {
        open(Orders.running(1));
        Job first = ordered("ann", "hold");
        until(first.id(), phase -> phase == Phase.EXECUTING);
        List<String> ann = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ann.add(ordered("ann", "write").id());
        }
        String bob = ordered("bob", "write").id();
        String cyd = ordered("cyd", "write").id();
        String bobs2nd = ordered("bob", "write").id();
        runner.release(first.id());
        ended(ann.getLast());

        assertThat(runner.started)
                .containsExactly(
                        first.id(), ann.get(0), bob, cyd, ann.get(1), bobs2nd, ann.get(2), ann.get(3), ann.get(4));
    }

    @Test
    void noMoreRunAtOnceThanMayAndOneShareLeavesAPlaceToOthers() throws Exception {
        QueueSettings two = Orders.running(2);
        open(new QueueSettings(
                2,
                1,
                100,
                100,
                1000,
                two.timeLimit(),
                two.longestTime(),
                two.keep(),
                two.longestKeep(),
                two.remember(),
                1000,
                1000,
                10_000));
        String ann = ordered("ann", "hold").id();
        String annAgain = ordered("ann", "write").id();
        String bob = ordered("bob", "hold").id();
        until(ann, phase -> phase == Phase.EXECUTING);
        until(bob, phase -> phase == Phase.EXECUTING);

        assertThat(queue.get(annAgain).phase()).isEqualTo(Phase.QUEUED);
        assertThat(queue.running()).isEqualTo(2);
        assertThat(queue.waiting()).isEqualTo(1);
        runner.release(bob);
        ended(bob);
        assertThat(queue.get(annAgain).phase()).isEqualTo(Phase.QUEUED);
        runner.release(ann);
        assertThat(ended(annAgain).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(runner.mostAtOnce).hasValue(2);
    }

    @Test
    void theLineTakesSoManyJobsOfAShareAndSoManyInAll() throws Exception {
        open(QueueSettings.of(1, 3, 2, Duration.ofMinutes(5), Duration.ofDays(1), 1000));
        until(ordered("ann", "hold").id(), phase -> phase == Phase.EXECUTING);
        ordered("ann", "write");
        ordered("ann", "write");
        Job third = queue.create(Orders.of("ann", "write"));
        ordered("bob", "write");

        assertThatThrownBy(() -> queue.run(third.id()))
                .isInstanceOf(QueueRefusal.ShareFull.class)
                .hasMessageContaining("you have 2 jobs that wait");
        assertThat(queue.get(third.id()).phase()).isEqualTo(Phase.PENDING);
        assertThatThrownBy(() -> ordered("cyd", "write"))
                .isInstanceOf(QueueRefusal.Full.class)
                .hasMessageContaining("3 jobs wait already");
    }

    @Test
    void aWrongParameterEndsTheJobBeforeItWaits() throws Exception {
        open(Orders.running(1));

        Job job = ordered("ann", "wrong");

        assertThat(job.phase()).isEqualTo(Phase.ERROR);
        assertThat(job.error()).contains(ErrorSummary.fatal("parameter WORK: 'wrong' is wrong"));
        assertThat(runner.started).isEmpty();
    }

    @Test
    void aFailureTellsTheOwnerItsReasonAndABugDoesNot() throws Exception {
        open(Orders.running(1));

        assertThat(ended(ordered("ann", "fail").id()).error()).contains(ErrorSummary.fatal("there is no such file"));
        Job broken = ended(ordered("ann", "break").id());
        assertThat(broken.phase()).isEqualTo(Phase.ERROR);
        assertThat(broken.error().orElseThrow().message())
                .contains("inside the server")
                .doesNotContain("a bug");
        assertThat(ended(ordered("ann", "write").id()).phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void aJobThatFloodsItsOutputIsStoppedAtTheLimit() throws Exception {
        open(Orders.running(1));

        Job job = ended(ordered("ann", "flood").id());

        assertThat(job.error().orElseThrow().message()).contains("1000000 bytes");
        assertThat(Files.size(queue.folder(job.id()).resolve("result.txt"))).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void abortingStopsWhatRunsAndTakesWhatWaitsOutOfTheLine() throws Exception {
        open(Orders.running(1));
        String running = ordered("ann", "hold").id();
        String waiting = ordered("ann", "write").id();
        until(running, phase -> phase == Phase.EXECUTING);

        assertThat(queue.abort(waiting).phase()).isEqualTo(Phase.ABORTED);
        assertThat(queue.abort(running).phase()).isEqualTo(Phase.ABORTED);
        assertThat(ended(ordered("ann", "write").id()).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(runner.started).doesNotContain(waiting);
        assertThat(queue.folder(running)).doesNotExist();
        assertThatThrownBy(() -> queue.run(running))
                .isInstanceOf(QueueRefusal.WrongPhase.class)
                .hasMessage("a job that is ABORTED can't run");
    }

    @Test
    void aJobThatDoesNotListenKeepsItsPlaceUntilItReturnsAndIsAbortedAllTheSame() throws Exception {
        open(Orders.running(1));
        String deaf = ordered("ann", "deaf").id();
        until(deaf, phase -> phase == Phase.EXECUTING);
        String next = ordered("ann", "write").id();

        assertThat(queue.abort(deaf).phase()).isEqualTo(Phase.ABORTED);
        assertThat(queue.running()).isEqualTo(1);
        assertThat(queue.get(next).phase()).isEqualTo(Phase.QUEUED);
        runner.release(deaf);
        assertThat(ended(next).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(queue.get(deaf).phase()).isEqualTo(Phase.ABORTED);
    }

    @Test
    void aJobIsAbortedWhenItsTimeIsUpAndSaysSo() throws Exception {
        open(QueueSettings.of(1, 3, 2, Duration.ofMinutes(5), Duration.ofDays(1), 1000));
        Job job = queue.create(Orders.of("ann", "hold"));
        queue.setTimeLimit(job.id(), Duration.ofSeconds(1));
        queue.run(job.id());

        Job done = ended(job.id());

        assertThat(done.phase()).isEqualTo(Phase.ABORTED);
        assertThat(done.error().orElseThrow().message()).isEqualTo("the job ran longer than the 1 s that it may");
    }

    @Test
    void aTimeLimitAboveTheLongestOrOfZeroBecomesTheLongest() throws Exception {
        open(Orders.running(1));
        String id = queue.create(Orders.of("ann", "write")).id();

        assertThat(queue.setTimeLimit(id, Duration.ofDays(9)).timeLimit()).isEqualTo(Duration.ofMinutes(5));
        assertThat(queue.setTimeLimit(id, Duration.ofSeconds(9)).timeLimit()).isEqualTo(Duration.ofSeconds(9));
        assertThat(queue.setTimeLimit(id, Duration.ZERO).timeLimit()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatEndedIsCountedOnceByItsPhaseWithTheTimeItRan() throws Exception {
        open(Orders.running(1));
        ended(ordered("ann", "work").id());
        ended(ordered("ann", "fail").id());
        ordered("ann", "wrong");
        Job held = ordered("ann", "hold");
        until(held.id(), Phase.EXECUTING::equals);
        now.set(now.get().plusSeconds(5));
        queue.abort(held.id());
        queue.setDestruction(held.id(), now.get().plusSeconds(60));

        assertThat(queue.tally().ended(Phase.COMPLETED)).isEqualTo(1);
        assertThat(queue.tally().ended(Phase.ERROR)).isEqualTo(2);
        assertThat(queue.tally().ended(Phase.ABORTED)).isEqualTo(1);
        assertThat(queue.tally().seconds()).isEqualTo(5);
    }

    @Test
    void atItsDestructionAJobLosesItsResultsAndLaterItsRecord() throws Exception {
        open(Orders.running(1));
        String done = ended(ordered("ann", "write").id()).id();
        String neverRun = queue.create(Orders.of("ann", "write")).id();
        String running = ordered("ann", "hold").id();
        until(running, phase -> phase == Phase.EXECUTING);

        now.set(Orders.AT.plus(Duration.ofDays(1)));
        queue.sweep();

        assertThat(queue.get(done).phase()).isEqualTo(Phase.ARCHIVED);
        assertThat(queue.folder(done)).doesNotExist();
        assertThat(queue.get(running).phase()).isEqualTo(Phase.ARCHIVED);
        assertThat(queue.get(running).error().orElseThrow().message()).contains("to be deleted");
        assertThatThrownBy(() -> queue.get(neverRun)).isInstanceOf(QueueRefusal.Unknown.class);
        ended(ordered("bob", "write").id());
        assertThat(queue.folder(running)).doesNotExist();
        now.set(Orders.AT.plus(Duration.ofDays(31)));
        queue.sweep();
        assertThat(queue.jobs()).extracting(JobSummary::id).doesNotContain(done, running);
    }

    @Test
    void aDestructionBeyondTheLatestBecomesTheLatest() throws Exception {
        open(Orders.running(1));
        String id = queue.create(Orders.of("ann", "write")).id();

        assertThat(queue.setDestruction(id, Orders.AT.plus(Duration.ofDays(400)))
                        .times()
                        .destruction())
                .isEqualTo(Orders.AT.plus(Duration.ofDays(4)));
        assertThat(queue.setDestruction(id, Orders.AT.plusSeconds(5)).times().destruction())
                .isEqualTo(Orders.AT.plusSeconds(5));
    }

    @Test
    void deletingStopsAndForgets() throws Exception {
        open(Orders.running(1));
        String id = ordered("ann", "hold").id();
        until(id, phase -> phase == Phase.EXECUTING);

        queue.delete(id);

        assertThatThrownBy(() -> queue.get(id)).isInstanceOf(QueueRefusal.Unknown.class);
        assertThat(ended(ordered("ann", "write").id()).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(queue.folder(id)).doesNotExist();
    }

    @Test
    void parametersAndTimeLimitsChangeWhilePendingOnly() throws Exception {
        open(Orders.running(1));
        String id = queue.create(Orders.of("ann", "wrong")).id();
        queue.setParameters(id, List.of(new JobParameter("MORE", "1")));
        assertThat(queue.get(id).order().parameters()).hasSize(3);
        queue.run(id);

        assertThatThrownBy(() -> queue.setParameters(id, List.of()))
                .hasMessage("the parameters of a job may be changed while it is PENDING; it is ERROR");
        assertThatThrownBy(() -> queue.setTimeLimit(id, Duration.ofSeconds(1)))
                .isInstanceOf(QueueRefusal.WrongPhase.class);
        assertThatThrownBy(() -> queue.create(Orders.of("ann", "x".repeat(1_000_001))))
                .isInstanceOf(QueueRefusal.TooLarge.class);
    }

    @Test
    void waitingEndsWithThePhaseOrWithThePatience() throws Exception {
        open(Orders.running(1));
        String id = ordered("ann", "hold").id();
        Job executing = until(id, phase -> phase == Phase.EXECUTING);
        assertThat(executing.phase()).isEqualTo(Phase.EXECUTING);

        assertThat(queue.await(id, Optional.of(Phase.QUEUED), PATIENCE).phase()).isEqualTo(Phase.EXECUTING);
        Job waited = queue.await(id, Optional.empty(), Duration.ofMillis(50));
        assertThat(waited.phase()).isEqualTo(Phase.EXECUTING);
        assertThat(waited.progress()).contains(new Progress(2, 3, "holding"));
        Thread.ofVirtual().start(() -> runner.release(id));
        assertThat(queue.await(id, Optional.empty(), PATIENCE).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(queue.await(id, Optional.empty(), PATIENCE).phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void aThousandJobsAreDrainedAndLeaveNothingBehind() throws Exception {
        QueueSettings settings = Orders.running(2);
        open(settings);
        for (int i = 0; i < 1000; i++) {
            String id = ordered("owner" + i % 25, "write").id();
            if (i % 10 == 9) {
                ended(id);
            }
        }
        for (JobSummary each : queue.jobs()) {
            assertThat(ended(each.id()).phase()).isEqualTo(Phase.COMPLETED);
            queue.delete(each.id());
        }

        assertThat(runner.started).hasSize(1000).doesNotHaveDuplicates();
        assertThat(runner.mostAtOnce.get()).isBetween(1, 2);
        assertThat(queue.jobs()).isEmpty();
        assertThat(folder.resolve("jobs")).isEmptyDirectory();
    }
}
