// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;

/// The columns of the high-energy extension, draft of 2026-08-03. Cells of time are those of astropy's TCB.
class HighEnergyColumnsTest extends DescribedFiles {

    private static final double HC_EV_METRES = 1.239841984332e-6;

    private static FitsTable events(FitsBuilder fits) {
        return ogip(fits.table("EVENTS"), "EVENTS")
                .card("TELESCOP", "GLAST")
                .card("INSTRUME", "LAT")
                .card("MJDREFI", 51910)
                .card("MJDREFF", 7.428703703703703e-4)
                .card("TIMESYS", "TT")
                .column("TIME", "D", 200000000.0, 200000500.0, 200000900.0);
    }

    private static void goodTimes(FitsBuilder fits, String name, double... bounds) {
        ogip(fits.table(name), "GTI")
                .card("MJDREFI", 51910)
                .card("MJDREFF", 7.428703703703703e-4)
                .card("TIMESYS", "TT")
                .column("START", "D", bounds[0], bounds[2])
                .unit("s")
                .column("STOP", "D", bounds[1], bounds[3])
                .unit("s");
    }

    @Test
    void eventsAreCountedAndTheMessengerIsThatOfTheMission() {
        FitsBuilder fits = new FitsBuilder();
        events(fits);

        ObsCoreRow row = row(fits);

        assertThat(row.get(ObsCoreColumn.EV_XEL).value()).isEqualTo(3L);
        assertThat(row.get(ObsCoreColumn.EV_XEL).origin()).isEqualTo(new Origin.Card("EVENTS", "NAXIS2"));
        assertThat(row.text(ObsCoreColumn.MESSENGER_NAME)).contains("photon");
        assertThat(row.text(ObsCoreColumn.MESSENGER_PDGID)).contains("+22");
        assertThat(row.get(ObsCoreColumn.T_INTERVALS).origin())
                .isEqualTo(new Origin.Absent("the file has no good time intervals"));
    }

    @Test
    void goodTimesOfALocalClockAreCellsOfAThousandSeconds() {
        FitsBuilder fits = new FitsBuilder();
        events(fits);
        goodTimes(fits, "GTI", 200000000, 200000900, 200001000, 200001010);

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.T_INTERVALS)).contains("t31/197482357-197482358");
        assertThat(row.get(ObsCoreColumn.T_INTERVALS).origin()).isEqualTo(new Origin.Column("GTI", "START+STOP"));
    }

    @Test
    void goodTimesAtTheBarycentreAreCellsOfASecond() {
        FitsBuilder fits = new FitsBuilder();
        events(fits).card("TIMEREF", "SOLARSYSTEM");
        goodTimes(fits, "GTI", 200000000, 200000000.001, 200001000, 200001000.001);

        assertThat(row(fits).text(ObsCoreColumn.T_INTERVALS)).contains("t41/202221934584 202221935538");
    }

    @Test
    void theGoodTimesOfSeveralDetectorsArePutTogether() {
        FitsBuilder fits = new FitsBuilder();
        events(fits).card("EXPOSURE", 100.0);
        goodTimes(fits, "STDGTI01", 200000000, 200000001, 200000002, 200000003);
        goodTimes(fits, "STDGTI02", 200001000, 200001001, 200001002, 200001003);

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.T_INTERVALS)).contains("t31/197482357-197482358");
        assertThat(row.get(ObsCoreColumn.T_INTERVALS).origin().detail()).isEqualTo("STDGTI01+STDGTI02 START+STOP");
        assertThat(row.number(ObsCoreColumn.T_EXPTIME)).contains(100.0);
    }

    @ParameterizedTest
    @CsvSource({
        "POINTING, sidereal, on-source",
        "SLEW, none, slew",
        "RASTER, , raster-map",
        "DRIFT, fixed-az-el-transit,",
        "WOBBLE, , on-the-fly-cross-map",
        "SURVEY, ,",
    })
    void theMotionOfTheTelescopeIsWhatTheModeSays(String mode, String tracking, String scan) {
        FitsBuilder fits = new FitsBuilder();
        events(fits).card("OBS_MODE", mode);

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.TRACKING_MODE).orElse(null)).isEqualTo(tracking);
        assertThat(row.text(ObsCoreColumn.SCAN_MODE).orElse(null)).isEqualTo(scan);
        assertThat(row.text(ObsCoreColumn.OBS_MODE)).contains(mode);
    }

    @Test
    void theModeOfAnInstrumentComesBeforeThatOfTheObservation() {
        FitsBuilder fits = new FitsBuilder();
        events(fits).card("OBS_MODE", "POINTING").card("DATAMODE", "VFAINT");
        FitsBuilder xmm = new FitsBuilder();
        ogip(xmm.table("EVENTS"), "EVENTS")
                .card("TELESCOP", "XMM")
                .card("DATAMODE", "IMAGING")
                .card("SUBMODE", "PrimeFullWindow")
                .column("TIME", "D", 1);

        assertThat(row(fits).text(ObsCoreColumn.OBS_MODE)).contains("VFAINT");
        assertThat(row(xmm).text(ObsCoreColumn.OBS_MODE)).contains("PrimeFullWindow");
    }

    @Test
    void theTypeOfEventsIsThatOfTheSelection() {
        FitsBuilder fits = new FitsBuilder();
        events(fits)
                .card("DSTYP1", "BIT_MASK(EVENT_CLASS,128,P8R3)")
                .card("DSVAL1", "1:1")
                .card("DSTYP2", "BIT_MASK(EVENT_TYPE,3,P8R3)")
                .card("DSVAL2", "1:1");

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.EVENT_TYPE)).contains("BIT_MASK(EVENT_TYPE,3,P8R3)");
        assertThat(row.get(ObsCoreColumn.EVENT_TYPE).origin()).isEqualTo(new Origin.Card("EVENTS", "DSTYP2"));
    }

    @Test
    void aRunOfHessTellsItsModes() {
        Path file = SharedData.data("gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz");
        ObsCoreRow row = new ProductDescriber(Rules.none())
                .describe(file, Siblings.sameFolder())
                .products()
                .getFirst()
                .row();

        assertThat(row.text(ObsCoreColumn.SCAN_MODE)).contains("on-the-fly-cross-map");
        assertThat(row.text(ObsCoreColumn.POINTING_MODE)).contains("parallel");
        assertThat(row.text(ObsCoreColumn.EVENT_TYPE)).contains("std");
        assertThat(row.text(ObsCoreColumn.T_INTERVALS).orElseThrow()).startsWith("t");
        assertThat(row.number(ObsCoreColumn.S_FOV)).contains(5.0);
    }

    @Test
    void energiesAreTheTwinsOfWavelengthsWhoeverSaidThem() throws IOException, Exception {
        FitsBuilder fits = new FitsBuilder();
        events(fits).column("ENERGY", "E", 100, 200, 300000).unit("MeV");
        Path file = fits.write(folder.resolve("lat.fits"));
        Rules rules = Rules.read(Files.writeString(
                folder.resolve("rules.yaml"), "rules:\n  - match: '*'\n    set: {energy_min: 5e7, em_min: 1e-18}\n"));

        ObsCoreRow inferred = twinsOf(Rules.none(), file);
        ObsCoreRow ruled = twinsOf(rules, file);

        assertThat(inferred.number(ObsCoreColumn.ENERGY_MIN).orElseThrow()).isCloseTo(1e8, within(1.0));
        assertThat(ruled.number(ObsCoreColumn.ENERGY_MIN)).contains(5e7);
        assertThat(ruled.number(ObsCoreColumn.EM_MAX)).contains(HC_EV_METRES / 5e7);
        assertThat(ruled.number(ObsCoreColumn.ENERGY_MAX)).contains(HC_EV_METRES / 1e-18);
        assertThat(ruled.get(ObsCoreColumn.ENERGY_MAX).origin()).isInstanceOf(Origin.Rule.class);
    }

    @Test
    void wavelengthsOfTagsGiveTheEnergiesThatTheTagsLack() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        events(fits).column("ENERGY", "E", 100, 200, 300000).unit("MeV");
        fits.image("VO-TAGS", 8).card("EM_MIN", 1e-18).card("EM_MAX", 2e-14);
        ObsCoreRow row = twinsOf(Rules.none(), fits.write(folder.resolve("tagged.fits")));

        assertThat(row.number(ObsCoreColumn.EM_MIN)).contains(1e-18);
        assertThat(row.number(ObsCoreColumn.ENERGY_MAX)).contains(HC_EV_METRES / 1e-18);
        assertThat(row.number(ObsCoreColumn.ENERGY_MIN)).contains(HC_EV_METRES / 2e-14);
        assertThat(row.get(ObsCoreColumn.ENERGY_MIN).origin()).isInstanceOf(Origin.Tag.class);
    }

    private static ObsCoreRow twinsOf(Rules rules, Path file) {
        ObsCoreRow row = new ProductDescriber(rules)
                .describe(file, Siblings.none())
                .products()
                .getFirst()
                .row();
        double product = row.number(ObsCoreColumn.ENERGY_MIN).orElseThrow()
                * row.number(ObsCoreColumn.EM_MAX).orElseThrow();
        assertThat(product).isCloseTo(HC_EV_METRES, within(1e-20));
        return row;
    }
}
