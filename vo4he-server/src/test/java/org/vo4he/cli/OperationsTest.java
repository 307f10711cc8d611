// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator sees of a server in a process of its own.
class OperationsTest {

    @TempDir
    private Path folder;

    private Path products;
    private Path state;

    @BeforeEach
    void publishOne() throws IOException {
        products = Files.createDirectory(folder.resolve("products"));
        state = folder.resolve("state");
        Samples.eventList().write(products.resolve("events.fits"));
    }

    @Test
    void metricsTellOfProductsFilesHarvestsQueriesAndRequests() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            String url = server.ready();
            double before = queriesStarted(Http.get(url + "/metrics").body());
            Http.get(url + "/tap/sync?LANG=ADQL&QUERY=SELECT+obs_id+FROM+ivoa.obscore");

            Http.post(url + "/tap/async", "PHASE=RUN&LANG=ADQL&QUERY=SELECT+obs_id+FROM+ivoa.obscore");

            String text = metricsWith(
                    url,
                    "vo4he_queries_running 0.0",
                    "vo4he_jobs_ended_total{phase=\"COMPLETED\",queue=\"queries\"} 1.0",
                    "http_server_requests_seconds_count{method=\"GET\",route=\"/tap/sync\",status=\"2xx\"} 1");
            assertThat(queriesStarted(text)).isGreaterThan(before);
            assertThat(text)
                    .contains("vo4he_products{type=\"event\"} 1.0", "vo4he_files{outcome=\"published\"} 1.0")
                    .contains("vo4he_harvest_passes_total 1.0", "vo4he_harvest_files_read_total 1.0")
                    .contains("vo4he_jobs{phase=\"COMPLETED\",queue=\"queries\"} 1.0")
                    .contains("vo4he_jobs{phase=\"QUEUED\",queue=\"reprocessing\"} 0.0")
                    .contains("vo4he_jobs_seconds_total{queue=\"queries\"}")
                    .contains("vo4he_queries_stopped_total{reason=\"time\"} 0.0")
                    .contains(
                            "vo4he_queries_running 0.0",
                            "vo4he_feed_clients 0.0",
                            "vo4he_database_bytes{place=\"memory\"}")
                    .contains("jvm_memory_used_bytes", "process_files_open_files");
        }
    }

    @Test
    void aPublicServerShowsItsMetricsOnlyWhenItIsToldTo() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state, "--base-url", "http://archive.example.org")) {
            assertThat(Http.get(server.ready() + "/metrics").statusCode()).isEqualTo(404);
        }
        try (Vo4heProcess server =
                Vo4heProcess.serve(products, state, "--base-url", "http://archive.example.org", "--metrics", "on")) {
            assertThat(Http.get(server.ready() + "/metrics").statusCode()).isEqualTo(200);
        }
        try (Vo4heProcess server = Vo4heProcess.serve(products, state, "--metrics", "off")) {
            assertThat(Http.get(server.ready() + "/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everyRequestIsALineOfTheAccessLogAndNoLineHoldsTheToken() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state, "--access-log-format", "json")) {
            String url = server.ready();
            String token = new ObjectMapper()
                    .readTree(state.resolve("server.json").toFile())
                    .get("token")
                    .asText();
            Http.get(url + "/tap/availability?x=" + token);
            Http.get(url + "/nowhere");

            List<String> lines = linesOf(state.resolve("access.log"), 2);
            // A line is written when its answer has left: the second client may be quicker than the first line.
            Map<String, JsonNode> byTarget = new HashMap<>();
            for (String line : lines) {
                JsonNode node = new ObjectMapper().readTree(line);
                byTarget.put(node.get("target").asText(), node);
            }
            assertThat(byTarget).containsOnlyKeys("/tap/availability?x=[hidden]", "/nowhere");
            assertThat(byTarget.get("/tap/availability?x=[hidden]").get("route").asText())
                    .isEqualTo("/tap/availability");
            assertThat(byTarget.get("/nowhere").get("status").asInt()).isEqualTo(404);
            assertThat(lines).noneMatch(line -> line.contains(token));
        }
    }

    @Test
    void onStandardOutputTheLinesFollowTheReadyLine() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state, "--access-log", "stdout")) {
            Http.get(server.ready() + "/tap/availability");

            assertThat(server.line()).contains("\"GET /tap/availability HTTP/1.1\" 200 ");
            assertThat(state.resolve("access.log")).doesNotExist();
        }
    }

    @Test
    void commandsThatAskThemselvesKeepNoLog() {
        CommandRun.of("harvest", products, "--state", state);
        CommandRun run = CommandRun.of("get", "/tap/availability", "--state", state);

        assertThat(run.exitCode()).isZero();
        assertThat(state.resolve("access.log")).doesNotExist();
    }

    /// A request is counted when the last byte of its answer has left: the client may be quicker. The pages, which are
    /// prepared after the start, ask questions too.
    private static String metricsWith(String url, String... wanted) throws IOException, InterruptedException {
        String text = Http.get(url + "/metrics").body();
        for (int i = 0; i < 100 && !List.of(wanted).stream().allMatch(text::contains); i++) {
            Thread.sleep(50);
            text = Http.get(url + "/metrics").body();
        }
        assertThat(text).contains(wanted);
        return text;
    }

    private static double queriesStarted(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("vo4he_queries_started_total "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    /// A line is written when the last byte of its answer has left: the client may be quicker.
    private static List<String> linesOf(Path file, int wanted) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < 100 && lines.size() < wanted; i++) {
            Thread.sleep(20);
            lines = Files.readAllLines(file);
        }
        assertThat(lines).hasSize(wanted);
        return lines;
    }
}
