// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit.simulated;

/// A power law behind cold gas: the photon flux that reaches the telescope.
///
/// Only [StrictMath] is used here and in the camera: its results are the same bits on every machine.
///
/// @param normalisation photons/cm²/s/keV at 1 keV, before absorption
/// @param photonIndex positive for a falling spectrum
/// @param hydrogenColumn of the absorber, atoms/cm²
record AbsorbedPowerLaw(double normalisation, double photonIndex, double hydrogenColumn) {

    /// Cross-section per hydrogen atom: 1e-24 cm² (c0 + c1 E + c2 E²) / E³, E in keV.
    private record Segment(double fromKev, double c0, double c1, double c2) {}

    /// Morrison & McCammon 1983, ApJ 270, 119, table 2, from 0.284 keV up.
    private static final Segment[] MORRISON_MCCAMMON = {
        new Segment(0.284, 78.1, 18.8, 4.3),
        new Segment(0.400, 71.4, 66.8, -51.4),
        new Segment(0.532, 95.5, 145.8, -61.1),
        new Segment(0.707, 308.9, -380.6, 294.0),
        new Segment(0.867, 120.6, 169.3, -47.7),
        new Segment(1.303, 141.3, 146.8, -31.5),
        new Segment(1.840, 202.7, 104.7, -17.0),
        new Segment(2.471, 342.7, 18.7, 0),
        new Segment(3.210, 352.2, 18.7, 0),
        new Segment(4.038, 433.9, -2.4, 0.75),
        new Segment(7.111, 629.0, 30.9, 0),
        new Segment(8.331, 701.2, 25.2, 0),
    };

    /// Photons/cm²/s/keV.
    double photonFlux(double energyKev) {
        return normalisation
                * StrictMath.pow(energyKev, -photonIndex)
                * StrictMath.exp(-hydrogenColumn * crossSectionCm2(energyKev));
    }

    /// Of cosmic gas per hydrogen atom, between 0.284 and 10 keV.
    static double crossSectionCm2(double energyKev) {
        Segment segment = MORRISON_MCCAMMON[0];
        for (Segment next : MORRISON_MCCAMMON) {
            if (energyKev >= next.fromKev()) {
                segment = next;
            }
        }
        double polynomial = segment.c0() + segment.c1() * energyKev + segment.c2() * energyKev * energyKev;
        return 1e-24 * polynomial / (energyKev * energyKev * energyKev);
    }
}
