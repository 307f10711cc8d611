// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Browser;
import org.w3c.dom.Document;

/// `vo4he serve examples/products` as a person with a browser meets it.
@Timeout(300)
@ExtendWith(StartedOnce.class)
class ServedExamplesTest {

    private static String url;

    @BeforeAll
    static void open(ServedExamples examples) {
        url = examples.url();
    }

    @Test
    void aPersonFindsM82AndGetsItsFile(Browser browser) throws IOException {
        browser.open(url + "/");
        browser.type("#search-position", "09:55:52 +69:40:46");
        browser.type("#search-radius", "0.5");
        browser.type("#search-from", "2008-10");
        browser.type("#search-to", "2008-10");
        browser.follow("form button");

        assertThat(browser.texts(".results tbody td:first-child a")).containsExactly("M82");

        browser.follow(".results tbody td:first-child a");

        assertThat(browser.text("h1")).isEqualTo("M82");
        assertThat(browser.text(".facts"))
                .contains("ACIS")
                .contains("2008-10-04")
                .contains("keV");
        byte[] served =
                Asking.get(url + browser.attribute(".doors .primary", "href")).body();
        assertThat(served)
                .isEqualTo(Files.readAllBytes(ServedExamples.PRODUCTS.resolve("chandra/m82_10027_events.fits")));
    }

    /// Links that a program should not follow lead to more of them without end: nearer and nearer views of a plot.
    @Test
    void everyLinkOfEveryPageAnswersAndEveryPageIsWellFormed() throws IOException {
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of("/"));
        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            if (seen.add(path)) {
                HttpResponse<byte[]> response = Asking.get(url + path, "Accept", "text/html");
                assertThat(response.statusCode()).as(path).isEqualTo(200);
                if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    Document page = PageText.parse(Asking.text(response));
                    PageText.all(page, "//*[not(@rel = 'nofollow')]/@href[starts-with(., '/')]").stream()
                            .map(link -> link.replaceFirst("#.*", ""))
                            .forEach(waiting::push);
                }
            }
        }
        assertThat(seen)
                .anyMatch(path -> path.startsWith("/products/"))
                .anyMatch(path -> path.startsWith("/tap/sync?"))
                .anyMatch(path -> path.startsWith("/datalink/links?"))
                .anyMatch(path -> path.startsWith("/files?"))
                .anyMatch(path -> path.startsWith("/previews/"));
    }
}
