// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vo4he.adql.CheckedExpression.Centroid;
import org.vo4he.adql.CheckedExpression.Circle;
import org.vo4he.adql.CheckedExpression.ConstantRegion;
import org.vo4he.adql.CheckedExpression.Geometry;
import org.vo4he.adql.CheckedExpression.Point;
import org.vo4he.adql.CheckedExpression.Polygon;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.SkyPolygon;

/// Geometry that a query spells out in numbers.
final class ConstantGeometry {

    private ConstantGeometry() {}

    /// The region, if all its numbers are constants; a point is a circle of radius 0.
    ///
    /// @throws IllegalArgumentException when the numbers make no region
    static Optional<Region> of(CheckedExpression geometry) {
        return geometry instanceof Geometry shape ? ofShape(shape) : Optional.empty();
    }

    private static Optional<Region> ofShape(Geometry shape) {
        return switch (shape) {
            case ConstantRegion constant -> Optional.of(constant.region());
            case Point point -> circle(point, OptionalDouble.of(0)).map(Region.class::cast);
            case Circle circle ->
                circle(circle.centre(), Constants.of(circle.radius())).map(Region.class::cast);
            case Polygon polygon -> polygon(polygon.vertices()).map(Region.class::cast);
            case Centroid _ -> Optional.empty();
        };
    }

    private static Optional<SkyCircle> circle(CheckedExpression centre, OptionalDouble radius) {
        return radius.isPresent() && centre instanceof Point point
                ? vertex(point).map(at -> new SkyCircle(at.raDeg(), at.decDeg(), radius.getAsDouble()))
                : Optional.empty();
    }

    private static Optional<SkyPolygon> polygon(List<CheckedExpression> points) {
        List<SkyPolygon.Vertex> vertices = new ArrayList<>();
        for (CheckedExpression point : points) {
            Optional<SkyPolygon.Vertex> vertex = point instanceof Point p ? vertex(p) : Optional.empty();
            if (vertex.isEmpty()) {
                return Optional.empty();
            }
            vertices.add(vertex.get());
        }
        return Optional.of(new SkyPolygon(vertices));
    }

    private static Optional<SkyPolygon.Vertex> vertex(Point point) {
        OptionalDouble longitude = Constants.of(point.longitude());
        OptionalDouble latitude = Constants.of(point.latitude());
        return longitude.isPresent() && latitude.isPresent()
                ? Optional.of(new SkyPolygon.Vertex(longitude.getAsDouble(), latitude.getAsDouble()))
                : Optional.empty();
    }
}
