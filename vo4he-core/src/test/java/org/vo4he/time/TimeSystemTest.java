// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [TimeSystem] against astropy.time 5.2 (ERFA); agreement to 10 microseconds.
class TimeSystemTest {

    private static final double TEN_MICROSECONDS = 1e-5 / 86400;

    @ParameterizedTest
    @CsvSource({
        "TT, 54110.35597228, 54110.35521783555",
        "TDB, 57754.0, 57753.9991992691",
        "TAI, 57754.25, 57754.24957175926",
        "TT, 50814.0, 50813.9992687037",
        "TT, 57753.99999, 57753.99918926864",
        "TDB, 51910.00074287, 51910.00000000054",
        "UTC, 57754.5, 57754.5",
        "GPS, 57754.25, 57754.24979166667",
        "TCB, 57754.25, 57754.248972724185",
        "TCG, 57754.25, 57754.24918907695",
    })
    void aDateBecomesUtcWithTheLeapSecondsOfItsDay(TimeSystem system, double mjd, double utc) {
        double days = Math.floor(mjd);

        assertThat(system.toMjdUtc(days, mjd - days).orElseThrow()).isCloseTo(utc, within(TEN_MICROSECONDS));
    }

    @Test
    void aDateThatNoSatelliteSawIsRefused() {
        assertThat(TimeSystem.TT.toMjdUtc(0, 0)).isEmpty();
        assertThat(TimeSystem.TT.toMjdUtc(9e9, 0)).isEmpty();
        assertThat(TimeSystem.UTC.toMjdUtc(Double.NaN, 0)).isEmpty();
    }

    @Test
    void oldNamesOfTerrestrialTimeAreKnownAndNamesOfFormatsAreNot() {
        assertThat(TimeSystem.named(" tdt ")).contains(TimeSystem.TT);
        assertThat(TimeSystem.named("utc")).contains(TimeSystem.UTC);
        assertThat(TimeSystem.named("MJD")).isEmpty();
        assertThat(TimeSystem.named("1993.0")).isEmpty();
    }

    @Test
    void universalTimesAreUtcAndAFreeClockCanNotBeDated() {
        assertThat(TimeSystem.named("UT")).contains(TimeSystem.UTC);
        assertThat(TimeSystem.named("UT1")).contains(TimeSystem.UTC);
        assertThat(TimeSystem.named("UTC(NIST)")).contains(TimeSystem.UTC);
        assertThat(TimeSystem.named("local")).contains(TimeSystem.LOCAL);
        assertThat(TimeSystem.LOCAL.toMjdUtc(57754, 0)).isEmpty();
    }

    @Test
    void theReferenceIsMadeOfThePairOrOfTheSingleCard() {
        assertThat(MjdReference.of(Optional.of(51910.0), Optional.of(7.4287037e-4), Optional.of(1.0)))
                .contains(new MjdReference(51910, 7.4287037e-4));
        assertThat(MjdReference.of(Optional.empty(), Optional.of(0.5), Optional.of(50814.5)))
                .contains(new MjdReference(50814, 0.5));
        assertThat(MjdReference.of(Optional.empty(), Optional.of(0.5), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aSwiftClockReadingIsTheUtcThatAstropySays() {
        MjdReference swift = new MjdReference(51910, 7.4287037e-4);

        assertThat(swift.toMjdUtc(190110691.8209717, TimeSystem.TT).orElseThrow())
                .isCloseTo(54110.355217835, within(1e-9));
    }
}
