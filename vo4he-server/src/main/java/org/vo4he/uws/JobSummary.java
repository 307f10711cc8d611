// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.time.Instant;
import java.util.Optional;

/// What lists say of a job, and what is kept of each in memory.
///
/// @param queued when it was told to run
/// @param bytes of its results
public record JobSummary(
        String id,
        Optional<String> owner,
        String share,
        Optional<String> runId,
        Phase phase,
        Instant created,
        Optional<Instant> queued,
        Instant destruction,
        long bytes) {

    static JobSummary of(Job job) {
        JobTimes times = job.times();
        return new JobSummary(
                job.id(),
                job.order().owner(),
                job.order().share(),
                job.order().runId(),
                job.phase(),
                times.created(),
                times.queued(),
                times.destruction(),
                job.bytes());
    }
}
