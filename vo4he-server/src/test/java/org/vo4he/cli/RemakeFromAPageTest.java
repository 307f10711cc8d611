// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.cli.RemakingServer.did;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.config.Setting;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Browser;
import org.vo4he.testkit.Judges;
import org.vo4he.web.StartedOnce;

/// A spectrum is made again by people: from its page in chromium, and by pyvo, which knows nothing but its DataLink
/// document.
@Timeout(180)
@ExtendWith(StartedOnce.class)
class RemakeFromAPageTest {

    private static final String PICTURES_ARE_THERE =
            "const images = [...document.querySelectorAll('.side-by-side img')];"
                    + "return images.length === 2 && images.every(each => each.complete && each.naturalWidth > 0)";

    @TempDir
    private static Path root;

    private static RemakingServer server;
    private static Browser browser;

    @BeforeAll
    static void start(Browser shared) throws Exception {
        server = RemakingServer.start(root, Map.of(Setting.ANONYMOUS_JOBS, "all"));
        browser = shared;
    }

    @AfterAll
    static void stop() throws Exception {
        browser.runScripts(true);
        server.close();
    }

    private static String page() throws Exception {
        String adql = "SELECT short_id FROM vo4he.products WHERE path = '" + RemakingServer.SPECTRUM + "'";
        String csv = Asking.text(Asking.get(
                server.url() + "/tap/sync?" + Asking.query("LANG", "ADQL", "RESPONSEFORMAT", "csv", "QUERY", adql)));
        return server.url() + "/products/" + csv.lines().skip(1).findFirst().orElseThrow();
    }

    private static void looksRight(Path screenshot) {
        assertThat(browser.seriousFaults()).isEmpty();
        browser.screenshotOfAll(screenshot);
        assertThat(screenshot).isNotEmptyFile();
        browser.resize(360, 780);
        assertThat(browser.script("return document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
        browser.preferDark(true);
        assertThat(browser.seriousFaults()).as("dark").isEmpty();
        browser.preferDark(false);
        browser.resize(1280, 1000);
    }

    @Test
    void aSpectrumIsMadeAgainFromItsPageSeenBesideTheOldOneAndPublishedWithBothRunsInItsAncestry() throws Exception {
        browser.open(page());
        assertThat(browser.texts(".remake label")).contains("grouping (count)").doesNotContain("bin (s)", "rings");
        browser.type("[name='grouping']", "-4");
        browser.waitUntil(
                "what is wrong is said at the field",
                "return document.querySelector(\"[name='grouping']\").ariaInvalid === 'true'");
        assertThat(browser.texts(".remake .error")).contains("grouping takes from 1 count, not -4.");
        browser.type("[name='grouping']", "");
        browser.type("[name='energy']", "7-2");
        browser.waitUntil(
                "what the step does not understand is said at its field too",
                "return document.querySelector(\"[name='energy']\").ariaInvalid === 'true'");
        browser.type("[name='region']", "circle(148.96,69.68,30\")");
        browser.type("[name='energy']", "2-7");
        browser.waitUntil(
                "the plan is checked", "return document.querySelector('.remake-form').dataset.checked === 'true'");
        assertThat(browser.text(".remake output")).isEqualTo("2 values are changed; this can be run.");
        looksRight(root.resolve("form.png"));

        browser.follow(".remake button[type='submit']");
        browser.waitUntil("it is made", "return document.querySelector('h1').textContent === 'Made again'");
        browser.waitUntil("both pictures are there", PICTURES_ARE_THERE);
        assertThat(browser.texts(".comparison tbody th")).containsExactly("energy", "region", "Counts", "Exposure");
        assertThat(browser.texts(".comparison tbody td")).contains("0.5-7", "2-7", "circle(148.96,69.68,30\")");
        looksRight(root.resolve("job.png"));
        Path before = root.resolve("before.png");
        Path now = root.resolve("now.png");
        browser.screenshot(".side-by-side figure:first-child picture", before);
        browser.screenshot(".side-by-side figure:last-child picture", now);
        assertThat(Files.readAllBytes(now)).isNotEqualTo(Files.readAllBytes(before));

        browser.follow("button.publish");
        browser.follow("[aria-labelledby='published'] a");
        assertThat(browser.text(".lead")).contains("core.pha");
        assertThat(browser.texts(".steps code")).contains("circle(148.96,69.68,30\")", "2-7");
        assertThat(browser.texts("[aria-labelledby='provenance'] .step-files a code"))
                .contains(RemakingServer.SPECTRUM, RemakingServer.EVENTS);
        String graph =
                Asking.text(Asking.get(browser.script("return document.querySelector('.lineage figcaption a').href")
                        .asText()));
        assertThat(List.of(
                        "\"0.5-7\"",
                        "\"2-7\"",
                        "\"data:core.pha\"",
                        "\"data:remade%3A/",
                        "\"data:" + RemakingServer.EVENTS))
                .allMatch(graph::contains);

        assertThat(browser.requests())
                .extracting(URI::getAuthority)
                .containsOnly(URI.create(server.url()).getAuthority());
        assertThat(browser.complaints())
                .filteredOn(words ->
                        !words.contains("/reprocessing - Failed to load resource") && !words.contains("Canvas2D"))
                .isEmpty();
    }

    @Test
    void withoutScriptsTheFormIsSentAndThePageOfTheJobLooksAgainByItself() throws Exception {
        browser.runScripts(false);
        browser.open(page());
        browser.type("[name='energy']", "1-3");
        browser.follow(".remake button[type='submit']");
        browser.waitUntil("it is made", "return document.querySelector('h1').textContent === 'Made again'");

        assertThat(browser.texts(".comparison tbody th")).containsExactly("energy", "Counts", "Exposure");
        browser.follow("button.discard");
        browser.runScripts(true);
        assertThat(browser.url()).isEqualTo(server.url() + "/");
    }

    @Test
    void pyvoRunsItToTheEndFromTheDescriptorAlone() {
        List<String> out = Judges.python(
                        """
                        import io, sys, time
                        import requests
                        from astropy.io import fits
                        from pyvo.dal.adhoc import DatalinkResults, DatalinkQuery
                        from pyvo.io.uws import parse_job
                        links = DatalinkResults.from_result_url(sys.argv[1])
                        row = links.get_first_proc()
                        service = links.get_adhocservice_by_id(row.service_def)
                        print({each.name: each.value for each in row.input_params}['energy'])
                        query = DatalinkQuery.from_resource(row, service, energy='3-6')
                        url = query.submit(post=True).url
                        job = parse_job(io.BytesIO(requests.get(url + '?WAIT=60').content))
                        print(job.phase)
                        made = next(each for each in job.results if each.href.split('/')[-1].startswith('core'))
                        header = fits.open(io.BytesIO(requests.get(made.href).content))['SPECTRUM'].header
                        print(header['TOTCTS'] > 0, header['TELESCOP'])
                        """, server.url() + "/datalink/links?" + Asking.query("ID", did(RemakingServer.SPECTRUM)))
                .text()
                .lines()
                .toList();

        assertThat(out).containsExactly("0.5-7", "COMPLETED", "True CHANDRA");
    }
}
