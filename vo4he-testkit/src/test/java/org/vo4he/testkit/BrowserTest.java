// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// [Browser] against pages whose virtues and faults are known.
@Timeout(120)
class BrowserTest {

    private static final Map<String, String> PAGES = Map.of(
            "/good",
            """
            <!DOCTYPE html><html lang="en"><head><title>Good</title><style>
            body { background: #fff } @media (prefers-color-scheme: dark) { body { background: #000; color: #fff } }
            main { height: 3000px }
            </style></head><body><main><h1>Good</h1><p id="said">no script</p>
            <a href="/other" id="first">Other</a> <label>Word <input id="word"></label>
            <a href="/file" id="second" download>File</a></main>
            <script>document.getElementById('said').textContent = 'script';
            document.addEventListener('keydown', event => document.title += ' ' + event.key);</script></body></html>""",
            "/other",
            "<!DOCTYPE html><html lang='en'><head><title>Other</title></head><body><main><h1>Other</h1></main></body></html>",
            "/leaky",
            "<!DOCTYPE html><html lang='en'><head><title>Leaky</title></head><body><img src='http://localhost:%d/x.png' alt=''>"
                    + "</body></html>",
            "/faulty",
            "<!DOCTYPE html><html><head></head><body><img src='/other'><p style='color:#eee;background:#fff'>Pale</p></body></html>");

    @TempDir
    private static Path folder;

    private static HttpServer server;
    private static String url;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = server.getAddress().getPort();
        PAGES.forEach((path, page) -> server.createContext(path, exchange -> {
            byte[] body = page.replace("%d", Integer.toString(port)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }));
        server.createContext("/file", exchange -> {
            exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"a.fits\"");
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("SIMPL".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + port;
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @AfterEach
    void asItWas() {
        browser.preferDark(false);
        browser.runScripts(true);
    }

    @Test
    void everyAddressThatAPageAsksForIsInItsLog() {
        browser.requests();
        browser.open(url + "/leaky");

        assertThat(browser.requests())
                .contains(URI.create(url + "/leaky"))
                .anyMatch(request -> request.getHost().equals("localhost"));
        browser.open(url + "/other");
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(request -> request.getHost().equals("127.0.0.1"));
    }

    @Test
    void anImageWithoutTextAndPaleLettersAreSeriousFaults() {
        browser.open(url + "/faulty");

        assertThat(browser.seriousFaults())
                .extracting(AccessibilityFault::rule)
                .contains("image-alt", "color-contrast", "html-has-lang");
        browser.open(url + "/good");
        assertThat(browser.seriousFaults()).isEmpty();
    }

    @Test
    void keysGoWhereTheFocusIs() {
        browser.open(url + "/good");
        browser.tabTo("#word");
        browser.press("abc");
        browser.press(Key.LEFT, Key.HOME, Key.ESCAPE);

        assertThat(browser.script("return document.getElementById('word').value")
                        .asText())
                .isEqualTo("abc");
        assertThat(browser.title()).contains("ArrowLeft Home Escape");

        browser.press(Key.BACK_TAB);
        browser.whileAnotherPageOpens("Enter", () -> browser.press(Key.ENTER));

        assertThat(browser.title()).isEqualTo("Other");
        assertThatThrownBy(() -> browser.tabTo("#missing")).hasMessageContaining("never reaches #missing");
    }

    @Test
    void aDownloadByKeyboardArrivesInItsFolder() throws InterruptedException {
        browser.downloadInto(folder);
        browser.open(url + "/good");
        browser.tabTo("#second");
        browser.press(Key.ENTER);

        Path file = folder.resolve("a.fits");
        for (int i = 0; i < 200 && !Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertThat(file).hasContent("SIMPL");
    }

    @Test
    void darkColoursAndPagesWithoutScriptsAreAsPeopleSeeThem() {
        browser.runScripts(false);
        browser.open(url + "/good");
        assertThat(browser.text("#said")).isEqualTo("no script");
        browser.runScripts(true);
        browser.open(url + "/good");
        assertThat(browser.text("#said")).isEqualTo("script");

        String background = "return getComputedStyle(document.body).backgroundColor";
        assertThat(browser.script(background).asText()).isEqualTo("rgb(255, 255, 255)");
        browser.preferDark(true);
        assertThat(browser.script(background).asText()).isEqualTo("rgb(0, 0, 0)");
    }

    @Test
    void picturesAreOfTheWindowOfAnElementOrOfTheWholePage() throws IOException {
        browser.open(url + "/good");
        browser.screenshot(folder.resolve("window.png"));
        browser.screenshot("h1", folder.resolve("heading.png"));
        browser.screenshotOfAll(folder.resolve("all.png"));

        int window = ImageIO.read(folder.resolve("window.png").toFile()).getHeight();
        assertThat(ImageIO.read(folder.resolve("all.png").toFile()).getHeight())
                .isGreaterThan(3000)
                .isGreaterThan(window);
        assertThat(ImageIO.read(folder.resolve("heading.png").toFile()).getHeight())
                .isLessThan(100);
    }
}
