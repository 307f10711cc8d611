// SPDX-License-Identifier: Apache-2.0
package org.vo4he.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is counted and measured. Names are written with dots (`vo4he.feed.clients`) and go out as Prometheus likes them
/// (`vo4he_feed_clients`). Safe on any thread.
public final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Runnable> beforeReading = new CopyOnWriteArrayList<>();
    private final List<DoubleSupplier> counted = new CopyOnWriteArrayList<>();
    private boolean machine;

    /// A number that goes up and down, read when somebody asks.
    ///
    /// @param help one sentence
    /// @param labels names and values in turn; the same names for every gauge of this name
    public void gauge(String name, String help, DoubleSupplier value, String... labels) {
        Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                .description(help)
                .tags(labels)
                .strongReference(true)
                .register(registry);
    }

    /// Several such numbers, told apart by one label, read at once when somebody asks.
    ///
    /// @param values by the label's value: a small closed set
    public void gauges(String name, String help, String label, Supplier<Map<String, Long>> values) {
        MultiGauge gauge = MultiGauge.builder(name).description(help).register(registry);
        beforeReading.add(() -> gauge.register(
                values.get().entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(Tags.of(label, entry.getKey()), entry.getValue()))
                        .collect(Collectors.toList()),
                true));
    }

    /// Does some reading that several numbers share, before they are read.
    public void beforeReading(Runnable reading) {
        beforeReading.add(reading);
    }

    /// A number that only grows while the process runs.
    ///
    /// @param labels names and values in turn; the same names for every counter of this name
    public void counter(String name, String help, DoubleSupplier value, String... labels) {
        FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
                .description(help)
                .tags(labels)
                .register(registry);
        counted.add(value); // The library holds it weakly.
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /// Everything, as Prometheus reads it.
    ///
    /// @param contentType one that Prometheus offers: its text format, or OpenMetrics
    synchronized String text(String contentType) {
        if (!machine) {
            // Not before somebody asks: it takes a while, and most short runs are never asked.
            Machine.bindTo(registry);
            machine = true;
        }
        beforeReading.forEach(Metrics::refresh);
        return registry.scrape(contentType);
    }

    /// What can't be read now keeps its last value: one broken number must not hide the others.
    private static void refresh(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            LOG.warn("a number for /metrics could not be read: {}", e.toString());
        }
    }
}
