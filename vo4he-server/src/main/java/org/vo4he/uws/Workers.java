// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads that run jobs, as many as jobs may run at one time.
final class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long PAUSE_NANOS = 1_000_000_000;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final ErrorSummary OUR_FAULT =
            ErrorSummary.passing("the job failed inside the server, whose log says more under the job's identifier");

    private final Floor floor;
    private final JobRunner runner;
    private final ScheduledExecutorService clock;
    private final List<Thread> threads;

    /// @param clock for time limits
    Workers(Floor floor, JobRunner runner, ScheduledExecutorService clock) {
        this.floor = floor;
        this.runner = runner;
        this.clock = clock;
        this.threads = IntStream.range(0, floor.settings.running())
                .mapToObj(i ->
                        Thread.ofPlatform().name("job-worker-" + i).daemon(true).unstarted(this::work))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /// Waits for the runs to come to their end, a few seconds.
    void join() {
        long end = System.nanoTime() / 1_000_000 + PATIENCE_MILLIS;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, end - System.nanoTime() / 1_000_000));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (Optional<Floor.Running> next = take(); next.isPresent(); next = take()) {
            perform(next.get());
        }
    }

    /// Waits for a job whose turn it is, and begins it; empty when the queue is closed.
    private Optional<Floor.Running> take() {
        floor.lock.lock();
        try {
            while (!floor.closed) {
                Optional<String> id = floor.waiting.next(floor::mayRun);
                if (id.isEmpty()) {
                    floor.changed.awaitUninterruptibly();
                    continue;
                }
                Optional<Floor.Running> begun = begin(id.get());
                if (begun.isPresent()) {
                    return begun;
                }
            }
            return Optional.empty();
        } finally {
            floor.lock.unlock();
        }
    }

    private Optional<Floor.Running> begin(String id) {
        try {
            Job job = floor.keep(floor.store.get(id).orElseThrow().after(new JobUpdate.Started(floor.now())));
            JobRun run = new JobRun(id, floor.folders.of(id), floor.settings.maxBytes());
            Floor.Running running = new Floor.Running(job, run);
            floor.running.put(id, running);
            return Optional.of(running);
        } catch (IOException | RuntimeException e) {
            LOG.error("job {} can't be begun now", id, e);
            floor.store.summary(id).ifPresent(summary -> floor.waiting.add(summary.share(), id));
            pause();
            return Optional.empty();
        }
    }

    private void perform(Floor.Running running) {
        Job job = running.job();
        ScheduledFuture<?> alarm =
                clock.schedule(() -> outOfTime(running), job.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        JobUpdate outcome = outcome(job, running.run());
        alarm.cancel(false);
        Thread.interrupted(); // A run that was stopped by an interrupt leaves none for the next.
        end(running, outcome);
    }

    private JobUpdate outcome(Job job, JobRun run) {
        try {
            floor.folders.empty(job.id());
            List<JobResult> results = runner.run(job.order(), run);
            return new JobUpdate.Completed(floor.now(), results);
        } catch (JobFailure failure) {
            return new JobUpdate.Failed(floor.now(), failure.summary());
        } catch (TooLargeException e) {
            return new JobUpdate.Failed(floor.now(), ErrorSummary.fatal(e.getMessage()));
        } catch (InterruptedException
                | IOException
                | RuntimeException
                | LinkageError
                | StackOverflowError
                | OutOfMemoryError e) {
            if (!run.isCancelled()) {
                LOG.error("job {} failed", job.id(), e);
            }
            return new JobUpdate.Failed(floor.now(), OUR_FAULT);
        }
    }

    private void outOfTime(Floor.Running running) {
        Runnable rest = () -> {};
        floor.lock.lock();
        try {
            String id = running.job().id();
            Optional<Job> job = floor.store.get(id);
            if (floor.running.get(id) == running && job.isPresent() && job.get().phase() == Phase.EXECUTING) {
                rest = floor.stop(
                        job.get(),
                        Optional.of(ErrorSummary.fatal("the job ran longer than the "
                                + job.get().timeLimit().toSeconds() + " s that it may")));
            }
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "job {} is out of time, which could not be noted",
                    running.job().id(),
                    e);
            rest = running.run()::cancel;
        } finally {
            floor.lock.unlock();
        }
        rest.run();
    }

    /// Notes how the run ended. As long as that can't be written, the worker takes no other job.
    private void end(Floor.Running running, JobUpdate outcome) {
        String id = running.job().id();
        floor.lock.lock();
        try {
            while (!noted(running, outcome) && !floor.closed) {
                pause();
            }
            floor.running.remove(id);
            floor.changed.signalAll();
        } finally {
            floor.lock.unlock();
        }
    }

    private boolean noted(Floor.Running running, JobUpdate outcome) {
        String id = running.job().id();
        try {
            Optional<Job> job = floor.store.get(id).filter(each -> each.phase() == Phase.EXECUTING);
            if (job.isEmpty()) {
                floor.folders.delete(id);
                return true;
            }
            JobUpdate update = floor.closed && running.run().isCancelled()
                    ? new JobUpdate.Requeued("the server was stopped while this job ran", false)
                    : outcome;
            Job ended = job.get().told(running.run().progress()).after(update);
            floor.keep(ended);
            LOG.info(
                    "job {} is {}{}",
                    id,
                    ended.phase(),
                    ended.error().map(error -> ": " + error.message()).orElse(""));
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("the end of job {} could not be noted", id, e);
            return false;
        }
    }

    private void pause() {
        try {
            floor.changed.awaitNanos(PAUSE_NANOS);
        } catch (InterruptedException _) {
            LOG.debug("a worker was interrupted after its run");
        }
    }
}
