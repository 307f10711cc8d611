// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.testkit.Browser;
import org.vo4he.testkit.Key;

/// `vo4he serve examples/products`: the front page, the search and the selection in the hands of chromium.
@Timeout(300)
@ExtendWith(StartedOnce.class)
class FrontBrowsingTest {

    private static final List<String> PAGES =
            List.of("/", "/search", "/search?pos=J0955%2B6940&from=later", "/files-report");

    @TempDir
    private static Path folder;

    private static String url;
    private static Browser browser;

    @BeforeAll
    static void open(ServedExamples examples, Browser shared) {
        url = examples.url();
        browser = shared;
    }

    @AfterEach
    void asItWas() {
        browser.unreachable();
        browser.runScripts(true);
        browser.preferDark(false);
        browser.resize(1280, 1000);
    }

    @Test
    void noPageAsksAnotherHostAndNothingIsComplainedOf() {
        browser.requests();
        browser.complaints();
        PAGES.stream().filter(page -> !page.contains("later")).forEach(page -> browser.open(url + page));
        map();

        assertThat(browser.requests())
                .isNotEmpty()
                .anyMatch(request -> request.getPath().equals("/sky.json"))
                .anyMatch(request -> request.getPath().startsWith("/previews/"))
                .allMatch(request -> url.equals("http://" + request.getRawAuthority()));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aKeyboardIsEnoughFromSearchToProduct() {
        browser.open(url + "/");
        browser.tabTo("#search-target");
        browser.press("m 82");
        browser.whileAnotherPageOpens("Enter", () -> browser.press(Key.ENTER));

        assertThat(browser.text("h1")).isEqualTo("1 product");

        browser.tabTo(".results tbody a.strong");
        browser.whileAnotherPageOpens("Enter", () -> browser.press(Key.ENTER));

        assertThat(browser.text("h1")).isEqualTo("M82");
    }

    @Test
    void theSkyIsZoomedAndMovedByKeyboardAndEnterSearchesAtItsMiddle() {
        map();
        assertThat(browser.text(".sky-readout")).isEqualTo("The whole sky: 7 products");

        browser.tabTo(".sky-stage");
        browser.press("+++");
        browser.press(Key.LEFT, Key.UP);
        browser.waitUntil(
                "the map tells where it is",
                "return /^Around \\d\\dh.* across$/.test(document.querySelector('.sky-readout').textContent)");
        assertThat(browser.script("return document.querySelector('.sky-figure').skyMap.view.zoom")
                        .asDouble())
                .isEqualTo(8);
        assertThat(browser.attribute(".sky-away", "href")).startsWith("https://aladin.cds.unistra.fr/");
        browser.whileAnotherPageOpens("Enter", () -> browser.press(Key.ENTER));

        assertThat(browser.url()).startsWith(url + "/search?pos=");
        assertThat(browser.texts(".filters li")).hasSize(1).first().asString().startsWith("within");
    }

    @Test
    void withoutDataOfItsOwnTheMapLeavesThePictureOfTheSkyWithItsLinks() {
        browser.unreachable("*/sky.json*");
        browser.open(url + "/");
        browser.waitUntil(
                "the map has given up", "return document.querySelector('.sky-figure').dataset.state === 'picture'");

        assertThat(browser.script("return document.querySelectorAll('svg.sky a circle').length")
                        .asInt())
                .isEqualTo(6);
        assertThat(browser.text(".sky-figure"))
                .contains("The whole sky in ICRS")
                .doesNotContain("0 products");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 600, 1280})
    void nothingMovesWhenTheMapTakesThePlaceOfThePicture(int width) {
        browser.resize(width, 900);
        map();
        double shift = browser.script("""
                        let shift = 0;
                        const seen = new PerformanceObserver(() => {});
                        seen.observe({type: 'layout-shift', buffered: true});
                        seen.takeRecords().forEach(each => shift += each.value);
                        return shift""").asDouble();
        String after = "return document.querySelector('.sky-figure figcaption').getBoundingClientRect().top + scrollY";
        double map = browser.script(after).asDouble();
        double picture = browser.script("""
                        const figure = document.querySelector('.sky-figure');
                        figure.skyMap.stage.replaceWith(figure.skyMap.picture);
                        """ + after).asDouble();

        assertThat(shift).isLessThan(0.05);
        assertThat(picture).isBetween(map - 2, map + 2);
    }

    @Test
    void aClickOnAProductOfTheSkyOpensItsPageAndElsewhereASearch() {
        lookAt(149.09885, 69.715, 60);
        browser.follow(".sky-stage");
        assertThat(browser.text("h1")).isEqualTo("M82");

        lookAt(152, 69, 60);
        browser.follow(".sky-stage");
        assertThat(browser.url()).startsWith(url + "/search?pos=152.0");
    }

    @Test
    void zoomingInFromTheWholeSkyLeadsToProductsAndTheCaptionFollows() {
        map();
        String caption = browser.text(".sky-words");
        assertThat(caption).startsWith("The whole sky");
        browser.click(".sky-button:nth-of-type(1)");
        browser.waitUntil(
                "the caption follows",
                "return document.querySelector('.sky-words').textContent.startsWith('A part of the sky')");
        assertThat(browser.script("return document.querySelector('.sky-figure').skyMap.showsAny()")
                        .asBoolean())
                .isTrue();

        lookAt(300, -80, 400);
        browser.waitUntil(
                "an empty place is said to be empty",
                "return /: no products in this view$/.test(document.querySelector('.sky-readout').textContent)");
        browser.click(".sky-button:nth-of-type(3)");
        browser.waitUntil(
                "the caption is that of the whole sky again",
                "return document.querySelector('.sky-words').textContent.startsWith('The whole sky')");
        assertThat(browser.text(".sky-words")).isEqualTo(caption);
    }

    @Test
    void theSkyIsDrawnAndDraggedAndShownWholeAgain() {
        lookAt(150.1, 2.2, 40);
        String before = picture();
        browser.drag(".sky-stage", 120, 30);
        browser.waitUntil("the map has moved", "return document.querySelector('.sky-figure').skyMap.view.ra > 150.5");
        assertThat(picture()).isNotEqualTo(before);

        browser.click(".sky-button:nth-of-type(3)");
        browser.waitUntil(
                "the whole sky is shown",
                "return document.querySelector('.sky-readout').textContent.startsWith('The whole sky')");
    }

    private static void map() {
        browser.open(url + "/");
        browser.waitUntil("the map is there", """
                return document.querySelector('.sky-figure').dataset.state === 'ready'
                    && document.querySelector('.sky-figure').skyMap.data.products.length > 0""");
    }

    private static void lookAt(double raDeg, double decDeg, double zoom) {
        map();
        browser.script("""
                const map = document.querySelector('.sky-figure').skyMap;
                map.view.zoom = %s;
                map.view.lookAt(%s, %s);
                map.changed();
                window.before = map.asked;""".formatted(zoom, raDeg, decDeg));
        browser.waitUntil("what is there is loaded", """
                const figure = document.querySelector('.sky-figure');
                return figure.skyMap.asked !== window.before && figure.dataset.state === 'ready'""");
    }

    private static String picture() {
        return browser.script("return document.querySelector('.sky-canvas').toDataURL()")
                .asText();
    }

    @Test
    void axeFindsNoSeriousFaultInLightOrDark() {
        for (boolean dark : new boolean[] {false, true}) {
            browser.preferDark(dark);
            for (String page : PAGES) {
                browser.open(url + page);
                browser.script("document.querySelectorAll('details').forEach(each => each.open = true)");
                assertThat(browser.seriousFaults())
                        .as(page + (dark ? " in the dark" : " in the light"))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withAndWithoutScriptsTheFrontPageFitsAPhone(boolean scripts) {
        browser.runScripts(scripts);
        browser.resize(360, 800);
        for (String page : PAGES) {
            browser.open(url + page);
            assertThat(browser.script("return document.documentElement.scrollWidth - window.innerWidth")
                            .asInt())
                    .as(page)
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void aListOfResultsStaysWithinTheFrameOfThePage() {
        for (int width : new int[] {1600, 1280, 1100, 960}) {
            browser.resize(width, 900);
            browser.open(url + "/search?pos=J1000%2B0212&radius=180");
            assertThat(browser.script("""
                            return document.querySelector('table.results').getBoundingClientRect().right
                                - document.querySelector('main h1').getBoundingClientRect().right""").asDouble())
                    .as("pixels outside at a width of " + width)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void withoutScriptsTheSkyIsAPictureThatLinksAndTheSearchSearches() {
        browser.runScripts(false);
        browser.open(url + "/");

        assertThat(browser.script("return document.querySelectorAll('svg.sky a circle').length")
                        .asInt())
                .isEqualTo(6);
        browser.type("#search-position", "10:00:24 +02:12");
        browser.follow("form.search button");
        assertThat(browser.text("h1")).isEqualTo("2 products");
        browser.follow(".results thead th:nth-child(3) a");
        assertThat(browser.attribute(".results th[aria-sort]", "aria-sort")).isEqualTo("ascending");
    }

    @Test
    void aSelectionIsDownloadedWithoutScriptsWithItsResponsesAndBackground() throws Exception {
        browser.runScripts(false);
        Path zip = download("/search?text=sim0001_spectrum", () -> {
            browser.click(".results input[name='ID']");
            browser.click(".selection-actions button:not([name])");
        });

        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName).map(name -> name.replaceFirst("^[^/]*/", "")))
                    .containsExactlyInAnyOrder(
                            "README.txt",
                            "simulated/sim0001_spectrum.pha",
                            "simulated/sim0001_background.pha",
                            "simulated/sim0001.rmf",
                            "simulated/sim0001.arf",
                            "MANIFEST.csv");
        }
    }

    @Test
    void aPageOfProductsIsTickedAtOnceAndCounted() throws Exception {
        Path zip = download("/search?type=image", () -> {
            assertThat(browser.texts(".selection-actions button").getFirst()).isEqualTo("Download the selected");
            browser.click(".everyone input");
            assertThat(browser.texts(".selection-actions button").getFirst()).isEqualTo("Download the selected (2)");
            browser.click(".selection-actions button:not([name])");
        });

        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName)).hasSize(4);
        }
    }

    private static Path download(String page, Runnable clicks) throws Exception {
        Path downloads = Files.createTempDirectory(folder, "downloads");
        browser.downloadInto(downloads);
        browser.open(url + page);
        clicks.run();
        for (int i = 0; i < 600; i++) {
            try (Stream<Path> files = Files.list(downloads)) {
                var zip = files.filter(file -> file.toString().endsWith(".zip")).findFirst();
                if (zip.isPresent()) {
                    return zip.get();
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no zip arrived in " + downloads);
    }
}
