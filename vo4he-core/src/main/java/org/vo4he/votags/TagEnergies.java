// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.vo4he.obscore.ObsCoreColumn.EM_MAX;
import static org.vo4he.obscore.ObsCoreColumn.EM_MIN;
import static org.vo4he.obscore.ObsCoreColumn.EM_UNIT;
import static org.vo4he.obscore.ObsCoreColumn.ENERGY_MAX;
import static org.vo4he.obscore.ObsCoreColumn.ENERGY_MIN;

import java.util.Locale;
import java.util.Map;
import org.vo4he.fits.Card;
import org.vo4he.obscore.ObsCoreColumn;

/// What wavelengths and energies in tags say together: energies that stand where wavelengths belong, and energies that
/// are not those of the wavelengths.
record TagEnergies(TagValues values) {

    /// Electronvolts.
    private static final Map<String, Double> ENERGY_UNITS =
            Map.of("ev", 1.0, "kev", 1e3, "mev", 1e6, "gev", 1e9, "tev", 1e12);

    /// h c in eV m (CODATA 2018); the draft of the high-energy extension states the same number.
    private static final double HC_EV_METRE = 1.239841984332e-6;

    /// No wavelength of high-energy astrophysics is longer; beside an energy unit such a number is an energy.
    private static final double LONGEST_WAVELENGTH_METRE = 1e-3;

    /// Numbers rounded to four digits still agree.
    private static final double ROUNDING = 1e-3;

    void settle(TagCards cards) {
        Card unit = cards.tags().get(VoTagsKeyword.of(EM_UNIT));
        Double electronvolts =
                unit == null ? null : ENERGY_UNITS.get(unit.value().strip().toLowerCase(Locale.ROOT));
        if (electronvolts != null && (isEnergy(EM_MIN) || isEnergy(EM_MAX))) {
            convert(unit, electronvolts);
        }
        compare(ENERGY_MIN, EM_MAX);
        compare(ENERGY_MAX, EM_MIN);
    }

    private void convert(Card unit, double electronvolts) {
        String found = "EM_MIN = " + found(EM_MIN) + ", EM_MAX = " + found(EM_MAX) + " beside EM_UNIT = '"
                + unit.value() + "' are no wavelengths in metres";
        if (!isEnergy(EM_MIN) || !isEnergy(EM_MAX)) {
            values.remove(EM_MIN);
            values.remove(EM_MAX);
            values.note(VoTagsFinding.ENERGY_FOR_WAVELENGTH, "EM_MIN", found + "; they are left out");
            return;
        }
        double first = values.number(EM_MIN);
        double second = values.number(EM_MAX);
        double least = HC_EV_METRE / (Math.max(first, second) * electronvolts);
        double most = HC_EV_METRE / (Math.min(first, second) * electronvolts);
        values.replace(EM_MIN, least);
        values.replace(EM_MAX, most);
        values.note(
                VoTagsFinding.ENERGY_FOR_WAVELENGTH, "EM_MIN", found + "; read as " + least + " and " + most + " m");
    }

    private boolean isEnergy(ObsCoreColumn column) {
        Double number = values.number(column);
        return number != null && number > LONGEST_WAVELENGTH_METRE;
    }

    private String found(ObsCoreColumn column) {
        Double number = values.number(column);
        return number == null ? "unset" : number.toString();
    }

    /// The energy in eV times the wavelength in metres is h c; nobody knows which of the two is meant when not.
    private void compare(ObsCoreColumn energy, ObsCoreColumn wavelength) {
        Double electronvolts = values.number(energy);
        Double metres = values.number(wavelength);
        if (electronvolts == null || metres == null) {
            return;
        }
        double ratio = electronvolts * metres / HC_EV_METRE;
        if (!(Math.abs(ratio - 1) <= ROUNDING)) {
            String keyword = VoTagsKeyword.of(energy).name();
            values.note(
                    VoTagsFinding.ENERGY_CONTRADICTION,
                    keyword,
                    keyword + " = " + electronvolts + " eV and "
                            + VoTagsKeyword.of(wavelength).name() + " = " + metres
                            + " m contradict each other: a photon of "
                            + metres + " m has " + (HC_EV_METRE / metres) + " eV");
        }
    }
}
