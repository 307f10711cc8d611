// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [CalendarTime] against the forms of FITS 4.0, section 9.1.1.
class CalendarTimeTest {

    @Test
    void aDateWithATimeOfDayIsRead() {
        assertThat(CalendarTime.parse("2007-01-10T07:27:08.5"))
                .contains(new CalendarTime(54110, (7 * 3600 + 27 * 60 + 8.5) / 86400, true));
    }

    @Test
    void aDateAloneSaysThatItHasNoTimeOfDay() {
        assertThat(CalendarTime.parse("2004-03-26")).contains(new CalendarTime(53090, 0, false));
        assertThat(CalendarTime.parse("06/01/96")).contains(new CalendarTime(50088, 0, false));
    }

    @Test
    void theTimeOfDayOfAnotherCardIsAdded() {
        assertThat(CalendarTime.parse("2004-03-26", Optional.of("02:57:47")))
                .contains(new CalendarTime(53090, (2 * 3600 + 57 * 60 + 47) / 86400.0, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2007-13-10", "2007-02-30", "N/A", "", "10.5", "2007-01-10T25:00:00", "31/02/99"})
    void whatIsNoDateIsNone(String text) {
        assertThat(CalendarTime.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2007-01-10T07:27:08", "2016-12-31T23:59:59.999", "1999-01-01T00:00:00"})
    void theDaliFormIsTheIsoForm(String text) {
        assertThat(CalendarTime.parse(text).orElseThrow().toDali()).isEqualTo(text);
    }
}
