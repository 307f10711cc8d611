// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What the queue's callers and its workers share: which jobs there are, which wait and which run. Everything but the
/// clock is used under the lock only.
final class Floor {

    /// A job under way.
    record Running(Job job, JobRun run) {}

    final ReentrantLock lock = new ReentrantLock();

    /// Some job came to another phase, or the queue is being closed.
    final Condition changed = lock.newCondition();

    final JobStore store;
    final JobFolders folders;
    final QueueSettings settings;
    final QueueTally tally = new QueueTally();
    final WaitingLine waiting = new WaitingLine();
    final Map<String, Running> running = new HashMap<>();
    boolean closed;

    private final InstantSource clock;

    Floor(JobStore store, JobFolders folders, QueueSettings settings, InstantSource clock) {
        this.store = store;
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
    }

    /// To the millisecond, as times of jobs are.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Brings the jobs of an earlier process back: those that wait keep their order, one that ran takes its turn again,
    /// once, and folders that no job needs are deleted.
    void resume() throws IOException {
        List<JobSummary> all = store.all();
        for (JobSummary summary : all) {
            if (summary.phase() == Phase.EXECUTING) {
                Job job = store.get(summary.id()).orElseThrow();
                store.put(job.after(interrupted(job)));
            }
        }
        store.all().stream()
                .filter(summary -> summary.phase() == Phase.QUEUED)
                .sorted(Comparator.comparing(summary -> summary.queued().orElse(summary.created())))
                .forEach(summary -> waiting.add(summary.share(), summary.id()));
        folders.deleteAllBut(id -> store.summary(id)
                .filter(summary -> summary.phase() == Phase.COMPLETED || summary.phase() == Phase.ERROR)
                .isPresent());
    }

    private JobUpdate interrupted(Job job) {
        return job.kills() == 0
                ? new JobUpdate.Requeued("the server died while this job ran; it takes its turn once more", true)
                : new JobUpdate.Failed(
                        now(),
                        ErrorSummary.passing(
                                "the server died twice while this job ran; it is not run a third time by itself"));
    }

    /// Whether one more job of this share may run.
    boolean mayRun(String share) {
        return running.values().stream()
                        .filter(each -> each.job().order().share().equals(share))
                        .count()
                < settings.runningPerShare();
    }

    Job require(String id) throws QueueRefusal, IOException {
        return store.get(id).orElseThrow(QueueRefusal.Unknown::new);
    }

    /// Keeps the job and tells everybody.
    Job keep(Job job) throws IOException {
        Optional<Phase> before = store.summary(job.id()).map(JobSummary::phase);
        store.put(job);
        tally.came(before, job);
        changed.signalAll();
        return job;
    }

    /// Ends a job that waits or runs.
    ///
    /// @return what is left to be done without the lock
    Runnable stop(Job job, Optional<ErrorSummary> why) throws IOException {
        keep(job.after(new JobUpdate.Aborted(now(), why)));
        return leave(job);
    }

    /// Deletes a job, whatever it is doing.
    ///
    /// @return what is left to be done without the lock
    Runnable forget(Job job) throws IOException {
        store.delete(job.id());
        changed.signalAll();
        return leave(job);
    }

    /// Takes a job out of the line, or cancels its run.
    ///
    /// @return what is left to be done without the lock
    private Runnable leave(Job job) {
        waiting.remove(job.order().share(), job.id());
        Running run = running.get(job.id());
        return run == null ? () -> folders.delete(job.id()) : run.run()::cancel;
    }
}
