// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import org.vo4he.config.Settings;
import org.vo4he.harvest.Progress;
import org.vo4he.http.HttpServer;
import org.vo4he.security.Token;
import org.vo4he.watch.FolderWatch;

/// A thousand files arrive in a watched folder while clients ask for them: the judge is the writer, who knows what each
/// whole file says.
@Timeout(240)
class RoutineArrivalTest {

    private static final int FILES = 1000;
    private static final String ROWS = """
            SELECT o.obs_publisher_did, o.obs_id, o.t_exptime, o.access_estsize, p.short_id
            FROM ivoa.obscore o JOIN vo4he.products p ON p.obs_publisher_did = o.obs_publisher_did""";

    private static final Pattern LENGTH = Pattern.compile("<TD>#this</TD>\\s*<TD>[^<]*</TD>\\s*<TD>(\\d+)</TD>");

    @TempDir
    private Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> live = new TreeMap<>();
    private final List<Long> sequences = new ArrayList<>();
    private final AtomicLong lengthsSeen = new AtomicLong();
    private long cursor;

    @Test
    void aThousandFilesArriveAndNoHalfFileIsEverVisibleAndTheFeedIsComplete() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("incoming")).toRealPath();
        ArrivingFiles files = new ArrivingFiles(folder);
        Settings settings = Settings.of(Configuration.of(Optional.empty(), Map.of(), Map.of(Setting.WATCH, "on")));
        Queue problems = new Queue();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong answers = new AtomicLong();
        try (Assembly assembly = Assembly.open(settings, temporary.resolve("state"), folder);
                HttpServer server = assembly.listenForOurselves(Token.random());
                FolderWatch watch = assembly.watch().orElseThrow();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assembly.harvest(Optional.empty(), false, Progress.silent());
            watch.start();
            List<Future<?>> clients = new ArrayList<>();
            for (Asking asking : List.<Asking>of(
                    random -> askTap(server.url(), files, problems),
                    random -> askOne(server.url(), files, random, problems),
                    random -> askOne(server.url(), files, random, problems))) {
                clients.add(threads.submit(() -> askOn(asking, over, answers, problems)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                int number = i;
                writers.add(threads.submit(() -> {
                    pause(number * 6L);
                    files.live(number);
                }));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get();
                }
                follow(server.url(), () -> Set.copyOf(live.values()).equals(files.paths()));
            } finally {
                over.set(true);
            }
            for (Future<?> each : clients) {
                each.get();
            }

            assertThat(problems.list).isEmpty();
            assertThat(answers.get()).as("answers while files arrived").isGreaterThan(50);
            assertThat(lengthsSeen.get()).as("lengths that DataLink told").isGreaterThan(10);
            assertThat(live.keySet()).isEqualTo(didsByTap(server.url()));
            theSequenceHasNoGap();
        }
    }

    @Test
    void afterAKillTheFeedGoesOnWithoutGapAndAgreesWithTheRows() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("incoming")).toRealPath();
        Path state = temporary.resolve("state");
        ArrivingFiles files = new ArrivingFiles(folder);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            try (Vo4heProcess first = Vo4heProcess.serve(folder, state, "--watch")) {
                String url = first.ready();
                for (int i = 0; i < 120; i++) {
                    int number = i;
                    writers.add(threads.submit(() -> {
                        pause(number * 25L);
                        files.live(number);
                    }));
                }
                follow(url, () -> sequences.size() >= 20);
                first.kill();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            try (Vo4heProcess second = Vo4heProcess.serve(folder, state, "--watch")) {
                String url = second.ready();

                follow(url, () -> Set.copyOf(live.values()).equals(files.paths()));

                assertThat(live.keySet()).isEqualTo(didsByTap(url));
                theSequenceHasNoGap();
                assertThat(second.err()).contains("is watched");
                second.interrupt();
                assertThat(second.exitCode()).isEqualTo(130);
            }
        }
    }

    private void theSequenceHasNoGap() {
        for (int i = 0; i < sequences.size(); i++) {
            assertThat(sequences.get(i)).isEqualTo(i + 1);
        }
    }

    /// Follows the feed until the claim holds, and for a while longer: nothing more may come then.
    private void follow(String url, java.util.function.BooleanSupplier claim) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("live after 90 s: %d", live.size()).isLessThan(end);
            JsonNode page =
                    json.readTree(get(url + "/events?wait=1&after=" + cursor).body());
            for (JsonNode event : page.path("events")) {
                sequences.add(event.path("sequence").asLong());
                if (event.path("kind").asText().equals("withdrawn")) {
                    live.remove(event.path("did").asText());
                } else {
                    live.put(event.path("did").asText(), event.path("path").asText());
                }
            }
            cursor = page.path("next").asLong();
        }
    }

    /// One question.
    private interface Asking {
        void ask(Random random) throws Exception;
    }

    private void askOn(Asking asking, AtomicBoolean over, AtomicLong answers, Queue problems) {
        Random random = new Random(1);
        while (!over.get()) {
            try {
                asking.ask(random);
                answers.incrementAndGet();
            } catch (Exception | AssertionError e) {
                problems.add(e.toString());
            }
            pause(20);
        }
    }

    /// Each row ever seen is that of a whole file.
    private void askTap(String url, ArrivingFiles files, Queue problems) throws Exception {
        for (String[] row : rows(url)) {
            ArrivingFiles.Truth truth = files.truths().get(row[1]);
            if (truth == null
                    || truth.exposureSeconds() != Double.parseDouble(row[2])
                    || truth.kilobytes() != Long.parseLong(row[3])) {
                problems.add("a row that no whole file has: " + String.join(", ", row) + ", truth " + truth);
            }
        }
    }

    /// DataLink, file and page of some product of now, which may have been withdrawn meanwhile.
    private void askOne(String url, ArrivingFiles files, Random random, Queue problems) throws Exception {
        List<String[]> rows = rows(url);
        if (rows.isEmpty()) {
            return;
        }
        String[] row = rows.get(random.nextInt(rows.size()));
        String id = URLEncoder.encode(row[0], StandardCharsets.UTF_8);
        Set<Long> lengths = new TreeSet<>();
        String number = row[1].substring(0, row[1].lastIndexOf('-'));
        for (String version : List.of("-1", "-2")) {
            Optional.ofNullable(files.truths().get(number + version)).ifPresent(truth -> lengths.add(truth.bytes()));
        }
        Matcher link = LENGTH.matcher(get(url + "/datalink/links?ID=" + id).body());
        while (link.find()) {
            lengthsSeen.incrementAndGet();
            if (!lengths.contains(Long.valueOf(link.group(1)))) {
                problems.add("DataLink has " + link.group(1) + " bytes for " + row[1] + ", the truth " + lengths);
            }
        }
        HttpResponse<byte[]> file = client.send(request(url + "/files?ID=" + id), BodyHandlers.ofByteArray());
        if (file.statusCode() == 200 && !lengths.contains((long) file.body().length)) {
            problems.add("a file of " + file.body().length + " bytes for " + row[1] + ", the truth " + lengths);
        }
        HttpResponse<String> page = get(url + "/products/" + row[4]);
        boolean whole = page.statusCode() == 200 && page.body().contains(number + "-");
        if (!whole && page.statusCode() != 410) {
            problems.add("the page of " + row[1] + " has status " + page.statusCode());
        }
    }

    private List<String[]> rows(String url) throws Exception {
        HttpResponse<String> response = get(url + "/tap/sync?LANG=ADQL&RESPONSEFORMAT=csv&QUERY="
                + URLEncoder.encode(ROWS, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().skip(1).map(line -> line.split(",")).toList();
    }

    private Set<String> didsByTap(String url) throws Exception {
        Set<String> dids = new TreeSet<>();
        rows(url).forEach(row -> dids.add(row[0]));
        return dids;
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(request(url), BodyHandlers.ofString());
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What clients found wrong.
    private static final class Queue {

        private final ConcurrentLinkedQueue<String> list = new ConcurrentLinkedQueue<>();

        void add(String problem) {
            if (list.size() < 20) {
                list.add(problem);
            }
        }
    }
}
