// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vo4he.mapping.MappingFinding;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// What a file is and what its words are worth, where headers say it in a way of their own.
class HeaderHabitsTest extends DescribedFiles {

    @Test
    void aSourceListIsATableOfMeasurements() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("RA_PNT", 10.0).card("DEC_PNT", -20.0).card("OBS_ID", "0400620101");
        fits.table("SRCLIST")
                .column("RA", "D", 10.1, 10.2)
                .column("DEC", "D", -20.1, -20.2)
                .column("EP_8_FLUX", "E", 1, 2);

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("measurements");
        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(10.0, within(1e-9));
    }

    @Test
    void twoSpectraOfOneFileAreTwoProducts() {
        FitsBuilder fits = new FitsBuilder();
        for (String backfile : List.of("self.pha", "none")) {
            ogip(fits.table("SPECTRUM"), "SPECTRUM")
                    .card("BACKFILE", backfile)
                    .card("RESPFILE", "a.rmf[2]")
                    .column("CHANNEL", "I", 1, 2)
                    .column("COUNTS", "J", 1, 2);
        }

        FileDescription description = describe(fits);

        assertThat(description.products()).hasSize(2);
        assertThat(description.products().getFirst().references())
                .containsExactly(new Reference("BACKFILE", "self.pha"), new Reference("RESPFILE", "a.rmf"));
        assertThat(description.products().getLast().references()).containsExactly(new Reference("RESPFILE", "a.rmf"));
        assertThat(description.consulted()).isEmpty();
    }

    @Test
    void aWordForUnknownIsNoValue() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("TELESCOP", "unknown")
                .card("OBJECT", "NotSet")
                .card("OBS_ID", "n.a")
                .column("CHANNEL", "I", 1, 2)
                .column("RATE", "E", 1, 2);

        ObsCoreRow row = row(fits);

        assertThat(row.get(ObsCoreColumn.FACILITY_NAME).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.TARGET_NAME).isPresent()).isFalse();
        assertThat(row.text(ObsCoreColumn.OBS_ID)).isEqualTo(Optional.of("file"));
    }

    @Test
    void aLogicalCardIsNoNameAndIsTheReasonOfTheNull() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("INSTRUME", "EPN");
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("OBJECT", true)
                .card("INSTRUME", false)
                .card("OBS_ID", "T")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        FileDescription description = describe(fits);
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(row.get(ObsCoreColumn.TARGET_NAME).origin())
                .isEqualTo(new Origin.Absent("OBJECT is the logical value T, no name"));
        assertThat(row.text(ObsCoreColumn.INSTRUMENT_NAME))
                .as("of the primary header")
                .contains("EPN");
        assertThat(row.text(ObsCoreColumn.OBS_ID)).as("in quotes").contains("T");
        assertThat(description.findings())
                .filteredOn(finding -> finding.code() == MappingFinding.VALUE_NOT_A_NAME)
                .extracting(finding -> finding.where() + ": " + finding.message())
                .containsExactlyInAnyOrder(
                        "file.fits SPECTRUM (HDU 1) OBJECT: it is the logical value T, no name; a text stands in quotes",
                        "file.fits SPECTRUM (HDU 1) INSTRUME: it is the logical value F, no name; a text stands in quotes");
    }

    @Test
    void aCardThatHoldsNoNumberIsNamedWithItsValueAndIsTheReasonOfTheNull() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("RA_OBJ", "late")
                .card("DEC_OBJ", "-00:30:36")
                .card("TSTART", "NaN")
                .card("TSTOP", 524667000.0)
                .card("MJDREFI", 51910)
                .card("EXPOSURE", "1E+400")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        FileDescription description = describe(fits);
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(row.get(ObsCoreColumn.T_MIN).origin())
                .isEqualTo(new Origin.Absent("TSTART holds 'NaN', no number that can be used"));
        assertThat(row.get(ObsCoreColumn.T_EXPTIME).origin())
                .isEqualTo(new Origin.Absent("EXPOSURE holds '1E+400', no number that can be used"));
        assertThat(row.get(ObsCoreColumn.S_RA).isPresent()).isFalse();
        assertThat(description.findings())
                .filteredOn(finding -> finding.code() == MappingFinding.VALUE_NOT_A_NUMBER)
                .hasSize(3);
    }
}
