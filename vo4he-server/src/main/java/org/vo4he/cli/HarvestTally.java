// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.vo4he.harvest.HarvestReport;

/// The harvests of this process, added up for `/metrics`.
final class HarvestTally {

    final LongAdder passes = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder nanos = new LongAdder();
    final LongAdder filesRead = new LongAdder();
    final LongAdder filesChanged = new LongAdder();

    /// Of the last pass that came to its end, since 1970; 0 before.
    final AtomicLong lastEndMillis = new AtomicLong();

    void passed(HarvestReport report, long tookNanos) {
        passes.increment();
        nanos.add(tookNanos);
        filesRead.add(report.read());
        filesChanged.add(report.created() + report.changed() + report.moved() + report.withdrawn());
        lastEndMillis.set(System.currentTimeMillis());
    }

    void failed() {
        failures.increment();
    }
}
