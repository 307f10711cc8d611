// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.ogip.RegionShape;
import org.vo4he.testkit.FitsBuilder;

/// Rows of a region read by the words of ASC-FITS-REGION-1.2, here once more, take the events that the region takes;
/// and what is counted in rings and bands, against loops and formulas.
class RegionRowsTest {

    private static final int EVENTS = 20_000;
    private static final double[] X = new double[EVENTS];
    private static final double[] Y = new double[EVENTS];
    private static final double[] PI = new double[EVENTS];

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeLists() {
        Random random = new Random(11);
        for (int i = 0; i < EVENTS; i++) {
            X[i] = 1 + 999 * random.nextDouble();
            Y[i] = 1 + 999 * random.nextDouble();
            PI[i] = random.nextInt(0, 1024);
        }
        write("square.fits", 0.001);
        write("flat.fits", 0.0017);
    }

    private static void write(String name, double height) {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .card("TCTYP1", "RA---TAN")
                .card("TCRVL1", 83.63)
                .card("TCRPX1", 500.5)
                .card("TCDLT1", -0.001)
                .card("TCTYP2", "DEC--TAN")
                .card("TCRVL2", 22.01)
                .card("TCRPX2", 500.5)
                .card("TCDLT2", height)
                .card("TSTART", 0.0)
                .card("TSTOP", 100.0)
                .column("X", "D", X)
                .limits(1, 1000)
                .column("Y", "D", Y)
                .limits(1, 1000)
                .column("PI", "J", PI)
                .limits(0, 1023);
        fits.write(folder.resolve(name));
    }

    private static final String ALL_SHAPES = """
            circle(83.6,22.0,0.1); ellipse(83.8,22.1,0.15,0.05,30); box(83.5,21.9,0.2,0.1,-50); \
            polygon(83.9,21.8,83.7,21.8,83.8,21.95); annulus(83.45,22.3,0.05,0.1); -circle(83.62,22.0,0.03); \
            -box(83.8,22.1,0.05,0.02,10)""";

    @ParameterizedTest
    @ValueSource(strings = {"square.fits", "flat.fits"})
    void theRowsTakeTheEventsThatTheRegionTakes(String list) throws Exception {
        try (EventList events = EventList.open(folder.resolve(list))) {
            for (String text : ALL_SHAPES.split("; ")) {
                compare(events, "icrs; " + text);
            }
            compare(events, "icrs; " + ALL_SHAPES);
            compare(events, "galactic; box(184.55,-5.8,0.3,0.1,20)");
            compare(events, "physical; box(500,500,200,100,20) + ellipse(300,300,100,50,120) - circle(500,500,20)");
        }
    }

    private static void compare(EventList events, String text) throws Exception {
        Region region = Region.parse(text);
        List<RegionShape> rows = RegionRows.of(region, events).shapes();
        long taken = 0;
        for (int i = 0; i < EVENTS; i++) {
            taken += isTaken(rows, X[i], Y[i]) ? 1 : 0;
        }
        assertThat(taken).as(text).isPositive();
        assertThat(Extraction.run(events, Selection.ALL.in(region), Optional.empty(), List.of())
                        .source()
                        .selected())
                .as(text + " as " + rows)
                .isEqualTo(taken);
    }

    private static boolean isTaken(List<RegionShape> rows, double x, double y) {
        return rows.stream()
                .mapToInt(RegionShape::component)
                .distinct()
                .anyMatch(component -> rows.stream()
                        .filter(row -> row.component() == component)
                        .allMatch(row -> row.name().startsWith("!") != contains(row, x, y)));
    }

    private static boolean contains(RegionShape row, double x, double y) {
        double angle = Math.toRadians(row.angleDeg());
        double dx = x - row.x()[0];
        double dy = y - row.y()[0];
        double u = dx * Math.cos(angle) + dy * Math.sin(angle);
        double v = -dx * Math.sin(angle) + dy * Math.cos(angle);
        double[] r = row.sizes();
        return switch (row.name().replace("!", "")) {
            case "CIRCLE" -> Math.hypot(dx, dy) <= r[0];
            case "ANNULUS" -> Math.hypot(dx, dy) >= r[0] && Math.hypot(dx, dy) <= r[1];
            case "ELLIPSE" -> Math.hypot(u / r[0], v / r[1]) <= 1;
            case "BOX", "ROTBOX" -> Math.abs(u) <= r[0] / 2 && Math.abs(v) <= r[1] / 2;
            case "POLYGON" -> new PlanePolygon(row.x(), row.y()).contains(x, y);
            default -> throw new IllegalStateException(row.name());
        };
    }

    @Test
    void aProfileCountsRingByRingAndKnowsTheAreaOfEachInTheRegion() throws Exception {
        Sink.Profile sink = new Sink.Profile(Rings.parse("physical; annulus(500,500,0,100,n=4)"));
        Selection half = Selection.ALL.in(Region.parse("physical; box(550,500,100,300,0) - circle(560,500,10)"));
        Selection away = Selection.ALL.in(Region.parse("physical; circle(200,200,100)"));
        try (EventList events = EventList.open(folder.resolve("square.fits"))) {
            EventProfile profile = Extraction.run(events, half, Optional.of(away), List.of(sink))
                    .get(sink);

            long[] counts = new long[4];
            for (int i = 0; i < EVENTS; i++) {
                double distance = Math.hypot(X[i] - 500, Y[i] - 500);
                boolean in = X[i] >= 500 && X[i] <= 600 && Math.hypot(X[i] - 560, Y[i] - 500) > 10;
                if (in && distance <= 100) {
                    counts[Math.min(3, (int) (distance / 25))]++;
                }
            }
            assertThat(profile.counts()).isEqualTo(counts);
            double pixel = 1e-6;
            for (int ring : new int[] {0, 1, 3}) {
                double area = Math.PI / 2 * 625 * ((ring + 1) * (ring + 1) - ring * ring) * pixel;
                assertThat(profile.areas()[ring]).isCloseTo(area, within(area * 1e-5));
            }
            double third = (Math.PI / 2 * 625 * 5 - Math.PI * 100) * pixel;
            assertThat(profile.areas()[2]).isCloseTo(third, within(third * 1e-5));
            long under = profile.background().orElseThrow().counts();
            assertThat(profile.backgroundIn(1)).isCloseTo(under * 625 * 1.5 / 1e4, within(1e-2));
            assertThat(profile.brightness(0))
                    .isCloseTo((counts[0] - profile.backgroundIn(0)) / profile.areas()[0], within(1e-3));
            assertThat(profile.edges()).containsExactly(new double[] {0, 0.025, 0.05, 0.075, 0.1}, within(1e-12));
            assertThat(profile.raDeg()).isCloseTo(83.63, within(1e-3));
        }
    }

    @Test
    void bandsCountWhatALoopCounts() throws Exception {
        Sink.Bands bands = new Sink.Bands(List.of(EnergyRange.parse("pi:0-399"), EnergyRange.parse("pi:400-1000")));
        try (EventList events = EventList.open(folder.resolve("square.fits"))) {
            BandCounts got = Extraction.run(events, Selection.ALL, Optional.empty(), List.of(bands))
                    .get(bands);

            long soft = 0;
            long hard = 0;
            for (double pi : PI) {
                soft += pi < 400 ? 1 : 0;
                hard += pi >= 400 && pi <= 1000 ? 1 : 0;
            }
            assertThat(got.source()).containsExactly(soft, hard);
            assertThat(got.hardness().value()).isCloseTo((double) (hard - soft) / (hard + soft), within(1e-15));
        }
    }

    /// H = 30 - 0.5 x 20 = 20, S = 90 - 0.5 x 40 = 70; variances 30 + 5 and 90 + 10.
    @Test
    void theErrorOfAHardnessRatioIsThatOfPropagation() {
        HardnessRatio ratio = HardnessRatio.of(90, 40, 30, 20, 0.5);

        assertThat(ratio.value()).isEqualTo(-50.0 / 90);
        assertThat(ratio.error()).isCloseTo(2 * Math.sqrt(400 * 100 + 4900 * 35) / 8100, within(1e-15));
        assertThat(HardnessRatio.of(0, 0, 0, 0, 1).value()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "circle(83,22,5)",
                "annulus(83,22,5)",
                "annulus(83,22,5\",1\")",
                "annulus(83,22,0,5,n=0)",
                "annulus(83,22,0,5,n=2000)",
                "annulus(83,22,0,5,6,n=4)",
                "annulus(83,22,0,1',70)"
            })
    void whatIsNoSetOfRingsIsRefused(String text) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Rings.parse(text)))
                .isInstanceOf(EventsException.class);
    }
}
