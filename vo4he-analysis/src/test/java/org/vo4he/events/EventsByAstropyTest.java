// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.vo4he.testkit.Verdict;

/// Selections and products of real event lists, count for count against astropy and numpy, which read the files
/// themselves: one process for all.
class EventsByAstropyTest {

    private static final List<String> SHARED = List.of(
            "stingray/chandra_noener_test.fits",
            "stingray/chandra_test.fits",
            "stingray/laxpc_file_read.fits",
            "stingray/monol_testA.evt",
            "stingray/monol_testA_calib.evt",
            "stingray/monol_testA_calib_unsrt.evt",
            "stingray/nomission.evt",
            "stingray/xte_test.evt.gz",
            "stingray/xte_gx_test.evt.gz",
            "gammalib/inst/cta/test/data/crab_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_disk_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_edisk_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_gauss_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_shell_events.fits.gz",
            "gammalib/inst/cta/test/data/crab_events_gti.fits.gz",
            "gammalib/inst/cta/test/data/radio_events.fits.gz",
            "gammalib/inst/lat/test/data/p6v3/ft1.fits.gz",
            "gammalib/test/data/file.fits.gz",
            "gammapy-data/tests/pointing_table.fits.gz",
            "gammapy-data/tests/fermi/ft1_00.fits",
            "gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz",
            "gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023526.fits.gz");

    @TestFactory
    Stream<DynamicTest> whatIsSelectedAndBinnedFromEveryListIsWhatNumpyCounts() throws Exception {
        Judges.require(Judges.Judge.PYTHON);
        Path folder = SharedData.data();
        List<Path> lists = SHARED.stream().map(folder::resolve).toList();
        Map<Path, Map<String, String[]>> theirs = theirs(lists);
        return lists.stream()
                .map(list ->
                        DynamicTest.dynamicTest(list.getFileName().toString(), () -> compare(list, theirs.get(list))));
    }

    @Test
    void selectionsOfTheExampleOfChandraCountAsNumpyDoes() throws Exception {
        Judges.require(Judges.Judge.PYTHON);
        Path list = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");
        compare(list, theirs(List.of(list)).get(list));
    }

    private static void compare(Path path, Map<String, String[]> theirs) throws Exception {
        try (EventList events = EventList.open(path)) {
            assertThat(count(events, Selection.ALL)).isEqualTo(number(theirs, "rows"));
            compareTimes(events, theirs);
            compareEnergies(events, theirs);
            if (theirs.containsKey("centre")) {
                comparePlaces(events, theirs);
            }
        }
    }

    private static void compareTimes(EventList events, Map<String, String[]> theirs) throws Exception {
        if (!theirs.containsKey("range")) {
            return;
        }
        String[] range = theirs.get("range");
        Outcome outcome = outcome(events, Selection.ALL.in(Times.parse(range[1] + ":" + range[2])));
        assertThat(outcome.selected()).as("times").isEqualTo(number(theirs, "time"));
        if (theirs.containsKey("ontime")) {
            double expected = real(theirs, "ontime", 1);
            close(outcome.onTimeSeconds().orElseThrow(), expected, 1e-9, "good time");
            if (theirs.containsKey("live")) {
                close(outcome.exposureSeconds().orElseThrow(), expected * real(theirs, "live", 1), 1e-9, "exposure");
            }
        }
        if (theirs.containsKey("gti")) {
            assertThat(count(events, Selection.ALL.in(Times.parse("GTI"))))
                    .as("good times")
                    .isEqualTo(number(theirs, "gti"));
        }
        if (theirs.containsKey("curve")) {
            Sink.LightCurve sink = new Sink.LightCurve(real(theirs, "curve", 1));
            EventLightCurve curve = Extraction.run(events, Selection.ALL, Optional.empty(), List.of(sink))
                    .get(sink);
            assertThat(weighed(curve.counts())).as("light curve").isEqualTo((long) real(theirs, "curve", 2));
            double fractions = 0;
            for (int i = 0; i < curve.bins(); i++) {
                fractions += curve.fraction()[i] * i;
            }
            close(fractions, real(theirs, "curve", 3), 1e-7, "exposed fractions");
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
            EnergyRange range = new EnergyRange.Kev(real(theirs, "kev", 1), real(theirs, "kev", 2));
            assertThat(count(events, Selection.ALL.in(range))).as("keV").isEqualTo(number(theirs, "energy"));
        }
    }

    private static void comparePlaces(EventList events, Map<String, String[]> theirs) throws Exception {
        String x = theirs.get("centre")[1];
        String y = theirs.get("centre")[2];
        boolean pixels = theirs.containsKey("union");
        String at = "(" + x + "," + y + ",";
        for (double radius : pixels ? new double[] {5, 20, 100} : new double[] {0.1, 0.5, 2}) {
            compare(events, "circle" + at + radius + ")", theirs, "circle" + radius);
        }
        compare(events, "annulus" + at + (pixels ? "10,30)" : "0.3,1.1)"), theirs, "annulus");
        compare(events, "ellipse" + at + (pixels ? "40,15,30)" : "2,0.75,30)"), theirs, "ellipse");
        compare(events, "box" + at + (pixels ? "60,20,30)" : "3,1,30)"), theirs, "box");
        String[] corners = theirs.get("corners");
        String polygon = String.join(",", List.of(corners).subList(1, corners.length));
        compare(events, "polygon(" + polygon + ")", theirs, "polygon");
        if (pixels) {
            comparePixels(events, theirs, at);
        }
    }

    private static void comparePixels(EventList events, Map<String, String[]> theirs, String at) throws Exception {
        String right = "(" + (real(theirs, "centre", 1) + 30) + "," + theirs.get("centre")[2] + ",20)";
        compare(events, "circle" + at + "20)+circle" + right + "-circle" + at + "5)", theirs, "union");
        if (theirs.containsKey("image")) {
            Sink.Image sink = new Sink.Image(8);
            int[] plane = Extraction.run(events, Selection.ALL, Optional.empty(), List.of(sink))
                    .get(sink)
                    .planes()[0];
            long[] counts = java.util.Arrays.stream(plane).asLongStream().toArray();
            assertThat(weighed(counts)).as("image").isEqualTo(number(theirs, "image"));
        }
        if (theirs.containsKey("sky")) {
            double pixel = real(theirs, "sky", 3);
            String sky = "(" + theirs.get("sky")[1] + "," + theirs.get("sky")[2] + ",";
            compare(events, "wcs; circle" + sky + 20 * pixel + ")", theirs, "circle20.0");
            Selection ellipse = Selection.ALL.in(Region.parse("ellipse" + at + "40,15,30)"));
            Selection annulus =
                    Selection.ALL.in(Region.parse("wcs; annulus" + sky + 10 * pixel + "," + 30 * pixel + ")"));
            Extracted got = Extraction.run(events, ellipse, Optional.of(annulus), List.of());
            double ofEllipse = Math.PI * 40 * 15 * pixel * pixel;
            double ofAnnulus = Math.PI * 800 * pixel * pixel;
            close(got.source().solidAngleDeg2(), ofEllipse, 2e-6, "BACKSCAL of the source");
            close(got.background().orElseThrow().solidAngleDeg2(), ofAnnulus, 2e-6, "BACKSCAL of the background");
            close(got.backgroundScale().orElseThrow(), 0.75, 4e-6, "their ratio");
        }
    }

    private static void compare(EventList events, String region, Map<String, String[]> theirs, String name)
            throws Exception {
        assertThat(count(events, Selection.ALL.in(Region.parse(region))))
                .as(region)
                .isEqualTo(number(theirs, name));
    }

    private static void close(double found, double expected, double relative, String what) {
        assertThat(found).as(what).isCloseTo(expected, within(relative * Math.max(1e-6, Math.abs(expected))));
    }

    private static long weighed(long[] counts) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * (i % 1009);
        }
        return sum;
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

    private static double real(Map<String, String[]> theirs, String name, int index) {
        return Double.parseDouble(theirs.get(name)[index]);
    }

    private static Map<Path, Map<String, String[]>> theirs(List<Path> lists) throws Exception {
        Path script =
                Path.of(EventsByAstropyTest.class.getResource("count_events.py").toURI());
        List<String> arguments = new ArrayList<>();
        for (Path list : lists) {
            try (EventList events = EventList.open(list)) {
                arguments.add(list + ":" + events.hdu().index());
            }
        }
        Verdict verdict = Judges.python(Files.readString(script), arguments.toArray(String[]::new));
        assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
        Map<Path, Map<String, String[]>> found = new HashMap<>();
        Map<String, String[]> lines = new HashMap<>();
        for (String line : verdict.out().lines().toList()) {
            if (line.startsWith("file ")) {
                lines = new HashMap<>();
                found.put(Path.of(line.substring("file ".length())), lines);
            } else {
                lines.put(line.split(" ")[0], line.split(" "));
            }
        }
        return found;
    }
}
