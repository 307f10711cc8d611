// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit.simulated;

/// Equal bins from 0.3 to 10 keV. Photon energies and detector channels share them; channels count from 1.
final class EnergyGrid {

    static final int BINS = 970;
    static final int FIRST_CHANNEL = 1;
    static final double BIN_KEV = 0.01;

    private static final int FIRST_EDGE = 30; // in bins above 0 keV

    private EnergyGrid() {}

    static double lowKev(int bin) {
        return (FIRST_EDGE + bin) / 100.0;
    }

    static double highKev(int bin) {
        return lowKev(bin + 1);
    }

    static double middleKev(int bin) {
        return (2 * (FIRST_EDGE + bin) + 1) / 200.0;
    }
}
