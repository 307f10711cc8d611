// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

/// What products say of what was selected, and what the user is told of it.
class ExtractStatementsTest {

    private static final String LAT = "gammalib/inst/lat/test/data/p6v3/ft1.fits.gz";
    private static final String HESS = "gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz";

    @TempDir
    private Path folder;

    private final Path chandra = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static CommandRun run(Object... words) {
        List<Object> all = new ArrayList<>(List.of("extract"));
        all.addAll(List.of(words));
        CommandRun run = CommandRun.of(all.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private FitsHeader header(String name, String hdu) throws Exception {
        try (FitsFile fits = FitsFile.open(file(name))) {
            return fits.hdu(hdu).orElseThrow().header();
        }
    }

    /// Events of the parent that pass the cards of the copy are those of the copy, by numpy.
    @Test
    void aFilteredListOfFermiSaysWhatWasKept() throws Exception {
        run(
                SharedData.data(LAT),
                "--region",
                "fk5; circle(83.6331,22.0145,2)",
                "--energy",
                "300-10000MeV",
                "--time",
                "239557417-239900000",
                "--events",
                file("kept.fits"));

        FitsHeader events = header("kept.fits", "EVENTS");
        assertThat(events.text("DSVAL2")).contains("CIRCLE(83.6331,22.0145,2)");
        assertThat(events.text("DSVAL3")).contains("300:10000");
        assertThat(events.text("DSVAL5")).contains("0:105");
        assertThat(events.integer("NDSKEYS")).contains(5L);
        assertThat(Judges.fitsverify(file("kept.fits")).out())
                .contains("verification OK")
                .doesNotContain("arning");
        assertThat(Judges.python(
                                """
                import sys
                import numpy as np
                from astropy.io import fits
                from astropy.coordinates import SkyCoord
                h = fits.open(sys.argv[2])
                k, g = h['EVENTS'].header, h['GTI']
                ra, dec, r = map(float, k['DSVAL2'][7:-1].split(','))
                low, high = map(float, k['DSVAL3'].split(':'))
                e = fits.getdata(sys.argv[1], 'EVENTS')
                t = np.array([((g.data['START'] <= x) & (x <= g.data['STOP'])).any() for x in e['TIME']])
                c = SkyCoord(e['RA'], e['DEC'], unit='deg').separation(SkyCoord(ra, dec, unit='deg')).deg <= r
                n = ((e['ENERGY'] >= low) & (e['ENERGY'] <= high) & c & t).sum()
                print(n == len(h['EVENTS'].data), n > 50, abs(g.header['ONTIME'] - (g.data['STOP'] - g.data['START']).sum()) < 1e-6,
                      k['TSTOP'] == 239900000, g.header['TELAPSE'] == g.header['TSTOP'] - g.header['TSTART'])
                """,
                                SharedData.data(LAT).toString(),
                                file("kept.fits").toString())
                        .text())
                .contains("True True True True True");
    }

    @Test
    void whatTheCardsOfFermiCannotSayIsAddedToThem() throws Exception {
        run(SharedData.data(LAT), "--region", "fk5; annulus(83.6331,22.0145,1,2)", "--events", file("ring.fits"));
        run(SharedData.data(LAT), "--region", "fk5; circle(88,22.0145,5)", "--events", file("aside.fits"));
        run(SharedData.data(LAT), "--region", "fk5; circle(83.6331,22.0145,9)", "--events", file("all.fits"));

        FitsHeader ring = header("ring.fits", "EVENTS");
        assertThat(ring.text("DSTYP6")).contains("POS(RA,DEC)");
        assertThat(ring.text("DSVAL6")).contains("TABLE");
        assertThat(ring.text("DSREF6")).contains(":REGION");
        assertThat(ring.integer("NDSKEYS")).contains(6L);
        FitsHeader aside = header("aside.fits", "EVENTS");
        assertThat(aside.text("DSVAL2")).contains("CIRCLE(83.6331,22.0145,7.5)");
        assertThat(aside.text("DSVAL6")).contains("CIRCLE(88,22.0145,5)");
        assertThat(header("all.fits", "EVENTS").integer("NDSKEYS")).contains(5L);
    }

    /// By numpy, the events of the parent that pass the ranges of the cards.
    @Test
    void theCardsSayWhatOfAFilterIsRangesAndHistoryAllOfIt() throws Exception {
        String filter = "ZENITH_ANGLE <= 52.5 && (EVENT_CLASS in 0,2:3 || EVENT_CLASS == 4) && CONVERSION_TYPE < 1"
                + " && sqrt(ENERGY) > 20";
        run(SharedData.data(LAT), "--filter", filter, "--events", file("lat.fits"));
        run(chandra, "--filter", "grade == 0 && 35 <= pi && pi <= 480 && energy > 1000", "--events", file("acis.fits"));

        FitsHeader lat = header("lat.fits", "EVENTS");
        assertThat(lat.text("DSVAL5")).contains("0:52.5");
        assertThat(lat.text("DSTYP6")).contains("EVENT_CLASS");
        assertThat(lat.text("DSUNI6")).contains("dimensionless");
        assertThat(lat.text("DSVAL6")).contains("0:0,2:3,4:4");
        assertThat(lat.text("DSTYP7")).contains("CONVERSION_TYPE");
        assertThat(lat.text("DSVAL7")).contains(":0");
        assertThat(lat.integer("NDSKEYS")).contains(7L);
        FitsHeader acis = header("acis.fits", "EVENTS");
        assertThat(acis.text("DSTYP5")).contains("GRADE");
        assertThat(acis.text("DSVAL5")).contains("0:0");
        assertThat(acis.text("DSTYP6")).contains("PI");
        assertThat(acis.text("DSVAL6")).contains("35:480");
        assertThat(acis.has("DSTYP7")).isFalse();
        assertThat(Judges.python("""
                import sys
                from astropy.io import fits
                import numpy as np
                e = fits.getdata(sys.argv[1], 'EVENTS')
                h = fits.open(sys.argv[2] + '/lat.fits')['EVENTS']
                kept = np.ones(len(e), bool)
                for n in range(5, 8):
                    v = e[h.header['DSTYP%d' % n]].astype(float)
                    kept &= np.any([(v >= float(a or '-inf')) & (v <= float(b or 'inf')) for a, b in
                                    (r.split(':') for r in h.header['DSVAL%d' % n].split(','))], axis=0)
                kept &= e['ENERGY'] > 400
                print(kept.sum() == len(h.data) > 10, ''.join(h.header['HISTORY']).replace(' ', ''))
                """, SharedData.data(LAT).toString(), folder.toString())
                        .text())
                .startsWith("True")
                .contains("Filter:" + filter.replace(" ", ""));
        assertThat(Judges.fitsverify(file("acis.fits")).out()).contains("verification OK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--energy | 1-10TeV              | 1687  | 1581.73681640625",
                "--time   | GTI                   | 1687  | 1581.73681640625",
                "--time   | 123890826-123891826   | 1000  | 937.6033292"
            })
    void exposuresOfACopyFollowTheGoodTimesThatAreKept(String option, String text, double onTime, double live)
            throws Exception {
        run(SharedData.data(HESS), option, text, "--events", file("kept.fits"));

        FitsHeader events = header("kept.fits", "EVENTS");
        assertThat(events.number("ONTIME").orElseThrow()).isCloseTo(onTime, within(1e-9));
        assertThat(events.number("LIVETIME").orElseThrow()).isCloseTo(live, within(1e-5));
    }

    /// Chandra's channels are 14.6 eV wide (its proposers' guide): channel n ends at n times that.
    @Test
    void aSelectionByChannelsIsTheBandOfWhatIsMade() throws Exception {
        run(chandra, "--energy", "pi:35-480", "--spectrum", file("s.pha"), "--lightcurve", file("lc.fits"));

        assertThat(header("s.pha", "SPECTRUM").text("DSVAL1")).contains("35:480");
        for (String name : List.of("s.pha", "lc.fits")) {
            VoTags tags = VoTags.read(file(name)).orElseThrow();
            assertThat(metres(tags, ObsCoreColumn.EM_MIN)).isCloseTo(1.239841984332e-6 / 7008, within(1e-14));
            assertThat(metres(tags, ObsCoreColumn.EM_MAX)).isCloseTo(1.239841984332e-6 / (34 * 14.6), within(1e-13));
        }
    }

    private static double metres(VoTags tags, ObsCoreColumn column) {
        return ((Number) tags.values().get(column).value()).doubleValue();
    }

    @Test
    void nothingSelectedIsAResultThatIsTold() throws Exception {
        CommandRun run = run(chandra, "--energy", "90-100", "--spectrum", file("s.pha"), "--json");

        assertThat(run.err()).contains("extract-nothing-selected").contains("none of 4612 events");
        JsonNode told = new ObjectMapper().readTree(run.out());
        assertThat(told.get("findings").get(0).get("code").asText()).isEqualTo("extract-nothing-selected");
        assertThat(header("s.pha", "SPECTRUM").integer("TOTCTS")).contains(0L);
        assertThat(CommandRun.of("extract", chandra, "--energy", "90-100", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void overlappingBandsAreToldAndTheImageOfAllCountsAnEventOnce() throws Exception {
        CommandRun run = run(chandra, "--image", file("i.fits"), "--image-bin", "32", "--bands", "1-3,0.5-2,4-7");

        assertThat(run.err())
                .contains("extract-bands-overlap")
                .contains("the bands 1.0-3.0 keV and 0.5-2.0 keV have energies in common");
        assertThat(Judges.python("""
                import sys
                from astropy.io import fits
                e = fits.getdata(sys.argv[1], 'EVENTS')['energy']
                h = fits.open(sys.argv[2])
                any = (e >= 500) & (e <= 3000) | (e >= 4000) & (e <= 7000)
                print(h[0].data.sum() == any.sum() == h[0].header['TOTCTS'],
                      h['BAND1'].data.sum() == ((e >= 1000) & (e <= 3000)).sum(), h['BAND2'].data.sum() > 0)
                """, chandra.toString(), file("i.fits").toString())
                        .text())
                .contains("True True True");
        assertThat(run(chandra, "--image", file("j.fits"), "--image-bin", "32", "--bands", "0.5-2,2-7")
                        .err())
                .doesNotContain("extract-bands-overlap");
    }

    @Test
    void aRegionThatNamesNoSystemIsToldToHaveBeenReadInPixels() {
        assertThat(run(chandra, "--region", "circle(148.96,69.68,0.01)").err())
                .contains("warning extract-nothing-selected " + chandra + " ")
                .contains(
                        "the region circle(148.96,69.68,0.01) names no coordinate system, so it was read in pixels of the"
                                + " columns x and y, which go from 0.5 to 8192.5 and from 0.5 to 8192.5: for degrees write"
                                + " 'fk5; circle(148.96,69.68,0.01)'");
        assertThat(run(chandra, "--region", "physical; circle(148.96,69.68,0.01)")
                        .err())
                .doesNotContain("coordinate system");
        assertThat(run(chandra, "--region", "fk5; circle(148.96,69.68,0.01)").err())
                .isEmpty();
    }

    @Test
    void aFindingNamesTheFileAsItWasTyped() {
        Path typed = Path.of("").toAbsolutePath().relativize(chandra.toAbsolutePath());

        assertThat(run(typed, "--energy", "90-100", "--spectrum", file("s.pha")).err())
                .startsWith("warning extract-nothing-selected " + typed + " EVENTS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "icrs; circle(83.6,22,2) - annulus(84.5,22.5,0.1,0.3) | takes out an annulus away from its middle",
                "icrs; circle(83.6,22,70)                              | reaches more than 60 degrees",
                "icrs; -circle(83.6,22,2)                              | has no shape that is put in"
            })
    void aRegionThatCannotBeWrittenAsRowsIsAFinding(String region, String why) throws Exception {
        CommandRun run = run(SharedData.data(LAT), "--region", region, "--events", file("e.fits"), "--json");

        JsonNode finding =
                new ObjectMapper().readTree(run.out()).get("findings").get(0);
        assertThat(finding.get("code").asText()).isEqualTo("extract-region-unsaid");
        assertThat(finding.get("message").asText()).contains(why).contains("have it as text");
        try (FitsFile fits = FitsFile.open(file("e.fits"))) {
            assertThat(fits.hdu("REGION")).isEmpty();
        }
        assertThat(run(SharedData.data(LAT), "--region", region, "--image", file("i.fits"))
                        .err())
                .doesNotContain("extract-region-unsaid");
    }
}
