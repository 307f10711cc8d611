// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [Healpix] against astropy-healpix and the examples of the IVOA catalogue of ADQL functions (EN 1.2).
class HealpixTest {

    @ParameterizedTest
    @CsvFileSource(resources = "healpix-golden.csv")
    void thePositionLiesInTheCellThatAstropyHealpixNames(int order, double raDeg, double decDeg, long expected) {
        assertThat(Healpix.index(order, raDeg, decDeg)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "healpix-ring-golden.csv")
    void thePositionLiesInTheCellOfTheRingThatAstropyHealpixNames(
            long side, double raDeg, double decDeg, long expected) {
        assertThat(Healpix.ringIndex(side, raDeg, decDeg)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 8, 21, 64})
    void theCentreOfEveryCellOfARingLiesInThatCell(long side) {
        for (long index = 0; index < 12 * side * side; index++) {
            UnitVector centre = Healpix.ringCentre(side, index);
            assertThat(Healpix.ringIndex(side, centre.raDeg(), centre.decDeg())).isEqualTo(index);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 4", "17, 1, 1, 81609757711", "17, 359, -1, 73009064944", "17, -1, -1, 73009064944"})
    void theIndexIsThatOfTheFunctionCatalogue(int order, double raDeg, double decDeg, long expected) {
        assertThat(Healpix.index(order, raDeg, decDeg)).isEqualTo(expected);
    }

    @Test
    void theCentreOfACellIsThatOfTheFunctionCatalogue() {
        assertThat(Healpix.centre(0, 6).separationDeg(UnitVector.of(180, 0))).isLessThan(1e-13);
        UnitVector centre = Healpix.centre(17, Healpix.index(17, 23.4, 56.7));
        assertThat(centre.raDeg()).isCloseTo(23.399843462947466, within(1e-12));
        assertThat(centre.decDeg()).isCloseTo(56.70016214363192, within(1e-12));
    }

    @Test
    void theCentreOfEveryCellLiesInThatCell() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            int order = random.nextInt(26);
            long cell = random.nextLong(Healpix.cells(order));
            UnitVector centre = Healpix.centre(order, cell);
            assertThat(Healpix.index(order, centre.raDeg(), centre.decDeg())).isEqualTo(cell);
        }
    }

    @Test
    void noPositionIsFartherFromItsCellsCentreThanTheCellsRadius() {
        Random random = new Random(12);
        for (int i = 0; i < 50_000; i++) {
            int order = random.nextInt(Healpix.FINEST_ORDER + 1);
            UnitVector position = Sky.random(random);
            long cell = Healpix.index(order, position.raDeg(), position.decDeg());
            assertThat(Healpix.centre(order, cell).separationDeg(position))
                    .isLessThan(Healpix.cellRadiusDeg(order) + 1e-12);
        }
    }

    @Test
    void thePolesHaveACell() {
        assertThat(Healpix.index(29, 123, 90)).isBetween(0L, Healpix.cells(29) - 1);
        assertThat(Healpix.index(29, 359.99999999999997, -90)).isBetween(0L, Healpix.cells(29) - 1);
    }

    @Test
    void aDeclinationBeyondThePoleIsRefused() {
        assertThatThrownBy(() -> Healpix.index(3, 0, 90.5))
                .hasMessage("declination is 90.5, outside -90 to 90 degrees");
    }

    /// astropy-healpix 0.6, `boundaries_lonlat([cell], 1, nside, order="nested")`, turned to begin in the south.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 45 0 90 41.81031 45 90 0 41.81031",
        "0, 4, 0 -41.81031 45 0 0 41.81031 315 0",
        "2, 5, 78.75 30 90 41.81031 90 54.34091 67.5 41.81031",
        "1, 35, 45 -41.81031 67.5 -19.47122 45 0 22.5 -19.47122",
    })
    void theCornersOfACellAreThoseOfAstropy(int order, long cell, String lonLats) {
        String[] expected = lonLats.split(" ");
        List<UnitVector> corners = Healpix.corners(order, cell);

        for (int i = 0; i < 4; i++) {
            UnitVector corner =
                    UnitVector.of(Double.parseDouble(expected[2 * i]), Double.parseDouble(expected[2 * i + 1]));
            assertThat(corners.get(i).separationDeg(corner)).as("corner " + i).isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7})
    void aCellHoldsEveryPlaceBetweenItsCentreAndItsCorners(int order) {
        for (long cell = 0; cell < Healpix.cells(order); cell += Math.max(1, Healpix.cells(order) / 500)) {
            UnitVector centre = Healpix.centre(order, cell);
            for (UnitVector corner : Healpix.corners(order, cell)) {
                UnitVector inside = centre.times(0.9).plus(corner.times(0.1)).normalised();
                assertThat(Healpix.index(order, inside.raDeg(), inside.decDeg()))
                        .isEqualTo(cell);
            }
        }
    }
}
