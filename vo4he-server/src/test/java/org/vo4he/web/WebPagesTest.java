// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.http.HttpSettings;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.samples.Asking;
import org.w3c.dom.Document;

/// The pages of [PagesArchive], asked for over HTTP and read as XML.
@Timeout(60)
class WebPagesTest {

    @TempDir
    private static Path folder;

    private static PagesArchive archive;

    @BeforeAll
    static void start() throws Exception {
        archive = PagesArchive.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
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
        HttpResponse<byte[]> response = browse(path);
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
        Document page = PageText.parse(Asking.text(browse(path)));

        assertThat(PageText.all(page, "//link/@href | //img/@src | //*[@src]/@src | //@srcset"))
                .allMatch(url -> url.startsWith("/web/") || url.startsWith("/previews/"));
        for (String url : PageText.all(page, "//link/@href | //script/@src")) {
            assertThat(Asking.get(archive.url() + url).statusCode()).isEqualTo(200);
        }
        for (String url : PageText.all(page, "//nav//a/@href")) {
            assertThat(browse(url).statusCode()).as(url).isEqualTo(200);
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
        Document page = page("/");

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pos=83.633+22.014                          | Crab
                    pos=05:34:31.97+%2B22:00:52.1&radius=10%27 | Crab
                    from=2009-02-28&to=2009-03-02              | Crab
                    to=54891.3                                 | Crab
                    from=54891.4&to=54999                      | Crab
                    emin=0.1&emax=11                           | Crab
                    emax=900                                   | Crab
                    type=event                                 | Crab
                    type=EVENT                                 | Crab
                    instrument=epic-pn                         | Crab
                    target=crab                                | Crab
                    text=EPIC+xmm                              | Crab
                    text=events%2Fcrab.fits                    | Crab
                    pos=84.2+22.0&radius=1%27                  | Crab
                    pos=J0534%2B2200                           | Crab
                    instrument=EPIC-PN                         | Crab
                    text=cRaB                                  | Crab
                    text=0160960201                            | Crab
                    text=obs07                                 | Mrk 407
                    text=mrk+survey+407                        | Mrk 407
                    pos=166.59+38.2&radius=18+arcsec           | Mrk 459
                    from=55059.2                               | Mrk 459
                    """)
    void eachFieldFindsWhatItMeans(String query, String target) throws IOException {
        Document page = page("/search?" + query);

        assertThat(targets(page)).containsExactly(target);
        assertThat(PageText.text(page, "//h1")).isEqualTo("1 product");
    }

    @ParameterizedTest
    @CsvSource({
        "collection=survey, 60",
        "type=spectrum&emin=1+GeV, 60",
        "emin=1+TeV&emax=2+TeV, 60",
        "pos=166.3+38.2&radius=2, 60",
        "pos=166.3+-38.2&radius=2, 0",
        "type=cube, 0",
        "instrument=LAT&from=2009-07-01, 47",
        "text=x%27y, 1",
        "target=mrk400, 1",
        "pos=not+stated, 1",
        "from=not+stated&instrument=LAT, 0"
    })
    void theTotalIsThatOfAllPages(String query, int total) throws IOException {
        assertThat(PageText.text(page("/search?" + query), "//h1"))
                .isEqualTo(total + (total == 1 ? " product" : " products"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    pos    | nowhere    | 'nowhere' is not read as a position
                    pos    | 10 95      | from -90 to 90
                    radius | wide       | 'wide' is not read as a radius
                    from   | later      | 'later' is not read as a time
                    to     | 2009-02-30 | is not in the calendar
                    emin   | hot        | 'hot' is not read as an energy
                    emax   | 0          | '0' is not read as an energy
                    """)
    void badInputHasASentenceBesideItsFieldAndStatus400(String field, String typed, String sentence)
            throws IOException {
        HttpResponse<byte[]> response = browse("/search?" + Asking.query(field, typed));
        Document page = PageText.parse(Asking.text(response));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(PageText.text(page, "//input[@name='" + field + "']/@value")).isEqualTo(typed);
        assertThat(PageText.text(page, "//input[@name='" + field + "']/@aria-invalid"))
                .isEqualTo("true");
        String described = PageText.text(page, "//input[@name='" + field + "']/@aria-describedby");
        assertThat(PageText.text(page, "//p[@id='" + described + "']")).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"Crab, 1", "crab, 1", "Mrk 421, 1", "mrk421, 1", "MRK  459, 1"})
    void theNameOfAnObjectThatIsHereIsSearchedWhereAPositionWasAskedFor(String typed, int products) throws IOException {
        HttpResponse<byte[]> response = browse("/search?radius=0.1&" + Asking.query("pos", typed));
        Document page = PageText.parse(Asking.text(response));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(targets(page)).hasSize(products);
        assertThat(PageText.text(page, "//p[@class='notice']"))
                .isEqualTo("'" + typed + "' is no position: it is searched as an object's name.");
        assertThat(PageText.all(page, "//ul[@class='filters']/li"))
                .first()
                .asString()
                .startsWith("object name has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1", "Mrk 42", "rab", "NGC 1275"})
    void aNameThatNoObjectHasHereIsASentenceWithALinkToSearchItAsOne(String typed) throws IOException {
        HttpResponse<byte[]> response = browse("/search?" + Asking.query("pos", typed, "type", "spectrum"));
        Document page = PageText.parse(Asking.text(response));

        assertThat(response.statusCode()).isEqualTo(400);
        String link = PageText.text(page, "//a[. = 'Search for it as an object name']/@href");
        assertThat(link).contains("target=" + typed.replace(" ", "%20")).contains("type=spectrum");
        assertThat(browse(link).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(SearchField.class)
    void whatIsTypedIsNeverMarkup(SearchField field) throws IOException {
        HttpResponse<byte[]> response = browse("/search?" + Asking.query(field.parameter(), PagesArchive.ATTACK));

        assertThat(response.statusCode()).isIn(200, 400);
        assertThat(Asking.text(response)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aTargetNamedLikeAnAttackIsShownAsText() throws IOException {
        assertThat(targets(page("/search?type=image"))).containsExactly(PagesArchive.ATTACK);
        assertThat(PageText.text(page("/products/attackfits"), "//h1")).isEqualTo(PagesArchive.ATTACK);
        assertThat(targets(page("/search?" + Asking.query("instrument", PagesArchive.ATTACK))))
                .containsExactly(PagesArchive.ATTACK);
    }

    @Test
    void pagesTogetherHoldEveryProductOnce() throws IOException {
        Document first = page("/search?type=spectrum");
        Document second =
                page(PageText.all(first, "//nav[@aria-label='Pages']/a/@href").getFirst());

        assertThat(targets(first)).hasSize(ResultsPage.ROWS);
        List<String> all = new ArrayList<>(targets(first));
        all.addAll(targets(second));
        assertThat(all).hasSize(PagesArchive.SPECTRA).doesNotHaveDuplicates();
        assertThat(PageText.text(second, "//nav[@aria-label='Pages']/span[starts-with(., 'Page')]"))
                .isEqualTo("Page 2 of 2");
        assertThat(browse("/search?page=0").statusCode()).isEqualTo(400);
        assertThat(browse("/search?page=many").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/search?type=spectrum&page=99, /search?type=spectrum&page=2",
        "/search?type=event&page=2, /search?type=event",
        "/search?type=cube&page=7, /search?type=cube",
        "/files-report?outcome=published&page=40, /files-report?outcome=published&page=2"
    })
    void aPageAfterTheLastLeadsToTheLast(String asked, String last) throws IOException {
        HttpResponse<byte[]> response = browse(asked);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(last);
        assertThat(browse(last).statusCode()).isEqualTo(200);
    }

    @Test
    void rowsOfTheSameTargetAreToldApartByTheirFiles() throws IOException {
        Document page = page("/search?text=crab");

        assertThat(PageText.all(page, "//a[@class='strong']/@aria-label")).containsExactly("Crab, crab.fits");
        assertThat(PageText.all(page, "//a[@class='download']/@aria-label"))
                .containsExactly("Download Crab, crab.fits");
        assertThat(PageText.all(page, "//label[starts-with(., 'Select')]")).containsExactly("Select Crab, crab.fits");
    }

    @Test
    void theFormKeepsTheSpellingInWhichAnInstrumentIsHere() throws IOException {
        assertThat(PageText.all(page("/search?instrument=epic-pn"), "//select[@name='instrument']/option[@selected]"))
                .containsExactly("EPIC-PN");
    }

    @Test
    void aHeaderSortsByItsColumnAndThenTheOtherWay() throws IOException {
        Document byStart = page(sorter(page("/search?type=spectrum"), "Exposure"));
        Document backwards = page(sorter(byStart, "Exposure"));

        assertThat(targets(byStart)).startsWith("Mrk 400", "Mrk 401");
        assertThat(PageText.text(byStart, "//th[@aria-sort]/@aria-sort")).isEqualTo("ascending");
        assertThat(targets(backwards)).startsWith("Mrk 459", "Mrk 458");
        assertThat(PageText.text(backwards, "//th[@aria-sort]/@aria-sort")).isEqualTo("descending");
        assertThat(browse("/search?sort=colour").statusCode()).isEqualTo(400);
    }

    private static String sorter(Document page, String column) {
        return PageText.all(page, "//th/a[starts-with(., '" + column + "')]/@href")
                .getFirst();
    }

    @Test
    void aPositionSortsByDistance() throws IOException {
        assertThat(targets(page("/search?pos=166.2+38.2&radius=0.1"))).startsWith("Mrk 420");
    }

    @Test
    void aRowSaysWhatTheProductIs() throws IOException {
        assertThat(PageText.all(page("/search?text=crab"), "//tbody/tr/td"))
                .containsExactly(
                        "Select Crab, crab.fitsCrabcrab.fits0160960201",
                        "event",
                        "EPIC-PNXMM-Newton",
                        "2009-03-01 06:00",
                        "12.3 ks",
                        "05h34m31.97s +22°00′52.1″83.6332 22.0145",
                        "0.2–12 keV",
                        "2.5 MB",
                        "Download");
        assertThat(PageText.all(page("/search?text=crab"), "//td/a/@href"))
                .containsExactly("/files?ID=ivo%3A%2F%2Fvo4he.example%2Ftest%3Fevents%2Fcrab.fits");
    }

    @Test
    void theAdqlShownFindsTheSameThroughTap() throws IOException {
        Document page = page("/search?pos=166.3+38.2&radius=0.15&from=55000&emin=1&type=spectrum&text=mrk");
        List<String> links = PageText.all(page, "//a[. = 'VOTable' or . = 'CSV']/@href");

        assertThat(PageText.text(page, "//pre[@data-name='ADQL']")).contains("FROM ivoa.obscore\nWHERE (1 = CONTAINS(");
        assertThat(links).hasSize(2);
        HttpResponse<byte[]> csv = Asking.get(archive.url() + links.get(1));
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(targets(page)).hasSizeGreaterThan(20);
        assertThat(Asking.text(csv).lines().skip(1)).hasSameSizeAs(targets(page));
    }

    @Test
    void conditionsAreShownAsUnderstoodAndCanBeRemoved() throws IOException {
        Document page = page("/search?pos=83.633+22.014&type=event&emin=1");

        assertThat(PageText.all(page, "//ul[@class='filters']/li"))
                .containsExactly(
                        "within 15′ of, or covering, 05h34m31.92s +22°00′50.4″ ×", "above 1 keV ×", "type event ×");
        assertThat(PageText.all(page, "//ul[@class='filters']/li/a/@href")).contains("/search?emin=1&type=event");
    }

    @Test
    void aProductShowsEachOfThe60ValuesWithItsOrigin() throws IOException {
        Document page = page("/products/eventscrabfits");

        assertThat(PageText.all(page, "//table[@class='values']//th/code"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ObsCoreColumn.values())
                        .map(ObsCoreColumn::columnName)
                        .toList());
        assertThat(value(page, "s_ra")).containsExactly("83.63321 deg05h34m31.97s", "card EVENTS RA_PNT");
        assertThat(value(page, "s_dec").getFirst()).isEqualTo("22.01446 deg+22°00′52.1″");
        assertThat(value(page, "t_min"))
                .containsExactly("54891.25 MJD2009-03-01T06:00:00 UTC", "card EVENTS TSTART+MJDREF");
        assertThat(value(page, "em_min").getFirst()).endsWith("E-10 m12 keV");
        assertThat(value(page, "em_max").get(1)).isEqualTo("linked-file response.rmf: ENERG_LO");
        assertThat(value(page, "t_exptime").getFirst()).isEqualTo("12345.6 s3.43 h");
        assertThat(value(page, "access_url").getFirst()).startsWith(archive.url() + "/files?ID=ivo%3A");
        assertThat(value(page, "proposal_id")).containsExactly("NULL", "no PROPOSID card in PRIMARY or EVENTS");
        assertThat(PageText.all(page, "//details//th/code"))
                .contains("proposal_id")
                .doesNotContain("s_ra");
    }

    private static List<String> value(Document page, String column) {
        return PageText.all(page, "//table[@class='values']//tr[th/code='" + column + "']/td");
    }

    @Test
    void aProductShowsFindingsReferencesProvenanceAndTheFilesOwnWords() throws IOException {
        Document page = page("/products/eventscrabfits");

        assertThat(PageText.all(page, "//ul[@class='findings']/li"))
                .containsExactly(
                        "error gti-gap GTIrow <2> ends early", "warning time-default EVENTS TIMESYSTT is taken");
        assertThat(PageText.all(page, "//section[@aria-labelledby='links']//a[@class='strong']"))
                .containsExactly("response.rmf");
        assertThat(PageText.all(page, "//section[@aria-labelledby='links']//li//img/@src"))
                .containsExactly("/previews/calresponsermf.png?width=144&height=90");
        assertThat(PageText.all(page, "//section[@aria-labelledby='links']//table//tr"))
                .containsExactly("BACKFILEsky.pha");
        assertThat(PageText.all(page, "//section[@aria-labelledby='provenance']//*[self::h3 or self::p or self::tr]"))
                .containsExactly(
                        "evselect",
                        "/opt/sas/bin/evselect, task",
                        "ParameterValueMay be edited",
                        "selectionPI > 200 && <FLAG>yes");
        assertThat(PageText.all(page, "//ul[@class='step-files']/li"))
                .containsExactly("out/crab.fits – this productevents");
        assertThat(PageText.all(page, "//section[@aria-labelledby='native']//tr"))
                .containsExactlyInAnyOrder("TIMESYSTT", "OBJECT" + PagesArchive.ATTACK);
        assertThat(PageText.text(page, "//section[@aria-labelledby='declared']//tr"))
                .isEqualTo("obs_publisher_didivo://svom.example/x?1");
    }

    @Test
    void aProductIsShownAsThePlotThatStandsForItAndTheOthersAreLinks() throws IOException {
        Document page = page("/products/eventscrabfits");

        assertThat(PageText.text(page, "//figure//img/@alt")).isEqualTo("Image of 120,000 events.");
        assertThat(PageText.text(page, "//figure//img/@src")).isEqualTo("/previews/eventscrabfits.svg?plot=image");
        assertThat(PageText.all(page, "//figure//source/@srcset"))
                .containsExactly(
                        "/previews/eventscrabfits.svg?plot=image&width=400&height=340&theme=dark",
                        "/previews/eventscrabfits.svg?plot=image&width=400&height=340",
                        "/previews/eventscrabfits.svg?plot=image&theme=dark");
        assertThat(PageText.all(page, "//ul[@class='plot-kinds']//a")).containsExactly("Image", "Spectrum");
        assertThat(PageText.all(page, "//ul[@class='plot-kinds']//a/@href"))
                .containsExactly(
                        "/products/eventscrabfits?plot=image#picture",
                        "/products/eventscrabfits?plot=spectrum#picture");
        assertThat(PageText.all(page, "//a[@data-choice='stretch']"))
                .containsExactly("linear", "square root", "log", "asinh");
        assertThat(PageText.all(page, "//figcaption/a/@href"))
                .containsExactly(
                        "/previews/eventscrabfits.svg?plot=image",
                        "/previews/eventscrabfits.png?plot=image",
                        "/previews/eventscrabfits.vot?plot=image",
                        "/previews/eventscrabfits.json?plot=image");
    }

    @Test
    void withoutScriptsEachChoiceIsAPageWithThatPicture() throws IOException {
        Document page = page("/products/eventscrabfits?plot=spectrum");
        String hertz = PageText.text(page, "//a[@data-word='Hz']/@href");
        String nearer = PageText.text(page, "//a[@data-tool='in']/@href");

        assertThat(PageText.text(page, "//a[@data-choice='unit' and @aria-current]"))
                .isEqualTo("keV");
        assertThat(PageText.text(page(hertz), "//figure//img/@src"))
                .isEqualTo("/previews/eventscrabfits.svg?plot=spectrum&unit=Hz");
        assertThat(PageText.text(page(hertz), "//a[@data-choice='unit' and @aria-current]"))
                .isEqualTo("Hz");
        assertThat(PageText.text(page(nearer), "//figure//img/@src"))
                .isEqualTo("/previews/eventscrabfits.svg?plot=spectrum&xmin=0.31623&xmax=3.1623");
        assertThat(PageText.text(page(nearer), "//a[@data-tool='all']/@href"))
                .isEqualTo("/products/eventscrabfits?plot=spectrum#picture");
    }

    @Test
    void aPlotInAnotherUnitIsDescribedAndZoomedAsItIsDrawn() throws IOException {
        Document page = page("/products/eventscrabfits?plot=spectrum&unit=Hz");

        assertThat(PageText.text(page, "//figure//img/@alt")).isEqualTo("Counts per Hz.");
        assertThat(PageText.text(page(PageText.text(page, "//a[@data-tool='in']/@href")), "//figure//img/@src"))
                .isEqualTo(
                        "/previews/eventscrabfits.svg?plot=spectrum&unit=Hz" + "&xmin=3.1623E%2B16&xmax=3.1623E%2B17");
    }

    @Test
    void withoutTheEndsOfTheAxesThereAreNoLinksToZoomAndTheDescriptionSaysSo() throws IOException {
        Document page = page("/products/eventscrabfits?plot=spectrum&unit=Angstrom");

        assertThat(PageText.all(page, "//a[@data-tool]")).isEmpty();
        assertThat(PageText.text(page, "//figure//img/@alt"))
                .isEqualTo("Counts per keV. So it is drawn at first; here it is shown as chosen.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plot=cake", "plot=sky", "unit=furlong", "xmin=1", "ymin=2&ymax=1", "xmin=a&xmax=b"})
    void whatCanNotBeChosenIsSaidWithStatus400(String query) throws IOException {
        HttpResponse<byte[]> response = browse("/products/eventscrabfits?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Asking.text(response)).contains("arameter");
    }

    @Test
    void aProductThatCanNotBeDrawnSaysWhyInsteadOfAPicture() throws IOException {
        Document page = page("/products/calresponsermf");

        assertThat(PageText.text(page, "//section[@class='pictures']/p"))
                .isEqualTo("No picture of response.rmf: it is empty.");
        assertThat(PageText.all(page, "//section[@class='pictures']//img")).isEmpty();
    }

    @Test
    void aProductThatSaysWhenItWasMadeIsCitedWithThatYear() throws IOException {
        Document page = page("/products/spectras07pha");

        assertThat(PageText.text(page, "//p[@class='citation']")).startsWith("2011, Mrk 407, ");
        assertThat(PageText.text(page, "//pre[@id='bibtex']")).contains("  year = {2011},");
    }

    @Test
    void theFrontPageListsEveryServiceThatIsOn() throws IOException {
        assertThat(PageText.all(page("/"), "//table[caption='Endpoints']//th"))
                .contains("/scs?RA=…&DEC=…&SR=…", "/events", "/selection.zip?ID=…", "/previews/….png")
                .doesNotContain("/metrics");
    }

    @Test
    void aProductIsCitedByWhatItStates() throws IOException {
        Document page = page("/products/eventscrabfits");

        assertThat(PageText.text(page, "//p[@class='citation']"))
                .startsWith("Crab, event list, XMM-Newton EPIC-PN, observation 0160960201, Test archive, "
                        + PagesArchive.did("events/crab.fits") + ", accessed 20");
        assertThat(PageText.text(page, "//pre[@id='bibtex']"))
                .startsWith("@misc{eventscrabfits,\n  title = {Crab, event list, XMM-Newton EPIC-PN")
                .contains("url = {" + archive.productPage("events/crab.fits") + "}")
                .doesNotContain("year");
        assertThat(PageText.text(page("/products/attackfits"), "//pre[@id='bibtex']"))
                .contains("<script>alert(1)</script>\"'\\&");
    }

    @Test
    void whatLeavesTheSiteIsAnOrdinaryLinkThatSaysSo() throws IOException {
        Document page = page("/products/eventscrabfits");

        assertThat(PageText.text(page, "//p[@class='elsewhere']")).contains("leaves this site");
        assertThat(PageText.all(page, "//p[@class='elsewhere']/a/@href"))
                .anyMatch(url ->
                        url.startsWith("https://aladin.cds.unistra.fr/AladinLite/?target=83.63321%20%2B22.01446"));
        assertThat(PageText.all(page("/products/attackfits"), "//p[@class='elsewhere']"))
                .isEmpty();
    }

    @Test
    void aProductLinksToItsFileAndItsDataLinkDocument() throws IOException {
        String id = "?ID=ivo%3A%2F%2Fvo4he.example%2Ftest%3Fevents%2Fcrab.fits";

        assertThat(PageText.all(page("/products/eventscrabfits"), "//p[@class='doors']/a/@href"))
                .containsExactly("/files" + id, "/datalink/links" + id);
    }

    @Test
    void aWithdrawnProductSaysSoWithStatus410() throws IOException {
        HttpResponse<byte[]> response = browse("/products/gonefits");

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(Asking.text(response)).contains("Withdrawn").contains(PagesArchive.did("gone.fits"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/products/none", "/products/..%2F..%2Fetc", "/products/%27%20OR%201=1", "/web/../style.css"})
    void whatIsNotHereIs404(String path) throws IOException {
        assertThat(browse(path).statusCode()).isIn(400, 404);
    }

    @Test
    void anUnknownProductIsAPageOfItsOwnForBrowsersOnly() throws IOException {
        assertThat(PageText.text(PageText.parse(Asking.text(browse("/products/none"))), "//h1"))
                .isEqualTo("Not found");
        assertThat(Asking.text(Asking.get(archive.url() + "/products/none"))).doesNotContain("<html");
    }

    @Test
    void everyFileIsListedWithHowItEndedAndItsFindings() throws IOException {
        Document failed = page("/files-report?outcome=failed");

        assertThat(PageText.all(failed, "//ul[@class='files']/li/h2")).containsExactly("broken & <torn>.fits");
        assertThat(PageText.text(failed, "//ul[@class='findings']/li"))
                .isEqualTo("error fits-torn byte 0found '" + PagesArchive.ATTACK + "'");
        assertThat(PageText.all(page("/files-report?outcome=not-fits"), "//ul[@class='files']/li/h2"))
                .containsExactly("README.txt");
        assertThat(PageText.all(page("/files-report"), "//ul[@class='files']/li"))
                .hasSize(FilesPage.ROWS);
        assertThat(PageText.all(page("/files-report?page=2"), "//ul[@class='files']/li"))
                .hasSize(PagesArchive.PRODUCTS + 3 - FilesPage.ROWS);
        assertThat(browse("/files-report?outcome=lost").statusCode()).isEqualTo(400);
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

    private static Document page(String path) throws IOException {
        HttpResponse<byte[]> response = browse(path);
        assertThat(response.statusCode()).as(Asking.text(response)).isEqualTo(200);
        return PageText.parse(Asking.text(response));
    }

    private static HttpResponse<byte[]> browse(String path) throws IOException {
        return Asking.get(archive.url() + path.replaceFirst("#.*", ""), "Accept", "text/html");
    }

    private static List<String> targets(Document page) {
        return PageText.all(page, "//table[@class='results']/tbody/tr/td[1]//a");
    }
}
