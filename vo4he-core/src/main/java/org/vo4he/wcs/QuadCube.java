// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import static java.lang.Math.abs;
import static java.lang.Math.sqrt;

/// The three projections onto the faces of a cube (FITS WCS paper II, section 5.6), from the plane to native
/// coordinates. The faces are 90 degrees wide: the north on top, four around the equator, the south below.
enum QuadCube {
    /// Tangential, 5.6.1.
    TSC,
    /// COBE's, 5.6.2.
    CSC,
    /// Equal in area, 5.6.3.
    QSC;

    private static final double FACE_HALF_DEG = 45;
    private static final double EDGE = 1 + 1e-10;

    /// Of the polynomial of CSC, rows by the power of the other coordinate (paper II, table 6).
    private static final double[][] COBE = {
        {-0.27292696, -0.07629969, -0.22797056, 0.54852384, -0.62930065, 0.25795794, 0.02584375},
        {-0.02819452, -0.01471565, 0.48051509, -1.74114454, 1.71547508, -0.53022337},
        {0.27058160, -0.56800938, 0.30803317, 0.98938102, -0.83180469},
        {-0.60441560, 1.50880086, -0.93678576, 0.08693841},
        {0.93412077, -1.41601920, 0.33887446},
        {-0.63915306, 0.52032238},
        {0.14381585}
    };

    /// @return NaN outside the faces
    Projection.Native toNative(double xDeg, double yDeg) {
        double x = xDeg / FACE_HALF_DEG;
        double y = yDeg / FACE_HALF_DEG;
        x += x < -1 ? 8 : 0;
        boolean equatorial = x >= -1 && x <= 7 * EDGE && abs(y) <= EDGE;
        boolean polar = abs(x) <= EDGE && abs(y) <= 3 * EDGE;
        if (!equatorial && !polar) {
            return new Projection.Native(Double.NaN, Double.NaN);
        }
        if (y > 1) {
            double[] at = onFace(x, y - 2);
            return direction(-at[2], at[1], at[0]);
        }
        if (y < -1) {
            double[] at = onFace(x, y + 2);
            return direction(at[2], at[1], -at[0]);
        }
        int face = x > 5 ? 3 : x > 3 ? 2 : x > 1 ? 1 : 0;
        double[] at = onFace(x - 2 * face, y);
        return switch (face) {
            case 0 -> direction(at[0], at[1], at[2]);
            case 1 -> direction(-at[1], at[0], at[2]);
            case 2 -> direction(-at[0], -at[1], at[2]);
            default -> direction(at[1], -at[0], at[2]);
        };
    }

    private static Projection.Native direction(double l, double m, double n) {
        return new Projection.Native(Math.toDegrees(Math.atan2(m, l)), Math.toDegrees(Math.asin(Math.clamp(n, -1, 1))));
    }

    /// The direction of a point of a face, from -1 to 1: along the axis of the face, to its right, to its top.
    private double[] onFace(double x, double y) {
        return switch (this) {
            case TSC -> normal(x, y);
            case CSC -> normal(cobe(x, y), cobe(y, x));
            case QSC -> equalArea(x, y);
        };
    }

    private static double[] normal(double right, double top) {
        double axis = 1 / sqrt(1 + right * right + top * top);
        return new double[] {axis, axis * right, axis * top};
    }

    private static double cobe(double x, double y) {
        double sum = 0;
        for (int row = COBE.length - 1; row >= 0; row--) {
            double inX = 0;
            for (int power = COBE[row].length - 1; power >= 0; power--) {
                inX = inX * x * x + COBE[row][power];
            }
            sum = sum * y * y + inX;
        }
        return x + x * (1 - x * x) * sum;
    }

    private static double[] equalArea(double x, double y) {
        boolean alongX = abs(x) > abs(y);
        double longer = alongX ? x : y;
        if (longer == 0) {
            return new double[] {1, 0, 0};
        }
        double angle = Math.toRadians(15 * (alongX ? y : x) / longer);
        double omega = Math.sin(angle) / (Math.cos(angle) - 1 / sqrt(2));
        double tau = 1 + omega * omega;
        double fromAxis = longer * longer * (1 - 1 / sqrt(1 + tau));
        double first = Math.signum(longer) * sqrt(fromAxis * (2 - fromAxis) / tau);
        double second = first * omega;
        return alongX ? new double[] {1 - fromAxis, first, second} : new double[] {1 - fromAxis, second, first};
    }
}
