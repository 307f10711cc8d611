// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import static java.lang.Math.cos;
import static java.lang.Math.log;
import static java.lang.Math.sin;
import static java.lang.Math.tan;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import java.util.function.DoubleUnaryOperator;

/// Projections whose inverse has no closed form: the root is put between bounds, which are halved.
final class BracketedProjections {

    private static final int HALVINGS = 200;

    private BracketedProjections() {}

    /// Airy's (paper II, section 5.1.9); PV2_1 is the latitude at the edge of the region of least error.
    ///
    /// @return native latitude in degrees, NaN beyond the horizon
    static double airLatitudeDeg(double radiusDeg, double edgeLatDeg) {
        double edge = toRadians(90 - edgeLatDeg) / 2;
        double weight = edge == 0 ? -0.5 : log(cos(edge)) / (tan(edge) * tan(edge));
        double radius = toRadians(radiusDeg);
        if (radius == 0) {
            return 90;
        }
        double half = root(xi -> radius + 2 * (log(cos(xi)) / tan(xi) + weight * tan(xi)), 1e-15, Math.PI / 2 - 1e-9);
        return 90 - 2 * toDegrees(half);
    }

    /// Hassler's polyconic (paper II, section 5.5.2).
    static Projection.Native pco(double x, double y) {
        if (Math.abs(y) < 1e-12) {
            return new Projection.Native(x, 0);
        }
        double perRadian = toDegrees(1);
        double theta = root(
                of -> x * x + (y - of) * (y - of - 2 * perRadian / tan(toRadians(of))),
                Math.copySign(Math.min(Math.abs(y), 90), y),
                Math.copySign(1e-13, y));
        double tangent = tan(toRadians(theta));
        double angle = Math.atan2(x * tangent, perRadian - (y - theta) * tangent);
        return new Projection.Native(toDegrees(angle) / sin(toRadians(theta)), theta);
    }

    /// Where a function that is above 0 at the one bound and below at the other crosses it; NaN if it does not.
    private static double root(DoubleUnaryOperator function, double above, double below) {
        double high = above;
        double low = below;
        if (!(function.applyAsDouble(high) >= 0 && function.applyAsDouble(low) <= 0)) {
            return Double.NaN;
        }
        for (int i = 0; i < HALVINGS && high != low; i++) {
            double middle = (high + low) / 2;
            if (function.applyAsDouble(middle) >= 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (high + low) / 2;
    }
}
