// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import org.vo4he.events.PlaneShape.Axes;

/// What a horizontal line has in common with a shape around the origin.
final class Chord {

    private static final Intervals NOTHING = Intervals.of(new double[0], new double[0]);

    private Chord() {}

    /// Where `(p u)² + (q v)² <= 1`, with u and v along the axes: a quadratic in x.
    static Intervals of(Axes axes, double p, double q, double dy) {
        double a = axes.a() * p;
        double c = axes.c() * q;
        double b = axes.b() * p * dy;
        double d = axes.d() * q * dy;
        double square = a * a + c * c;
        double linear = a * b + c * d;
        double discriminant = linear * linear - square * (b * b + d * d - 1);
        if (!(discriminant >= 0)) {
            return NOTHING;
        }
        double root = Math.sqrt(discriminant);
        return Intervals.of((-linear - root) / square, (-linear + root) / square);
    }

    /// Where `|slope x + offset| <= half`.
    static Intervals strip(double slope, double offset, double half) {
        if (slope == 0) {
            return Math.abs(offset) <= half ? Intervals.ALWAYS : NOTHING;
        }
        double one = (-half - offset) / slope;
        double other = (half - offset) / slope;
        return Intervals.of(Math.min(one, other), Math.max(one, other));
    }

    /// The greatest height of an ellipse with these half axes.
    static double reach(Axes axes, double first, double second) {
        double determinant = Math.abs(axes.determinant());
        return Math.hypot(axes.c() * first, axes.a() * second) / determinant;
    }

    /// The greatest distance of an ellipse to the left and to the right.
    static double reachAcross(Axes axes, double first, double second) {
        return Math.hypot(axes.d() * first, axes.b() * second) / Math.abs(axes.determinant());
    }

    /// The same of a rectangle.
    static double reachAcrossOfCorners(Axes axes, double first, double second) {
        return (Math.abs(axes.d()) * first + Math.abs(axes.b()) * second) / Math.abs(axes.determinant());
    }

    /// The greatest height of a rectangle.
    static double reachOfCorners(Axes axes, double first, double second) {
        double determinant = Math.abs(axes.determinant());
        return (Math.abs(axes.c()) * first + Math.abs(axes.a()) * second) / determinant;
    }
}
