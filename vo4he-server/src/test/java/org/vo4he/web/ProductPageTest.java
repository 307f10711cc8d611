// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.samples.Asking;
import org.w3c.dom.Document;

/// The pages of the products of [PagesArchive].
@Timeout(60)
@ExtendWith(StartedOnce.class)
class ProductPageTest {

    private static PagesArchive archive;

    @BeforeAll
    static void open(PagesArchive shared) {
        archive = shared;
    }

    @Test
    void aProductShowsEachValueOfObsCoreAndItsExtensionWithItsOrigin() throws IOException {
        Document page = archive.page("/products/eventscrabfits");

        assertThat(PageText.all(page, "//table[@class='values']//th/code"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ObsCoreColumn.values())
                        .map(ObsCoreColumn::columnName)
                        .toList());
        assertThat(value(page, "s_ra")).containsExactly("83.63321 deg05h34m31.97s", "card EVENTS RA_PNT");
        assertThat(value(page, "s_dec").getFirst()).isEqualTo("22.01446 deg+22°00′52.1″");
        assertThat(value(page, "t_min"))
                .containsExactly("54891.25 MJD2009-03-01T06:00:00 UTC", "card EVENTS TSTART+MJDREF");
        assertThat(value(page, "t_max").get(1))
                .isEqualTo("tag T_MAX, written by vo4he from the card EVENTS TSTOP+MJDREF");
        assertThat(value(page, "em_min").getFirst()).endsWith("E-10 m12 keV");
        assertThat(value(page, "em_max").get(1)).isEqualTo("linked-file response.rmf: ENERG_LO");
        assertThat(value(page, "t_exptime").getFirst()).isEqualTo("12345.6 s3.43 h");
        assertThat(value(page, "access_url").getFirst()).startsWith(archive.url() + "/files?ID=ivo%3A");
        assertThat(value(page, "proposal_id")).containsExactly("NULL", "no PROPOSID card in PRIMARY or EVENTS");
        assertThat(PageText.all(page, "//details//th/code"))
                .contains("proposal_id")
                .doesNotContain("s_ra");
    }

    @Test
    void aProductOfWhichThereIsANewerVersionLeadsToTheNewest() throws IOException {
        for (String older : List.of("/products/spectras00pha", "/products/spectras01pha")) {
            Document page = archive.page(older);

            assertThat(PageText.all(page, "//p[starts-with(., 'A newer')]"))
                    .containsExactly("A newer version is s02.pha, version v2.");
            assertThat(PageText.text(page, "//p[starts-with(., 'A newer')]/a/@href"))
                    .isEqualTo("/products/spectras02pha");
        }
        assertThat(PageText.all(archive.page("/products/spectras02pha"), "//p[starts-with(., 'A newer')]"))
                .isEmpty();
        assertThat(PageText.all(archive.page("/products/spectras03pha"), "//p[starts-with(., 'A newer')]"))
                .isEmpty();
    }

    @Test
    void theSpectraOfATypeTwoFileAreLinks() throws IOException {
        Document few = archive.page("/products/spectras04pha");
        Document many = archive.page("/products/spectras03pha");

        assertThat(PageText.all(few, "//div[@aria-labelledby='plot-row']//a/@href"))
                .containsExactly(
                        "/products/spectras04pha?plot=spectrum&row=1#picture",
                        "/products/spectras04pha?plot=spectrum&row=2#picture",
                        "/products/spectras04pha?plot=spectrum&row=3#picture");
        assertThat(PageText.all(few, "//div[@aria-labelledby='plot-row']//a[@aria-current]"))
                .containsExactly("1");
        assertThat(PageText.all(many, "//div[@aria-labelledby='plot-row']//a"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "100");
        assertThat(PageText.all(archive.page("/products/eventscrabfits"), "//div[@aria-labelledby='plot-row']"))
                .isEmpty();
    }

    @Test
    void theChosenSpectrumIsThePictureAndItsNumbers() throws IOException {
        Document page = archive.page("/products/spectras04pha?plot=spectrum&row=2");

        assertThat(PageText.all(page, "//figure//figcaption//a/@href"))
                .allSatisfy(link -> assertThat(link).contains("row=2"));
        assertThat(PageText.all(page, "//div[@aria-labelledby='plot-yscale']//a/@href"))
                .allSatisfy(link -> assertThat(link).contains("row=2"));
    }

    private static List<String> value(Document page, String column) {
        return PageText.all(page, "//table[@class='values']//tr[th/code='" + column + "']/td");
    }

    @Test
    void aProductShowsFindingsReferencesProvenanceAndTheFilesOwnWords() throws IOException {
        Document page = archive.page("/products/eventscrabfits");

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
                .containsExactly("evselect", "task", "ParameterValueMay be edited", "selectionPI > 200 && <FLAG>yes");
        assertThat(PageText.all(page, "//ul[@class='step-files']/li"))
                .containsExactly("out/crab.fits – this productevents");
        assertThat(PageText.all(page, "//section[@aria-labelledby='native']//tr"))
                .containsExactlyInAnyOrder("TIMESYSTT", "OBJECT" + PagesArchive.ATTACK);
        assertThat(PageText.text(page, "//section[@aria-labelledby='declared']//tr"))
                .isEqualTo("obs_publisher_didivo://svom.example/x?1");
    }

    @Test
    void aProductIsShownAsThePlotThatStandsForItAndTheOthersAreLinks() throws IOException {
        Document page = archive.page("/products/eventscrabfits");

        assertThat(PageText.text(page, "//figure[not(@class='lineage')]//img/@alt"))
                .isEqualTo("Image of 120,000 events.");
        assertThat(PageText.text(page, "//figure[not(@class='lineage')]//img/@src"))
                .isEqualTo("/previews/eventscrabfits.svg?plot=image");
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
        assertThat(PageText.all(page, "//figure[not(@class='lineage')]/figcaption/a/@href"))
                .containsExactly(
                        "/previews/eventscrabfits.svg?plot=image",
                        "/previews/eventscrabfits.png?plot=image",
                        "/previews/eventscrabfits.vot?plot=image",
                        "/previews/eventscrabfits.json?plot=image");
    }

    @Test
    void withoutScriptsEachChoiceIsAPageWithThatPicture() throws IOException {
        Document page = archive.page("/products/eventscrabfits?plot=spectrum");
        String hertz = PageText.text(page, "//a[@data-word='Hz']/@href");
        String nearer = PageText.text(page, "//a[@data-tool='in']/@href");

        assertThat(PageText.text(page, "//a[@data-choice='unit' and @aria-current]"))
                .isEqualTo("keV");
        assertThat(PageText.text(archive.page(hertz), "//figure[not(@class='lineage')]//img/@src"))
                .isEqualTo("/previews/eventscrabfits.svg?plot=spectrum&unit=Hz");
        assertThat(PageText.text(archive.page(hertz), "//a[@data-choice='unit' and @aria-current]"))
                .isEqualTo("Hz");
        assertThat(PageText.text(archive.page(nearer), "//figure[not(@class='lineage')]//img/@src"))
                .isEqualTo("/previews/eventscrabfits.svg?plot=spectrum&xmin=0.31623&xmax=3.1623");
        assertThat(PageText.text(archive.page(nearer), "//a[@data-tool='all']/@href"))
                .isEqualTo("/products/eventscrabfits?plot=spectrum#picture");
    }

    @Test
    void aPlotInAnotherUnitIsDescribedAndZoomedAsItIsDrawn() throws IOException {
        Document page = archive.page("/products/eventscrabfits?plot=spectrum&unit=Hz");

        assertThat(PageText.text(page, "//figure[not(@class='lineage')]//img/@alt"))
                .isEqualTo("Counts per Hz.");
        assertThat(PageText.text(
                        archive.page(PageText.text(page, "//a[@data-tool='in']/@href")),
                        "//figure[not(@class='lineage')]//img/@src"))
                .isEqualTo(
                        "/previews/eventscrabfits.svg?plot=spectrum&unit=Hz" + "&xmin=3.1623E%2B16&xmax=3.1623E%2B17");
    }

    @Test
    void withoutTheEndsOfTheAxesThereAreNoLinksToZoomAndTheDescriptionSaysSo() throws IOException {
        Document page = archive.page("/products/eventscrabfits?plot=spectrum&unit=Angstrom");

        assertThat(PageText.all(page, "//a[@data-tool]")).isEmpty();
        assertThat(PageText.text(page, "//figure[not(@class='lineage')]//img/@alt"))
                .isEqualTo("Counts per keV. So it is drawn at first; here it is shown as chosen.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plot=cake", "plot=sky", "unit=furlong", "xmin=1", "ymin=2&ymax=1", "xmin=a&xmax=b"})
    void whatCanNotBeChosenIsSaidWithStatus400(String query) throws IOException {
        HttpResponse<byte[]> response = archive.browse("/products/eventscrabfits?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Asking.text(response)).contains("arameter");
    }

    @Test
    void aProductThatCanNotBeDrawnSaysWhyInsteadOfAPicture() throws IOException {
        Document page = archive.page("/products/calresponsermf");

        assertThat(PageText.text(page, "//section[@class='pictures']/p"))
                .isEqualTo("No picture of response.rmf: it is empty.");
        assertThat(PageText.all(page, "//section[@class='pictures']//img")).isEmpty();
    }

    @Test
    void aProductThatSaysWhenItWasMadeIsCitedWithThatYear() throws IOException {
        Document page = archive.page("/products/spectras07pha");

        assertThat(PageText.text(page, "//p[@class='citation']")).startsWith("2011, Mrk 407, ");
        assertThat(PageText.text(page, "//pre[@id='bibtex']")).contains("  year = {2011},");
    }

    @Test
    void aProductIsCitedByWhatItStates() throws IOException {
        Document page = archive.page("/products/eventscrabfits");

        assertThat(PageText.text(page, "//p[@class='citation']"))
                .startsWith("Crab, event list, XMM-Newton EPIC-PN, observation 0160960201, Test archive, "
                        + PagesArchive.did("events/crab.fits") + ", accessed 20");
        assertThat(PageText.text(page, "//pre[@id='bibtex']"))
                .startsWith("@misc{eventscrabfits,\n  title = {Crab, event list, XMM-Newton EPIC-PN")
                .contains("url = {" + archive.productPage("events/crab.fits") + "}")
                .doesNotContain("year");
        assertThat(PageText.text(archive.page("/products/attackfits"), "//pre[@id='bibtex']"))
                .contains("<script>alert(1)</script>\"'\\&");
    }

    @Test
    void whatLeavesTheSiteIsAnOrdinaryLinkThatSaysSo() throws IOException {
        Document page = archive.page("/products/eventscrabfits");

        assertThat(PageText.text(page, "//p[@class='elsewhere']")).contains("leaves this site");
        assertThat(PageText.all(page, "//p[@class='elsewhere']/a/@href"))
                .anyMatch(url ->
                        url.startsWith("https://aladin.cds.unistra.fr/AladinLite/?target=83.63321%20%2B22.01446"));
        assertThat(PageText.all(archive.page("/products/attackfits"), "//p[@class='elsewhere']"))
                .isEmpty();
    }

    @Test
    void aProductLinksToItsFileAndItsDataLinkDocument() throws IOException {
        String id = "?ID=ivo%3A%2F%2Fvo4he.example%2Ftest%3Fevents%2Fcrab.fits";

        assertThat(PageText.all(archive.page("/products/eventscrabfits"), "//p[@class='doors']/a/@href"))
                .containsExactly("/files" + id, "/datalink/links" + id);
    }

    @Test
    void aWithdrawnProductSaysSoWithStatus410() throws IOException {
        HttpResponse<byte[]> response = archive.browse("/products/gonefits");

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(Asking.text(response)).contains("Withdrawn").contains(PagesArchive.did("gone.fits"));
    }

    @Test
    void anUnknownProductIsAPageOfItsOwnForBrowsersOnly() throws IOException {
        assertThat(PageText.text(PageText.parse(Asking.text(archive.browse("/products/none"))), "//h1"))
                .isEqualTo("Not found");
        assertThat(Asking.text(Asking.get(archive.url() + "/products/none"))).doesNotContain("<html");
    }
}
