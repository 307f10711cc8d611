// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.mapping.Rules;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;

/// [CalibrationIdentity] on headers of real missions; the judge is the header.
class CalibrationIdentityTest {

    @TempDir
    Path temporary;

    private static List<CalibrationInput> of(Path file) {
        return new ProductDescriber(Rules.none())
                .describe(file, Siblings.sameFolder())
                .products()
                .getFirst()
                .calibration();
    }

    private FitsTable events(FitsBuilder fits, String telescope) {
        return fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", telescope)
                .column("TIME", "D", 1, 2)
                .column("PI", "J", 3, 4);
    }

    @Test
    void everyRowOfTheTableHasAKindAndASource() {
        assertThat(CsvResource.rows("calibration-keywords.csv"))
                .hasSizeGreaterThan(25)
                .allSatisfy(cells -> {
                    assertThat(cells[0]).matches("[A-Z0-9_*]{2,8}");
                    assertThat(Set.of("version", "index", "file", "response", "auxiliary"))
                            .contains(cells[2]);
                    assertThat(cells[3]).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "SWIFT, CALDBVER, x20150721, version",
        "NuSTAR, CALDBVER, 20220510, version",
        "CHANDRA, GAINFILE, acisD2000-01-29gain_ctiN0006.fits, file",
        "CHANDRA, GRD_FILE, acisD1996-11-01gradeN0004.fits, file",
        "CHANDRA, BPIXFILE, acisf04938_000N001_bpix3.fits, auxiliary",
        "NICER, GCALFILE, nixtiflightpi20170601v006.fits, file",
        "GLAST, IRFS, P8R3_SOURCE_V3, response",
        "CTA, CALDB, prod2, version",
        "CTA, IRF, South_0.5h, response",
        "XMM, SASCCF, ccf.cif, index",
        "XMM, EPNCIF, ccf.cif, index"
    })
    void aCardThatTellsTheCalibrationIsRecorded(String telescope, String keyword, String value, String kind) {
        FitsBuilder fits = new FitsBuilder();
        events(fits, telescope).card(keyword, value);

        assertThat(of(fits.write(temporary.resolve("a.fits"))))
                .containsExactly(new CalibrationInput(keyword, value, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "SWIFT, GRD_FILE, grades.fits",
        "CHANDRA, GAINFILE, NONE",
        "CHANDRA, EPNCIF, ccf.cif",
        "XMM, CALDBVER, ''"
    })
    void aCardOfAnotherMissionOrWithoutAWordIsNot(String telescope, String keyword, String value) {
        FitsBuilder fits = new FitsBuilder();
        events(fits, telescope).card(keyword, value);

        assertThat(of(fits.write(temporary.resolve("a.fits")))).isEmpty();
    }

    @Test
    void theResponseThatASelectionOfFermiNamesIsRecorded() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "GLAST")
                .card("DSTYP1", "TIME")
                .card("DSVAL1", "TABLE")
                .card("DSTYP2", "IRF_VERSION")
                .card("DSVAL2", "V6MC");

        assertThat(of(fits.write(temporary.resolve("a.fits"))))
                .containsExactly(new CalibrationInput("DSVAL2", "V6MC", "response"));
    }

    @Test
    void theIndexInAnEventListOfXmmNamesItsFiles() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "XMM");
        fits.table("CALINDEX")
                .column("SCOPE", "16A", "EPN", "XRT3")
                .column("TYPEID", "16A", "ADUCONV", "XPSF")
                .column("ISSUE", "J", 29, 18);

        assertThat(of(fits.write(temporary.resolve("a.fits"))))
                .containsExactly(
                        new CalibrationInput("CALINDEX", "EPN_ADUCONV_0029.CCF", "file"),
                        new CalibrationInput("CALINDEX", "XRT3_XPSF_0018.CCF", "file"));
    }

    @Test
    void annotateCarriesItInTheProvenance() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "SWIFT").card("CALDBVER", "x20150721");
        Path file = fits.write(temporary.resolve("a.fits"));
        Product product = new ProductDescriber(Rules.none())
                .describe(file, Siblings.sameFolder())
                .products()
                .getFirst();
        Path tagged = temporary.resolve("tagged.fits");

        VoTags.write(file, tagged, product.row(), WriteOptions.DEFAULT.withCalibration(product.calibration()));

        try (org.vo4he.fits.FitsFile written = org.vo4he.fits.FitsFile.open(tagged)) {
            assertThat(VoTags.read(written).orElseThrow().provenanceJson().orElseThrow())
                    .contains("\"calibration\":[{\"role\":\"calibration\",\"keyword\":\"CALDBVER\","
                            + "\"value\":\"x20150721\",\"kind\":\"version\"}]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BXA/examples/sherpa/swift/interval0pc.pi, CALDBVER, x20150721",
        "stingray/chandra_noener_test.fits, MTLFILE, acisf10027_000N003_mtl1.fits"
    })
    void realFilesSayIt(String file, String keyword, String value) {
        assertThat(of(SharedData.data(file))).anySatisfy(input -> {
            assertThat(input.keyword()).isEqualTo(keyword);
            assertThat(input.value()).contains(value);
        });
    }

    @Test
    void stepsThatOthersRecordedGetTheCalibrationOfTheHeaderAndStepsThatNobodyKnowsDoNot() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "SWIFT").card("CALDBVER", "x20150721");
        Product unknown = describe(fits.write(temporary.resolve("unknown.fits")));
        assertThat(unknown.making()).isEmpty();

        String json = "{\"provenance\":[{\"args\":[{\"index\":0,\"inputdata\":{\"path\":\"xrtpipeline\"}}]}]}";
        fits.table("VO-TAGS").column("provenance", json.length() + "A", json);
        Product recorded = describe(fits.write(temporary.resolve("recorded.fits")));

        assertThat(recorded.making().orElseThrow().json())
                .contains("\"xrtpipeline\"", "\"role\":\"calibration\"", "x20150721");
        assertThat(recorded.carried().orElseThrow().json()).isEqualTo(json);
    }

    private static Product describe(Path file) {
        return new ProductDescriber(Rules.none())
                .describe(file, Siblings.sameFolder())
                .products()
                .getFirst();
    }
}
