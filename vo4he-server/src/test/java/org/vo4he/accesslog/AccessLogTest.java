// SPDX-License-Identifier: Apache-2.0
package org.vo4he.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.accesslog.AccessLogSettings.Target;
import org.vo4he.http.Exchange;

/// Lines of [AccessLog], the combined ones against the format that web servers write.
class AccessLogTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.5Z");

    @TempDir
    private Path folder;

    @Test
    void aCombinedLineIsThatOfWebServersWithTimeAndEndBehindIt() {
        assertThat(LineFormat.COMBINED.line(exchange("/tap/sync?QUERY=SELECT%201", "TOPCAT \"x\"")))
                .isEqualTo(
                        "192.0.2.1 - - [23/Nov/2026:12:00:00 +0000] \"GET /tap/sync?QUERY=SELECT%201 HTTP/1.1\" 200 1234"
                                + " \"-\" \"TOPCAT \\\"x\\\"\" 5.250 whole");
    }

    @Test
    void aJsonLineIsOneObject() throws IOException {
        JsonNode line = new ObjectMapper().readTree(LineFormat.JSON.line(exchange("/x?\u0001\u20ac\"\\\n", "a")));

        assertThat(line.get("time").asText()).isEqualTo("2026-11-23T12:00:00.500Z");
        assertThat(line.get("target").asText()).isEqualTo("/x?\u0001\u20ac\"\\\n");
        assertThat(line.get("route").asText()).isEqualTo("/x");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("bytes").asLong()).isEqualTo(1234);
        assertThat(line.get("ms").asDouble()).isEqualTo(5.25);
        assertThat(line.get("end").asText()).isEqualTo("whole");
    }

    @Test
    void noClientCanWriteASecondLineOrReachTheTerminal() {
        for (LineFormat format : LineFormat.values()) {
            String line = format.line(exchange("/x\r\n1.2.3.4 - - forged\u001b[31m\u0085\u2028", "agent\nforged"));

            assertThat(line).matches("[ -~]+").contains("\\u001b", "\\u000a");
        }
    }

    @Test
    void whatIsCalledAPasswordIsHidden() {
        String line =
                LineFormat.COMBINED.line(exchange("/x?a=1&access_token=abc&PASSWORD=def;api-key=ghi&tokenless=3", "a"));

        assertThat(line)
                .contains("?a=1&access_token=[hidden]&PASSWORD=[hidden]&tokenless=3")
                .doesNotContain("abc", "def", "ghi");
    }

    @Test
    void aNameIsJudgedAsAServerReadsIt() {
        String line = LineFormat.COMBINED.line(exchange(
                "/?t%6fken=sekrit1&a=1;%70assword=sekrit2;more&%41pi%5fkey=sekrit3&acce%73s+token=sekrit4&b=%zz#c",
                "a"));

        assertThat(line)
                .contains(
                        "/?t%6fken=[hidden]&a=1;%70assword=[hidden]&%41pi%5fkey=[hidden]&acce%73s+token=[hidden]&b=%zz#c")
                .doesNotContain("sekrit", "more");
    }

    @Test
    void aVeryLongTextIsCut() {
        assertThat(LineFormat.COMBINED.line(exchange("/" + "x".repeat(100_000), "a")))
                .hasSizeLessThan(9_000)
                .contains("xxx... HTTP/1.1");
    }

    @Test
    void theFilesTogetherStayBelowTheLimitAndTheNewestLinesAreKept() throws IOException {
        AccessLogSettings settings = new AccessLogSettings(Target.FILE, LineFormat.COMBINED, 1);
        String agent = "a".repeat(2_000);
        for (int run = 0; run < 2; run++) {
            try (AccessLog log = AccessLog.open(settings, folder).orElseThrow()) {
                for (int i = 0; i < 500; i++) {
                    log.answered(exchange("/" + run + "-" + i, agent));
                }
            }
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            assertThat(Files.readAllLines(file)).allMatch(line -> line.endsWith("whole"));
        }
        assertThat(files.stream().map(file -> file.getFileName().toString()))
                .containsExactly("access.log", "access.log.1", "access.log.2", "access.log.3", "access.log.4");
        assertThat(bytes).isBetween(700_000L, 1_000_000L);
        assertThat(Files.readAllLines(folder.resolve("access.log")).getLast()).contains("/1-499 ");
    }

    @Test
    void anEarlierFileIsGoneOnWith() throws IOException {
        AccessLogSettings settings = new AccessLogSettings(Target.FILE, LineFormat.JSON, 1);
        for (int run = 0; run < 2; run++) {
            try (AccessLog log = AccessLog.open(settings, folder).orElseThrow()) {
                log.answered(exchange("/", ""));
                assertThat(Files.readAllLines(folder.resolve("access.log"))).hasSize(run + 1);
            }
        }
    }

    @Test
    void offMeansNoFileAndAFolderThatIsNotThereIsAFailure() throws IOException {
        assertThat(AccessLog.open(AccessLogSettings.off(), folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() ->
                        AccessLog.open(new AccessLogSettings(Target.FILE, LineFormat.JSON, 1), folder.resolve("none")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new AccessLogSettings(Target.FILE, LineFormat.JSON, 0))
                .hasMessage("the access log needs at least 1 megabyte, found 0");
    }

    private static Exchange exchange(String target, String userAgent) {
        return new Exchange(
                NOON,
                "192.0.2.1",
                "GET",
                target,
                "HTTP/1.1",
                Optional.of("/x"),
                200,
                1234,
                5_250_000,
                Exchange.End.WHOLE,
                "",
                userAgent,
                "");
    }
}
