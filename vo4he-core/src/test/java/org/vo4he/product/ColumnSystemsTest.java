// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Coordinates of the columns of an event list, in all spellings of FITS 4.0, table 22.
class ColumnSystemsTest extends DescribedFiles {

    /// astropy: the corners of an image of 1000 by 1000 pixels with the same cards.
    private static final String TURNED = "POLYGON ICRS 83.75546329 22.09826378 83.10732359 21.30000081"
            + " 82.24560128 21.89828135 82.89161164 22.69992868";

    @Test
    void aTurnedSystemIsReadInEachSpelling() {
        List<Map<String, Double>> spellings = List.of(
                Map.of("TPC2_2", 0.6, "TPC2_3", 0.8, "TPC3_2", -0.8, "TPC3_3", 0.6),
                Map.of("TP2_2", 0.6, "TP2_3", 0.8, "TP3_2", -0.8, "TP3_3", 0.6),
                Map.of("TCD2_2", -0.0006, "TCD2_3", -0.0008, "TCD3_2", -0.0008, "TCD3_3", 0.0006),
                Map.of("TC2_2", -0.0006, "TC2_3", -0.0008, "TC3_2", -0.0008, "TC3_3", 0.0006));
        for (Map<String, Double> cards : spellings) {
            FitsBuilder fits = new FitsBuilder();
            FitsTable events = events(fits);
            cards.forEach(events::card);

            assertThat(row(fits).get(ObsCoreColumn.S_REGION).value())
                    .as(cards.toString())
                    .hasToString(TURNED);
        }
    }

    @Test
    void theFrameOfTheColumnsCountsBeforeThatOfTheFile() {
        FitsBuilder fits = new FitsBuilder();
        events(fits)
                .card("RADESYS", "FK5")
                .card("EQUINOX", 2000.0)
                .card("RADE2", "FK4")
                .card("EQUI2", 1950.0);

        assertThat(row(fits).number(ObsCoreColumn.S_RA).orElseThrow()).isGreaterThan(83.7);
    }

    private static FitsTable events(FitsBuilder fits) {
        return ogip(fits.table("EVENTS"), "EVENTS")
                .column("TIME", "D", 1.0, 2.0)
                .column("X", "J", 1, 1000)
                .limits(1, 1000)
                .column("Y", "J", 1, 1000)
                .limits(1, 1000)
                .column("PI", "J", 100, 200)
                .card("TCTYP2", "RA---TAN")
                .card("TCTYP3", "DEC--TAN")
                .card("TCRVL2", 83.0)
                .card("TCRVL3", 22.0)
                .card("TCRPX2", 500.5)
                .card("TCRPX3", 500.5)
                .card("TCDLT2", -0.001)
                .card("TCDLT3", 0.001);
    }
}
