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
import org.vo4he.testkit.FitsBuilder;

/// Regions of event lists that have directions alone, where right ascension wraps and at the poles, against formulas of
/// spherical trigonometry.
class RegionsOnTheSphereTest {

    private static final int EVENTS = 30_000;
    private static final double[] RA = new double[EVENTS];
    private static final double[] DEC = new double[EVENTS];

    @TempDir
    static Path folder;

    private static Path list;

    private interface Condition {
        boolean holds(double raDeg, double decDeg);
    }

    /// A third around RA 0, written as 359.9, -0.1 or 360.1; a third around each pole.
    @BeforeAll
    static void writeAList() {
        Random random = new Random(3);
        for (int i = 0; i < EVENTS; i++) {
            double away = 5 * Math.sqrt(random.nextDouble());
            switch (i % 3) {
                case 0 -> {
                    RA[i] = random.nextDouble(-5, 5) + 360 * random.nextInt(2);
                    DEC[i] = random.nextDouble(-5, 5);
                }
                case 1 -> {
                    RA[i] = random.nextDouble(0, 360);
                    DEC[i] = 90 - away;
                }
                default -> {
                    RA[i] = random.nextDouble(0, 360);
                    DEC[i] = -90 + away;
                }
            }
        }
        RA[0] = Double.NaN;
        DEC[3] = Double.NaN;
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .column("TIME", "D", new double[EVENTS])
                .card("RADESYS", "ICRS")
                .column("RA", "D", RA)
                .unit("deg")
                .column("DEC", "D", DEC)
                .unit("deg");
        list = fits.write(folder.resolve("sphere.fits"));
    }

    @Test
    void circlesAndAnnuliReachOverRaZeroAndOverThePoles() throws Exception {
        for (double[] centre : new double[][] {{0.3, 1}, {359.8, -0.5}, {0, 0}, {10, 89}, {190, -88.5}, {77, 90}}) {
            String at = "icrs; %s(" + centre[0] + "," + centre[1];
            check(at.formatted("circle") + ",1.5)", (ra, dec) -> apartDeg(ra, dec, centre[0], centre[1]) <= 1.5);
            check(at.formatted("annulus") + ",60',2)", (ra, dec) -> {
                double apart = apartDeg(ra, dec, centre[0], centre[1]);
                return apart >= 1 && apart <= 2;
            });
        }
    }

    /// Offsets on the tangent plane by the formulas of the gnomonic projection, with longitudes.
    @Test
    void boxesAndEllipsesReachOverRaZeroAndHaveTheNorthOfTheirCentre() throws Exception {
        for (double[] centre : new double[][] {{0.3, 1}, {359.8, -0.5}, {25, 88}, {200, -87.5}}) {
            double turn = Math.toRadians(35);
            String at = centre[0] + "," + centre[1];
            check("icrs; box(" + at + ",3,1,35)", (ra, dec) -> {
                double[] plane = onPlane(ra, dec, centre[0], centre[1]);
                double along = plane[0] * Math.cos(turn) + plane[1] * Math.sin(turn);
                double across = -plane[0] * Math.sin(turn) + plane[1] * Math.cos(turn);
                return Math.abs(along) <= 1.5 && Math.abs(across) <= 0.5;
            });
            check("icrs; ellipse(" + at + ",2,0.7,35)", (ra, dec) -> {
                double[] plane = onPlane(ra, dec, centre[0], centre[1]);
                double along = plane[0] * Math.cos(turn) + plane[1] * Math.sin(turn);
                double across = -plane[0] * Math.sin(turn) + plane[1] * Math.cos(turn);
                return along * along / 4 + across * across / 0.49 <= 1;
            });
        }
    }

    @Test
    void sidesOfPolygonsAreGreatCirclesAlsoAroundAPole() throws Exception {
        double[][][] polygons = {
            {{359, -1}, {1, -1.2}, {0.7, 2}, {359.2, 1.5}},
            {{0, 87}, {90, 86.5}, {180, 88}, {270, 87}},
            {{30, -87}, {300, -86}, {160, -88}}
        };
        for (double[][] corners : polygons) {
            StringBuilder text = new StringBuilder("icrs; polygon(");
            StringBuilder reversed = new StringBuilder();
            for (double[] corner : corners) {
                text.append(text.toString().endsWith("(") ? "" : ",")
                        .append(corner[0])
                        .append(',')
                        .append(corner[1]);
                reversed.insert(0, "," + corner[0] + "," + corner[1]);
            }
            Condition inside = (ra, dec) -> apartDeg(ra, dec, corners[0][0], corners[0][1]) < 20
                    && (isLeftOfAll(corners, ra, dec) || isRightOfAll(corners, ra, dec));
            check(text + ")", inside);
            check("icrs; polygon(" + reversed.substring(1) + ")", inside);
        }
    }

    /// Of a rectangle on a tangent plane 4 atan(ab / √(1 + a² + b²)) with half sides a and b; of a triangle its excess.
    @Test
    void theSolidAngleIsThatOfTheFormulas() throws Exception {
        double a = Math.toRadians(15);
        double b = Math.toRadians(5);
        double box = 4 * Math.atan(a * b / Math.sqrt(1 + a * a + b * b));
        assertThat(Math.toRadians(Math.toRadians(solidAngleDeg2("icrs; box(359.8,88,30,10,35)"))))
                .isCloseTo(box, within(1e-6 * box));
        double octant = Math.PI / 2;
        assertThat(Math.toRadians(Math.toRadians(solidAngleDeg2("icrs; polygon(0,0,90,0,0,90)"))))
                .isCloseTo(octant, within(1e-4));
    }

    private static double solidAngleDeg2(String region) throws Exception {
        try (EventList events = EventList.open(list)) {
            return Extraction.run(events, Selection.ALL.in(Region.parse(region)), Optional.empty(), List.of())
                    .source()
                    .solidAngleDeg2();
        }
    }

    private static boolean isLeftOfAll(double[][] corners, double ra, double dec) {
        boolean left = true;
        for (int i = 0; i < corners.length; i++) {
            left &= side(corners[i], corners[(i + 1) % corners.length], ra, dec) >= 0;
        }
        return left;
    }

    private static boolean isRightOfAll(double[][] corners, double ra, double dec) {
        boolean right = true;
        for (int i = 0; i < corners.length; i++) {
            right &= side(corners[i], corners[(i + 1) % corners.length], ra, dec) <= 0;
        }
        return right;
    }

    /// The triple product of two corners and a place.
    private static double side(double[] one, double[] other, double ra, double dec) {
        double[] a = vector(one[0], one[1]);
        double[] b = vector(other[0], other[1]);
        double[] p = vector(ra, dec);
        return (a[1] * b[2] - a[2] * b[1]) * p[0]
                + (a[2] * b[0] - a[0] * b[2]) * p[1]
                + (a[0] * b[1] - a[1] * b[0]) * p[2];
    }

    private static double[] vector(double raDeg, double decDeg) {
        double ra = Math.toRadians(raDeg);
        double dec = Math.toRadians(decDeg);
        return new double[] {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
    }

    /// By the haversines.
    private static double apartDeg(double ra, double dec, double ra0, double dec0) {
        double one = Math.sin(Math.toRadians(dec - dec0) / 2);
        double other = Math.sin(Math.toRadians(ra - ra0) / 2);
        double haversine = one * one + Math.cos(Math.toRadians(dec)) * Math.cos(Math.toRadians(dec0)) * other * other;
        return 2 * Math.toDegrees(Math.asin(Math.sqrt(haversine)));
    }

    /// To the west and to the north, degrees; NaN on the other half of the sky.
    private static double[] onPlane(double raDeg, double decDeg, double ra0Deg, double dec0Deg) {
        double turn = Math.toRadians(raDeg - ra0Deg);
        double dec = Math.toRadians(decDeg);
        double dec0 = Math.toRadians(dec0Deg);
        double along = Math.sin(dec0) * Math.sin(dec) + Math.cos(dec0) * Math.cos(dec) * Math.cos(turn);
        double west = -Math.cos(dec) * Math.sin(turn) / along;
        double north = (Math.cos(dec0) * Math.sin(dec) - Math.sin(dec0) * Math.cos(dec) * Math.cos(turn)) / along;
        return along > 0
                ? new double[] {Math.toDegrees(west), Math.toDegrees(north)}
                : new double[] {Double.NaN, Double.NaN};
    }

    private static void check(String region, Condition condition) throws Exception {
        long expected = 0;
        for (int i = 0; i < EVENTS; i++) {
            expected += condition.holds(RA[i], DEC[i]) ? 1 : 0;
        }
        assertThat(expected).as(region).isPositive();
        try (EventList events = EventList.open(list)) {
            assertThat(Extraction.run(events, Selection.ALL.in(Region.parse(region)), Optional.empty(), List.of())
                            .source()
                            .selected())
                    .as(region)
                    .isEqualTo(expected);
        }
    }
}
