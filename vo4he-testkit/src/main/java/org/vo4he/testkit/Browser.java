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
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// A real browser without a window, driven as a person would: open, type, click, read.
///
/// Speaks W3C WebDriver (REC 2018-06-05) with chromedriver. Without chromium or chromedriver the test is skipped, or
/// fails where judges are required. Elements are named by CSS selectors.
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    /// WebDriver, section 11: the key under which an element's reference is answered.
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final Path profile;
    private final String session;

    private Browser(Process driver, Path profile, int port) {
        this.driver = driver;
        this.profile = profile;
        this.session = "http://127.0.0.1:" + port + "/session" + begin(port);
    }

    /// Starts a browser with an empty profile.
    public static Browser start() {
        Path program = Judges.require(Judges.Judge.CHROMEDRIVER);
        Judges.require(Judges.Judge.CHROMIUM);
        try {
            Path profile = Files.createTempDirectory("vo4he-browser");
            Process driver = new ProcessBuilder(program.toString(), "--port=0")
                    .redirectErrorStream(true)
                    .start();
            try {
                return new Browser(driver, profile, port(driver));
            } catch (RuntimeException | IOException e) {
                driver.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a page and waits until it is loaded.
    public void open(String url) {
        post("/url", JSON.createObjectNode().put("url", url));
    }

    /// The address of the page that is shown.
    public String url() {
        return get("/url").asText();
    }

    public String title() {
        return get("/title").asText();
    }

    /// The visible text of the first element of this selector.
    public String text(String selector) {
        return get("/element/" + element(selector) + "/text").asText();
    }

    /// The visible text of each element of this selector, in the order of the page.
    public List<String> texts(String selector) {
        JsonNode found = post("/elements", using(selector));
        return StreamSupport.stream(found.spliterator(), false)
                .map(element -> get("/element/" + element.get(ELEMENT).asText() + "/text")
                        .asText())
                .toList();
    }

    /// An attribute as the page wrote it; a link's `href`, for example.
    public String attribute(String selector, String name) {
        return get("/element/" + element(selector) + "/attribute/" + name).asText();
    }

    /// Types into a field, in place of what stood there.
    public void type(String selector, String text) {
        String element = element(selector);
        post("/element/" + element + "/clear", JSON.createObjectNode());
        post("/element/" + element + "/value", JSON.createObjectNode().put("text", text));
    }

    /// Clicks something that changes the page that is shown.
    public void click(String selector) {
        post("/element/" + element(selector) + "/click", JSON.createObjectNode());
    }

    /// Clicks a link or a button that opens another page, and waits until that is loaded.
    ///
    /// The old document is marked, because WebDriver's own waiting may end before a slow navigation begins.
    public void follow(String selector) {
        script("window.vo4heOldPage = true");
        click(selector);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isOnNewPage()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("clicking " + selector + " on " + url() + " opened no page");
            }
            pause();
        }
    }

    private boolean isOnNewPage() {
        try {
            return script("return !window.vo4heOldPage && document.readyState === 'complete'")
                    .asBoolean();
        } catch (AssertionError _) {
            // A script that runs while the document changes is aborted: look again.
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the browser worked", e);
        }
    }

    /// Runs a script in the page, as a test may and a page may not need to.
    ///
    /// @param script the body of a function
    public JsonNode script(String script) {
        ObjectNode body = JSON.createObjectNode().put("script", script);
        body.putArray("args");
        return post("/execute/sync", body);
    }

    /// Sets the size of the window, in CSS pixels.
    public void resize(int width, int height) {
        post("/window/rect", JSON.createObjectNode().put("width", width).put("height", height));
    }

    /// Writes what is visible as a PNG.
    public void screenshot(Path file) {
        try {
            Files.write(file, Base64.getDecoder().decode(get("/screenshot").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            send(HttpRequest.newBuilder(URI.create(session)).DELETE());
        } finally {
            List<ProcessHandle> children = driver.descendants().toList();
            driver.destroy();
            children.forEach(ProcessHandle::destroy);
            driver.onExit().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
            Judges.deleteTree(profile);
        }
    }

    private String begin(int port) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode options = body.putObject("capabilities")
                .putObject("alwaysMatch")
                .put("pageLoadStrategy", "normal")
                .putObject("goog:chromeOptions");
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

    private String element(String selector) {
        return post("/element", using(selector)).get(ELEMENT).asText();
    }

    private static ObjectNode using(String selector) {
        return JSON.createObjectNode().put("using", "css selector").put("value", selector);
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(session + path)).GET());
    }

    private JsonNode post(String path, ObjectNode body) {
        return send(HttpRequest.newBuilder(URI.create(session + path)).POST(json(body)));
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
