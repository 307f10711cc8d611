// SPDX-License-Identifier: Apache-2.0
package org.vo4he.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [Unit] against spellings taken from files of a dozen missions.
class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "keV, KEV",
        "KeV, KEV",
        "TeV, TEV",
        "MEV, MEV",
        "[eV], EV",
        "Angstrom, ANGSTROM",
        "' deg ', DEGREE",
        "DEGREES, DEGREE",
        "S, SECOND",
        "min, MINUTE",
        "d, DAY",
        "PIXELS, PIXELS",
        "chan, CHANNELS",
    })
    void aSpellingIsUnderstoodInAnyCase(String spelling, Unit unit) {
        assertThat(Unit.parse(spelling)).contains(unit);
    }

    @Test
    void anUnknownSpellingIsNoUnit() {
        assertThat(Unit.parse("count/s")).isEmpty();
        assertThat(Unit.parse("")).isEmpty();
        assertThat(Unit.parse("keV", Unit.Dimension.TIME)).isEmpty();
    }

    @Test
    void numbersAreConvertedWithinADimensionOnly() {
        assertThat(Unit.TEV.convert(0.5, Unit.KEV)).isCloseTo(5e8, within(1e-3));
        assertThat(Unit.DAY.convert(2, Unit.SECOND)).isEqualTo(172800);
        assertThat(Unit.ERG.convert(1, Unit.KEV)).isCloseTo(6.241509074e8, within(1.0));
        assertThatThrownBy(() -> Unit.KEV.convert(1, Unit.SECOND)).hasMessage("keV is no unit of time");
    }

    @ParameterizedTest
    @CsvSource({
        "2300, EV, KEV, 2.3",
        "0.7, KEV, EV, 700",
        "4.1, MEV, KEV, 4100",
        "0.3, TEV, GEV, 300",
        "7, TEV, EV, 7e12"
    })
    void powersOfTenKeepTheDigits(double value, Unit from, Unit to, double expected) {
        assertThat(from.convert(value, to)).isEqualTo(expected);
    }
}
