// SPDX-License-Identifier: Apache-2.0
package org.vo4he.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vo4he.http.ExchangeListener;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.http.Response;
import org.vo4he.http.Routes;
import org.vo4he.samples.Asking;

/// `/metrics` of a real server, read by the grammar of Prometheus' text format 0.0.4.
class MetricsServiceTest {

    private static final Pattern COMMENT = Pattern.compile("# (?:HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) .+");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "(\\{(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*})? "
            + "([+-]?(?:[0-9.eE+-]+|Inf)|NaN)");

    private final Metrics metrics = new Metrics();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Routes page = router -> router.get("/page/{name}", _ -> Response.plain("12345"));
        List<ExchangeListener> listeners = List.of(new RequestMetrics(metrics));
        server = HttpServer.start(HttpSettings.local(), List.of(page, new MetricsService(metrics)), listeners);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyLineIsOfTheFormatAndEachNumberIsDeclaredOnce() throws IOException {
        HttpResponse<byte[]> answer = Asking.get(server.url() + "/metrics");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        Map<String, Integer> types = new TreeMap<>();
        assertThat(Asking.text(answer).lines()).allSatisfy(line -> {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                types.merge(line.substring(0, 7) + comment.group(1), 1, Integer::sum);
            } else {
                assertThat(line).matches(SAMPLE);
            }
        });
        assertThat(types)
                .isNotEmpty()
                .allSatisfy((_, count) -> assertThat(count).isOne());
        assertThat(types).containsKeys("# TYPE jvm_memory_used_bytes", "# TYPE jvm_threads_live_threads");
    }

    @Test
    void requestsAreCountedByTheirRouteNotByTheirPath() throws IOException {
        for (int i = 0; i < 5; i++) {
            Asking.get(server.url() + "/page/" + i);
        }
        Asking.get(server.url() + "/nowhere/at/all");

        Map<String, Double> samples = samplesWith("http_server_requests_seconds_count", 2);
        assertThat(samples)
                .containsEntry("{method=\"GET\",route=\"/page/{name}\",status=\"2xx\"}", 5.0)
                .containsEntry("{method=\"GET\",route=\"none\",status=\"4xx\"}", 1.0);
        assertThat(text())
                .contains(
                        "http_server_requests_seconds_bucket{method=\"GET\",route=\"/page/{name}\",status=\"2xx\",le=\"+Inf\"} 5");
    }

    @Test
    void numbersAreReadWhenSomebodyAsks() throws IOException {
        AtomicLong clients = new AtomicLong(2);
        metrics.gauge("vo4he.feed.clients", "Clients of the feed", clients::get);
        metrics.counter("vo4he.queries.stopped", "Stopped", () -> clients.get() * 10, "reason", "time");
        metrics.gauges("vo4he.products", "Products", "type", () -> Map.of("event", clients.get(), "image", 7L));

        assertThat(text())
                .contains("vo4he_feed_clients 2.0", "vo4he_queries_stopped_total{reason=\"time\"} 20.0")
                .contains("vo4he_products{type=\"event\"} 2.0", "vo4he_products{type=\"image\"} 7.0");
        clients.set(3);
        assertThat(text()).contains("vo4he_feed_clients 3.0", "vo4he_products{type=\"event\"} 3.0");
    }

    @Test
    void aNumberThatCannotBeReadHidesNoOther() throws IOException {
        metrics.gauges("vo4he.broken", "Broken", "type", () -> {
            throw new IllegalStateException("no database");
        });
        metrics.gauges("vo4he.whole", "Whole", "type", () -> Map.of("a", 1L));

        assertThat(text()).contains("vo4he_whole{type=\"a\"} 1.0");
    }

    @Test
    void whoAsksForOpenMetricsGetsThat() throws IOException {
        HttpResponse<byte[]> answer =
                Asking.get(server.url() + "/metrics", "Accept", "application/openmetrics-text;version=1.0.0");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/openmetrics-text");
        assertThat(Asking.text(answer)).endsWith("# EOF\n");
    }

    /// A request is counted when its last byte has left: its client may be quicker than the counter.
    private Map<String, Double> samplesWith(String name, int wanted) throws IOException {
        Map<String, Double> found = samples(name);
        for (int i = 0; i < 100 && found.size() < wanted; i++) {
            found = samples(name);
        }
        return found;
    }

    private Map<String, Double> samples(String name) throws IOException {
        Map<String, Double> found = new TreeMap<>();
        for (String line : text().lines().toList()) {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches() && sample.group(1).equals(name)) {
                found.put(sample.group(2), Double.valueOf(sample.group(3)));
            }
        }
        found.remove("{method=\"GET\",route=\"/metrics\",status=\"2xx\"}");
        return found;
    }

    private String text() throws IOException {
        return Asking.text(Asking.get(server.url() + "/metrics"));
    }
}
