// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import org.vo4he.sphere.UnitVector;

/// Hammer's equal-area projection of the whole sky (Calabretta and Greisen 2002, A&A 395, 1077, section 5.1.4, there
/// Hammer-Aitoff): 0h in the middle, east to the left, `y` growing downwards as on a screen.
final class Hammer {

    /// Of a sphere of radius 250: the sky is an ellipse of these half axes.
    static final double HALF_WIDTH = 500 * Math.sqrt(2);

    static final double HALF_HEIGHT = 250 * Math.sqrt(2);

    private Hammer() {}

    record Point(double x, double y) {

        /// Whether a line from here to there would cross the whole map, because it leaves at one edge and comes back at
        /// the other.
        boolean isAcrossFrom(Point other) {
            return Math.abs(x - other.x) > HALF_WIDTH / 2;
        }
    }

    static Point point(UnitVector direction) {
        return point(direction.raDeg(), direction.decDeg());
    }

    static Point point(double raDeg, double decDeg) {
        double longitude = Math.IEEEremainder(raDeg, 360);
        return unturned(longitude, decDeg);
    }

    /// Of a longitude that may lie beyond 180 degrees, and then a little outside the map.
    static Point unturned(double longitudeDeg, double decDeg) {
        double half = Math.toRadians(longitudeDeg / 2);
        double dec = Math.toRadians(decDeg);
        double z = Math.sqrt(1 + Math.cos(dec) * Math.cos(half));
        return new Point(-HALF_WIDTH * Math.cos(dec) * Math.sin(half) / z, -HALF_HEIGHT * Math.sin(dec) / z);
    }
}
