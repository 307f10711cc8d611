// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [TypedPosition] against the catalogued places of well-known objects (SIMBAD's ICRS positions).
class TypedPositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RX J1856.5-3754                   | 284.146 | -37.909 | 0.02
                    RXJ1856.5−3754                    | 284.146 | -37.909 | 0.02
                    1RXS J185635.1-375433             | 284.146 | -37.909 | 0.001
                    4XMM J053431.9+220052             | 83.6332 | 22.0145 | 0.0005
                    4XMMJ053431.9+220052              | 83.6332 | 22.0145 | 0.0005
                    PSR J0534+2200                    | 83.6332 | 22.0145 | 0.2
                    XTE J1550-564                     | 237.745 | -56.477 | 0.2
                    IGR J17480-2446                   | 267.020 | -24.780 | 0.05
                    J1745-29                          | 266.417 | -29.008 | 0.6
                    galactic 184.5575 -5.7844         | 83.6332 | 22.0145 | 0.001
                    gal 184.5575,-5.7844              | 83.6332 | 22.0145 | 0.001
                    l=184.5575 b=-5.7844              | 83.6332 | 22.0145 | 0.001
                    l 184.5575, b -5.7844             | 83.6332 | 22.0145 | 0.001
                    184.5575 -5.7844 gal              | 83.6332 | 22.0145 | 0.001
                    G184.5575-5.7844                  | 83.6332 | 22.0145 | 0.001
                    SNR G184.6-5.8                    | 83.6332 | 22.0145 | 0.1
                    gal 0 0                           | 266.405 | -28.936 | 0.001
                    gal 359.944 -0.046                | 266.417 | -29.008 | 0.001
                    053432+220052                     | 83.6333 | 22.0144 | 0.0001
                    (83.63, 22.01)                    | 83.63   | 22.01   | 0.0000001
                    [83.63 22.01]                     | 83.63   | 22.01   | 0.0000001
                    ra=83.63 dec=22.01                | 83.63   | 22.01   | 0.0000001
                    RA 83.63 DEC 22.01                | 83.63   | 22.01   | 0.0000001
                    RA: 05:34:32, Dec: +22:00:52      | 83.6333 | 22.0144 | 0.0001
                    5.5756h 22.01                     | 83.634  | 22.01   | 0.0000001
                    POINT ICRS 83.63 22.01            | 83.63   | 22.01   | 0.0000001
                    POINT('ICRS', 83.63, 22.01)       | 83.63   | 22.01   | 0.0000001
                    Position ICRS 83.63 22.01         | 83.63   | 22.01   | 0.0000001
                    CIRCLE ICRS 83.63 22.01 0.5       | 83.63   | 22.01   | 0.0000001
                    CIRCLE(83.63, 22.01, 0.5)         | 83.63   | 22.01   | 0.0000001
                    24h00m00s +10d00m00s              | 0       | 10      | 0.0000001
                    -0.5 10                           | 359.5   | 10      | 0.0000001
                    83.63 22.01 J2000                 | 83.63   | 22.01   | 0.0000001
                    B1950 05:31:31.406 +21:58:54.39   | 83.6332 | 22.0145 | 0.0003
                    05:31:31.406 +21:58:54.39 (B1950) | 83.6332 | 22.0145 | 0.0003
                    FK4 82.88086 21.98178             | 83.6332 | 22.0145 | 0.0003
                    83.6332 22.0145                   | 83.6332 | 22.0145 | 0.0001
                    05:34:31.97 +22:00:52.1           | 83.6332 | 22.0145 | 0.0001
                    5h34m31.97s +22°00′52.1″          | 83.6332 | 22.0145 | 0.0001
                    """)
    void aPlaceIsReadInEveryCommonNotation(String typed, double raDeg, double decDeg, double closeDeg) {
        TypedPosition read = TypedPosition.parse(typed);

        assertThat(read.centre().raDeg()).isCloseTo(raDeg, within(closeDeg / Math.cos(Math.toRadians(decDeg))));
        assertThat(read.centre().decDeg()).isCloseTo(decDeg, within(closeDeg));
    }

    @Test
    void aCircleHasARadiusOfItsOwn() {
        assertThat(TypedPosition.parse("CIRCLE ICRS 83.63 22.01 0.5").radiusDeg())
                .contains(0.5);
        assertThat(TypedPosition.parse("circle('ICRS', 83.63, 22.01, .05)").radiusDeg())
                .contains(0.05);
        assertThat(TypedPosition.parse("POINT ICRS 83.63 22.01").radiusDeg()).isEmpty();
        assertThatThrownBy(() -> TypedPosition.parse("CIRCLE ICRS 83.63 22.01 200"))
                .hasMessageContaining("found 200");
        assertThatThrownBy(() -> TypedPosition.parse("CIRCLE ICRS 83.63 22.01"))
                .hasMessageContaining("not read as a position");
    }

    @Test
    void whatWasTurnedIntoAnotherPlaceSaysSo() {
        assertThat(TypedPosition.parse("-0.5 10").remark()).contains("a right ascension below 0 has 360° added");
        assertThat(TypedPosition.parse("B1950 05:31:31 +21:58:54").remark())
                .contains("precessed from FK4, equinox B1950");
        assertThat(TypedPosition.parse("0.5 -10").remark()).isEmpty();
    }

    @Test
    void theCutDigitsOfANameLeaveAPlaceOpenAndItsMiddleIsTaken() {
        TypedPosition read = TypedPosition.parse("J1200+1030");

        assertThat(read.centre().raDeg()).isCloseTo(180 + 15.0 / 120, within(1e-9));
        assertThat(read.centre().decDeg()).isCloseTo(10.5 + 0.5 / 60, within(1e-9));
        assertThat(read.openDeg())
                .isCloseTo(Math.hypot(0.125 * Math.cos(Math.toRadians(10.508)), 1 / 120.0), within(1e-4));
        assertThat(TypedPosition.parse("10 20").openDeg()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4U 1636-53", "SGR 1806-20", "PSR B0531+21"})
    void aNameOfEquinox1950IsNotTakenForPresentCoordinates(String typed) {
        assertThatThrownBy(() -> TypedPosition.parse(typed))
                .hasMessageContaining("1950")
                .hasMessageContaining(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Crab", "Cyg X", "nowhere"})
    void aNameWithoutNumbersIsSentToTheFieldForNames(String typed) {
        assertThatThrownBy(() -> TypedPosition.parse(typed))
                .hasMessageContaining("'" + typed + "' is not read as a position")
                .hasMessageContaining("'Object name'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    J0560+2200      | below 60
                    J2500+2200      | found 375
                    gal 400 0       | found 400
                    gal 10 95       | and 95
                    10 95           | found 95
                    Mrk 421         | is not read as a position
                    """)
    void whatIsOffTheSkyIsRefusedWithTheValue(String typed, String sentence) {
        assertThatThrownBy(() -> TypedPosition.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
