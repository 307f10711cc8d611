// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

/// Selections on real event lists, count for count against astropy and numpy, which read the files themselves.
class EventsByAstropyTest {

    private static final List<String> SHARED = List.of(
            "stingray/chandra_noener_test.fits",
            "stingray/chandra_test.fits",
            "stingray/monol_testA.evt",
            "stingray/monol_testA_calib.evt",
            "stingray/monol_testA_calib_unsrt.evt",
            "stingray/nomission.evt",
            "stingray/xte_test.evt.gz",
            "stingray/xte_gx_test.evt.gz",
            "gammalib/inst/cta/test/data/crab_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_disk_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_shell_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_events_gti.fits.gz",
            "gammalib/inst/lat/test/data/p6v3/ft1.fits.gz",
            "gammalib/test/data/file.fits.gz",
            "gammapy-data/tests/pointing_table.fits.gz",
            "gammapy-data/tests/fermi/ft1_00.fits",
            "gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz");

    @TestFactory
    Stream<DynamicTest> selectionsOfEverySharedListCountAsNumpyDoes() {
        Path folder = SharedData.data();
        return SHARED.stream().map(name -> DynamicTest.dynamicTest(name, () -> compare(folder.resolve(name))));
    }

    @Test
    void selectionsOfTheExampleOfChandraCountAsNumpyDoes() throws Exception {
        compare(SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits"));
    }

    private static void compare(Path path) throws Exception {
        Judges.require(Judges.Judge.PYTHON);
        try (EventList events = EventList.open(path)) {
            Map<String, String[]> theirs = theirs(path, events.hdu().index());
            assertThat(count(events, Selection.ALL)).isEqualTo(number(theirs, "rows"));
            compareTimes(events, theirs);
            compareEnergies(events, theirs);
            comparePlaces(events, theirs);
        }
    }

    private static void compareTimes(EventList events, Map<String, String[]> theirs) throws Exception {
        if (!theirs.containsKey("range")) {
            return;
        }
        String[] range = theirs.get("range");
        Selection selection = Selection.ALL.in(Times.parse(range[1] + ":" + range[2]));
        Outcome outcome = outcome(events, selection);
        assertThat(outcome.selected()).as("times").isEqualTo(number(theirs, "time"));
        if (theirs.containsKey("ontime")) {
            double expected = Double.parseDouble(theirs.get("ontime")[1]);
            assertThat(outcome.onTimeSeconds().orElseThrow())
                    .as("good time")
                    .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
        }
        if (theirs.containsKey("gti")) {
            assertThat(count(events, Selection.ALL.in(Times.parse("GTI"))))
                    .as("good times")
                    .isEqualTo(number(theirs, "gti"));
        }
    }

    private static void compareEnergies(EventList events, Map<String, String[]> theirs) throws Exception {
        if (theirs.containsKey("channel")) {
            assertThat(count(events, Selection.ALL.in(EnergyRange.parse("pi:35-120"))))
                    .as("channels")
                    .isEqualTo(number(theirs, "channel"));
            Sink.Spectrum sink = new Sink.Spectrum();
            EventSpectrum spectrum = Extraction.run(events, Selection.ALL, Optional.empty(), List.of(sink))
                    .get(sink);
            assertThat(spectrum.source().total() + spectrum.source().outside()).isEqualTo(events.rows());
            if (spectrum.source().outside() == 0) {
                long sum = 0;
                for (int i = 0; i < spectrum.channels(); i++) {
                    long channel = spectrum.firstChannel() + i;
                    sum += spectrum.source().perChannel()[i] * (channel * 7 % 1000003);
                }
                assertThat(sum).as("spectrum").isEqualTo(number(theirs, "spectrum"));
            }
        }
        if (theirs.containsKey("energy")) {
            String[] kev = theirs.get("kev");
            EnergyRange range = new EnergyRange.Kev(Double.parseDouble(kev[1]), Double.parseDouble(kev[2]));
            assertThat(count(events, Selection.ALL.in(range))).as("keV").isEqualTo(number(theirs, "energy"));
        }
    }

    private static void comparePlaces(EventList events, Map<String, String[]> theirs) throws Exception {
        if (!theirs.containsKey("centre")) {
            return;
        }
        String x = theirs.get("centre")[1];
        String y = theirs.get("centre")[2];
        boolean pixels = theirs.containsKey("box");
        for (double radius : pixels ? new double[] {5, 20, 100} : new double[] {0.1, 0.5, 2}) {
            String region = (pixels ? "physical; circle(" : "icrs; circle(") + x + "," + y + "," + radius + ")";
            assertThat(in(events, region)).as(region).isEqualTo(number(theirs, "circle" + radius));
        }
        if (pixels) {
            String at = "(" + x + "," + y + ",";
            String right = "(" + (Double.parseDouble(x) + 30) + "," + y + ",20)";
            assertThat(in(events, "ellipse" + at + "40,15,30)")).isEqualTo(number(theirs, "ellipse"));
            assertThat(in(events, "box" + at + "60,20,30)")).isEqualTo(number(theirs, "box"));
            assertThat(in(events, "annulus" + at + "10,30)")).isEqualTo(number(theirs, "annulus"));
            assertThat(in(events, "circle" + at + "20)+circle" + right + "-circle" + at + "5)"))
                    .isEqualTo(number(theirs, "union"));
        }
    }

    private static long in(EventList events, String region) throws Exception {
        return count(events, Selection.ALL.in(Region.parse(region)));
    }

    private static long count(EventList events, Selection selection) throws Exception {
        return outcome(events, selection).selected();
    }

    private static Outcome outcome(EventList events, Selection selection) throws Exception {
        return Extraction.run(events, selection, Optional.empty(), List.of()).source();
    }

    private static long number(Map<String, String[]> theirs, String name) {
        assertThat(theirs).containsKey(name);
        return Long.parseLong(theirs.get(name)[1]);
    }

    private static Map<String, String[]> theirs(Path path, int extension) throws Exception {
        Path script =
                Path.of(EventsByAstropyTest.class.getResource("count_events.py").toURI());
        Process process = new ProcessBuilder(
                        "/usr/bin/python3", script.toString(), path.toString(), String.valueOf(extension))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, String[]> lines = new HashMap<>();
        process.inputReader().lines().forEach(line -> lines.put(line.split(" ")[0], line.split(" ")));
        assertThat(process.waitFor())
                .as("python on " + Files.exists(path) + " " + path)
                .isZero();
        return lines;
    }
}
