// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.wcs.WcsFinding;

/// Positions and places on the sky as headers of many missions write them.
class PositionHabitsTest extends DescribedFiles {

    @Test
    void aDetectorImageIsNotReadAsSky() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 40, 30)
                .card("CTYPE1", "DETX")
                .card("CRVAL1", -18243.5)
                .card("CRPIX1", 1)
                .card("CDELT1", 80)
                .card("CTYPE2", "DETY")
                .card("CRVAL2", -17000.5)
                .card("CRPIX2", 1)
                .card("CDELT2", 80)
                .card("RA_PNT", 49.97)
                .card("DEC_PNT", 41.49);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(49.97, within(1e-9));
        assertThat(row.get(ObsCoreColumn.S_REGION).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.S_XEL1).value()).isEqualTo(40L);
    }

    @Test
    void aPositionInIcrsStaysAsItIsWritten() {
        for (double ra : new double[] {249.97, 83.633, 0.1, 359.99}) {
            FitsBuilder fits = new FitsBuilder();
            ogip(fits.table("SPECTRUM"), "SPECTRUM")
                    .card("RA_OBJ", ra)
                    .card("DEC_OBJ", -23.38)
                    .column("CHANNEL", "I", 1, 2)
                    .column("COUNTS", "J", 1, 2);

            ObsCoreRow row = row(fits);

            assertThat(row.number(ObsCoreColumn.S_RA)).contains(ra);
            assertThat(row.number(ObsCoreColumn.S_DEC)).contains(-23.38);
        }
    }

    @Test
    void anImageInAUnitThatIsNoAngleHasNoPositionOfItsCoordinates() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(16, 40, 30).card("CUNIT1", "hourangle").wcs(5.5, 22.01, 0.08);

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.S_RA)
                        .isPresent())
                .isFalse();
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("wcs-unit-unknown"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CRVAL1 | CRVAL1  = 'east'    | CRVAL1 is 'east', no number
            CRVAL1 | COMMENT without it  | CRVAL1 is missing
            CRVAL2 | CRVAL2  = 95.0      | CRVAL2 is 95.0, beyond the pole
            CRPIX2 | CRPIX2  = 'middle'  | CRPIX2 is 'middle', no number
            CDELT1 | CDELT1  = 0.0       | pixels have no size that can be used: CDELT1 is 0.0
            CDELT2 | COMMENT without it  | pixels have no size that can be used: CDELT2 is missing
            CDELT2 | CD1_1   = 1E-2      | pixels have no size that can be used: CD2_2 is missing
            """)
    void aSystemThatIsNotUsedNamesItsCardAndValue(String keyword, String card, String fault) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(-32, 10, 10).wcs(83.6, 22.0, 0.01);
        Path file = Files.write(folder.resolve("file.fits"), Damage.withCard(fits.bytes(), keyword, card));

        assertThat(new ProductDescriber(Rules.none())
                        .describe(file, Siblings.none())
                        .findings())
                .filteredOn(finding -> finding.code() == WcsFinding.INCOMPLETE)
                .extracting(Finding::message)
                .containsExactly("the TAN system is not used: " + fault);
    }

    @Test
    void aPositionInHoursMinutesAndSecondsIsRead() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("RA_OBJ", "05:34:31.9")
                .card("DEC_OBJ", "-00:30:36")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(83.6329166667, within(1e-9));
        assertThat(row.number(ObsCoreColumn.S_DEC).orElseThrow()).isCloseTo(-0.51, within(1e-9));
    }

    @Test
    void anImageWhoseReferenceWasLeftAtZeroHasASizeAndNoPlace() {
        FitsBuilder unset = new FitsBuilder();
        unset.image("IMAGE", -32, 40, 30).wcs(0, 0, 0.01);
        FitsBuilder supported = new FitsBuilder();
        supported
                .image("IMAGE", -32, 40, 30)
                .wcs(0, 0, 0.01)
                .card("RA_PNT", 0.01)
                .card("DEC_PNT", 0.0);

        ObsCoreRow row = row(unset);

        assertThat(row.get(ObsCoreColumn.S_RA).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.S_REGION).isPresent()).isFalse();
        assertThat(row.number(ObsCoreColumn.S_PIXEL_SCALE).orElseThrow()).isCloseTo(36, within(1e-6));
        assertThat(row(supported).get(ObsCoreColumn.S_REGION).isPresent()).isTrue();
    }

    @Test
    void anEquinoxIsReadAsTextAndByItsOldNameEpoch() {
        for (String[] card :
                new String[][] {{"EQUINOX", "B1950"}, {"EQUINOX", "1950.0D0"}, {"EPOCH", "1950.0"}, {"EPOCH", "B1950.0"}
                }) {
            FitsBuilder fits = new FitsBuilder();
            ogip(fits.table("SPECTRUM"), "SPECTRUM")
                    .card("RA_OBJ", 10.0)
                    .card("DEC_OBJ", -80.0)
                    .card(card[0], card[1])
                    .column("CHANNEL", "I", 1, 2)
                    .column("COUNTS", "J", 1, 2);

            ObsCoreRow row = row(fits);

            // astropy: SkyCoord(10, -80, unit="deg", frame=FK4(equinox="B1950")).icrs
            assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow())
                    .as(card[0] + card[1])
                    .isCloseTo(10.365424, within(1e-5));
            assertThat(row.number(ObsCoreColumn.S_DEC).orElseThrow()).isCloseTo(-79.725885, within(1e-5));
        }
    }

    @Test
    void anEquinoxOfZeroIsNotSet() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("RA_OBJ", 10.0)
                .card("DEC_OBJ", -80.0)
                .card("EQUINOX", 0.0)
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        assertThat(row(fits).number(ObsCoreColumn.S_RA)).contains(10.0);
    }

    @Test
    void anAngleIsInTheUnitThatItsCommentHasInBrackets() {
        FitsBuilder hours = new FitsBuilder();
        hours.primary().card("RA_OBJ", 5.5, "[h] right ascension").card("DEC_OBJ", -30.0, "[deg] declination");
        ogip(hours.table("SPECTRUM"), "SPECTRUM").column("CHANNEL", "I", 1, 2).column("COUNTS", "J", 1, 2);
        FitsBuilder radians = new FitsBuilder();
        radians.primary().card("RA_OBJ", 1.5, "[rad] right ascension").card("DEC_OBJ", 0.2, "[rad] declination");
        ogip(radians.table("SPECTRUM"), "SPECTRUM").column("CHANNEL", "I", 1, 2).column("COUNTS", "J", 1, 2);

        assertThat(row(hours).number(ObsCoreColumn.S_RA)).contains(82.5);
        assertThat(row(hours).number(ObsCoreColumn.S_DEC)).contains(-30.0);
        assertThat(row(radians).number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(Math.toDegrees(1.5), within(1e-12));
        assertThat(row(radians).number(ObsCoreColumn.S_DEC).orElseThrow())
                .isCloseTo(Math.toDegrees(0.2), within(1e-12));
    }
}
