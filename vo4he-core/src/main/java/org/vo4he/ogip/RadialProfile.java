// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Optional;

/// Events in rings around a place.
///
/// @param raDeg of the centre, ICRS; NaN for none
/// @param decDeg likewise
/// @param unit of the radii, `arcsec` or `pixel`
/// @param edges one more than there are rings
/// @param counts in each ring, the background's not taken off
/// @param areas in the square of the unit
/// @param background expected in each ring; empty when none was taken off
/// @param brightness net counts per second and area, or per area where no exposure is known; NaN without area
/// @param errors of it
/// @param exposureSeconds EXPOSURE; empty if unknown
/// @param bandKev energies selected, least and greatest; empty for all
public record RadialProfile(
        double raDeg,
        double decDeg,
        String unit,
        double[] edges,
        int[] counts,
        double[] areas,
        Optional<double[]> background,
        double[] brightness,
        double[] errors,
        Optional<Double> exposureSeconds,
        Optional<double[]> bandKev) {

    public RadialProfile {
        if (edges.length != counts.length + 1) {
            throw new IllegalArgumentException(edges.length + " edges don't bound " + counts.length + " rings");
        }
    }
}
