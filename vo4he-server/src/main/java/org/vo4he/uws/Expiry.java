// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes what has come to its time: the results of jobs at their destruction, their records some time later; and has
/// the disk catch up with the store.
record Expiry(Floor floor) {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    void sweep() {
        Instant now = floor.now();
        for (JobSummary summary : all()) {
            if (isDue(summary, now)) {
                expire(summary.id(), now);
            }
        }
        sync();
    }

    private Iterable<JobSummary> all() {
        floor.lock.lock();
        try {
            return floor.store.all();
        } finally {
            floor.lock.unlock();
        }
    }

    private boolean isDue(JobSummary summary, Instant now) {
        Instant due = summary.phase() == Phase.ARCHIVED
                ? summary.destruction().plus(floor.settings.remember())
                : summary.destruction();
        return !due.isAfter(now);
    }

    private void expire(String id, Instant now) {
        Runnable rest = () -> {};
        floor.lock.lock();
        try {
            Optional<Job> job = floor.store.get(id);
            if (!floor.closed && job.isPresent() && isDue(JobSummary.of(job.get()), now)) {
                rest = expire(job.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("job {} has come to its end, which could not be noted", id, e);
        } finally {
            floor.lock.unlock();
        }
        rest.run();
    }

    /// @return what is left to be done without the lock
    private Runnable expire(Job job) throws IOException {
        return switch (job.phase()) {
            case COMPLETED, ERROR, ABORTED -> {
                floor.keep(job.after(new JobUpdate.Archived()));
                yield () -> floor.folders.delete(job.id());
            }
            case QUEUED, EXECUTING, SUSPENDED, UNKNOWN -> {
                Runnable rest = floor.stop(
                        job, Optional.of(ErrorSummary.fatal("the time came at which the job was to be deleted")));
                floor.keep(floor.store.get(job.id()).orElseThrow().after(new JobUpdate.Archived()));
                yield rest;
            }
            case PENDING, HELD, ARCHIVED -> floor.forget(job);
        };
    }

    private void sync() {
        floor.lock.lock();
        try {
            if (!floor.closed) {
                floor.store.sync();
            }
        } catch (IOException e) {
            LOG.error("the jobs could not be brought to the disk", e);
        } finally {
            floor.lock.unlock();
        }
    }
}
