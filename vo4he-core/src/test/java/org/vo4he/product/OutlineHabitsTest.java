// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.sphere.SkyRectangle;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Outlines on the sky: of fields of view that are turned, and of images whose pixels are moved by a distortion.
/// The corners are those of astropy 5.2.1, `SkyCoord.directional_offset_by`.
class OutlineHabitsTest extends DescribedFiles {

    private static FitsTable events(FitsBuilder fits, String telescop, String instrume) {
        return ogip(fits.table("EVENTS"), "EVENTS")
                .card("TELESCOP", telescop)
                .card("INSTRUME", instrume)
                .card("RA_NOM", 83.63)
                .card("DEC_NOM", 22.01)
                .column("TIME", "D", 1, 2, 3);
    }

    private static double[] numbers(String region) {
        return Arrays.stream(region.replace("POLYGON ICRS ", "").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void aSquareFieldOfViewLiesOnTheSkyAsThePositionAngleSays() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "SUZAKU", "XIS0").card("PA_NOM", 74.7708);

        ObsCoreRow row = row(fits);

        assertThat(numbers(row.text(ObsCoreColumn.S_REGION).orElseThrow()))
                .containsExactly(
                        new double[] {
                            83.82625819819182, 21.90572360033072, 83.74249265236016, 22.192049787492575,
                            83.43345314590508, 22.11404247856181, 83.5177960061454, 21.827873669058928
                        },
                        within(1e-8));
        assertThat(row.get(ObsCoreColumn.S_REGION).origin().detail())
                .startsWith("field of view of XIS around EVENTS RA_NOM+DEC_NOM; ")
                .endsWith("; PA_NOM 74.7708 deg");
    }

    @Test
    void aRectangleNearThePoleIsLongerAlongItsPositionAngleThanAside() {
        assertThat(numbers(new SkyRectangle(10, 89.9, 1, 0.5).turned(30).toString()))
                .containsExactly(
                        new double[] {
                            86.54576350902174, 89.42624669967687, 230.0441545427198, 89.52125820733572,
                            286.79605044703595, 89.43804464036154, 38.53367599129348, 89.35517955097487
                        },
                        within(1e-8));
    }

    /// The detector units of IXPE are turned against each other.
    @ParameterizedTest
    @CsvSource({"SUZAKU, XIS0, ROLL", "SUZAKU, XIS0, OTHER", "IXPE, DU1, PA_NOM", "SVOM, MXT, PA_PNT"})
    void whereNothingSaysHowTheFieldOfViewLiesThereIsNoOutline(String telescop, String instrume, String card) {
        FitsBuilder fits = new FitsBuilder();
        events(fits, telescop, instrume).card(card, 12.5);

        ObsCoreRow row = row(fits);

        assertThat(row.get(ObsCoreColumn.S_FOV).isPresent()).isTrue();
        assertThat(row.get(ObsCoreColumn.S_REGION).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.S_REGION).origin().detail())
                .isEqualTo("nothing says how the rectangular field of view lies on the sky");
    }

    @ParameterizedTest
    @CsvSource({
        "CPDIS1, Lookup",
        "CPDIS2, Polynomial",
        "CQDIS1, TPD",
        "D2IMDIS1, LOOKUP",
    })
    void aDistortionThatIsNotReadLeavesAnImageWithoutOutline(String card, String word) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(16, 40, 30).wcs(83.63, 22.01, 0.01).card(card, word);

        FileDescription description = describe(fits);

        ObsCoreRow row = description.products().getFirst().row();
        assertThat(row.get(ObsCoreColumn.S_REGION).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.S_REGION).origin().detail())
                .isEqualTo(
                        "the distortion " + card + " " + word + " is not read, and nothing says that it is negligible");
        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(83.63, within(1e-9));
        assertThat(row.get(ObsCoreColumn.S_FOV).isPresent()).isTrue();
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("wcs-distortion-left-out")
                        && finding.message().endsWith("no outline is drawn without it"));
    }

    @ParameterizedTest
    @CsvSource({"RA---TAN-TPD, DEC--TAN-TPD, TPD", "RA---TPV, DEC--TPV, TPV"})
    void aDistortionThatCtypeNamesIsTold(String first, String second, String kind) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 40, 30)
                .card("CTYPE1", first)
                .card("CTYPE2", second)
                .wcs(83.63, 22.01, 0.01);

        assertThat(row(fits).get(ObsCoreColumn.S_REGION).origin().detail())
                .startsWith("the distortion " + kind + " is not read");
    }

    /// CPERR and D2IMERR are of one axis and one function, DVERR is of all together.
    @ParameterizedTest
    @CsvSource({
        "CPDIS1, CPERR1, 0.4, true",
        "CPDIS1, CPERR1, 1.4, false",
        "D2IMDIS2, D2IMERR2, 0.05, true",
        "CPDIS1, DVERR, 0.9, true",
        "CPDIS1, CPERR2, 0.1, false"
    })
    void aDistortionThatMovesNoPixelByMoreThanOneLeavesTheOutline(
            String card, String error, double pixels, boolean outline) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 40, 30)
                .wcs(83.63, 22.01, 0.01)
                .card(card, "Lookup")
                .card(error, pixels);

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.S_REGION)
                        .isPresent())
                .isEqualTo(outline);
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("wcs-distortion-left-out"));
    }

    @Test
    void aSystemWithSipIsReadAndHasAnOutline() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 40, 30)
                .card("CTYPE1", "RA---TAN-SIP")
                .card("CTYPE2", "DEC--TAN-SIP")
                .wcs(83.63, 22.01, 0.01)
                .card("A_ORDER", 2)
                .card("A_2_0", 1e-5)
                .card("B_ORDER", 2)
                .card("B_0_2", 1e-5);

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.S_REGION)
                        .isPresent())
                .isTrue();
        assertThat(description.findings())
                .noneMatch(finding -> finding.code().id().equals("wcs-distortion-left-out"));
    }

    @Test
    void aTangentPlaneWithAPolynomialInPvCardsHasNoOutlineAndSaysWhy() {
        FitsBuilder bent = new FitsBuilder();
        bent.primary()
                .axes(16, 40, 30)
                .wcs(83.63, 22.01, 0.01)
                .card("PV1_1", 1.0)
                .card("PV2_1", 1.0)
                .card("PV2_4", 0.02);
        FitsBuilder straight = new FitsBuilder();
        straight.primary()
                .axes(16, 40, 30)
                .wcs(83.63, 22.01, 0.01)
                .card("PV1_1", 1.0)
                .card("PV2_1", 1.0)
                .card("PV2_4", 0.0);

        FileDescription description = describe(bent);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.S_REGION)
                        .isPresent())
                .isFalse();
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("wcs-distortion-left-out"));
        assertThat(row(straight).get(ObsCoreColumn.S_REGION).isPresent()).isTrue();
    }

    @Test
    void thePoleOfASystemMayStandInPvCardsOfTheLongitude() {
        FitsBuilder pole = new FitsBuilder();
        pole.primary().axes(16, 40, 30).wcs(83.63, 22.01, 0.01).card("LONPOLE", 90.0);
        FitsBuilder parameter = new FitsBuilder();
        parameter
                .primary()
                .axes(16, 40, 30)
                .wcs(83.63, 22.01, 0.01)
                .card("PV1_3", 90.0)
                .card("LONPOLE", 180.0);

        assertThat(row(parameter).get(ObsCoreColumn.S_REGION).value())
                .isEqualTo(row(pole).get(ObsCoreColumn.S_REGION).value());
    }

    @ParameterizedTest
    @CsvSource({"PV1_2, 10.0, false", "PV1_1, 3.0, false", "PV1_2, 0.0, true"})
    void aSystemWhoseReferencePointIsMovedIsNotUsedAndSaysSo(String card, double value, boolean used) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 40, 30)
                .card("CTYPE1", "RA---CAR")
                .card("CTYPE2", "DEC--CAR")
                .wcs(83.63, 22.01, 0.01)
                .card(card, value);

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.S_REGION)
                        .isPresent())
                .isEqualTo(used);
        assertThat(description.findings().stream()
                        .filter(finding -> finding.code().id().equals("wcs-incomplete"))
                        .map(finding -> finding.message().contains(card + " = " + value + " moves the native")))
                .isEqualTo(used ? List.of() : List.of(true));
    }
}
