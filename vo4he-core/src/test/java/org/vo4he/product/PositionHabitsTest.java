// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.testkit.FitsBuilder;

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
}
