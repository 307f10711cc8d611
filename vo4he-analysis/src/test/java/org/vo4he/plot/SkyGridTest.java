// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vo4he.sphere.UnitVector;

/// [SkyGrid] on maps where it is known which lines there are.
class SkyGridTest {

    private static SkyPlane around(double raDeg, double decDeg, double sideDeg) {
        FlatSky map = new FlatSky.Around(UnitVector.of(raDeg, decDeg));
        return (u, v) -> map.direction((u - 0.5) * sideDeg, (v - 0.5) * sideDeg);
    }

    private static List<Double> numbers(SkyGrid grid, boolean ofLongitude) {
        return grid.lines().stream()
                .filter(line -> line.ofLongitude() == ofLongitude)
                .map(line -> Math.round(line.number() * 1e6) / 1e6)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"83.6, 22.0, 1", "0.01, -30, 0.5", "200, 89.9, 2", "120, -89.99, 0.5", "359.99, 0, 20", "10, 60, 100"})
    void everyPointOfALineHasItsNumber(double ra, double dec, double side) {
        SkyPlane plane = around(ra, dec, side);
        SkyGrid grid = new SkyGrid(plane, true, false, 5);
        assertThat(numbers(grid, true)).hasSizeGreaterThan(1);
        assertThat(numbers(grid, false)).hasSizeGreaterThan(1);
        for (SkyGrid.Line line : grid.lines()) {
            for (double[][] strand : line.strands()) {
                for (double[] place : strand) {
                    UnitVector there = plane.at(place[0], place[1]);
                    UnitVector on = line.ofLongitude()
                            ? UnitVector.of(line.number(), there.decDeg())
                            : UnitVector.of(there.raDeg(), line.number());
                    assertThat(there.separationDeg(on))
                            .as(line.label().toString())
                            .isCloseTo(0, within(side / 500));
                }
            }
        }
    }

    @Test
    void linesGoOnWhereRightAscensionJumpsToZero() {
        SkyGrid grid = new SkyGrid(around(0, 0, 3.9), false, true, 4);
        assertThat(numbers(grid, true).stream().map(lon -> (lon + 360) % 360))
                .containsExactlyInAnyOrder(359.0, 0.0, 1.0);
    }

    @Test
    void aLineThatIsTheEdgeOfThePictureIsNotDrawn() {
        SkyPlane plane = (u, v) -> UnitVector.of(358 + 4 * u, -2 + 4 * v);
        SkyGrid grid = new SkyGrid(plane, false, true, 4);
        assertThat(numbers(grid, true).stream().map(lon -> (lon + 360) % 360))
                .containsExactlyInAnyOrder(359.0, 0.0, 1.0);
        assertThat(numbers(grid, false)).containsExactly(-1.0, 0.0, 1.0);
    }

    @Test
    void aroundAPoleAllMeridiansAreDrawn() {
        SkyGrid grid = new SkyGrid(around(77, 90, 1), true, false, 4);
        assertThat(numbers(grid, true)).hasSize(12).contains(0.0, 30.0, 330.0);
    }

    @Test
    void theWholeSkyHasALineEveryThirtyDegrees() {
        FlatSky.Whole map = new FlatSky.Whole();
        SkyPlane icrs = (u, v) -> map.direction(
                FlatSky.Whole.X.low() + u * FlatSky.Whole.X.length(),
                FlatSky.Whole.Y.low() + v * FlatSky.Whole.Y.length());
        SkyGrid grid = new SkyGrid(new SkyCoordinates(icrs, map.frame(), true).inFrame(), false, true, 5);
        assertThat(numbers(grid, false)).containsExactly(-60.0, -30.0, 0.0, 30.0, 60.0);
        assertThat(numbers(grid, true)).contains(0.0, 30.0, 150.0, 210.0, 330.0);
    }

    @Test
    void aPictureOffTheSkyHasNoLines() {
        assertThat(new SkyGrid((_, _) -> null, true, false, 5).lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HOURS, 1, 83.63, false, 5^{h}34^{m}",
        "HOURS, 0.01, 83.6333333333, false, 5^{h}34^{m}32^{s}",
        "HOURS, 0.0005, 83.6333333333, false, 5^{h}34^{m}32.0^{s}",
        "HOURS, 15, 345, false, 23^{h}",
        "HOURS, 0.01, 359.9999999999, false, 0^{h}00^{m}00^{s}",
        "SEXAGESIMAL, 0.1, -10.6, true, −10°36′",
        "SEXAGESIMAL, 0.001, 0.5125, true, +0°30′45″",
        "SEXAGESIMAL, 0.001, 21.99999999999, true, +22°00′00″",
        "DEGREES, 0.1, -0.3, true, −0.3°",
        "DEGREES, 5, 355, false, 355°",
        "DEGREES, 0.1, -0.5, false, 359.5°"
    })
    void numbersAreWrittenAsFineAsTheLinesLie(
            AngleStep.Style style, double wantedDeg, double deg, boolean signed, String text) {
        AngleStep step = AngleStep.notBelow(wantedDeg, style);
        assertThat(step.label(deg, signed)).isEqualTo(Label.marked(text));
    }

    @ParameterizedTest
    @EnumSource(AngleStep.Style.class)
    void neighbouringLinesNeverBearTheSameNumber(AngleStep.Style style) {
        for (double wantedDeg = 1e-7; wantedDeg < 40; wantedDeg *= 1.3) {
            AngleStep step = AngleStep.notBelow(wantedDeg, style);
            for (double from : new double[] {0, 83.6, 266.4, 357.5, 359.9999}) {
                double first = Math.ceil(from / step.degrees());
                for (double n = first; n < first + 6; n++) {
                    assertThat(step.label(n * step.degrees(), false))
                            .as(step + " at " + n * step.degrees())
                            .isNotEqualTo(step.label((n + 1) * step.degrees(), false));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 30′", "0.0166666666, 1′", "0.0013888888, 5″", "0.00005555555, 0.2″", "5, 5°", "0.63333, 38′"})
    void anglesInWordsHaveTheUnitThatSuitsThem(double deg, String text) {
        assertThat(AngleStep.inWords(deg)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10, 20", "350, -89", "266, 0", "0, 90", "123.4, 56.7"})
    void mapsLeadBackToTheDirectionTheyCameFrom(double ra, double dec) {
        UnitVector direction = UnitVector.of(ra, dec);
        double[] place = new double[2];
        for (FlatSky map :
                List.of(new FlatSky.Whole(), new FlatSky.Around(UnitVector.of(30, 40)), new FlatSky.Band(100))) {
            map.place(direction, place);
            assertThat(map.direction(place[0], place[1]).separationDeg(direction))
                    .as(map.toString())
                    .isCloseTo(0, within(1e-6));
        }
    }
}
