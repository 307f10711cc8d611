// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Optional;
import org.vo4he.fits.HduWriter;

/// The cards of the energies that were selected.
final class EnergyCards {

    private EnergyCards() {}

    /// @param bandKev least and greatest; an open end has no card
    static void write(Optional<double[]> bandKev, HduWriter hdu) {
        if (bandKev.isEmpty()) {
            return;
        }
        double[] band = bandKev.get();
        if (Double.isFinite(band[0])) {
            hdu.card("E_MIN", band[0], "[keV] least energy selected");
        }
        if (Double.isFinite(band[1])) {
            hdu.card("E_MAX", band[1], "[keV] greatest energy selected");
        }
        if (Double.isFinite(band[0]) || Double.isFinite(band[1])) {
            hdu.card("E_UNIT", "keV", "unit of E_MIN and E_MAX");
        }
    }
}
