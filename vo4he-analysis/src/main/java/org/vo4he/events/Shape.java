// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import java.util.Optional;
import org.vo4he.wcs.CelestialFrame;

/// One shape of a [Region]; its edges belong to it.
///
/// Angles turn an ellipse or a box counter-clockwise on an image with north up, from the axis to the right: in
/// degrees.
public sealed interface Shape {

    /// Its centre, or its corners.
    default List<Position> places() {
        return switch (this) {
            case Circle circle -> List.of(circle.centre());
            case Annulus annulus -> List.of(annulus.centre());
            case Ellipse ellipse -> List.of(ellipse.centre());
            case Box box -> List.of(box.centre());
            case Polygon polygon -> polygon.corners();
        };
    }

    record Circle(Position centre, Span radius) implements Shape {}

    record Annulus(Position centre, Span inner, Span outer) implements Shape {}

    /// @param first half of the axis that lies to the right at angle 0
    /// @param second half of the other
    record Ellipse(Position centre, Span first, Span second, double angleDeg) implements Shape {}

    /// @param width full, to the right at angle 0
    /// @param height full
    record Box(Position centre, Span width, Span height, double angleDeg) implements Shape {}

    /// Closed by itself; of a polygon that crosses itself the even-odd rule says what is inside.
    record Polygon(List<Position> corners) implements Shape {

        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("a polygon of " + corners.size() + " corners");
            }
        }
    }

    /// @param first right ascension, longitude or X; of the sky in degrees
    /// @param second declination, latitude or Y
    record Position(CoordinateSystem system, double first, double second) {

        public Position {
            if (!Double.isFinite(first) || !Double.isFinite(second)) {
                throw new IllegalArgumentException("the position " + first + ", " + second + " is not finite");
            }
            if (system.isSky() && Math.abs(second) > 90) {
                throw new IllegalArgumentException("the declination or latitude " + second + " is outside -90 to 90");
            }
        }
    }

    /// A length.
    record Span(double value, Measure measure) {

        public Span {
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("the length " + value + " is no number of 0 or more");
            }
        }
    }

    /// In what a length is given.
    enum Measure {
        DEGREES,
        SKY_PIXELS,
        /// Degrees if the position is one of the sky, else sky pixels.
        AS_POSITION
    }

    /// In what a position is given.
    enum CoordinateSystem {
        ICRS(new CelestialFrame.Icrs()),
        FK5(new CelestialFrame.Fk5(2000)),
        FK4(new CelestialFrame.Fk4(1950)),
        GALACTIC(new CelestialFrame.Galactic()),
        ECLIPTIC(new CelestialFrame.Ecliptic()),
        /// Right ascension and declination in the frame of the event list, which it may leave unsaid.
        EQUATORIAL(null),
        /// The columns of sky pixels: what DS9 calls physical, and of an event list also image.
        SKY_PIXELS(null),
        /// Nothing was said: sky pixels if the list has them, else as EQUATORIAL.
        UNSTATED(null);

        private final CelestialFrame frame;

        CoordinateSystem(CelestialFrame frame) {
            this.frame = frame;
        }

        /// Empty where the event list says the frame.
        Optional<CelestialFrame> frame() {
            return Optional.ofNullable(frame);
        }

        boolean isSky() {
            return this != SKY_PIXELS && this != UNSTATED;
        }
    }
}
