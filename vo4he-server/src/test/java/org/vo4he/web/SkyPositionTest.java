// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [SkyPosition] against the Crab's coordinates in the notations of papers, catalogues and FITS headers.
class SkyPositionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "83.63321 22.01446",
                "83.63321, 22.01446",
                "83.63321,+22.01446",
                " 83.63321d 22.01446d ",
                "ICRS 83.63321 22.01446",
                "05:34:31.97 +22:00:52.06",
                "05 34 31.97 +22 00 52.06",
                "5h34m31.97s +22d00m52.06s",
                "05h34m31.97s, 22°00′52.06″",
                "05h34m31.97s+22d00'52.06\"",
                "J2000 05:34:31.97 22:00:52.06",
                "053431.97+220052.06",
                "5.5755473h 22.01446",
                "5.5755473 h, +22.01446 deg"
            })
    void theCrabIsFoundInEveryCommonNotation(String typed) {
        SkyPosition position = SkyPosition.parse(typed);

        assertThat(position.raDeg()).isCloseTo(83.63321, within(2e-5));
        assertThat(position.decDeg()).isCloseTo(22.01446, within(2e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17:45:40 -00:30:00", "17 45 40 −0 30 00", "17h45m40s -0d30m", "266.4166667 -0.5"})
    void aDeclinationJustSouthOfTheEquatorKeepsItsSign(String typed) {
        assertThat(SkyPosition.parse(typed).decDeg()).isCloseTo(-0.5, within(1e-9));
    }

    @Test
    void hoursAndMinutesWithoutSecondsAreEnough() {
        assertThat(SkyPosition.parse("05:34.5 +22:00").raDeg()).isCloseTo(83.625, within(1e-9));
        assertThat(SkyPosition.parse("05:34 +22:30").decDeg()).isCloseTo(22.5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Crab",
                "83.6",
                "5h 34",
                "0534+2200",
                "83.6 22.0 1.0 2.0 3.0",
                "NaN NaN",
                "1e5 2",
                "05:34:31.97",
                "'; DROP TABLE"
            })
    void whatIsNoPositionIsQuotedWithTheFormsThatAre(String typed) {
        assertThatThrownBy(() -> SkyPosition.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(typed)
                .hasMessageContaining("05:34:31.9 +22:00:52");
    }

    @Test
    void whatIsOffTheSkyIsRefusedWithTheValue() {
        assertThatThrownBy(() -> SkyPosition.parse("400 10")).hasMessageContaining("0 to 360 degrees, found 400");
        assertThatThrownBy(() -> SkyPosition.parse("10 91")).hasMessageContaining("-90 to 90 degrees, found 91");
        assertThatThrownBy(() -> SkyPosition.parse("05:61:00 +10:00:00")).hasMessageContaining("below 60");
        assertThatThrownBy(() -> SkyPosition.parse("25:00:00 +10:00:00")).hasMessageContaining("found 375");
    }

    @Test
    void theSkyIsClosedAtZeroHours() {
        assertThat(SkyPosition.parse("24h00m00s +10d00m00s")).isEqualTo(new SkyPosition(0, 10));
        assertThat(SkyPosition.parse("360 10")).isEqualTo(new SkyPosition(0, 10));
        assertThat(SkyPosition.parse("-0.5 10")).isEqualTo(new SkyPosition(359.5, 10));
        assertThatThrownBy(() -> SkyPosition.parse("-181 10")).hasMessageContaining("found -181");
        assertThatThrownBy(() -> SkyPosition.parse("24h00m01s +10d00m00s")).hasMessageContaining("found 360.004");
    }

    @Test
    void sexagesimalCarriesWhenSecondsRoundUp() {
        assertThat(SkyPosition.raSexagesimal(359.9999999)).isEqualTo("00h00m00.00s");
        assertThat(SkyPosition.decSexagesimal(-89.99999999)).isEqualTo("−90°00′00.0″");
        assertThat(SkyPosition.decSexagesimal(-0.5)).isEqualTo("−00°30′00.0″");
        assertThat(new SkyPosition(83.63321, 22.01446).sexagesimal()).isEqualTo("05h34m31.97s +22°00′52.1″");
    }

    @Test
    void whatIsShownReadsBack() {
        SkyPosition shown = SkyPosition.parse(new SkyPosition(266.41683, -29.00781).sexagesimal());

        assertThat(shown.raDeg()).isCloseTo(266.41683, within(3e-5));
        assertThat(shown.decDeg()).isCloseTo(-29.00781, within(2e-5));
    }
}
