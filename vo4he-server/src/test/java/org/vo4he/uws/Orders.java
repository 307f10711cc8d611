// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Jobs and limits for tests.
final class Orders {

    static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private Orders() {}

    /// @param work what the [ScriptedRunner] is to do
    static JobOrder of(String owner, String work) {
        return new JobOrder(
                Optional.of(owner),
                owner,
                Optional.of("run of " + owner),
                "http://here",
                List.of(new JobParameter("WORK", work), new JobParameter("TEXT", "a\n\"b\" λ 😀")));
    }

    static Job pending(String id) {
        return Job.pending(id, of("ann", "write"), JobTimes.created(AT, AT.plusSeconds(60)), Duration.ofSeconds(7));
    }

    static Job completed(String id) {
        return pending(id)
                .after(new JobUpdate.Queued(AT))
                .after(new JobUpdate.Started(AT))
                .told(Optional.of(new Progress(2, 3, "counting")))
                .after(new JobUpdate.Completed(
                        AT.plusSeconds(1), List.of(new JobResult("result", "result.vot", "text/xml", 12))));
    }

    static QueueSettings running(int jobs) {
        return QueueSettings.of(jobs, 1000, 100, Duration.ofMinutes(5), Duration.ofDays(1), 1_000_000);
    }
}
