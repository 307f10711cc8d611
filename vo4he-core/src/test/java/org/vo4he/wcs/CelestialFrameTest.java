// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vo4he.sphere.UnitVector;

/// [CelestialFrame] against astropy.coordinates 5.2.
class CelestialFrameTest {

    private static final double MILLIARCSECOND = 1 / 3.6e6;

    static Stream<Arguments> astropy() {
        return Stream.of(
                Arguments.of(new CelestialFrame.Icrs(), 83.63, 22.01, 83.63, 22.01, 0.001),
                Arguments.of(
                        new CelestialFrame.Fk5(2000), 83.633, 22.0145, 83.63299237530661, 22.014505213360344, 0.01),
                Arguments.of(new CelestialFrame.Fk5(1975), 350.1, -45.2, 350.44388873505704, -45.06281723266549, 100),
                Arguments.of(
                        new CelestialFrame.Fk4(1950), 51.187925, -37.455022, 51.66229523868307, -37.28137204617474, 1),
                Arguments.of(new CelestialFrame.Fk4(1950), 10, 89.5, 23.074460260978768, 89.76837256062805, 1),
                Arguments.of(new CelestialFrame.Fk4(1975), 200, 10, 200.3121354837467, 9.869350376221634, 200),
                Arguments.of(new CelestialFrame.Galactic(), 184.557, -5.784, 83.6331452752266, 22.015075728143476, 30),
                Arguments.of(new CelestialFrame.Supergalactic(), 10, 20, 355.99300927463986, 73.77415606383997, 30),
                Arguments.of(new CelestialFrame.Ecliptic(), 84.1, -1.3, 83.63603559630712, 22.009037997057085, 100));
    }

    @ParameterizedTest
    @MethodSource("astropy")
    void aDirectionIsWhereAstropyPutsIt(
            CelestialFrame frame, double lon, double lat, double ra, double dec, double toleranceMas) {
        assertThat(frame.toIcrs(lon, lat).separationDeg(UnitVector.of(ra, dec)))
                .isCloseTo(0, within(toleranceMas * MILLIARCSECOND));
    }

    @ParameterizedTest
    @MethodSource("astropy")
    void theWayBackLeadsHome(CelestialFrame frame, double lon, double lat, double ra, double dec, double toleranceMas) {
        assertThat(frame.ofIcrs(frame.toIcrs(lon, lat)).separationDeg(UnitVector.of(lon, lat)))
                .isCloseTo(0, within(0.001 * MILLIARCSECOND));
    }

    @Test
    void withoutRadesysTheEquinoxDecides() {
        assertThat(CelestialFrame.equatorial(Optional.empty(), Optional.of(1950.0)))
                .contains(new CelestialFrame.Fk4(1950));
        assertThat(CelestialFrame.equatorial(Optional.empty(), Optional.of(2000.0)))
                .contains(new CelestialFrame.Fk5(2000));
        assertThat(CelestialFrame.equatorial(Optional.empty(), Optional.empty()))
                .contains(new CelestialFrame.Icrs());
        assertThat(CelestialFrame.equatorial(Optional.of("DETECTOR"), Optional.empty()))
                .isEmpty();
    }
}
