// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import java.util.ArrayList;
import java.util.List;

/// A polygon of great-circle edges, convex or not, closed from its last vertex to its first.
///
/// It must fit into a hemisphere. Which side is inside follows from that, so the vertices may run either way round:
/// catalogues hold both.
public final class SkyPolygon implements Region {

    /// How near to an edge counts as on it: 2e-7 arcseconds, above the rounding of a position.
    private static final double ON_BORDER_DEG = 6e-11;

    /// Rounds of moving the bounding centre towards the farthest vertex (Bădoiu & Clarkson 2003); the radius then
    /// is at most a few percent above the smallest.
    private static final int CENTRING_ROUNDS = 200;

    /// The mean direction of the vertices of a polygon up to this size serves as the centre of its bounds: a
    /// somewhat larger circle costs less than a search for a better centre.
    private static final double MEAN_IS_ENOUGH_DEG = 45;

    private final List<Vertex> vertices;
    private final List<UnitVector> corners;
    private final double boundsRadiusDeg;
    private final UnitVector boundsCentre;

    /// A vertex as it was given, in degrees.
    public record Vertex(double raDeg, double decDeg) {

        public Vertex {
            raDeg += 0.0; // -0.0 becomes 0.0, so that equal polygons are equal
            decDeg += 0.0;
        }

        UnitVector direction() {
            return UnitVector.of(raDeg, decDeg);
        }
    }

    /// A polygon with at least 3 vertices.
    ///
    /// @throws IllegalArgumentException when there are fewer, or when they do not fit into a hemisphere
    public SkyPolygon(List<Vertex> vertices) {
        if (vertices.size() < 3) {
            throw new IllegalArgumentException("a polygon needs at least 3 vertices, found " + vertices.size());
        }
        this.vertices = List.copyOf(vertices);
        this.corners = this.vertices.stream().map(Vertex::direction).toList();
        UnitVector middle = meanOf(corners);
        boolean large = farthestDeg(middle, corners) > MEAN_IS_ENOUGH_DEG;
        this.boundsCentre = large ? centred(middle, corners) : middle;
        double radiusDeg = farthestDeg(boundsCentre, corners);
        if (!(radiusDeg < 90)) {
            throw new IllegalArgumentException("a polygon must fit into a hemisphere: " + daliText());
        }
        this.boundsRadiusDeg = radiusDeg + ON_BORDER_DEG;
    }

    private static double farthestDeg(UnitVector centre, List<UnitVector> corners) {
        double radiusDeg = 0;
        for (UnitVector corner : corners) {
            radiusDeg = Math.max(radiusDeg, centre.separationDeg(corner));
        }
        return radiusDeg;
    }

    private static UnitVector meanOf(List<UnitVector> corners) {
        UnitVector sum = new UnitVector(0, 0, 0);
        for (UnitVector corner : corners) {
            sum = sum.plus(corner);
        }
        return sum.length() < 1e-9 ? corners.getFirst() : sum.normalised();
    }

    private static UnitVector centred(UnitVector start, List<UnitVector> corners) {
        UnitVector centre = start;
        for (int round = 1; round <= CENTRING_ROUNDS; round++) {
            UnitVector farthest = corners.getFirst();
            for (UnitVector corner : corners) {
                if (corner.dot(centre) < farthest.dot(centre)) {
                    farthest = corner;
                }
            }
            UnitVector moved = centre.plus(farthest.minus(centre).times(1.0 / (round + 1)));
            if (moved.length() > 1e-9) {
                centre = moved.normalised();
            }
        }
        return centre;
    }

    /// The vertices as they were given.
    public List<Vertex> vertices() {
        return vertices;
    }

    @Override
    public boolean contains(UnitVector position) {
        if (boundsCentre.separationDeg(position) > boundsRadiusDeg) {
            return false;
        }
        return distanceToBorderDeg(position) <= ON_BORDER_DEG || turnsAround(position) != 0;
    }

    /// How many times the border runs around a position, seen from there: the sum of the angles between
    /// neighbouring vertices. Also counts around the opposite point, which is why [#contains] looks at the bounds
    /// first.
    private long turnsAround(UnitVector position) {
        double angle = 0;
        for (int i = 0; i < corners.size(); i++) {
            UnitVector from = position.cross(corners.get(i));
            UnitVector to = position.cross(end(i));
            angle += Math.atan2(from.cross(to).dot(position), from.dot(to));
        }
        return Math.round(angle / (2 * Math.PI));
    }

    private UnitVector end(int edge) {
        return corners.get((edge + 1) % corners.size());
    }

    /// Degrees to the nearest point of the border.
    double distanceToBorderDeg(UnitVector position) {
        double nearest = 180;
        for (int i = 0; i < corners.size(); i++) {
            nearest = Math.min(nearest, distanceToEdgeDeg(position, corners.get(i), end(i)));
        }
        return nearest;
    }

    private static double distanceToEdgeDeg(UnitVector position, UnitVector from, UnitVector to) {
        UnitVector normal = from.cross(to);
        boolean beside =
                normal.cross(from).dot(position) > 0 && normal.cross(to).dot(position) < 0;
        if (!beside) {
            return Math.min(position.separationDeg(from), position.separationDeg(to));
        }
        UnitVector pole = normal.normalised();
        return Math.toDegrees(
                Math.atan2(Math.abs(pole.dot(position)), pole.cross(position).length()));
    }

    @Override
    public boolean intersects(Region other) {
        return switch (other) {
            case SkyCircle circle -> {
                UnitVector centre = circle.centre();
                yield boundsMeet(centre, circle.radiusDeg())
                        && (contains(centre) || distanceToBorderDeg(centre) <= circle.radiusDeg());
            }
            case SkyPolygon polygon ->
                boundsMeet(polygon.boundsCentre, polygon.boundsRadiusDeg)
                        && (corners.stream().anyMatch(polygon::contains)
                                || polygon.corners.stream().anyMatch(this::contains)
                                || bordersCross(polygon));
        };
    }

    private boolean boundsMeet(UnitVector centre, double radiusDeg) {
        return boundsCentre.separationDeg(centre) <= boundsRadiusDeg + radiusDeg;
    }

    @Override
    public boolean isWithin(Region other) {
        return switch (other) {
            case SkyCircle circle -> isWithinCircle(circle);
            case SkyPolygon polygon -> corners.stream().allMatch(polygon::contains) && !bordersCross(polygon);
        };
    }

    private boolean isWithinCircle(SkyCircle circle) {
        if (circle.radiusDeg() <= 90) {
            return corners.stream().allMatch(circle::contains);
        }
        UnitVector opposite = circle.centre().opposite();
        return !contains(opposite) && distanceToBorderDeg(opposite) >= 180 - circle.radiusDeg();
    }

    private boolean bordersCross(SkyPolygon other) {
        for (int i = 0; i < corners.size(); i++) {
            for (int j = 0; j < other.corners.size(); j++) {
                if (edgesCross(corners.get(i), end(i), other.corners.get(j), other.end(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean edgesCross(UnitVector a, UnitVector b, UnitVector c, UnitVector d) {
        UnitVector ab = a.cross(b);
        UnitVector cd = c.cross(d);
        if (ab.dot(c) * ab.dot(d) >= 0 || cd.dot(a) * cd.dot(b) >= 0) {
            return false;
        }
        // The two great circles meet twice, opposite each other: both edges must pass the same one.
        UnitVector meeting = ab.cross(cd);
        return meeting.dot(a.plus(b)) * meeting.dot(c.plus(d)) > 0;
    }

    @Override
    public SkyCircle boundingCircle() {
        return SkyCircle.around(boundsCentre, boundsRadiusDeg);
    }

    @Override
    public UnitVector centre() {
        return meanOf(corners);
    }

    /// By triangles between an inner point and each edge (van Oosterom & Strackee 1983).
    @Override
    public double areaDeg2() {
        double steradians = 0;
        for (int i = 0; i < corners.size(); i++) {
            UnitVector a = corners.get(i);
            UnitVector b = end(i);
            double volume = boundsCentre.dot(a.cross(b));
            steradians += 2 * Math.atan2(volume, 1 + a.dot(b) + boundsCentre.dot(a) + boundsCentre.dot(b));
        }
        return Math.abs(steradians) * Math.toDegrees(1) * Math.toDegrees(1);
    }

    @Override
    public String daliText() {
        List<String> numbers = new ArrayList<>();
        vertices.forEach(vertex -> numbers.add(RegionText.numbers(vertex.raDeg(), vertex.decDeg())));
        return String.join(" ", numbers);
    }

    @Override
    public String toString() {
        return "POLYGON ICRS " + daliText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SkyPolygon polygon && vertices.equals(polygon.vertices);
    }

    @Override
    public int hashCode() {
        return vertices.hashCode();
    }
}
