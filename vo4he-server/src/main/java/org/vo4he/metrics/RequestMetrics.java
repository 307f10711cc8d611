// SPDX-License-Identifier: Apache-2.0
package org.vo4he.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.vo4he.http.Exchange;
import org.vo4he.http.ExchangeListener;

/// Requests by route template, method and class of status, with how long they took.
public final class RequestMetrics implements ExchangeListener {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

    /// From a page out of memory to the longest query, in steps a person would choose.
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final PrometheusMeterRegistry registry;
    private final Counter bytes;
    private final Map<Exchange.End, Counter> torn = new ConcurrentHashMap<>();
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    private record Labels(String route, String method, String status) {

        static Labels of(Exchange exchange) {
            return new Labels(
                    exchange.route().orElse("none"),
                    METHODS.contains(exchange.method()) ? exchange.method() : "other",
                    exchange.status() / 100 + "xx");
        }
    }

    public RequestMetrics(Metrics metrics) {
        this.registry = metrics.registry();
        this.bytes = Counter.builder("http.server.response.bytes")
                .description("Bytes of all answers' bodies")
                .register(registry);
    }

    @Override
    public void answered(Exchange exchange) {
        timers.computeIfAbsent(Labels.of(exchange), this::timer).record(exchange.nanos(), TimeUnit.NANOSECONDS);
        bytes.increment(exchange.bytes());
        if (exchange.end() != Exchange.End.WHOLE) {
            torn.computeIfAbsent(exchange.end(), this::torn).increment();
        }
    }

    private Timer timer(Labels labels) {
        return Timer.builder("http.server.requests")
                .description("Requests, from the end of their headers to the end of the answer")
                .tags("route", labels.route(), "method", labels.method(), "status", labels.status())
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    private Counter torn(Exchange.End end) {
        return Counter.builder("http.server.torn")
                .description("Answers that did not come to their end: the client left, or they broke off")
                .tag("end", end.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
