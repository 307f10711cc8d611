// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobSummary;
import org.vo4he.uws.Phase;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueRefusal;

/// Finds the job that made the same before: equal plans have equal hashes. Safe on any thread.
final class EarlierRuns {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierRuns.class);

    private volatile Queue queue;
    private final Map<String, String> newestByHash = new ConcurrentHashMap<>();

    void ended(String hash, String jobId) {
        newestByHash.put(hash, jobId);
    }

    /// Learns what the jobs of an earlier server made.
    void learn(Queue ofThem) {
        queue = ofThem;
        for (JobSummary job : queue.jobs()) {
            if (job.phase() == Phase.COMPLETED) {
                try {
                    RunNotes.in(queue.folder(job.id())).ifPresent(notes -> ended(notes.hash(), job.id()));
                } catch (IOException e) {
                    LOG.warn("job {}: what it made can't be read any more: {}", job.id(), e.toString());
                }
            }
        }
    }

    /// A job that ended with the results of such a plan, if they are there still.
    Optional<Job> of(String hash) throws IOException {
        String id = newestByHash.get(hash);
        if (id == null || queue == null) {
            return Optional.empty();
        }
        try {
            Job job = queue.get(id);
            if (job.phase() == Phase.COMPLETED) {
                return Optional.of(job);
            }
        } catch (QueueRefusal.Unknown _) {
            // It was discarded.
        } catch (QueueRefusal e) {
            throw new IllegalStateException("a question for job " + id + " was refused", e);
        }
        newestByHash.remove(hash, id);
        return Optional.empty();
    }

    /// The folder of such a job.
    Optional<Path> folder(String hash) throws IOException {
        return of(hash).map(job -> queue.folder(job.id()));
    }
}
