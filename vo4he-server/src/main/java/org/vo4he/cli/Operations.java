// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.vo4he.accesslog.AccessLog;
import org.vo4he.config.Settings;
import org.vo4he.feed.EventsService;
import org.vo4he.http.ExchangeListener;
import org.vo4he.http.Routes;
import org.vo4he.metrics.Metrics;
import org.vo4he.metrics.MetricsService;
import org.vo4he.metrics.RequestMetrics;
import org.vo4he.store.QueryTally;
import org.vo4he.store.Store;
import org.vo4he.store.StoreCounts;
import org.vo4he.store.StoreException;
import org.vo4he.uws.JobSummary;
import org.vo4he.uws.Phase;
import org.vo4he.uws.Queue;

/// What an operator sees of a running server: its access log, and the numbers of `/metrics`.
///
/// Here is where each number comes from; a part with numbers of its own is registered here too.
final class Operations implements AutoCloseable {

    private final Optional<AccessLog> accessLog;
    private final Optional<Metrics> metrics;

    private Operations(Optional<AccessLog> accessLog, Optional<Metrics> metrics) {
        this.accessLog = accessLog;
        this.metrics = metrics;
    }

    /// @throws CommandFailure when the access log can't be written
    static Operations open(Settings settings, Store store, HarvestTally harvests, EventsService events) {
        try {
            Optional<AccessLog> log = AccessLog.open(settings.accessLog(), store.directory());
            return new Operations(
                    log, servesMetrics(settings) ? Optional.of(metrics(store, harvests, events)) : Optional.empty());
        } catch (IOException e) {
            throw new CommandFailure("the access log can't be written: " + e, e);
        }
    }

    static boolean servesMetrics(Settings settings) {
        return settings.metrics().served(settings.http().isPublic());
    }

    List<Routes> routes() {
        return metrics.<Routes>map(MetricsService::new).stream().toList();
    }

    List<ExchangeListener> listeners() {
        List<ExchangeListener> listeners = new ArrayList<>();
        accessLog.ifPresent(listeners::add);
        metrics.map(RequestMetrics::new).ifPresent(listeners::add);
        return listeners;
    }

    private static Metrics metrics(Store store, HarvestTally harvests, EventsService events) {
        Metrics metrics = new Metrics();
        queries(metrics, store.queryTally());
        store(metrics, store);
        harvests(metrics, harvests);
        metrics.gauge("vo4he.feed.clients", "Clients that wait for events", events::clients);
        return metrics;
    }

    /// Tells of a queue of jobs, too.
    ///
    /// @param name of the queue, as a label
    void queue(String name, Queue queue) {
        if (metrics.isEmpty()) {
            return;
        }
        AtomicReference<Map<Phase, Long>> counts = new AtomicReference<>(Map.of());
        metrics.get()
                .beforeReading(() -> counts.set(queue.jobs().stream()
                        .collect(Collectors.groupingBy(JobSummary::phase, Collectors.counting()))));
        for (Phase phase : List.of(Phase.PENDING, Phase.QUEUED, Phase.EXECUTING, Phase.COMPLETED, Phase.ERROR)) {
            metrics.get()
                    .gauge(
                            "vo4he.jobs",
                            "Jobs that are kept",
                            () -> counts.get().getOrDefault(phase, 0L),
                            "queue",
                            name,
                            "phase",
                            phase.name());
        }
        for (Phase phase : List.of(Phase.COMPLETED, Phase.ERROR, Phase.ABORTED)) {
            metrics.get()
                    .counter(
                            "vo4he.jobs.ended",
                            "Jobs that ended",
                            () -> queue.tally().ended(phase),
                            "queue",
                            name,
                            "phase",
                            phase.name());
        }
        metrics.get().counter("vo4he.jobs.seconds", "Time that jobs ran", queue.tally()::seconds, "queue", name);
    }

    private static void queries(Metrics metrics, QueryTally tally) {
        String stopped = "vo4he.queries.stopped";
        String help = "User queries that did not come to their end: no place was free, the time was up, or they were"
                + " cancelled, most often because the client left";
        metrics.gauge("vo4he.queries.running", "User queries that run now", tally::running);
        metrics.counter("vo4he.queries.started", "User queries that were started", tally::started);
        metrics.counter(stopped, help, tally::refused, "reason", "places");
        metrics.counter(stopped, help, tally::outOfTime, "reason", "time");
        metrics.counter(stopped, help, tally::cancelled, "reason", "cancelled");
    }

    private static void store(Metrics metrics, Store store) {
        AtomicReference<StoreCounts> counts =
                new AtomicReference<>(new StoreCounts(Map.of(), Map.of(), Map.of(), Map.of()));
        metrics.beforeReading(() -> {
            try {
                counts.set(store.counts());
            } catch (StoreException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
        metrics.gauges(
                "vo4he.products",
                "Published products",
                "type",
                () -> counts.get().productsByType());
        metrics.gauges(
                "vo4he.files",
                "Files of the published folder",
                "outcome",
                () -> counts.get().filesByOutcome());
        metrics.gauges(
                "vo4he.findings",
                "Findings about these files",
                "severity",
                () -> counts.get().findingsBySeverity());
        metrics.gauges(
                "vo4he.database.bytes",
                "What the database holds in memory and has spilled",
                "place",
                () -> counts.get().databaseBytes());
    }

    private static void harvests(Metrics metrics, HarvestTally tally) {
        metrics.counter("vo4he.harvest.passes", "Harvests that came to their end", tally.passes::sum);
        metrics.counter("vo4he.harvest.failures", "Harvests that did not", tally.failures::sum);
        metrics.counter("vo4he.harvest.seconds", "Time that harvests took", () -> tally.nanos.sum() / 1e9);
        metrics.counter("vo4he.harvest.files.read", "Files that harvests opened", tally.filesRead::sum);
        metrics.counter("vo4he.harvest.files.changed", "Files new, changed, moved or gone", tally.filesChanged::sum);
        metrics.gauge(
                "vo4he.harvest.last.timestamp.seconds",
                "When the last harvest ended, since 1970; 0 before",
                () -> tally.lastEndMillis.get() / 1e3);
    }

    @Override
    public void close() throws IOException {
        if (accessLog.isPresent()) {
            accessLog.get().close();
        }
    }
}
