// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One chromium with an empty profile under one chromedriver: W3C WebDriver (REC 2018-06-05), and the DevTools protocol
/// for what WebDriver lacks.
final class WebDriverSession implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final Path profile;
    private final String session;

    private WebDriverSession(Process driver, Path profile, int port) {
        this.driver = driver;
        this.profile = profile;
        this.session = "http://127.0.0.1:" + port + "/session" + begin(port);
    }

    static WebDriverSession start() {
        Path program = Judges.require(Judges.Judge.CHROMEDRIVER);
        Judges.require(Judges.Judge.CHROMIUM);
        try {
            Path profile = Files.createTempDirectory("vo4he-browser");
            Process driver = new ProcessBuilder(program.toString(), "--port=0")
                    .redirectErrorStream(true)
                    .start();
            try {
                return new WebDriverSession(driver, profile, port(driver));
            } catch (RuntimeException | IOException e) {
                driver.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(session + path)).GET());
    }

    JsonNode post(String path, ObjectNode body) {
        return send(HttpRequest.newBuilder(URI.create(session + path)).POST(json(body)));
    }

    void delete(String path) {
        send(HttpRequest.newBuilder(URI.create(session + path)).DELETE());
    }

    /// A command of the DevTools protocol.
    JsonNode devTools(String command, ObjectNode parameters) {
        ObjectNode body = JSON.createObjectNode().put("cmd", command);
        body.set("params", parameters);
        return post("/goog/cdp/execute", body);
    }

    @Override
    public void close() {
        try {
            delete("");
        } finally {
            List<ProcessHandle> children = driver.descendants().toList();
            driver.destroy();
            children.forEach(ProcessHandle::destroy);
            awaitEnd();
            Judges.deleteTree(profile);
        }
    }

    private void awaitEnd() {
        try {
            if (!driver.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("chromedriver does not end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String begin(int port) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode wanted =
                body.putObject("capabilities").putObject("alwaysMatch").put("pageLoadStrategy", "normal");
        wanted.putObject("goog:loggingPrefs").put("performance", "ALL").put("browser", "ALL");
        ObjectNode options = wanted.putObject("goog:chromeOptions");
        options.put("binary", Judges.require(Judges.Judge.CHROMIUM).toString());
        var arguments = options.putArray("args");
        List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--window-size=1280,1000",
                        "--user-data-dir=" + profile)
                .forEach(arguments::add);
        return "/"
                + send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/session"))
                                .POST(json(body)))
                        .get("sessionId")
                        .asText();
    }

    private static HttpRequest.BodyPublisher json(ObjectNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.header("Content-Type", "application/json; charset=utf-8")
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode value = JSON.readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) {
                throw new AssertionError(
                        "the browser can't: " + value.path("error").asText() + ", "
                                + value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the browser worked", e);
        }
    }

    /// chromedriver says on which port it listens; the rest of its words are read so that it never waits.
    private static int port(Process driver) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher matcher = STARTED.matcher(line);
            if (matcher.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IOException("chromedriver did not start: " + said);
    }
}
