// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.harvest.Describer;
import org.vo4he.harvest.Harvest;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.harvest.Progress;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;

/// `/events` over a socket, fed by harvests of real files.
@Timeout(60)
class EventsServiceTest {

    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    private static final int MAX_CLIENTS = 3;

    @TempDir
    private Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder;
    private Store store;
    private EventsService events;
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        store = Store.open(temporary.resolve("state"), new StoreSettings(128, 2, 2, Duration.ofSeconds(1), 10));
        events = new EventsService(store.feed(), new FeedSettings(MAX_CLIENTS, HEARTBEAT));
        server = HttpServer.start(HttpSettings.local(), List.of(events));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        store.close();
        client.close();
    }

    @Test
    void aReaderWithACursorGetsEveryEventOnceAndInOrder() throws Exception {
        arrive(1, 2, 3, 4, 5);
        List<Long> seen = new ArrayList<>();
        long cursor = 0;
        for (JsonNode page = page("?limit=2");
                !page.path("events").isEmpty();
                page = page("?limit=2&after=" + cursor)) {
            page.path("events").forEach(event -> seen.add(event.path("sequence").asLong()));
            cursor = page.path("next").asLong();
        }

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(page("?after=5").toString()).isEqualTo("{\"events\":[],\"next\":5,\"first\":1,\"last\":5}");
    }

    @Test
    void anEventSaysWhatHappenedToWhichProductAndLeadsToIt() throws Exception {
        arrive(1);
        Files.delete(file(1));
        harvest();

        JsonNode events = page("").path("events");

        JsonNode published = events.path(0);
        String did = "ivo://unregistered.vo4he/data?events-1.fits";
        String id = store.products().byDid(did).orElseThrow().shortId();
        assertThat(published.path("kind").asText()).isEqualTo("published");
        assertThat(published.path("did").asText()).isEqualTo(did);
        assertThat(published.path("id").asText()).isEqualTo(id);
        assertThat(published.path("path").asText()).isEqualTo("events-1.fits");
        assertThat(published.path("type").asText()).isEqualTo("event");
        assertThat(published.path("media_type").asText()).isEqualTo("application/fits");
        assertThat(published.path("fingerprint").asText()).hasSize(24);
        assertThat(published.path("page").asText()).isEqualTo(server.url() + "/products/" + id);
        assertThat(published.path("file").asText())
                .isEqualTo(server.url() + "/files?ID=ivo%3A%2F%2Funregistered.vo4he%2Fdata%3Fevents-1.fits");
        assertThat(events.path(1).path("kind").asText()).isEqualTo("withdrawn");
        assertThat(events.path(1).has("file")).isFalse();
    }

    @Test
    void kindsAndTypesCanBeChosenAndTheCursorGoesOnAllTheSame() throws Exception {
        arrive(1, 2);
        Files.delete(file(1));
        harvest();

        assertThat(page("?kind=withdrawn").path("events")).hasSize(1);
        assertThat(page("?kind=withdrawn&kind=published").path("events")).hasSize(3);
        assertThat(page("?type=image").toString()).startsWith("{\"events\":[],\"next\":3");
        assertThat(page("?type=image&type=event").path("events")).hasSize(3);
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithTheValueFound() throws Exception {
        assertThat(refusal(400, "?after=-1")).contains("AFTER").contains("'-1'");
        assertThat(refusal(400, "?limit=0")).contains("LIMIT");
        assertThat(refusal(400, "?wait=100")).contains("at most 60 seconds").contains("'100'");
        assertThat(refusal(400, "?kind=new"))
                .contains("published, superseded and withdrawn")
                .contains("'new'");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/events"))
                        .header("Last-Event-ID", "foo")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("header Last-Event-ID must be the number of an event, found 'foo'");
    }

    @Test
    void aCursorOlderThanWhatIsKeptIsGoneWithTheWayOn() throws Exception {
        for (int i = 1; i <= 25; i++) {
            arrive(i);
        }

        assertThat(refusal(410, "?after=2"))
                .matches("(?s)the events after 2 are not kept any more, the oldest is 1[56]; .*go on with after=25.*");
        assertThat(page("").path("first").asLong())
                .as("without a cursor, from the oldest")
                .isBetween(15L, 16L);
        assertThat(page("").path("events").path(0).path("sequence").asLong())
                .isEqualTo(page("").path("first").asLong());
    }

    @Test
    void aCursorOfAnotherFeedIsGoneToo() throws Exception {
        arrive(1);

        assertThat(refusal(410, "?after=7")).startsWith("there is no event 7, the newest is 1");
    }

    @Test
    void whoWaitsIsAnsweredAsSoonAsThereIsAnEvent() throws Exception {
        var answer = client.sendAsync(request("?after=now&wait=30"), BodyHandlers.ofString());
        while (events.clients() == 0) {
            Thread.sleep(5);
        }
        assertThat(answer).isNotDone();

        arrive(1);

        JsonNode page =
                new ObjectMapper().readTree(answer.get(10, TimeUnit.SECONDS).body());
        assertThat(page.path("events").path(0).path("sequence").asLong()).isEqualTo(1);
        assertThat(page.path("next").asLong()).isEqualTo(1);
    }

    @Test
    void whoWaitsInVainGetsAnEmptyPage() throws Exception {
        long start = System.nanoTime();

        JsonNode page = page("?after=0&wait=1");

        assertThat(page.path("events")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(9));
    }

    @Test
    void aStreamGivesWhatWasThenWhatComesWithIdsToGoOnFrom() throws Exception {
        arrive(1, 2);
        try (Stream stream = new Stream("?after=1", "")) {
            assertThat(stream.header("content-type")).isEqualTo("text/event-stream");
            assertThat(stream.next("id: ")).isEqualTo("2");
            assertThat(stream.next("event: ")).isEqualTo("published");
            assertThat(stream.next("data: ")).contains("\"sequence\":2").contains("events-2.fits");

            arrive(3);

            assertThat(stream.next("event: ")).isEqualTo("published");
            assertThat(stream.next("data: ")).contains("\"sequence\":3");
        }
        try (Stream again = new Stream("?after=0", "Last-Event-ID: 2\r\n")) {
            assertThat(again.next("data: ")).contains("\"sequence\":3");
        }
    }

    @Test
    void aSilentStreamShowsThatItLivesAndHowFarItIs() throws Exception {
        arrive(1);
        try (Stream stream = new Stream("?kind=withdrawn", "")) {
            assertThat(stream.next(":")).isEmpty();
            assertThat(stream.next("id: ")).isEqualTo("1");
            assertThat(stream.next(":")).isEmpty();
        }
    }

    @Test
    void oneClientTooManyIsToldSoAndAPlaceIsFreeWhenOneLeaves() throws Exception {
        List<Stream> streams = new ArrayList<>();
        for (int i = 0; i < MAX_CLIENTS; i++) {
            streams.add(new Stream("", ""));
            streams.getLast().next("retry: ");
        }
        HttpResponse<String> refused = client.send(request("?wait=30"), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("3 clients");
        assertThat(page("").path("last").asLong())
                .as("who does not wait is answered")
                .isZero();

        streams.getFirst().close();

        int status = 503;
        for (int i = 0; i < 100 && status == 503; i++) {
            Thread.sleep(20);
            status = client.send(request("?wait=0"), BodyHandlers.ofString()).statusCode();
            try (Stream again = new Stream("", "")) {
                status = again.status();
            }
        }
        assertThat(status).isEqualTo(200);
        for (Stream stream : streams) {
            stream.close();
        }
    }

    @Test
    void stoppingTheServerEndsEveryStreamAtOnce() throws Exception {
        try (Stream stream = new Stream("", "")) {
            stream.next("retry: ");
            long start = System.nanoTime();

            server.close();

            assertThat(stream.isOver()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    /// Server-sent events as lines, over a socket of its own.
    private final class Stream implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;
        private final List<String> head = new ArrayList<>();

        Stream(String query, String headers) throws IOException {
            socket = new Socket("127.0.0.1", server.port());
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /events" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                    + headers + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                head.add(line);
            }
        }

        int status() {
            return Integer.parseInt(head.getFirst().split(" ")[1]);
        }

        String header(String name) {
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }

        /// The rest of the next line that begins so.
        String next(String start) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(start)) {
                    return line.substring(start.length());
                }
            }
            throw new AssertionError("the stream ended before '" + start + "'");
        }

        boolean isOver() {
            try {
                while (lines.readLine() != null) {
                    // read on to the end
                }
                return true;
            } catch (java.net.SocketTimeoutException _) {
                return false;
            } catch (IOException _) {
                return true;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/events" + query))
                .build();
    }

    private JsonNode page(String query) throws Exception {
        HttpResponse<String> response = client.send(request(query), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return new ObjectMapper().readTree(response.body());
    }

    private String refusal(int status, String query) throws Exception {
        HttpResponse<String> response = client.send(request(query), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response.body();
    }

    private Path file(int number) {
        return folder.resolve("events-" + number + ".fits");
    }

    private void arrive(int... numbers) throws Exception {
        for (int number : numbers) {
            FitsBuilder file = new FitsBuilder();
            file.primary();
            file.table("EVENTS")
                    .column("TIME", "D", 1, 2, 3)
                    .card("HDUCLASS", "OGIP")
                    .card("HDUCLAS1", "EVENTS")
                    .card("OBS_ID", "obs-" + number);
            file.write(file(number));
        }
        harvest();
    }

    private void harvest() throws Exception {
        ProductDescriber products = new ProductDescriber(Rules.none());
        Describer describer = new Describer() {
            @Override
            public FileDescription describe(Path file, Siblings siblings) {
                return products.describe(file, siblings);
            }

            @Override
            public String program() {
                return "1";
            }
        };
        new Harvest(store, describer, HarvestSettings.defaults()).run(folder, Progress.silent());
    }
}
