// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.w3c.dom.Document;

/// The search of [PagesArchive] and its results.
@Timeout(60)
@ExtendWith(StartedOnce.class)
class SearchPagesTest {

    private static PagesArchive archive;

    @BeforeAll
    static void open(PagesArchive shared) {
        archive = shared;
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
        Document page = archive.page("/search?" + query);

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
        assertThat(PageText.text(archive.page("/search?" + query), "//h1"))
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
        HttpResponse<byte[]> response = archive.browse("/search?" + Asking.query(field, typed));
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
        HttpResponse<byte[]> response = archive.browse("/search?radius=0.1&" + Asking.query("pos", typed));
        Document page = PageText.parse(Asking.text(response));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(targets(page)).hasSize(products);
        assertThat(PageText.text(page, "//p[@class='notice']"))
                .isEqualTo("'" + typed + "' is no position: objects with that in their name are shown.");
        assertThat(PageText.all(page, "//ul[@class='filters']/li"))
                .first()
                .asString()
                .startsWith("object name has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1", "Mrk 42", "rab", "NGC 1275"})
    void aNameThatNoObjectHasHereIsASentenceWithALinkToSearchItAsOne(String typed) throws IOException {
        HttpResponse<byte[]> response = archive.browse("/search?" + Asking.query("pos", typed, "type", "spectrum"));
        Document page = PageText.parse(Asking.text(response));

        assertThat(response.statusCode()).isEqualTo(400);
        String link = PageText.text(page, "//a[. = 'Search for it as an object name']/@href");
        assertThat(link).contains("target=" + typed.replace(" ", "%20")).contains("type=spectrum");
        assertThat(archive.browse(link).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(SearchField.class)
    void whatIsTypedIsNeverMarkup(SearchField field) throws IOException {
        HttpResponse<byte[]> response =
                archive.browse("/search?" + Asking.query(field.parameter(), PagesArchive.ATTACK));

        assertThat(response.statusCode()).isIn(200, 400);
        assertThat(Asking.text(response)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aTargetNamedLikeAnAttackIsShownAsText() throws IOException {
        assertThat(targets(archive.page("/search?type=image"))).containsExactly(PagesArchive.ATTACK);
        assertThat(PageText.text(archive.page("/products/attackfits"), "//h1")).isEqualTo(PagesArchive.ATTACK);
        assertThat(targets(archive.page("/search?" + Asking.query("instrument", PagesArchive.ATTACK))))
                .containsExactly(PagesArchive.ATTACK);
    }

    @Test
    void pagesTogetherHoldEveryProductOnce() throws IOException {
        Document first = archive.page("/search?type=spectrum");
        Document second = archive.page(
                PageText.all(first, "//nav[@aria-label='Pages']/a/@href").getFirst());

        assertThat(targets(first)).hasSize(ResultsPage.ROWS);
        List<String> all = new ArrayList<>(targets(first));
        all.addAll(targets(second));
        assertThat(all).hasSize(PagesArchive.SPECTRA).doesNotHaveDuplicates();
        assertThat(PageText.text(second, "//nav[@aria-label='Pages']/span[starts-with(., 'Page')]"))
                .isEqualTo("Page 2 of 2");
        assertThat(archive.browse("/search?page=0").statusCode()).isEqualTo(400);
        assertThat(archive.browse("/search?page=many").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/search?type=spectrum&page=99, /search?type=spectrum&page=2",
        "/search?type=event&page=2, /search?type=event",
        "/search?type=cube&page=7, /search?type=cube",
        "/files-report?outcome=published&page=40, /files-report?outcome=published&page=2"
    })
    void aPageAfterTheLastLeadsToTheLast(String asked, String last) throws IOException {
        HttpResponse<byte[]> response = archive.browse(asked);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(last);
        assertThat(archive.browse(last).statusCode()).isEqualTo(200);
    }

    @Test
    void rowsOfTheSameTargetAreToldApartByTheirFiles() throws IOException {
        Document page = archive.page("/search?text=crab");

        assertThat(PageText.all(page, "//a[@class='strong']/@aria-label")).containsExactly("Crab, crab.fits");
        assertThat(PageText.all(page, "//a[@class='download']/@aria-label"))
                .containsExactly("Download Crab, crab.fits");
        assertThat(PageText.all(page, "//label[starts-with(., 'Select')]")).containsExactly("Select Crab, crab.fits");
    }

    @Test
    void theFormKeepsTheSpellingInWhichAnInstrumentIsHere() throws IOException {
        assertThat(PageText.all(
                        archive.page("/search?instrument=epic-pn"), "//select[@name='instrument']/option[@selected]"))
                .containsExactly("EPIC-PN");
    }

    @Test
    void aHeaderSortsByItsColumnAndThenTheOtherWay() throws IOException {
        Document byStart = archive.page(sorter(archive.page("/search?type=spectrum"), "Exposure"));
        Document backwards = archive.page(sorter(byStart, "Exposure"));

        assertThat(targets(byStart)).startsWith("Mrk 400", "Mrk 401");
        assertThat(PageText.text(byStart, "//th[@aria-sort]/@aria-sort")).isEqualTo("ascending");
        assertThat(targets(backwards)).startsWith("Mrk 459", "Mrk 458");
        assertThat(PageText.text(backwards, "//th[@aria-sort]/@aria-sort")).isEqualTo("descending");
        assertThat(archive.browse("/search?sort=colour").statusCode()).isEqualTo(400);
    }

    private static String sorter(Document page, String column) {
        return PageText.all(page, "//th/a[starts-with(., '" + column + "')]/@href")
                .getFirst();
    }

    @Test
    void aPositionSortsByDistance() throws IOException {
        assertThat(targets(archive.page("/search?pos=166.2+38.2&radius=0.1"))).startsWith("Mrk 420");
    }

    @Test
    void aRowSaysWhatTheProductIs() throws IOException {
        assertThat(PageText.all(archive.page("/search?text=crab"), "//tbody/tr/td"))
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
        assertThat(PageText.all(archive.page("/search?text=crab"), "//td/a/@href"))
                .containsExactly("/files?ID=ivo%3A%2F%2Fvo4he.example%2Ftest%3Fevents%2Fcrab.fits");
    }

    @Test
    void theAdqlShownFindsTheSameThroughTap() throws IOException {
        Document page = archive.page("/search?pos=166.3+38.2&radius=0.15&from=55000&emin=1&type=spectrum&text=mrk");
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
        Document page = archive.page("/search?pos=83.633+22.014&type=event&emin=1");

        assertThat(PageText.all(page, "//ul[@class='filters']/li"))
                .containsExactly(
                        "within 15′ of, or covering, 05h34m31.92s +22°00′50.4″ ×", "above 1 keV ×", "type event ×");
        assertThat(PageText.all(page, "//ul[@class='filters']/li/a/@href")).contains("/search?emin=1&type=event");
    }

    private static List<String> targets(Document page) {
        return PageText.all(page, "//table[@class='results']/tbody/tr/td[1]//a");
    }
}
