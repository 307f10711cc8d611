// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// When things happened to a job, to the millisecond.
///
/// @param queued when it was told to run; that is its place in the line, also after a restart
/// @param started when it began to run, the last time
/// @param destruction when its results are deleted
public record JobTimes(
        Instant created,
        Optional<Instant> queued,
        Optional<Instant> started,
        Optional<Instant> ended,
        Instant destruction) {

    public JobTimes {
        Objects.requireNonNull(created);
        Objects.requireNonNull(queued);
        Objects.requireNonNull(started);
        Objects.requireNonNull(ended);
        Objects.requireNonNull(destruction);
    }

    static JobTimes created(Instant at, Instant destruction) {
        return new JobTimes(at, Optional.empty(), Optional.empty(), Optional.empty(), destruction);
    }

    JobTimes queuedAt(Instant at) {
        return new JobTimes(created, Optional.of(at), started, ended, destruction);
    }

    JobTimes startedAt(Instant at) {
        return new JobTimes(created, queued, Optional.of(at), ended, destruction);
    }

    JobTimes notStarted() {
        return new JobTimes(created, queued, Optional.empty(), ended, destruction);
    }

    JobTimes endedAt(Instant at) {
        return new JobTimes(created, queued, started, Optional.of(at), destruction);
    }

    JobTimes destroyedAt(Instant at) {
        return new JobTimes(created, queued, started, ended, at);
    }
}
