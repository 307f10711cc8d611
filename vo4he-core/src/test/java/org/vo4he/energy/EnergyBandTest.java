// SPDX-License-Identifier: Apache-2.0
package org.vo4he.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.units.Unit;

/// [EnergyBand] against the band edges of XMM-Newton's catalogues, in metres.
class EnergyBandTest {

    @ParameterizedTest
    @CsvSource({"0.2, 12, 1.03320165e-10, 6.19920992e-9", "0.5, 4.5, 2.75520441e-10, 2.47968397e-9"})
    void theHighestEnergyIsTheShortestWavelength(double low, double high, double shortest, double longest) {
        EnergyBand band = new EnergyBand(low, high);

        assertThat(band.shortestWavelengthMetres()).isCloseTo(shortest, within(1e-18));
        assertThat(band.longestWavelengthMetres().orElseThrow()).isCloseTo(longest, within(1e-17));
    }

    @Test
    void aBandThatStartsAtZeroHasNoLongestWavelength() {
        assertThat(new EnergyBand(0, 12).longestWavelengthMetres()).isEmpty();
    }

    @Test
    void wavelengthsComeInTheOtherOrder() {
        EnergyBand band = EnergyBand.between(5, 38, Unit.ANGSTROM).orElseThrow();

        assertThat(band.lowKev()).isCloseTo(12.39841984332 / 38, within(1e-12));
        assertThat(band.highKev()).isCloseTo(12.39841984332 / 5, within(1e-12));
    }

    @Test
    void channelsAndNegativeNumbersMakeNoBand() {
        assertThat(EnergyBand.between(0, 4095, Unit.CHANNELS)).isEmpty();
        assertThat(EnergyBand.between(-1, 12, Unit.KEV)).isEmpty();
        assertThat(EnergyBand.between(2, 2, Unit.KEV)).isEmpty();
        assertThatThrownBy(() -> new EnergyBand(2, 1)).hasMessage("no energy band: 2.0 to 1.0 keV");
    }

    /// 1.239841984332e-6 eV m by these numbers, on paper.
    @ParameterizedTest
    @CsvSource({
        "5, 2.479683968664e-10, 5000",
        "0.7, 1.77120283476e-9, 700",
        "1e7, 1.239841984332e-16, 1e10",
        "3e5, 4.13280661444e-15, 3e8",
        "12.3456, 1.004278434690902e-10, 12345.6"
    })
    void anEnergyComesBackFromItsWavelengthAsItWasWritten(double kev, double metres, double electronvolts) {
        double wavelength = new EnergyBand(0, kev).shortestWavelengthMetres();

        assertThat(wavelength).isEqualTo(metres);
        assertThat(EnergyBand.twin(wavelength)).isEqualTo(electronvolts);
    }
}
