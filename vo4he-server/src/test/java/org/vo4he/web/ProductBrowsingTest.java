// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Browser;
import org.vo4he.testkit.Key;

/// The pages of the example products in the hands of chromium: by mouse, by keyboard, without scripts, on a telephone,
/// and with axe-core looking on.
@Timeout(300)
@ExtendWith(StartedOnce.class)
class ProductBrowsingTest {

    private static final String SPECTRUM = "simulated/sim0001_spectrum.pha";
    private static final String LIGHT_CURVE = "erosita/300007_00001_lightcurve.fits";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static String url;

    @BeforeAll
    static void open(ServedExamples examples, Browser shared) {
        url = examples.url();
        browser = shared;
    }

    @BeforeEach
    void aBrowserAsMostHaveIt() {
        browser.resize(1280, 1000);
        browser.preferDark(false);
        browser.runScripts(true);
        browser.requests();
        browser.complaints();
    }

    /// One of each type: event lists, images, a light curve, a catalogue, a spectrum, both responses.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "asca/x0918-54_ad43021000gis_image.fits.gz",
                "chandra/m82_10027_events.fits",
                LIGHT_CURVE,
                "fermi/gll_psch_v13.fit.gz",
                "rosat/m31_rp600245n00_image.fits.gz",
                "rxte/4u1636-53_93087-01-02-11_events.evt.gz",
                "simulated/sim0001.arf",
                "simulated/sim0001.rmf",
                SPECTRUM
            })
    void aPageAsksNoOtherHostHasNoSeriousFaultAndFitsATelephone(String file) throws IOException {
        browser.open(page(file));
        settle();

        assertThat(browser.requests())
                .anyMatch(request -> request.getPath().startsWith("/products/"))
                .extracting(URI::getAuthority)
                .containsOnly(URI.create(url).getAuthority());
        assertThat(browser.complaints()).isEmpty();
        browser.script("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(browser.seriousFaults()).as("light").isEmpty();
        browser.preferDark(true);
        assertThat(browser.seriousFaults()).as("dark").isEmpty();
        browser.resize(360, 780);
        assertThat(browser.script("return document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
    }

    @Test
    void byKeyboardAloneOneFindsASpectrumReadsItAndGetsItsResponse() throws IOException, InterruptedException {
        browser.open(url + "/");
        browser.tabTo("#search-text");
        browser.press("sim0001_spectrum");
        browser.whileAnotherPageOpens("Enter in the search", () -> browser.press(Key.ENTER));
        browser.tabTo(".results tbody a.strong");
        browser.whileAnotherPageOpens("Enter on what was found", () -> browser.press(Key.ENTER));
        assertThat(browser.text(".lead")).contains("sim0001_spectrum.pha");
        settle();

        browser.tabTo(".plot-live");
        String all = view();
        browser.press("+");
        assertThat(view()).isNotEqualTo(all);
        browser.press(Key.RIGHT, Key.RIGHT);
        assertThat(browser.text(".plot-readout"))
                .startsWith("Energy")
                .contains("keV; ")
                .contains("±");
        browser.press("0");

        browser.tabTo("a[data-word='Angstrom']");
        browser.press(Key.ENTER);
        browser.waitUntil(
                "the plot is in Å",
                "return document.querySelector('.plot-live').getAttribute('aria-label') && "
                        + "document.querySelector(\"a[data-word='Angstrom']\").ariaCurrent === 'true' && "
                        + "new URL(document.querySelector(\"a[data-format='.svg']\").href).searchParams.get('unit')"
                        + " === 'Angstrom'");
        assertThat(browser.url()).contains("unit=Angstrom");

        browser.tabTo(".relations a[href^='/products/" + shortId("simulated/sim0001.rmf") + "']");
        browser.whileAnotherPageOpens("Enter on the matrix", () -> browser.press(Key.ENTER));
        assertThat(browser.text(".lead")).contains("Redistribution matrix").contains("sim0001.rmf");

        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.downloadInto(downloads);
        browser.tabTo(".doors .primary");
        browser.press(Key.ENTER);
        arrives(downloads.resolve("sim0001.rmf"), "simulated/sim0001.rmf");
    }

    @Test
    void theMouseZoomsAndADoubleClickShowsAll() throws IOException {
        browser.open(page(SPECTRUM));
        settle();
        String all = view();

        browser.drag(".plot-live .u-over", 120, 0);
        browser.waitUntil(
                "the plot is zoomed", "return document.querySelector('figure.plot').dataset.view !== undefined");
        assertThat(view()).isNotEqualTo(all);
        assertThat(browser.attribute("a[data-format='.svg']", "href"))
                .contains("xmin=")
                .contains("ymax=");

        browser.click("a[data-tool='all']");
        assertThat(browser.attribute("a[data-format='.svg']", "href")).doesNotContain("xmin=");
    }

    /// Numbers along both axes, in any unit, on either scale, of the whole and of a part; and room for the longest.
    @ParameterizedTest
    @CsvSource({"keV,log", "keV,linear", "Angstrom,log", "Angstrom,linear", "Hz,log", "Hz,linear"})
    void bothAxesOfAnInteractivePlotHaveNumbers(String unit, String scale) throws IOException {
        browser.open(page(SPECTRUM) + "?plot=spectrum&unit=" + unit + "&xscale=" + scale + "&yscale=" + scale);
        settle();

        String power = unit.equals("Hz") ? "10¹" : "";
        for (int zoom = 0; zoom < 8; zoom++) {
            assertThat(ticks("x"))
                    .as("x, zoom %d", zoom)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .doesNotHaveDuplicates();
            assertThat(ticks("x")).allMatch(tick -> tick.contains(power));
            assertThat(ticks("y"))
                    .as("y, zoom %d", zoom)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .doesNotHaveDuplicates();
            double room = browser.script(
                            "return document.querySelector('.plot-live .u-over').getBoundingClientRect().left"
                                    + " - document.querySelector('.plot-live').getBoundingClientRect().left")
                    .asDouble();
            assertThat(widest(ticks("y")) + 9 + 4 + 13).as("numbers and label").isLessThan(room);
            browser.click("a[data-tool='in']");
        }
    }

    @Test
    void nearerShowsLessOfTheEnergiesAndAllOfTheCurveThere() throws IOException {
        browser.open(page(LIGHT_CURVE));
        settle();
        browser.click("a[data-tool='in']");

        assertThat(browser.script("""
                        const [left, right, low, high] = document.querySelector('figure.plot').dataset.view.split(' ').map(Number);
                        const request = new XMLHttpRequest();
                        request.open('GET', document.querySelector('figure.plot').dataset.curve, false);
                        request.send();
                        const plot = JSON.parse(request.responseText);
                        const values = name => plot.columns.find(column => column.name === name).values;
                        const {x, y} = plot.series[0];
                        return values(x).filter((place, i) => place > left && place < right && values(y)[i] !== null
                            && values(y)[i] >= plot.y.min && values(y)[i] <= plot.y.max
                            && (values(y)[i] < low || values(y)[i] > high)).length""").asInt()).isZero();
        browser.runScripts(false);
        browser.open(page(LIGHT_CURVE));
        assertThat(browser.attribute("a[data-tool='in']", "href"))
                .contains("xmin=")
                .doesNotContain("ymin=");
    }

    private static List<String> ticks(String axis) {
        return List.of(browser.script("return document.querySelector('figure.plot').dataset." + axis + "Ticks")
                .asText()
                .split(" \\| "));
    }

    /// In pixels, as the browser measures them.
    private static double widest(List<String> words) {
        return browser.script("const ruler = document.createElement('canvas').getContext('2d');"
                        + "ruler.font = '13px ' + getComputedStyle(document.querySelector('figure.plot')).fontFamily;"
                        + "return Math.max(...'" + String.join("|", words)
                        + "'.split('|').map(word => ruler.measureText(word).width))")
                .asDouble();
    }

    @Test
    void nothingMovesWhenTheScriptTakesOver() throws IOException {
        String place = "return document.querySelector('.contents').getBoundingClientRect().top + scrollY";
        browser.runScripts(false);
        browser.open(page(SPECTRUM));
        double without = browser.script(place).asDouble();
        browser.runScripts(true);
        browser.open(page(SPECTRUM));
        settle();

        assertThat(browser.script("return document.querySelectorAll('.plot-live canvas').length")
                        .asInt())
                .isEqualTo(1);
        // The lines for the values at the cursor are not there without scripts.
        double hints = browser.script("return [...document.querySelectorAll('.plot-readout, .plot-keys')]"
                        + ".map(each => each.getBoundingClientRect().height).reduce((a, b) => a + b)")
                .asDouble();
        assertThat(browser.script(place).asDouble()).isBetween(without - 1, without + hints + 20);
        assertThat(browser.script("let shift = 0; new PerformanceObserver(list => list.getEntries()"
                                + ".forEach(each => shift += each.value)).observe({type: 'layout-shift', buffered: true});"
                                + "return shift")
                        .asDouble())
                .isLessThan(0.01);
    }

    @Test
    void twoProductsDoNotLookAlike() throws IOException {
        Path spectrum = folder.resolve("spectrum.png");
        Path lightCurve = folder.resolve("light-curve.png");
        for (boolean scripts : new boolean[] {false, true}) {
            browser.runScripts(scripts);
            browser.open(page(SPECTRUM));
            settle();
            browser.screenshot(".plot-area", spectrum);
            browser.open(page(LIGHT_CURVE));
            settle();
            browser.screenshot(".plot-area", lightCurve);
            assertThat(Files.readAllBytes(spectrum)).isNotEqualTo(Files.readAllBytes(lightCurve));
        }
        assertThat(Asking.get(url + "/previews/" + shortId(SPECTRUM) + ".png").body())
                .isNotEqualTo(Asking.get(url + "/previews/" + shortId(LIGHT_CURVE) + ".png")
                        .body());
    }

    @Test
    void withoutScriptsOneReadsChoosesSearchesTheHeaderAndDownloads() throws IOException, InterruptedException {
        browser.runScripts(false);
        browser.open(page(SPECTRUM));

        assertThat(browser.script("const image = document.querySelector('.plot-area img');"
                                + "return image.complete && image.naturalWidth > 0")
                        .asBoolean())
                .isTrue();
        assertThat(browser.attribute(".plot-area img", "alt"))
                .contains("counts")
                .contains("keV");
        browser.whileAnotherPageOpens("choosing Hz", () -> browser.click("a[data-word='Hz']"));
        assertThat(browser.attribute(".plot-area img", "src")).contains("unit=Hz");
        assertThat(browser.attribute(".plot-area img", "alt")).contains("Hz").doesNotContain("drawn at first");
        browser.whileAnotherPageOpens("zooming", () -> browser.click("a[data-tool='in']"));
        assertThat(browser.attribute(".plot-area img", "src"))
                .contains("unit=Hz")
                .contains("xmin=");
        assertThat(browser.script("const image = document.querySelector('.plot-area img');"
                                + "return image.complete && image.naturalWidth > 0")
                        .asBoolean())
                .isTrue();

        browser.type("#card", "exposure");
        browser.whileAnotherPageOpens("Find", () -> browser.click(".card-search button"));
        assertThat(browser.text(".cards-found")).contains("with exposure");
        assertThat(browser.texts(".cards tbody th")).contains("EXPOSURE");

        Path downloads = Files.createDirectories(folder.resolve("without-scripts"));
        browser.downloadInto(downloads);
        browser.click(".doors .primary");
        arrives(downloads.resolve("sim0001_spectrum.pha"), SPECTRUM);
    }

    @Test
    void headerCardsAreFoundWhileOneTypes() throws IOException {
        browser.open(page(SPECTRUM));
        int all = browser.script("return document.querySelectorAll('.cards tbody tr').length")
                .asInt();
        browser.type("#card", "respfile");

        List<String> found = browser.texts(".cards tbody tr:not([hidden]) th");
        assertThat(found).contains("RESPFILE").hasSizeLessThan(all);
        assertThat(browser.text("#cards-found")).isEqualTo(found.size() + (found.size() == 1 ? " card" : " cards"));
    }

    /// Waits for pictures and for scripts that draw in their place.
    private static void settle() {
        browser.waitUntil(
                "pictures are loaded",
                "return [...document.querySelectorAll('.plot-area img')].every(each => each.complete)");
        boolean live = browser.script(
                        "return typeof uPlot !== 'undefined' && document.querySelector('[data-curve]') !== null")
                .asBoolean();
        if (live) {
            browser.waitUntil("the curve is drawn", "return document.querySelector('.plot-live canvas') !== null");
        }
    }

    private static String view() {
        return browser.script("return document.querySelector('figure.plot').dataset.view ?? 'all'")
                .asText();
    }

    private static void arrives(Path download, String file) throws IOException, InterruptedException {
        for (int i = 0; i < 200 && !Files.exists(download); i++) {
            Thread.sleep(50);
        }
        assertThat(download).hasSameBinaryContentAs(ServedExamples.PRODUCTS.resolve(file));
    }

    private static String page(String file) throws IOException {
        return url + "/products/" + shortId(file);
    }

    private static String shortId(String file) throws IOException {
        String adql = "SELECT short_id FROM vo4he.products WHERE path = '" + file + "'";
        String csv = Asking.text(
                Asking.get(url + "/tap/sync?" + Asking.query("LANG", "ADQL", "RESPONSEFORMAT", "csv", "QUERY", adql)));
        return csv.lines().skip(1).findFirst().orElseThrow();
    }
}
