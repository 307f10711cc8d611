// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import static org.vo4he.testkit.WebDriverSession.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/// A real browser without a window, driven as a person would: open, type, click, press keys, read, look.
///
/// Without chromium or chromedriver the test is skipped, or fails where judges are required. Elements are named by CSS
/// selectors.
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// More stops of the Tab key than any page has.
    private static final int MOST_TABS = 2_000;
    /// WebDriver, section 11: the key under which an element's reference is answered.
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final WebDriverSession session;

    private Browser(WebDriverSession session) {
        this.session = session;
    }

    /// Starts a browser with an empty profile.
    public static Browser start() {
        return new Browser(WebDriverSession.start());
    }

    /// Opens a page and waits until it is loaded.
    public void open(String url) {
        session.post("/url", JSON.createObjectNode().put("url", url));
    }

    /// The address of the page that is shown.
    public String url() {
        return session.get("/url").asText();
    }

    public String title() {
        return session.get("/title").asText();
    }

    /// The visible text of the first element of this selector.
    public String text(String selector) {
        return session.get("/element/" + element(selector) + "/text").asText();
    }

    /// The visible text of each element of this selector, in the order of the page.
    public List<String> texts(String selector) {
        JsonNode found = session.post("/elements", using(selector));
        return StreamSupport.stream(found.spliterator(), false)
                .map(element -> session.get("/element/" + element.get(ELEMENT).asText() + "/text")
                        .asText())
                .toList();
    }

    /// An attribute as the page wrote it; a link's `href`, for example.
    public String attribute(String selector, String name) {
        return session.get("/element/" + element(selector) + "/attribute/" + name)
                .asText();
    }

    /// Types into a field, in place of what stood there.
    public void type(String selector, String text) {
        String element = element(selector);
        session.post("/element/" + element + "/clear", JSON.createObjectNode());
        session.post("/element/" + element + "/value", JSON.createObjectNode().put("text", text));
    }

    /// Clicks something that changes the page that is shown.
    public void click(String selector) {
        session.post("/element/" + element(selector) + "/click", JSON.createObjectNode());
    }

    /// Clicks a link or a button that opens another page, and waits until that is loaded.
    public void follow(String selector) {
        whileAnotherPageOpens("clicking " + selector, () -> click(selector));
    }

    /// Does something that opens another page, and waits until that is loaded.
    ///
    /// The old document is marked, because WebDriver's own waiting may end before a slow navigation begins.
    public void whileAnotherPageOpens(String deed, Runnable action) {
        script("window.vo4heOldPage = true");
        action.run();
        waitUntil(
                "after " + deed + " another page is loaded",
                "return !window.vo4heOldPage && document.readyState === 'complete'");
    }

    /// Waits until a script says `true`, or fails after a minute.
    ///
    /// @param claim what is waited for, for the message
    /// @param script the body of a function
    public void waitUntil(String claim, String script) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(script)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("on " + url() + ", in vain: " + claim);
            }
            pause();
        }
    }

    private boolean holds(String script) {
        try {
            return script(script).asBoolean();
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
        return session.post("/execute/sync", body);
    }

    /// Presses keys one after the other, wherever the focus is.
    public void press(Key... keys) {
        ArrayNode actions = JSON.createArrayNode();
        for (Key key : keys) {
            if (key.isShifted()) {
                key(actions, "keyDown", Key.SHIFT);
            }
            key(actions, "keyDown", key.value());
            key(actions, "keyUp", key.value());
            if (key.isShifted()) {
                key(actions, "keyUp", Key.SHIFT);
            }
        }
        perform(actions);
    }

    /// Types letters wherever the focus is.
    public void press(String letters) {
        ArrayNode actions = JSON.createArrayNode();
        letters.codePoints().mapToObj(Character::toString).forEach(letter -> {
            key(actions, "keyDown", letter);
            key(actions, "keyUp", letter);
        });
        perform(actions);
    }

    private static void key(ArrayNode actions, String type, String value) {
        actions.addObject().put("type", type).put("value", value);
    }

    private void perform(ArrayNode actions) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("actions")
                .addObject()
                .put("type", "key")
                .put("id", "keyboard")
                .set("actions", actions);
        session.post("/actions", body);
    }

    /// Presses Tab until the focus is on an element of this selector.
    public void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            press(Key.TAB);
            if (script("return document.activeElement.matches(" + JSON.valueToTree(selector) + ")")
                    .asBoolean()) {
                return;
            }
        }
        throw new AssertionError("the Tab key never reaches " + selector + " on " + url());
    }

    /// Moves the pointer from the centre of an element, pressed, by so many CSS pixels, and lets go.
    public void drag(String selector, int right, int down) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode pointer =
                body.putArray("actions").addObject().put("type", "pointer").put("id", "mouse");
        ArrayNode actions = pointer.putArray("actions");
        ObjectNode origin = JSON.createObjectNode().put(ELEMENT, element(selector));
        actions.addObject().put("type", "pointerMove").put("x", 0).put("y", 0).set("origin", origin);
        actions.addObject().put("type", "pointerDown").put("button", 0);
        actions.addObject()
                .put("type", "pointerMove")
                .put("duration", 50)
                .put("x", right)
                .put("y", down)
                .set("origin", origin);
        actions.addObject().put("type", "pointerUp").put("button", 0);
        session.post("/actions", body);
    }

    /// Sets the size of the window, in CSS pixels.
    public void resize(int width, int height) {
        session.post("/window/rect", JSON.createObjectNode().put("width", width).put("height", height));
    }

    /// As a person who asked their system for dark colours sees pages; with `false`, for light ones.
    public void preferDark(boolean dark) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        session.devTools("Emulation.setEmulatedMedia", parameters);
    }

    /// With `false`, the scripts of pages opened from now on don't run; those of the test still do.
    public void runScripts(boolean on) {
        session.devTools(
                "Emulation.setScriptExecutionDisabled", JSON.createObjectNode().put("value", !on));
    }

    /// Requests of pages to these addresses fail from now on; `*` stands for anything. Without addresses none does.
    public void unreachable(String... addresses) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.set("urls", JSON.valueToTree(addresses));
        session.devTools("Network.enable", JSON.createObjectNode());
        session.devTools("Network.setBlockedURLs", parameters);
    }

    /// Downloads go into this folder from now on.
    public void downloadInto(Path folder) {
        session.devTools(
                "Page.setDownloadBehavior",
                JSON.createObjectNode().put("behavior", "allow").put("downloadPath", folder.toString()));
    }

    /// Every address the browser has asked a network for since the last call: pages, styles, scripts, images, fetches.
    public List<URI> requests() {
        List<URI> requests = new ArrayList<>();
        for (JsonNode entry : log("performance")) {
            JsonNode message = parsed(entry.path("message").asText()).path("message");
            String method = message.path("method").asText();
            String url = switch (method) {
                case "Network.requestWillBeSent" ->
                    message.at("/params/request/url").asText();
                case "Network.webSocketCreated" -> message.at("/params/url").asText();
                default -> "";
            };
            if (url.matches("(https?|wss?|ftp)://.*")) {
                requests.add(URI.create(url.replaceAll("[|\"<>\\\\^`{}\\[\\] ]", "_")));
            }
        }
        return requests;
    }

    /// What scripts and the browser itself complained of since the last call: faults, refused inline scripts.
    public List<String> complaints() {
        return StreamSupport.stream(log("browser").spliterator(), false)
                .map(entry -> entry.path("level").asText() + " "
                        + entry.path("message").asText())
                .toList();
    }

    private JsonNode log(String type) {
        return session.post("/se/log", JSON.createObjectNode().put("type", type));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the browser's log is no JSON: " + json, e);
        }
    }

    /// What axe-core holds against the page that is shown, as far as it keeps people from something.
    public List<AccessibilityFault> seriousFaults() {
        return AccessibilityFault.in(session).stream()
                .filter(AccessibilityFault::isSerious)
                .toList();
    }

    /// Writes what is visible as a PNG.
    public void screenshot(Path file) {
        write(file, session.get("/screenshot").asText());
    }

    /// Writes the first element of this selector as a PNG.
    public void screenshot(String selector, Path file) {
        write(file, session.get("/element/" + element(selector) + "/screenshot").asText());
    }

    /// Writes the page from its first line to its last as a PNG.
    public void screenshotOfAll(Path file) {
        ObjectNode parameters = JSON.createObjectNode().put("captureBeyondViewport", true);
        JsonNode size = session.devTools("Page.getLayoutMetrics", JSON.createObjectNode())
                .path("cssContentSize");
        parameters
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", size.path("width").asDouble())
                .put("height", size.path("height").asDouble())
                .put("scale", 1);
        write(
                file,
                session.devTools("Page.captureScreenshot", parameters)
                        .path("data")
                        .asText());
    }

    private static void write(Path file, String base64) {
        try {
            Files.write(file, Base64.getDecoder().decode(base64));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private String element(String selector) {
        return session.post("/element", using(selector)).get(ELEMENT).asText();
    }

    private static ObjectNode using(String selector) {
        return JSON.createObjectNode().put("using", "css selector").put("value", selector);
    }
}
