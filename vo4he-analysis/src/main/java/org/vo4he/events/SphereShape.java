// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;

/// A shape on the sphere, in the coordinates of the events.
sealed interface SphereShape {

    boolean contains(UnitVector direction);

    UnitVector centre();

    /// No part of the shape is farther from its centre, degrees.
    double reachDeg();

    /// The solid angle.
    double squareDegrees();

    /// Circle or annulus, by the square of the chord: exact at every size.
    record Cap(UnitVector centre, double innerDeg, double outerDeg, double innerChord, double outerChord)
            implements SphereShape {

        static Cap of(UnitVector centre, double innerDeg, double outerDeg) {
            return new Cap(centre, innerDeg, outerDeg, chordSquared(innerDeg), chordSquared(outerDeg));
        }

        private static double chordSquared(double angleDeg) {
            double chord = 2 * Math.sin(Math.toRadians(Math.min(angleDeg, 180)) / 2);
            return chord * chord;
        }

        @Override
        public boolean contains(UnitVector direction) {
            double dx = direction.x() - centre.x();
            double dy = direction.y() - centre.y();
            double dz = direction.z() - centre.z();
            double squared = dx * dx + dy * dy + dz * dz;
            return squared <= outerChord && squared >= innerChord;
        }

        @Override
        public double reachDeg() {
            return outerDeg;
        }

        /// 2π (1 - cos r), written so that small circles keep their digits.
        @Override
        public double squareDegrees() {
            return Math.toDegrees(Math.toDegrees(Math.PI * (outerChord - innerChord)));
        }
    }

    /// Ellipse, box or polygon on the plane that touches the sky.
    record OnTangent(Tangent plane, PlaneShape shape, double reachDeg) implements SphereShape {

        /// On which the solid angle is summed.
        private static final int LINES = 1 << 13;

        /// Along each line of the plane the exact integral of `(1 + x² + y²)^(-3/2)`: right to about 1e-6.
        @Override
        public double squareDegrees() {
            double step = (shape.high() - shape.low()) / LINES;
            ExactSum sum = new ExactSum();
            for (int line = 0; line < LINES; line++) {
                double height = shape.low() + (line + 0.5) * step;
                double square = 1 + Math.pow(Math.toRadians(height), 2);
                Intervals inside = shape.onLine(height);
                for (int i = 0; i < inside.count(); i++) {
                    sum.add((along(inside.stop(i), square) - along(inside.start(i), square)) / square);
                }
            }
            return Math.toDegrees(sum.value() * step);
        }

        private static double along(double xDeg, double square) {
            double x = Math.toRadians(xDeg);
            return x / Math.sqrt(square + x * x);
        }

        @Override
        public boolean contains(UnitVector direction) {
            return shape.contains(plane.x(direction), plane.y(direction));
        }

        @Override
        public UnitVector centre() {
            return plane.centre();
        }
    }

    static List<Cap> rings(Rings rings, CelestialFrame events) throws EventsException {
        List<Cap> caps = new ArrayList<>();
        for (int i = 1; i < rings.edges().size(); i++) {
            caps.add((Cap) of(
                    new Shape.Annulus(
                            rings.centre(),
                            rings.edges().get(i - 1),
                            rings.edges().get(i)),
                    events));
        }
        return caps;
    }

    /// @throws EventsException if the shape is one of sky pixels, or a polygon of more than half of the sky
    static SphereShape of(Shape shape, CelestialFrame events) throws EventsException {
        return switch (shape) {
            case Shape.Circle(Shape.Position centre, Shape.Span radius) ->
                Cap.of(tangent(centre, events).centre(), 0, degrees(radius));
            case Shape.Annulus(Shape.Position centre, Shape.Span inner, Shape.Span outer) ->
                Cap.of(tangent(centre, events).centre(), degrees(inner), degrees(outer));
            case Shape.Ellipse(Shape.Position centre, Shape.Span first, Shape.Span second, double angleDeg) ->
                new OnTangent(
                        tangent(centre, events),
                        new PlaneShape.Oval(
                                0, 0, PlaneShape.Axes.SAME.turned(angleDeg), degrees(first), degrees(second)),
                        reach(Math.max(degrees(first), degrees(second))));
            case Shape.Box(Shape.Position centre, Shape.Span width, Shape.Span height, double angleDeg) ->
                new OnTangent(
                        tangent(centre, events),
                        new PlaneShape.Rectangle(
                                0, 0, PlaneShape.Axes.SAME.turned(angleDeg), degrees(width) / 2, degrees(height) / 2),
                        reach(Math.hypot(degrees(width), degrees(height)) / 2));
            case Shape.Polygon(List<Shape.Position> corners) -> polygon(corners, events);
        };
    }

    private static SphereShape polygon(List<Shape.Position> corners, CelestialFrame events) throws EventsException {
        UnitVector sum = new UnitVector(0, 0, 0);
        UnitVector[] directions = new UnitVector[corners.size()];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = tangent(corners.get(i), events).centre();
            sum = sum.plus(directions[i]);
        }
        Tangent plane = Tangent.at(sum.normalised());
        double[] x = new double[directions.length];
        double[] y = new double[directions.length];
        double reach = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = plane.x(directions[i]);
            y[i] = plane.y(directions[i]);
            if (Double.isNaN(x[i])) {
                throw new EventsException("a polygon that reaches over half of the sky can't be tested");
            }
            reach = Math.max(reach, plane.centre().separationDeg(directions[i]));
        }
        return new OnTangent(plane, new PlaneShape.Corners(new PlanePolygon(x, y)), reach);
    }

    private static Tangent tangent(Shape.Position place, CelestialFrame events) throws EventsException {
        if (place.system() == Shape.CoordinateSystem.SKY_PIXELS) {
            throw new EventsException(
                    "the region is given in sky pixels, and the event list has none, only RA and DEC: "
                            + "give it in icrs or fk5");
        }
        CelestialFrame frame = place.system().frame().orElse(events);
        return Tangent.at(frame, place.first(), place.second(), events);
    }

    private static double degrees(Shape.Span span) throws EventsException {
        if (span.measure() == Shape.Measure.SKY_PIXELS) {
            throw new EventsException("a length of the region is given in sky pixels, and the event list has none");
        }
        return span.value();
    }

    private static double reach(double onPlaneDeg) {
        return Math.toDegrees(Math.atan(Math.toRadians(onPlaneDeg)));
    }
}
