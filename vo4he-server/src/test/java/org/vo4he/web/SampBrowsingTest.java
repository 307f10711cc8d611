// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Browser;
import org.vo4he.testkit.Key;

/// What the pages send to programs on the visitor's computer, with a hub of our own at the one address of SAMP's web
/// profile.
@Timeout(300)
@ExtendWith(StartedOnce.class)
class SampBrowsingTest {

    private static final String SAID = "const said = document.querySelector('.samp-said').textContent; return ";

    private static Browser browser;
    private static String url;

    @BeforeAll
    static void open(ServedExamples examples, Browser shared) {
        url = examples.url();
        browser = shared;
    }

    @BeforeEach
    void aBrowserAsMostHaveIt() {
        browser.runScripts(true);
        browser.requests();
        browser.complaints();
    }

    private static FakeSampHub hub() throws IOException {
        return FakeSampHub.start()
                .orElseGet(
                        () -> abort("another SAMP hub has port 21012, which the standard does not let a hub choose"));
    }

    @Test
    void aListOfResultsIsSentAsTheTableThatTapAnswers() throws IOException {
        try (FakeSampHub hub = hub()) {
            browser.open(url + "/search?text=sim0001_spectrum");
            assertThat(hub.calls()).isEmpty();
            browser.tabTo("button.samp");
            browser.press(Key.ENTER);
            browser.waitUntil("it is said", SAID + "said === 'Sent to 2 programs.'");

            assertThat(methods(hub)).containsExactly("register", "notifyAll", "unregister");
            assertThat(hub.calls().get(1))
                    .contains("<string>key 17</string>")
                    .contains("<name>samp.mtype</name><value><string>table.load.votable</string></value>");
            String table = hub.calls().get(1).replaceFirst("(?s).*<name>url</name><value><string>(.*?)<.*", "$1");
            assertThat(table).startsWith(url + "/tap/sync?");
            assertThat(Asking.text(Asking.get(table.replace("&amp;", "&"))))
                    .contains("<VOTABLE")
                    .contains("sim0001_spectrum");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aProductIsSentAsWhatItIs() throws IOException {
        try (FakeSampHub hub = hub()) {
            for (List<String> each : List.of(
                    List.of("sim0001_spectrum.pha", "spectrum.load.ssa-generic"),
                    List.of("m31_rp600245n00_image.fits.gz", "image.load.fits"),
                    List.of("m82_10027_events.fits", "table.load.fits"))) {
                int before = hub.calls().size();
                browser.open(url + "/search?text=" + each.getFirst());
                browser.follow(".results tbody a.strong");
                browser.click("button.samp");
                browser.waitUntil("it is said", SAID + "said === 'Sent to 2 programs.'");

                assertThat(hub.calls().get(before + 1))
                        .contains("<string>" + each.getLast() + "</string>")
                        .contains("<name>url</name><value><string>" + url + "/files?ID=");
            }
        }
    }

    @Test
    void aHubThatRefusesIsQuoted() throws IOException {
        try (FakeSampHub hub = hub()) {
            hub.refuse();
            browser.open(url + "/search");
            browser.click("button.samp");
            browser.waitUntil("it is said", SAID + "said === 'The SAMP hub refused: not agreed'");

            assertThat(methods(hub)).containsExactly("register");
        }
    }

    @Test
    void withoutAHubASentenceSaysSo() throws IOException {
        hub().close();
        browser.open(url + "/search");
        browser.click("button.samp");
        browser.waitUntil("it is said", SAID + "said.startsWith('No SAMP hub answers on this computer.')");
    }

    @Test
    void withoutScriptsThereIsNoButtonThatDoesNothing() {
        browser.runScripts(false);
        browser.open(url + "/search");

        assertThat(browser.script("return [...document.querySelectorAll('button.samp')]"
                                + ".map(each => each.getBoundingClientRect().height)")
                        .toString())
                .isEqualTo("[0]");
    }

    private static List<String> methods(FakeSampHub hub) {
        return hub.calls().stream()
                .map(call -> call.replaceFirst("(?s).*<methodName>samp[.]webhub[.](.*?)</methodName>.*", "$1"))
                .toList();
    }
}
