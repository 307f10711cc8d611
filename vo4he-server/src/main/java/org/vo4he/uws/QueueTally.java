// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// How many jobs ended since the queue was opened, and how long they ran. Safe on any thread.
public final class QueueTally {

    private final Map<Phase, LongAdder> ended = new EnumMap<>(
            Map.of(Phase.COMPLETED, new LongAdder(), Phase.ERROR, new LongAdder(), Phase.ABORTED, new LongAdder()));

    private final LongAdder millis = new LongAdder();

    QueueTally() {}

    /// @param before its phase until now; empty for a new job
    void came(Optional<Phase> before, Job job) {
        LongAdder count = ended.get(job.phase());
        if (count == null || before.filter(Phase::isOver).isPresent()) {
            return;
        }
        count.increment();
        job.times()
                .started()
                .ifPresent(from -> job.times()
                        .ended()
                        .ifPresent(to -> millis.add(Duration.between(from, to).toMillis())));
    }

    /// @param phase COMPLETED, ERROR or ABORTED
    public long ended(Phase phase) {
        return ended.get(phase).sum();
    }

    /// Time that ended jobs ran, together.
    public double seconds() {
        return millis.sum() / 1e3;
    }
}
