// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Jobs of one kind: takes orders, lets them wait for their turn, has them run, and forgets them when their time has
/// come. Safe on any thread.
///
/// Shares (most often: owners) take turns; within a share, first come, first served. What a method has told to be done
/// survives the death of the process. A job that the process died under takes its turn once more; dies the process
/// again, it ends in ERROR. No job ever runs twice at one time: the folder is used by one process only.
public final class Queue implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;
    private static final int SWEEP_SECONDS = 2;

    private final Floor floor;
    private final Entrance entrance;
    private final Expiry expiry;
    private final JobRunner runner;
    final ScheduledThreadPoolExecutor clock;
    private final Workers workers;

    private Queue(Floor floor, JobRunner runner) {
        this.floor = floor;
        this.entrance = new Entrance(floor);
        this.expiry = new Expiry(floor);
        this.runner = runner;
        this.clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("job-clock").daemon(true).factory());
        clock.setRemoveOnCancelPolicy(true); // An alarm would keep the job that ended until its time limit.
        this.workers = new Workers(floor, runner, clock);
    }

    /// Opens the queue that lies in a folder, or begins one, and goes on with its jobs.
    ///
    /// @param folder for the journal and the jobs' folders; no other process uses it
    /// @throws IOException when it can't be used, or was written by a newer program
    public static Queue open(Path folder, JobRunner runner, QueueSettings settings) throws IOException {
        JobJournal journal = JobJournal.open(folder);
        try {
            return open(journal, folder.resolve("jobs"), runner, settings, InstantSource.system());
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /// @param store closed with the queue
    static Queue open(JobStore store, Path folders, JobRunner runner, QueueSettings settings, InstantSource clock)
            throws IOException {
        Floor floor = new Floor(store, new JobFolders(folders), settings, clock);
        floor.resume();
        Queue queue = new Queue(floor, runner);
        queue.workers.start();
        queue.clock.scheduleWithFixedDelay(queue.expiry::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        return queue;
    }

    /// Takes an order. The job is PENDING: it waits to be told to run.
    public Job create(JobOrder order) throws QueueRefusal, IOException {
        entrance.checkSize(order);
        return locked(() -> {
            entrance.makeRoom(order.share());
            byte[] id = new byte[ID_BYTES];
            RANDOM.nextBytes(id);
            Instant now = floor.now();
            JobTimes times = JobTimes.created(now, now.plus(floor.settings.keep()));
            return floor.keep(Job.pending(HexFormat.of().formatHex(id), order, times, floor.settings.timeLimit()));
        });
    }

    /// Puts a job in the line; or, when its parameters are wrong, it is in ERROR when this returns.
    ///
    /// @throws QueueRefusal.ShareFull QueueRefusal.Full when there is no place: it stays as it is
    public Job run(String id) throws QueueRefusal, IOException {
        while (true) {
            JobOrder order = get(id).order();
            Optional<ErrorSummary> wrong = check(order);
            Optional<Job> done = locked(() -> {
                Job job = floor.require(id);
                Entrance.checkMay(job, Phase.QUEUED, "run");
                return job.order().equals(order) ? Optional.of(decided(job, wrong)) : Optional.empty();
            });
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    /// Stops a job: what it made so far is deleted.
    public Job abort(String id) throws QueueRefusal, IOException {
        Runnable rest = locked(() -> {
            Job job = floor.require(id);
            Entrance.checkMay(job, Phase.ABORTED, "be aborted");
            return floor.stop(job, Optional.empty());
        });
        rest.run();
        return get(id);
    }

    /// Stops a job if it runs, and forgets it with all it made.
    public void delete(String id) throws QueueRefusal, IOException {
        Runnable rest = locked(() -> floor.forget(floor.require(id)));
        rest.run();
    }

    /// Adds parameters to a job that is PENDING, in place of those of the same names.
    public Job setParameters(String id, List<JobParameter> parameters) throws QueueRefusal, IOException {
        return locked(() -> {
            Job job = floor.require(id);
            Entrance.checkPending(job, "parameters");
            JobOrder order = job.order().with(parameters);
            entrance.checkSize(order);
            return floor.keep(job.ordered(order));
        });
    }

    /// Sets how long a job that is PENDING may run; what is too long, and zero, which asks for no limit, becomes the
    /// longest that is given.
    public Job setTimeLimit(String id, Duration wanted) throws QueueRefusal, IOException {
        return locked(() -> {
            Job job = floor.require(id);
            Entrance.checkPending(job, "time limit");
            Duration longest = floor.settings.longestTime();
            boolean within = wanted.isPositive() && wanted.compareTo(longest) <= 0;
            return floor.keep(job.limitedTo(within ? wanted : longest));
        });
    }

    /// Sets when a job's results are deleted; what is too late becomes the latest that is given.
    public Job setDestruction(String id, Instant wanted) throws QueueRefusal, IOException {
        Job set = locked(() -> {
            Job job = floor.require(id);
            if (job.phase() == Phase.ARCHIVED) {
                throw new QueueRefusal.WrongPhase("the job is archived: its results are deleted already");
            }
            Instant latest = floor.now().plus(floor.settings.longestKeep());
            return floor.keep(job.destroyedAt(wanted.isAfter(latest) ? latest : wanted));
        });
        clock.execute(expiry::sweep);
        return set;
    }

    /// A job as it is, with the progress of its run.
    public Job get(String id) throws QueueRefusal, IOException {
        return locked(() -> shown(floor.require(id)));
    }

    /// Waits until a job comes to another phase.
    ///
    /// @param phase waits only as long as the job is in this one; empty: in the one it is in
    /// @return the job: at once when it is in no active phase ([Phase#isActive()]), else after `patience` at latest
    public Job await(String id, Optional<Phase> phase, Duration patience)
            throws QueueRefusal, IOException, InterruptedException {
        floor.lock.lockInterruptibly();
        try {
            Phase first = phase.orElse(phaseOf(id));
            long left = patience.toNanos();
            while (left > 0 && !floor.closed && first.isActive() && phaseOf(id) == first) {
                left = floor.changed.awaitNanos(left);
            }
            return shown(floor.require(id));
        } finally {
            floor.lock.unlock();
        }
    }

    /// Every job, in the order in which they were made.
    public List<JobSummary> jobs() {
        floor.lock.lock();
        try {
            return floor.store.all();
        } finally {
            floor.lock.unlock();
        }
    }

    /// The folder of a job that ran: results, and whatever else its runner leaves there.
    public Path folder(String id) {
        return floor.folders.of(id);
    }

    public QueueSettings settings() {
        return floor.settings;
    }

    /// Jobs that run.
    public int running() {
        floor.lock.lock();
        try {
            return floor.running.size();
        } finally {
            floor.lock.unlock();
        }
    }

    /// Jobs in the line.
    public int waiting() {
        floor.lock.lock();
        try {
            return floor.waiting.size();
        } finally {
            floor.lock.unlock();
        }
    }

    /// What ended so far.
    public QueueTally tally() {
        return floor.tally;
    }

    /// Has the time pass at once: for tests.
    void sweep() {
        expiry.sweep();
    }

    /// Stops the jobs that run, within seconds; they take their turn again when the queue is opened the next time.
    @Override
    public void close() throws IOException {
        List<Floor.Running> runs;
        floor.lock.lock();
        try {
            floor.closed = true;
            runs = List.copyOf(floor.running.values());
            floor.changed.signalAll();
        } finally {
            floor.lock.unlock();
        }
        runs.forEach(each -> each.run().cancel());
        workers.join();
        clock.shutdownNow();
        floor.lock.lock();
        try {
            floor.store.close();
        } finally {
            floor.lock.unlock();
        }
    }

    private Optional<ErrorSummary> check(JobOrder order) {
        try {
            runner.check(order);
            return Optional.empty();
        } catch (JobFailure failure) {
            return Optional.of(failure.summary());
        }
    }

    private Job decided(Job job, Optional<ErrorSummary> wrong) throws QueueRefusal, IOException {
        if (wrong.isPresent()) {
            return floor.keep(job.after(new JobUpdate.Failed(floor.now(), wrong.get())));
        }
        entrance.checkPlace(job.order().share());
        Job queued = floor.keep(job.after(new JobUpdate.Queued(floor.now())));
        floor.waiting.add(job.order().share(), job.id());
        return queued;
    }

    private Job shown(Job job) {
        return Optional.ofNullable(floor.running.get(job.id()))
                .map(running -> job.told(running.run().progress()))
                .orElse(job);
    }

    private Phase phaseOf(String id) throws QueueRefusal {
        return floor.store.summary(id).map(JobSummary::phase).orElseThrow(QueueRefusal.Unknown::new);
    }

    /// Something done under the lock.
    @FunctionalInterface
    private interface Action<T> {
        T perform() throws QueueRefusal, IOException;
    }

    private <T> T locked(Action<T> action) throws QueueRefusal, IOException {
        floor.lock.lock();
        try {
            return action.perform();
        } finally {
            floor.lock.unlock();
        }
    }
}
