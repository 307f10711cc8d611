// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Optional;
import org.vo4he.energy.EnergyBand;
import org.vo4he.units.Unit;

/// In what the energy of photons is counted along an axis. A density is always one per unit of its axis, so that the
/// area under a curve stays the number of counts.
public enum EnergyAxisUnit {
    /// keV; where the file itself counts in MeV, GeV or TeV, that unit.
    KEV("keV", "Energy", Unit.KEV),
    ANGSTROM("Angstrom", "Wavelength", Unit.ANGSTROM),
    HERTZ("Hz", "Frequency", Unit.HERTZ);

    /// h c in keV Å: [EnergyBand#HC_EV_METRES] in other units.
    private static final double HC_KEV_ANGSTROM = EnergyBand.HC_EV_METRES * 1e7;

    /// 1 keV / h in Hz: e 1000 / h, both exact in SI 2019.
    private static final double HERTZ_PER_KEV = 299792458 / (EnergyBand.HC_EV_METRES * 1e-3);

    private final String word;
    private final String quantity;
    private final Unit unit;

    EnergyAxisUnit(String word, String quantity, Unit unit) {
        this.word = word;
        this.quantity = quantity;
        this.unit = unit;
    }

    /// `keV`, `Angstrom`, `Hz`: the spelling of VOUnits, and of addresses.
    public String word() {
        return word;
    }

    /// The unit of this word, whatever its case; Å is known too.
    public static Optional<EnergyAxisUnit> of(String word) {
        return word.strip().equals("Å")
                ? Optional.of(ANGSTROM)
                : Arrays.stream(values())
                        .filter(unit -> unit.word.equalsIgnoreCase(word.strip()))
                        .findFirst();
    }

    /// In which of them an axis counts photon energies, when it does.
    public static Optional<EnergyAxisUnit> along(PlotData.Axis axis) {
        return Unit.parse(axis.unit(), Unit.Dimension.ENERGY).isPresent() ? Optional.of(KEV) : of(axis.unit());
    }

    /// What is counted: `Energy`, `Wavelength`, `Frequency`.
    public String quantity() {
        return quantity;
    }

    Unit unit() {
        return unit;
    }

    /// `keV`, `Å`, `Hz`: for a person.
    String symbol() {
        return this == ANGSTROM ? "Å" : word;
    }

    /// Infinite for the wavelength of energy 0.
    double ofKev(double kev) {
        return switch (this) {
            case KEV -> kev;
            case ANGSTROM -> HC_KEV_ANGSTROM / kev;
            case HERTZ -> kev * HERTZ_PER_KEV;
        };
    }
}
