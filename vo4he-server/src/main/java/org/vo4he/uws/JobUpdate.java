// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What may happen to a job. Each carries what UWS 1.1 wants known of the phase it leads to, no more.
public sealed interface JobUpdate {

    /// The phase that the job comes to.
    default Phase phase() {
        return switch (this) {
            case Queued _ -> Phase.QUEUED;
            case Started _ -> Phase.EXECUTING;
            case Requeued _ -> Phase.QUEUED;
            case Completed _ -> Phase.COMPLETED;
            case Failed _ -> Phase.ERROR;
            case Aborted _ -> Phase.ABORTED;
            case Archived _ -> Phase.ARCHIVED;
        };
    }

    /// It was told to run.
    record Queued(Instant at) implements JobUpdate {}

    record Started(Instant at) implements JobUpdate {}

    /// It was interrupted and takes its turn again.
    ///
    /// @param killed whether the process died under it; that happens to a job once only
    record Requeued(String reason, boolean killed) implements JobUpdate {}

    record Completed(Instant at, List<JobResult> results) implements JobUpdate {}

    record Failed(Instant at, ErrorSummary error) implements JobUpdate {}

    /// @param why empty when its owner stopped it
    record Aborted(Instant at, Optional<ErrorSummary> why) implements JobUpdate {}

    /// Its results are deleted.
    record Archived() implements JobUpdate {}
}
