// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

/// A shape on a plane, with its edges. Coordinates are pixels of the sky, or degrees on the plane that touches
/// the sky at the shape.
sealed interface PlaneShape {

    boolean contains(double x, double y);

    /// What of the line at height `y` lies in the shape.
    Intervals onLine(double y);

    /// The least and greatest place across.
    double left();

    double right();

    /// The least and greatest height.
    double low();

    double high();

    /// From an offset in the plane to one along the axes of a shape.
    record Axes(double a, double b, double c, double d) {

        static final Axes SAME = new Axes(1, 0, 0, 1);

        double first(double dx, double dy) {
            return a * dx + b * dy;
        }

        double second(double dx, double dy) {
            return c * dx + d * dy;
        }

        /// Turned counter-clockwise.
        Axes turned(double angleDeg) {
            if (angleDeg == 0) {
                return this;
            }
            double cosine = Math.cos(Math.toRadians(angleDeg));
            double sine = Math.sin(Math.toRadians(angleDeg));
            return new Axes(
                    cosine * a + sine * c, cosine * b + sine * d, -sine * a + cosine * c, -sine * b + cosine * d);
        }

        double determinant() {
            return a * d - b * c;
        }
    }

    /// Where the distance to the centre is from `inner` to `outer`; a disc has none that is less than `inner`.
    record Ring(double x0, double y0, Axes axes, double inner, double outer) implements PlaneShape {

        @Override
        public boolean contains(double x, double y) {
            double dx = x - x0;
            double dy = y - y0;
            double u = axes.first(dx, dy);
            double v = axes.second(dx, dy);
            double squared = u * u + v * v;
            return squared <= outer * outer && squared >= inner * inner;
        }

        @Override
        public Intervals onLine(double y) {
            Intervals whole = Chord.of(axes, 1 / outer, 1 / outer, y - y0).moved(1, x0);
            return inner == 0
                    ? whole
                    : whole.without(Chord.of(axes, 1 / inner, 1 / inner, y - y0).moved(1, x0));
        }

        @Override
        public double left() {
            return x0 - Chord.reachAcross(axes, outer, outer);
        }

        @Override
        public double right() {
            return x0 + Chord.reachAcross(axes, outer, outer);
        }

        @Override
        public double low() {
            return y0 - Chord.reach(axes, outer, outer);
        }

        @Override
        public double high() {
            return y0 + Chord.reach(axes, outer, outer);
        }
    }

    record Oval(double x0, double y0, Axes axes, double first, double second) implements PlaneShape {

        @Override
        public boolean contains(double x, double y) {
            double u = axes.first(x - x0, y - y0) / first;
            double v = axes.second(x - x0, y - y0) / second;
            return u * u + v * v <= 1;
        }

        @Override
        public Intervals onLine(double y) {
            return Chord.of(axes, 1 / first, 1 / second, y - y0).moved(1, x0);
        }

        @Override
        public double left() {
            return x0 - Chord.reachAcross(axes, first, second);
        }

        @Override
        public double right() {
            return x0 + Chord.reachAcross(axes, first, second);
        }

        @Override
        public double low() {
            return y0 - Chord.reach(axes, first, second);
        }

        @Override
        public double high() {
            return y0 + Chord.reach(axes, first, second);
        }
    }

    record Rectangle(double x0, double y0, Axes axes, double halfWidth, double halfHeight) implements PlaneShape {

        @Override
        public boolean contains(double x, double y) {
            double u = axes.first(x - x0, y - y0);
            double v = axes.second(x - x0, y - y0);
            return Math.abs(u) <= halfWidth && Math.abs(v) <= halfHeight;
        }

        @Override
        public Intervals onLine(double y) {
            Intervals across = Chord.strip(axes.a(), axes.b() * (y - y0), halfWidth);
            return across.and(Chord.strip(axes.c(), axes.d() * (y - y0), halfHeight))
                    .moved(1, x0);
        }

        @Override
        public double left() {
            return x0 - Chord.reachAcrossOfCorners(axes, halfWidth, halfHeight);
        }

        @Override
        public double right() {
            return x0 + Chord.reachAcrossOfCorners(axes, halfWidth, halfHeight);
        }

        @Override
        public double low() {
            return y0 - Chord.reachOfCorners(axes, halfWidth, halfHeight);
        }

        @Override
        public double high() {
            return y0 + Chord.reachOfCorners(axes, halfWidth, halfHeight);
        }
    }

    record Corners(PlanePolygon polygon) implements PlaneShape {

        @Override
        public boolean contains(double x, double y) {
            return polygon.contains(x, y);
        }

        @Override
        public Intervals onLine(double y) {
            return polygon.onLine(y);
        }

        @Override
        public double left() {
            return polygon.left();
        }

        @Override
        public double right() {
            return polygon.right();
        }

        @Override
        public double low() {
            return polygon.low();
        }

        @Override
        public double high() {
            return polygon.high();
        }
    }
}
