// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [PhotonEnergy] against 12.39842 keV Å.
class PhotonEnergyTest {

    @Test
    void oneKevIs12Point4Angstrom() {
        assertThat(PhotonEnergy.metres(1)).isCloseTo(12.398419843e-10, within(1e-18));
        assertThat(PhotonEnergy.kev(PhotonEnergy.metres(0.3))).isCloseTo(0.3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "2 keV, 2",
        "200eV, 0.2",
        "1 TeV, 1e9",
        "30 gev, 3e7",
        "1e3, 1000",
        ".3, 0.3",
        "5 MeV, 5000",
        "12 angstrom, 1.0332016536",
        "12 Å, 1.0332016536",
        "12.398419843320026\u212b, 1",
        "12 Angstroms, 1.0332016536",
        "1.2 nm, 1.0332016536"
    })
    void energiesAreKevUnlessTheySayOtherwise(String typed, double kev) {
        assertThat(PhotonEnergy.parseKev(typed)).isCloseTo(kev, within(kev * 1e-10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "keV", "0 Å", "5 m", "NaN", "1e999", "0.5-10"})
    void whatIsNoEnergyAboveZeroIsQuoted(String typed) {
        assertThatThrownBy(() -> PhotonEnergy.parseKev(typed)).hasMessageContaining("'" + typed + "'");
    }

    @Test
    void rangesAreShownInTheUnitOfTheirUpperEnd() {
        assertThat(PhotonEnergy.range(0.3, 10)).isEqualTo("0.3–10 keV");
        assertThat(PhotonEnergy.range(5e7, 1e11)).isEqualTo("0.05–100 TeV");
        assertThat(PhotonEnergy.range(1e4, 1e6)).isEqualTo("0.01–1 GeV");
        assertThat(PhotonEnergy.range(0.1, 2.4)).isEqualTo("0.1–2.4 keV");
        assertThat(PhotonEnergy.range(0.002, 10)).isEqualTo("0.002–10 keV");
        assertThat(PhotonEnergy.range(0.002, 0.006)).isEqualTo("2–6 eV");
        assertThat(PhotonEnergy.range(0.1, 1e9)).isEqualTo("0.1 keV – 1 TeV");
    }
}
