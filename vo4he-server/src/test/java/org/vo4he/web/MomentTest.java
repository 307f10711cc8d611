// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [Moment] against MJDs that are common knowledge: 2000-01-01 is 51544, 2009-03-01 is 54891.
class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "2000-01-01, 51544",
        "2000-01-01T12:00:00, 51544.5",
        "2000-01-01 06:00, 51544.25",
        "2000-01-01T12:00:00Z, 51544.5",
        "2009-03, 54891",
        "2009, 54832",
        "54891.25, 54891.25",
        "MJD 54891.25, 54891.25",
        "JD2451545, 51544.5",
        "JD 2451545.0, 51544.5",
        "2000-001, 51544",
        "2009-060, 54891",
        "2000-01-01T13:00:00+01:00, 51544.5",
        "2000-01-01 00:30:00-0530, 51544.25",
        "2000-01-01T12:00+00:00, 51544.5",
        "1858-11-17, 0"
    })
    void aDateOrAnMjdStartsWhereItSays(String typed, double mjd) {
        assertThat(Moment.startMjd(typed)).isCloseTo(mjd, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01, 51545",
        "2000-001, 51545",
        "2000-366, 51910",
        "2000, 51910",
        "2000-01, 51575",
        "2000-01-01T12:00, 51544.5",
        "51544.5, 51544.5"
    })
    void untilADayMeansUntilItsEnd(String typed, double mjd) {
        assertThat(Moment.endMjd(typed)).isCloseTo(mjd, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2009-02-30",
                "2009-13",
                "2009-13-01",
                "2009-366",
                "2009-000",
                "2009-01-01T10:00+99:00",
                "2009-01-01T25:00"
            })
    void aDayThatIsNotInTheCalendarIsSaidSo(String typed) {
        assertThatThrownBy(() -> Moment.startMjd(typed)).hasMessage("'" + typed + "' is not in the calendar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "01/03/2009", "-5", "1e9", "2009-3-1"})
    void whatIsNoTimeIsQuotedWithTheFormsThatAre(String typed) {
        assertThatThrownBy(() -> Moment.startMjd(typed))
                .hasMessageContaining(typed)
                .hasMessageContaining("54891.5");
    }

    @Test
    void aJulianDateIsRecognised() {
        assertThatThrownBy(() -> Moment.startMjd("2454891.5")).hasMessageContaining("subtract 2400000.5");
    }

    @Test
    void anMjdIsShownAsADate() {
        assertThat(Moment.iso(54891.25)).isEqualTo("2009-03-01T06:00:00");
        assertThat(Moment.iso(54891 + 0.25 / 86_400)).isEqualTo("2009-03-01T00:00:00.250");
        assertThat(Moment.minute(54891.25)).isEqualTo("2009-03-01 06:00");
        assertThat(Moment.iso(-1.5)).isEqualTo("1858-11-15T12:00:00");
    }
}
