// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit.simulated;

/// An invented X-ray CCD behind an invented mirror, with the shapes of real ones: gold edge, silicon edge, escape peak.
final class CcdCamera {

    private static final double SILICON_K_KEV = 1.839;
    private static final double ESCAPE_KEV = 1.740;
    private static final double ESCAPE_FRACTION = 0.01;
    private static final double GOLD_M_KEV = 2.21;

    private static final double PAIR_KEV = 0.00365; // energy per electron-hole pair in silicon
    private static final double FANO = 0.115;
    private static final double NOISE_KEV = 0.020;

    /// Below this a matrix element is not stored (LO_THRES).
    static final double THRESHOLD = 1e-5;

    private CcdCamera() {}

    /// Mirror area times the chance that the filter lets the photon pass and the chip stops it, cm².
    static double areaCm2(double energyKev) {
        double mirror = 900 / (1 + StrictMath.pow(energyKev / 5.5, 4));
        double goldEdge = energyKev < GOLD_M_KEV ? 1 : 0.78;
        double filter = StrictMath.exp(-0.08 / StrictMath.pow(energyKev, 3));
        double siliconDepth = (energyKev < SILICON_K_KEV ? 60 : 700) / StrictMath.pow(energyKev, 2.8);
        double chip = 1 - StrictMath.exp(-siliconDepth);
        double deadLayer = energyKev < SILICON_K_KEV ? 1 : 0.93;
        return mirror * goldEdge * filter * chip * deadLayer;
    }

    /// The chance that a photon of this energy is counted in this bin; 0 where it is below the threshold.
    static double redistribution(int photonBin, int channelBin) {
        double energyKev = EnergyGrid.middleKev(photonBin);
        double escape = energyKev > SILICON_K_KEV ? ESCAPE_FRACTION : 0;
        double pulseKev = EnergyGrid.middleKev(channelBin);
        double chance = (1 - escape) * line(pulseKev, energyKev) + escape * line(pulseKev, energyKev - ESCAPE_KEV);
        return chance < THRESHOLD ? 0 : (float) chance;
    }

    /// A Gaussian at `centreKev`, per bin.
    static double line(double pulseKev, double centreKev) {
        double sigmaKev = StrictMath.sqrt(NOISE_KEV * NOISE_KEV + FANO * PAIR_KEV * Math.max(centreKev, 0));
        double deviation = (pulseKev - centreKev) / sigmaKev;
        return EnergyGrid.BIN_KEV
                / (sigmaKev * StrictMath.sqrt(2 * StrictMath.PI))
                * StrictMath.exp(-deviation * deviation / 2);
    }
}
