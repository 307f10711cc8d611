// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import org.vo4he.units.Unit;

/// An axis of photon energies in the unit that a viewer chose. Energies themselves are in keV, unless the file counts
/// in MeV or more: then in the unit of the file.
///
/// @param energyUnit of energies, keV or larger
record SpectralAxis(EnergyAxisUnit chosen, Unit energyUnit) {

    /// @param fileUnit in which the file gives energies or wavelengths
    static SpectralAxis of(EnergyAxisUnit chosen, Unit fileUnit) {
        return new SpectralAxis(
                chosen,
                switch (fileUnit) {
                    case MEV, GEV, TEV, PEV -> fileUnit;
                    default -> Unit.KEV;
                });
    }

    double ofKev(double kev) {
        return switch (chosen) {
            case KEV -> Unit.KEV.convert(kev, energyUnit);
            case ANGSTROM, HERTZ -> chosen.ofKev(kev);
        };
    }

    String quantity() {
        return chosen.quantity();
    }

    /// In the spelling of VOUnits.
    String unit() {
        return chosen == EnergyAxisUnit.KEV ? energyUnit.vounit() : chosen.word();
    }

    /// For a person: `keV`, `Å`.
    String symbol() {
        return chosen == EnergyAxisUnit.KEV ? energyUnit.vounit() : chosen.symbol();
    }
}
