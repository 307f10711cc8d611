// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;
import org.vo4he.store.StoreSettings;

/// Queries that would run for hours, on a server with room for one query and a limit of three seconds.
class RunawayQueryTest {

    /// No row fits, and 10^12 must be looked at to know.
    private static final String HOPELESS = "SELECT COUNT(*) AS n FROM tap_schema.columns a, tap_schema.columns b,"
            + " tap_schema.columns c, tap_schema.columns d, tap_schema.columns e, tap_schema.columns f"
            + " WHERE UPPER(a.column_name || b.column_name || c.column_name || d.column_name || e.column_name"
            + " || f.column_name) LIKE '%nowhere%'";

    /// 10^12 rows.
    private static final String ENDLESS = "SELECT a.column_name FROM tap_schema.columns a, tap_schema.columns b,"
            + " tap_schema.columns c, tap_schema.columns d, tap_schema.columns e, tap_schema.columns f";

    private static final Duration LIMIT = Duration.ofSeconds(3);

    @TempDir
    private static Path folder;

    private static SampleArchive archive;

    @BeforeAll
    static void start() throws Exception {
        archive = archive(folder, LIMIT);
    }

    private static SampleArchive archive(Path folder, Duration limit) throws Exception {
        return SampleArchive.start(
                folder,
                new StoreSettings(160, 2, 1, Duration.ofMillis(100), 1000),
                TapSettings.of(1_000_000_000_000L, limit));
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
    }

    @Test
    void theTimeLimitStopsAQueryAndSaysSo() throws IOException {
        HttpResponse<byte[]> answer = Asking.post(archive.url() + "/tap/sync", "QUERY", HOPELESS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Asking.text(answer)).contains("value=\"ERROR\">", "limit of 3 s");
    }

    /// Of three tries, because the machine may do something else meanwhile; without the cancelling each would take
    /// minutes.
    @Test
    void aClientThatLeavesCancelsItsQueryWithinASecond(@TempDir Path other) throws Exception {
        List<Duration> untilFree = new ArrayList<>();
        try (SampleArchive patient = archive(other, Duration.ofMinutes(5))) {
            for (int i = 0; i < 3; i++) {
                try (Socket socket = new Socket("127.0.0.1", patient.server().port())) {
                    String target = "/tap/sync?" + Asking.query("QUERY", HOPELESS);
                    socket.getOutputStream()
                            .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    untilAnswered(503, patient);
                }
                long left = System.nanoTime();
                untilAnswered(200, patient);
                untilFree.add(Duration.ofNanos(System.nanoTime() - left));
            }
        }
        assertThat(Collections.min(untilFree)).isLessThan(Duration.ofSeconds(1));
    }

    /// The only place for queries is taken: 503. It is free: 200.
    private static void untilAnswered(int status, SampleArchive archive) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int found;
        while ((found = quick(archive).statusCode()) != status && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(found).isEqualTo(status);
    }

    /// All of them would take minutes: that some arrive shows it.
    @Test
    @Timeout(60)
    void rowsLeaveWhileTheQueryRuns(@TempDir Path other) throws Exception {
        try (SampleArchive patient = archive(other, Duration.ofMinutes(5));
                InputStream rows = endless(patient)) {
            assertThat(text(rows.readNBytes(10_000))).contains("value=\"OK\"", "<TR>");
        }
    }

    @Test
    void theEndOfAQueryIsSaidAfterItsRows() throws Exception {
        try (InputStream rows = endless(archive)) {
            assertThat(text(rows.readNBytes(10_000))).contains("value=\"OK\"", "<TR>");
            assertThat(last(rows, 1_000))
                    .contains("</TABLE>\n  <INFO name=\"QUERY_STATUS\" value=\"ERROR\">The query ran longer")
                    .endsWith("</VOTABLE>\n");
        }
    }

    private static InputStream endless(SampleArchive archive) throws IOException {
        return URI.create(archive.url() + "/tap/sync?" + Asking.query("QUERY", ENDLESS))
                .toURL()
                .openStream();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aFormatThatCannotTellOfAnErrorBreaksOff() {
        String url = archive.url() + "/tap/sync?" + Asking.query("QUERY", ENDLESS, "FORMAT", "csv");

        assertThatThrownBy(() -> Asking.get(url)).isInstanceOf(IOException.class);
    }

    private static String last(InputStream in, int length) throws IOException {
        String last = "";
        byte[] buffer = new byte[65536];
        for (int read; (read = in.read(buffer)) >= 0; ) {
            last += new String(buffer, 0, read, StandardCharsets.UTF_8);
            last = last.substring(Math.max(0, last.length() - length));
        }
        return last;
    }

    private static HttpResponse<byte[]> quick(SampleArchive archive) throws IOException {
        return Asking.get(archive.url() + "/tap/sync?QUERY=SELECT+obs_id+FROM+ivoa.obscore");
    }
}
