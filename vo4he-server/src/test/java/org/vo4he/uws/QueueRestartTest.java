// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [Queue] after the end of its process: stopped in good order, or not. A death is played by a copy of the journal as
/// it was at that moment, which a new queue opens.
class QueueRestartTest {

    @TempDir
    private Path folder;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Job ended(Queue queue, String id) throws Exception {
        Job job = queue.get(id);
        for (int i = 0; i < 100 && !job.phase().isOver(); i++) {
            job = queue.await(id, Optional.of(job.phase()), PATIENCE);
        }
        return job;
    }

    private static String held(Queue queue) throws Exception {
        Job job = queue.run(queue.create(Orders.of("ann", "hold")).id());
        assertThat(queue.await(job.id(), Optional.of(Phase.QUEUED), PATIENCE).phase())
                .isEqualTo(Phase.EXECUTING);
        return job.id();
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        Files.copy(from.resolve(JobJournal.FILE), to.resolve(JobJournal.FILE));
        return to;
    }

    @Test
    void aJobThatTheServerDiedUnderTakesItsTurnOnceMoreAndThenEndsWithTheReason() throws Exception {
        ScriptedRunner runner = new ScriptedRunner();
        Path first = folder.resolve("first");
        String id;
        Path second;
        try (Queue queue = Queue.open(first, runner, Orders.running(1))) {
            id = held(queue);
            second = copy(first, "second");
        }
        ScriptedRunner again = new ScriptedRunner();
        Path third;
        try (Queue queue = Queue.open(second, again, Orders.running(1))) {
            Job job = queue.await(id, Optional.of(Phase.QUEUED), PATIENCE);
            assertThat(job.phase()).isEqualTo(Phase.EXECUTING);
            assertThat(job.kills()).isEqualTo(1);
            assertThat(job.note().orElseThrow()).contains("the server died while this job ran");
            third = copy(second, "third");
        }
        ScriptedRunner never = new ScriptedRunner();
        try (Queue queue = Queue.open(third, never, Orders.running(1))) {
            Job job = queue.get(id);
            assertThat(job.phase()).isEqualTo(Phase.ERROR);
            assertThat(job.error().orElseThrow().message()).contains("the server died twice while this job ran");
            assertThat(never.started).isEmpty();
        }
        assertThat(again.started).containsExactly(id);
    }

    @Test
    void whatWaitedKeepsItsPlaceAndAStopInGoodOrderCostsNobodyATurn() throws Exception {
        ScriptedRunner runner = new ScriptedRunner();
        String running;
        String next;
        String last;
        String pending;
        try (Queue queue = Queue.open(folder, runner, Orders.running(1))) {
            running = held(queue);
            next = queue.run(queue.create(Orders.of("ann", "write")).id()).id();
            last = queue.run(queue.create(Orders.of("ann", "write")).id()).id();
            pending = queue.create(Orders.of("ann", "write")).id();
        }
        ScriptedRunner again = new ScriptedRunner();
        again.release(running);
        try (Queue queue = Queue.open(folder, again, Orders.running(1))) {
            assertThat(ended(queue, last).phase()).isEqualTo(Phase.COMPLETED);
            assertThat(ended(queue, running).phase()).isEqualTo(Phase.COMPLETED);
            assertThat(queue.get(running).kills()).isZero();
            assertThat(queue.get(pending).phase()).isEqualTo(Phase.PENDING);
        }
        assertThat(again.started).isEqualTo(List.of(running, next, last));
    }

    @Test
    void foldersThatNoJobNeedsAreDeletedAndResultsAreKept() throws Exception {
        ScriptedRunner runner = new ScriptedRunner();
        String done;
        try (Queue queue = Queue.open(folder, runner, Orders.running(1))) {
            done = ended(
                            queue,
                            queue.run(queue.create(Orders.of("ann", "write")).id())
                                    .id())
                    .id();
        }
        Path stray = Files.createDirectories(folder.resolve("jobs/0123/deep"));
        Files.writeString(stray.resolve("file"), "x");
        try (Queue queue = Queue.open(folder, runner, Orders.running(1))) {
            assertThat(queue.folder(done).resolve("result.txt")).hasContent("ann");
            assertThat(folder.resolve("jobs/0123")).doesNotExist();
        }
    }
}
