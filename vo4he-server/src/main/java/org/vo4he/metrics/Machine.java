// SPDX-License-Identifier: Apache-2.0
package org.vo4he.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.List;

/// Memory, threads, processors, open files and age of this process.
final class Machine {

    private static final List<MeterBinder> BINDERS = List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics());

    private Machine() {}

    static void bindTo(MeterRegistry registry) {
        BINDERS.forEach(binder -> binder.bindTo(registry));
    }
}
