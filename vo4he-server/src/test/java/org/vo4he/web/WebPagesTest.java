// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.http.HttpSettings;
import org.vo4he.samples.Asking;
import org.w3c.dom.Document;

/// What holds of every page of [PagesArchive], asked for over HTTP and read as XML.
@Timeout(60)
@ExtendWith(StartedOnce.class)
class WebPagesTest {

    private static PagesArchive archive;

    @BeforeAll
    static void open(PagesArchive shared) {
        archive = shared;
    }

    static List<String> everyPage() {
        return List.of(
                "/",
                "/search",
                "/search?page=2&sort=-energy",
                "/search?pos=83.6+22&radius=1&from=2009&emin=1&text=crab",
                "/search?text=nothing-has-this-name",
                "/search?pos=nowhere&from=later&emax=hot",
                "/products/eventscrabfits",
                "/products/attackfits",
                "/products/calresponsermf",
                "/products/gonefits",
                "/products/unknown",
                "/files-report",
                "/files-report?outcome=failed",
                "/files-report?outcome=none-such",
                "/no/such/page");
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPageIsWellFormedWithOneHeadingLandmarksAndLabels(String path) throws IOException {
        HttpResponse<byte[]> response = archive.browse(path);
        Document page = PageText.parse(Asking.text(response));

        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'self'")
                        .contains("connect-src 'self' http://localhost:21012;"));
        assertThat(PageText.all(page, "//h1")).hasSize(1);
        assertThat(PageText.all(page, "/html[@lang='en']/body/main")).hasSize(1);
        assertThat(PageText.all(page, "//title").getFirst()).isNotBlank().contains("Test archive");
        assertThat(PageText.all(page, "//script[not(@src) or node()] | //*[@style] | //@*[starts-with(name(), 'on')]"))
                .as("inline scripts and styles")
                .isEmpty();
        assertThat(PageText.all(page, "//style")).isEmpty();
        assertThat(PageText.all(page, "//input[not(@id = //label/@for)] | //select[not(@id = //label/@for)]"))
                .as("controls without a label")
                .isEmpty();
        List<String> ids = PageText.all(page, "//@id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(referred(page));
        assertThat(PageText.all(page, "//table[not(caption)]"))
                .as("tables without a caption")
                .isEmpty();
    }

    private static List<String> referred(Document page) {
        return PageText.all(page, "//@aria-describedby | //@aria-labelledby").stream()
                .flatMap(ids -> Arrays.stream(ids.split(" ")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void noPageFetchesFromAnotherHostAndEveryLinkOfOursAnswers(String path) throws IOException {
        Document page = PageText.parse(Asking.text(archive.browse(path)));

        assertThat(PageText.all(page, "//link/@href | //img/@src | //*[@src]/@src | //@srcset"))
                .allMatch(url ->
                        url.startsWith("/web/") || url.startsWith("/previews/") || url.startsWith("/provenance?ID="));
        for (String url : PageText.all(page, "//link/@href | //script/@src")) {
            assertThat(Asking.get(archive.url() + url).statusCode()).isEqualTo(200);
        }
        for (String url : PageText.all(page, "//nav//a/@href")) {
            assertThat(archive.browse(url).statusCode()).as(url).isEqualTo(200);
        }
    }

    @Test
    void thePlottingLibraryIsServedFromHereWithItsLicence() throws IOException {
        assertThat(Asking.text(Asking.get(archive.url() + "/web/uplot.js"))).contains("uPlot");
        assertThat(Asking.text(Asking.get(archive.url() + "/web/uplot.css"))).contains(".uplot");
        assertThat(Asking.text(Asking.get(archive.url() + "/web/uplot-licence.txt")))
                .contains("MIT License")
                .contains("Leon Sorokin");
    }

    @Test
    void theFrontPageCountsWhatIsHereAndSaysHowToReachIt() throws IOException {
        Document page = archive.page("/");

        assertThat(PageText.text(page, "//p[@class='lead']"))
                .isEqualTo("62 products of 3 instruments, observed from 2009-03-01 to 2009-08-16.");
        assertThat(PageText.all(page, "//table[caption='Product types']//tr"))
                .containsExactlyInAnyOrder("spectrum60", "event1", "image1");
        assertThat(PageText.all(page, "//table[caption='Instruments']//tr/th"))
                .containsExactlyInAnyOrder("LAT", "EPIC-PN", PagesArchive.ATTACK);
        assertThat(PageText.all(page, "//table[caption='Collections']//tr")).containsExactly("survey60", "pointed2");
        assertThat(PageText.all(page, "//ul[@class='outcomes']/li/a"))
                .containsExactly("62 published", "1 associated", "1 not FITS", "1 failed");
        assertThat(PageText.text(page, "//code[@class='copy']")).isEqualTo(archive.url() + "/tap");
        assertThat(PageText.text(page, "//pre")).contains("TAPService(\"" + archive.url() + "/tap\")");
        assertThat(PageText.all(page, "//main")).first().asString().contains("TOPCAT");
    }

    @Test
    void theFrontPageListsEveryServiceThatIsOn() throws IOException {
        assertThat(PageText.all(archive.page("/"), "//table[caption='Endpoints']//th"))
                .contains("/scs?RA=…&DEC=…&SR=…", "/events", "/selection.zip?ID=…", "/previews/….png")
                .doesNotContain("/metrics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/products/none", "/products/..%2F..%2Fetc", "/products/%27%20OR%201=1", "/web/../style.css"})
    void whatIsNotHereIs404(String path) throws IOException {
        assertThat(archive.browse(path).statusCode()).isIn(400, 404);
    }

    @Test
    void everyFileIsListedWithHowItEndedAndItsFindings() throws IOException {
        Document failed = archive.page("/files-report?outcome=failed");

        assertThat(PageText.all(failed, "//ul[@class='files']/li/h2")).containsExactly("broken & <torn>.fits");
        assertThat(PageText.text(failed, "//ul[@class='findings']/li"))
                .isEqualTo("error fits-torn byte 0found '" + PagesArchive.ATTACK + "'");
        assertThat(PageText.all(archive.page("/files-report?outcome=not-fits"), "//ul[@class='files']/li/h2"))
                .containsExactly("README.txt");
        assertThat(PageText.all(archive.page("/files-report"), "//ul[@class='files']/li"))
                .hasSize(FilesPage.ROWS);
        assertThat(PageText.all(archive.page("/files-report?page=2"), "//ul[@class='files']/li"))
                .hasSize(PagesArchive.PRODUCTS + 3 - FilesPage.ROWS);
        assertThat(archive.browse("/files-report?outcome=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void behindAProxyEveryLinkStartsWithItsPath(@TempDir Path other) throws Exception {
        HttpSettings behind = HttpSettings.local().withBaseUrl(URI.create("https://archive.example.org/vo"));
        try (PagesArchive proxied = PagesArchive.start(other, behind)) {
            for (String path : List.of("/", "/search?type=event", "/products/eventscrabfits", "/files-report")) {
                Document page = PageText.parse(Asking.text(Asking.get(proxied.url() + path, "Accept", "text/html")));

                assertThat(PageText.all(page, "//@href[starts-with(., '/')] | //@action"))
                        .isNotEmpty()
                        .allMatch(url -> url.startsWith("/vo/"));
            }
            assertThat(Asking.text(Asking.get(proxied.url() + "/"))).contains("https://archive.example.org/vo/tap");
        }
    }
}
