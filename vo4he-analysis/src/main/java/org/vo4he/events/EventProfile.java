// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;

/// Events in rings around a place: a radial profile. An event on the edge between two rings counts in the outer one,
/// one on the outermost edge in the last.
///
/// @param isSky whether radii and areas are of the sky: in degrees and square degrees; else in sky pixels
/// @param raDeg of the centre, in ICRS; NaN if unknown
/// @param decDeg likewise
/// @param edges one more than there are rings
/// @param counts events of the source selection in each ring
/// @param areas of the part of each ring that lies in the region of the source, by the definition of
///     [Outcome#solidAngleDeg2]
/// @param background events of the background, by its area; empty without a background
/// @param exposureSeconds of the source; empty if unknown
public record EventProfile(
        boolean isSky,
        double raDeg,
        double decDeg,
        double[] edges,
        long[] counts,
        double[] areas,
        Optional<Background> background,
        Optional<Double> exposureSeconds) {

    /// @param counts in all of its region
    /// @param area of its region, in the unit of the rings
    public record Background(long counts, double area) {}

    public int rings() {
        return counts.length;
    }

    /// Background expected in a ring.
    public double backgroundIn(int ring) {
        return background.map(of -> of.counts() * (areas[ring] / of.area())).orElse(0.0);
    }

    /// Net counts by area; NaN where a ring has no area.
    public double brightness(int ring) {
        return areas[ring] > 0 ? (counts[ring] - backgroundIn(ring)) / areas[ring] : Double.NaN;
    }

    /// The standard deviation of [#brightness] by the roots of the counts.
    public double brightnessError(int ring) {
        double ratio = background.map(of -> areas[ring] / of.area()).orElse(0.0);
        return areas[ring] > 0 ? Math.sqrt(counts[ring] + ratio * backgroundIn(ring)) / areas[ring] : Double.NaN;
    }
}
