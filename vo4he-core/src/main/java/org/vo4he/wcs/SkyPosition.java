// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

/// A direction in ICRS.
///
/// @param raDeg 0 to below 360
/// @param decDeg -90 to 90
public record SkyPosition(double raDeg, double decDeg) {

    public SkyPosition {
        if (!(raDeg >= 0 && raDeg < 360 && decDeg >= -90 && decDeg <= 90)) {
            throw new IllegalArgumentException("no position: RA " + raDeg + ", Dec " + decDeg);
        }
    }

    /// Angle between two directions, degrees; exact also for small angles.
    public double separationDeg(SkyPosition other) {
        return Direction.of(raDeg, decDeg).angleDeg(Direction.of(other.raDeg, other.decDeg));
    }
}
