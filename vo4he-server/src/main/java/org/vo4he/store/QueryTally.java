// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// How many user queries run, and how many met a limit since the store was opened. Safe on any thread.
public final class QueryTally {

    final AtomicInteger running = new AtomicInteger();
    final LongAdder started = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder outOfTime = new LongAdder();
    final LongAdder cancelled = new LongAdder();

    QueryTally() {}

    public int running() {
        return running.get();
    }

    public long started() {
        return started.sum();
    }

    /// Because all places were taken.
    public long refused() {
        return refused.sum();
    }

    /// Stopped at the time limit.
    public long outOfTime() {
        return outOfTime.sum();
    }

    /// Most often because the client left.
    public long cancelled() {
        return cancelled.sum();
    }
}
