// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import org.vo4he.sphere.UnitVector;

/// How directions come to the plane that touches the sky in the middle of a map (FITS WCS paper II, sections 5.1.3 and
/// 5.1.8): away from the middle by a factor of their part along the plane.
enum SkyProjection {
    /// Great circles are straight; half of the sky at most.
    TAN,
    /// Equal areas; all of the sky but the point opposite of the middle.
    ZEA;

    /// NaN for what has no place on the plane.
    private double factor(double cosine) {
        return switch (this) {
            case TAN -> cosine > 0 ? 1 / cosine : Double.NaN;
            case ZEA -> cosine > -1 ? Math.sqrt(2 / (1 + cosine)) : Double.NaN;
        };
    }

    /// @param axis the western or the northern direction of the plane
    double onPlane(UnitVector direction, UnitVector centre, UnitVector axis) {
        return Math.toDegrees(direction.dot(axis) * factor(direction.dot(centre)));
    }

    /// How far from the middle, in degrees on the plane, a direction is that is so far on the sky.
    double distanceDeg(double separationDeg) {
        double angle = Math.toRadians(separationDeg);
        return Math.toDegrees(
                switch (this) {
                    case TAN -> Math.tan(angle);
                    case ZEA -> 2 * Math.sin(angle / 2);
                });
    }
}
