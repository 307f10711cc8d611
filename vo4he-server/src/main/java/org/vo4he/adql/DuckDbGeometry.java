// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.vo4he.adql.CheckedExpression.Area;
import org.vo4he.adql.CheckedExpression.Centroid;
import org.vo4he.adql.CheckedExpression.Circle;
import org.vo4he.adql.CheckedExpression.ConstantRegion;
import org.vo4he.adql.CheckedExpression.Contains;
import org.vo4he.adql.CheckedExpression.Coordinate;
import org.vo4he.adql.CheckedExpression.Distance;
import org.vo4he.adql.CheckedExpression.Geometry;
import org.vo4he.adql.CheckedExpression.Intersects;
import org.vo4he.adql.CheckedExpression.Measure;
import org.vo4he.adql.CheckedExpression.Point;
import org.vo4he.adql.CheckedExpression.Polygon;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.SkyCircle;

/// Geometry in the SQL of DuckDB: distances and circles as plain SQL, other shapes through the functions over
/// region texts that [SphereSql] names.
final class DuckDbGeometry {

    private final DuckDbExpressions expressions;
    private final DuckDbDistance distances;

    DuckDbGeometry(DuckDbExpressions expressions) {
        this.expressions = expressions;
        this.distances = new DuckDbDistance(this);
    }

    String number(CheckedExpression expression) {
        OptionalDouble constant = Constants.of(expression);
        return constant.isPresent() ? SqlText.number(constant.getAsDouble()) : expressions.value(expression);
    }

    String healpixIndex(CheckedExpression order, CheckedExpression point) {
        return distances.healpixIndex(order, point);
    }

    String integer(CheckedExpression expression) {
        return "CAST(" + expressions.value(expression) + " AS INTEGER)";
    }

    String longitude(CheckedExpression point) {
        return coordinate(point, false);
    }

    String latitude(CheckedExpression point) {
        return coordinate(point, true);
    }

    private String coordinate(CheckedExpression point, boolean second) {
        return point instanceof Point(CheckedExpression longitude, CheckedExpression latitude)
                ? number(second ? latitude : longitude)
                : "CAST(split_part(" + expressions.value(point) + ", ' ', " + (second ? 2 : 1) + ") AS DOUBLE)";
    }

    /// The geometry as the numbers of DALI, separated by blanks; a region as STC-S.
    String text(Geometry geometry) {
        return switch (geometry) {
            case Point point -> "(" + digits(point.longitude()) + " || ' ' || " + digits(point.latitude()) + ")";
            case Circle circle ->
                "(" + expressions.value(circle.centre()) + " || ' ' || " + digits(circle.radius()) + ")";
            case Polygon polygon ->
                polygon.vertices().stream()
                        .map(expressions::value)
                        .collect(Collectors.joining(" || ' ' || ", "(", ")"));
            case ConstantRegion constant -> SqlText.literal(constant.region().toString());
            case Centroid centroid -> SphereSql.CENTROID.call(region(centroid.geometry()));
        };
    }

    private String digits(CheckedExpression number) {
        return "CAST(CAST(" + number(number) + " AS DOUBLE) AS VARCHAR)";
    }

    /// The geometry as a text that the functions over regions read.
    private String region(CheckedExpression geometry) {
        Optional<Region> constant = ConstantGeometry.of(geometry);
        if (constant.isPresent()) {
            return SqlText.literal(constant.get().toString());
        }
        String text = expressions.value(geometry);
        return switch (geometry.type()) {
            case POINT -> "('POSITION ICRS ' || " + text + ")";
            case CIRCLE -> "('CIRCLE ICRS ' || " + text + ")";
            case POLYGON -> "('POLYGON ICRS ' || " + text + ")";
            case REGION, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, CHAR, VARCHAR, TIMESTAMP, CLOB, BLOB -> text;
        };
    }

    String measure(Measure measure) {
        return switch (measure) {
            case Coordinate coordinate -> coordinate(coordinate.point(), coordinate.second());
            case Distance distance -> distances.degrees(distance.from(), distance.to());
            case Area area -> area(area.geometry());
            case Contains contains -> flag(inside(contains.inner(), contains.outer()));
            case Intersects intersects -> flag(overlap(intersects.left(), intersects.right()));
        };
    }

    private static String flag(String condition) {
        return "CAST(" + condition + " AS INTEGER)";
    }

    private String area(CheckedExpression geometry) {
        Optional<Region> constant = ConstantGeometry.of(geometry);
        return constant.isPresent() ? SqlText.number(constant.get().areaDeg2()) : SphereSql.AREA.call(region(geometry));
    }

    String near(CheckedExpression from, CheckedExpression to, CheckedExpression radius, boolean inclusive) {
        return distances.within(from, to, radius, inclusive);
    }

    String inside(CheckedExpression inner, CheckedExpression outer) {
        if (inner.type() != AdqlType.POINT) {
            return SphereSql.WITHIN.call(region(inner), region(outer));
        }
        if (outer instanceof Circle circle) {
            return distances.within(inner, circle.centre(), circle.radius(), true);
        }
        Optional<Region> constant = ConstantGeometry.of(outer);
        if (constant.isPresent() && constant.get() instanceof SkyCircle circle) {
            return distances.withinConstant(inner, circle, true);
        }
        String exact = SphereSql.CONTAINS.call(region(outer), longitude(inner), latitude(inner));
        return constant.map(region -> distances.preceded(inner, region.boundingCircle(), exact))
                .orElseGet(() -> RegionBounds.preceded(outer, constantBounds(inner), exact));
    }

    String overlap(CheckedExpression left, CheckedExpression right) {
        if (left.type() == AdqlType.POINT) {
            return inside(left, right);
        }
        if (right.type() == AdqlType.POINT) {
            return inside(right, left);
        }
        String exact = SphereSql.INTERSECT.call(region(left), region(right));
        return RegionBounds.preceded(
                left, constantBounds(right), RegionBounds.preceded(right, constantBounds(left), exact));
    }

    /// A circle that holds a geometry which is the same for every row.
    private static Optional<SkyCircle> constantBounds(CheckedExpression geometry) {
        if (geometry instanceof Point(CheckedExpression longitude, CheckedExpression latitude)) {
            OptionalDouble raDeg = Constants.of(longitude);
            OptionalDouble decDeg = Constants.of(latitude);
            return raDeg.isPresent() && decDeg.isPresent()
                    ? Optional.of(new SkyCircle(raDeg.getAsDouble(), decDeg.getAsDouble(), 0))
                    : Optional.empty();
        }
        return ConstantGeometry.of(geometry).map(Region::boundingCircle);
    }
}
