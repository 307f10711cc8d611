// SPDX-License-Identifier: Apache-2.0
package org.vo4he.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Spellings of units; the judge is the text of VOUnits 1.1, sections 2.2 to 2.10.
class VoUnitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "deg",
                "keV",
                "Angstrom",
                "count",
                "ct.s**-1",
                "count/s",
                "photon.cm**-2.s**-1.keV**-1",
                "10**-12erg/cm**2",
                "erg.s**-1.cm**-2",
                "mJy/beam",
                "m**(3/2)",
                "10**3.m",
                "%",
                "(m.s)**2",
                "ct/(s.keV)",
                "'furlong'"
            })
    void whatTheStandardAllowsIsAUnit(String text) {
        assertThat(VoUnit.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"counts", "kev", "cts/s/keV", "erg cm^-2", "m**", "/s/m", "NotAUnit", "deg arcmin", "kdeg"})
    void whatItDoesNotAllowIsNone(String text) {
        assertThat(VoUnit.isWellFormed(text)).isFalse();
    }
}
