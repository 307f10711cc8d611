// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Regions against areas and distances known on paper, and against each other.
class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "CIRCLE ICRS 10.5 -20 0.1, CIRCLE ICRS 10.5 -20 0.1",
        "circle   j2000 10.50 -20.0 1E-1, CIRCLE ICRS 10.5 -20 0.1",
        "Circle ICRS GEOCENTER 10.5 -2e1 .1, CIRCLE ICRS 10.5 -20 0.1",
        "10.5 -20 0.1, CIRCLE ICRS 10.5 -20 0.1",
        "POSITION 1 2, CIRCLE ICRS 1 2 0",
        "Polygon Icrs 1 2 3 2 2 4, POLYGON ICRS 1 2 3 2 2 4",
        "polygon 1 2 3 2 2 4, POLYGON ICRS 1 2 3 2 2 4",
        "BOX ICRS 10 0 2 4, POLYGON ICRS 9 -2 11 -2 11 2 9 2",
        "CIRCLE ICRS 1 -0.0 0.0000001, CIRCLE ICRS 1 0 0.0000001"
    })
    void aRegionIsWrittenInOneFormHoweverItWasRead(String text, String expected) {
        assertThat(Region.parse(text)).hasToString(expected);
        assertThat(Region.parse(expected)).isEqualTo(Region.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "CIRCLE",
                "CIRCLE ICRS 1 2",
                "CIRCLE ICRS 1 95 2",
                "CIRCLE ICRS 1 2 -3",
                "CIRCLE GALACTIC 1 2 3",
                "POLYGON ICRS 1 2 3 4",
                "POLYGON ICRS 1 2 3 4 5",
                "UNION ICRS (CIRCLE 1 2 3)",
                "CIRCLE ICRS NaN 2 3",
                "1",
                "POLYGON ICRS 0 0 120 0 240 0"
            })
    void whatIsNoRegionIsRefusedWithTheText(String text) {
        assertThatThrownBy(() -> Region.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a region: '" + text + "'");
    }

    @Test
    void aPolygonAroundThePoleHoldsThePoleAndNotTheOtherWhicheverWayItRuns() {
        for (String cap : new String[] {"POLYGON 0 80 90 80 180 80 270 80", "POLYGON 0 80 270 80 180 80 90 80"}) {
            Region polygon = Region.parse(cap);
            assertThat(polygon.contains(17, 90)).isTrue();
            assertThat(polygon.contains(45, 85)).isTrue();
            assertThat(polygon.contains(17, -90)).isFalse();
            assertThat(polygon.contains(0, 79.9)).isFalse();
        }
    }

    @Test
    void aPolygonAcrossRaZeroHoldsBothSides() {
        Region polygon = Region.parse("POLYGON ICRS 359 -1 1 -1 1 1 359 1");

        assertThat(polygon.contains(0, 0)).isTrue();
        assertThat(polygon.contains(359.5, 0.5)).isTrue();
        assertThat(polygon.contains(360.5, 0.5)).isTrue();
        assertThat(polygon.contains(180, 0)).isFalse();
        assertThat(polygon.contains(358.9, 0)).isFalse();
    }

    @Test
    void aNotchOfAPolygonIsOutside() {
        Region polygon = Region.parse("POLYGON ICRS 0 0 10 0 10 10 5 2 0 10");

        assertThat(polygon.contains(5, 1)).isTrue();
        assertThat(polygon.contains(5, 8)).isFalse();
        assertThat(polygon.contains(1, 7)).isTrue();
    }

    @Test
    void theBorderBelongsToTheRegion() {
        Region polygon = Region.parse("POLYGON ICRS 0 0 10 0 5 8");
        assertThat(polygon.contains(0, 0)).isTrue();
        assertThat(polygon.contains(7, 0)).isTrue();
        assertThat(Region.parse("CIRCLE ICRS 0 0 2").contains(2, 0)).isTrue();
    }

    @Test
    void areasAreThoseOnPaper() {
        double skyDeg2 = 41252.96124941928;
        assertThat(Region.parse("CIRCLE 0 0 180").areaDeg2()).isCloseTo(skyDeg2, within(1e-8));
        assertThat(Region.parse("CIRCLE 0 0 90").areaDeg2()).isCloseTo(skyDeg2 / 2, within(1e-8));
        assertThat(Region.parse("POLYGON 0 0 90 0 0 90").areaDeg2()).isCloseTo(skyDeg2 / 8, within(1e-8));
        assertThat(Region.parse("CIRCLE 7 80 1e-4").areaDeg2()).isCloseTo(Math.PI * 1e-8, within(1e-14));
        assertThat(Region.parse("POLYGON 5 5 5.001 5 5.001 5.001").areaDeg2())
                .isCloseTo(0.5e-6 * Math.cos(Math.toRadians(5)), within(1e-10));
    }

    @Test
    void circlesAndPolygonsTouchByTheDistanceOfTheirBorders() {
        Region polygon = Region.parse("POLYGON ICRS 0 0 10 0 10 10 0 10");
        assertThat(polygon.intersects(Region.parse("CIRCLE ICRS 5 -2 1.999"))).isFalse();
        assertThat(polygon.intersects(Region.parse("CIRCLE ICRS 5 -2 2.001"))).isTrue();
        assertThat(polygon.intersects(Region.parse("CIRCLE ICRS 5 5 0.001"))).isTrue();
        assertThat(Region.parse("CIRCLE ICRS 5 5 30").intersects(polygon)).isTrue();
        assertThat(polygon.intersects(Region.parse("CIRCLE ICRS 185 -5 1"))).isFalse();
        assertThat(polygon.intersects(Region.parse("POLYGON ICRS -5 4 15 4 15 6 -5 6")))
                .isTrue();
        assertThat(polygon.intersects(Region.parse("POLYGON ICRS 11 0 15 0 15 6")))
                .isFalse();
        assertThat(polygon.intersects(Region.parse("POLYGON ICRS 2 2 3 2 3 3"))).isTrue();
    }

    @Test
    void withinMeansThatNothingSticksOut() {
        Region polygon = Region.parse("POLYGON ICRS 0 0 10 0 10 10 0 10");
        assertThat(Region.parse("CIRCLE ICRS 5 5 4.9").isWithin(polygon)).isTrue();
        assertThat(Region.parse("CIRCLE ICRS 5 5 5.1").isWithin(polygon)).isFalse();
        assertThat(polygon.isWithin(Region.parse("CIRCLE ICRS 5 5 7.2"))).isTrue();
        assertThat(polygon.isWithin(Region.parse("CIRCLE ICRS 5 5 6.5"))).isFalse();
        assertThat(polygon.isWithin(Region.parse("CIRCLE ICRS 95 0 140"))).isTrue();
        assertThat(polygon.isWithin(Region.parse("CIRCLE ICRS 185 -5 178"))).isFalse();
        assertThat(polygon.isWithin(Region.parse("CIRCLE ICRS 200 -5 178"))).isTrue();
        assertThat(Region.parse("POLYGON 2 2 3 2 3 3").isWithin(polygon)).isTrue();
        assertThat(Region.parse("POLYGON 2 2 13 2 3 3").isWithin(polygon)).isFalse();
        assertThat(polygon.isWithin(polygon)).isTrue();
        assertThat(Region.parse("CIRCLE 1 1 1").isWithin(Region.parse("CIRCLE 1 1 1")))
                .isTrue();
        assertThat(Region.parse("CIRCLE 1 1 1").isWithin(Region.parse("CIRCLE 1 1.1 1.05")))
                .isFalse();
    }

    /// A convex polygon is what its edges' half spheres have in common: another way to the same answer.
    @Test
    void pointInPolygonAgreesWithHalfSpheresForConvexPolygons() {
        Random random = new Random(31);
        for (int i = 0; i < 300; i++) {
            UnitVector centre = Sky.random(random);
            double sizeDeg = 60 * Math.pow(10, -4 * random.nextDouble());
            UnitVector a = Sky.near(centre, sizeDeg, random);
            UnitVector b = Sky.near(centre, sizeDeg, random);
            UnitVector c = Sky.near(centre, sizeDeg, random);
            Region polygon = new SkyPolygon(java.util.List.of(vertex(a), vertex(b), vertex(c)));
            for (int j = 0; j < 50; j++) {
                UnitVector p = Sky.near(centre, sizeDeg * 2 * random.nextDouble(), random);
                double side = Math.signum(a.cross(b).dot(c));
                double ab = side * a.cross(b).normalised().dot(p);
                double bc = side * b.cross(c).normalised().dot(p);
                double ca = side * c.cross(a).normalised().dot(p);
                double smallest = Math.min(ab, Math.min(bc, ca));
                if (Math.abs(smallest) > 1e-11) {
                    assertThat(polygon.contains(p)).as("%s %s", polygon, p).isEqualTo(smallest > 0);
                }
                assertThat(polygon.boundingCircle().contains(p) || !polygon.contains(p))
                        .isTrue();
            }
        }
    }

    private static SkyPolygon.Vertex vertex(UnitVector direction) {
        return new SkyPolygon.Vertex(direction.raDeg(), direction.decDeg());
    }

    @Test
    void separationsAreGoodFromMicroarcsecondsToTheOppositePoint() {
        UnitVector origin = UnitVector.of(0, 0);
        assertThat(origin.separationDeg(UnitVector.of(1e-10, 0))).isCloseTo(1e-10, within(1e-19));
        assertThat(origin.separationDeg(UnitVector.of(179.9999999, 0))).isCloseTo(179.9999999, within(1e-12));
        assertThat(UnitVector.of(10, 90).separationDeg(UnitVector.of(200, -90))).isCloseTo(180, within(1e-12));
    }
}
