// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.vo4he.adql.CheckedExpression.Arithmetic;
import org.vo4he.adql.CheckedExpression.Centroid;
import org.vo4he.adql.CheckedExpression.Circle;
import org.vo4he.adql.CheckedExpression.ConstantRegion;
import org.vo4he.adql.CheckedExpression.Negation;
import org.vo4he.adql.CheckedExpression.Number;
import org.vo4he.adql.CheckedExpression.Point;
import org.vo4he.adql.CheckedExpression.Polygon;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.SkyPolygon;
import org.vo4he.sphere.UnitVector;

/// Checks geometry (ADQL 2.1, section 4.2). All of it is ICRS, in degrees.
final class GeometryChecker {

    /// Frames that differ from ICRS by less than 0.1 arcseconds, or leave it to the service. `fk5` positions are
    /// taken as they are.
    private static final Set<String> ICRS_ENOUGH =
            Set.of("", "ICRS", "ICRS GEOCENTER", "ICRS BARYCENTER", "ICRS TOPOCENTER", "FK5", "J2000", "UNKNOWNFRAME");

    /// A position may be computed from another geometry's numbers, but not endlessly: each level writes its
    /// arguments several times into the SQL.
    private static final int MAX_LEVELS = 4;

    private final ExpressionChecker expressions;
    private int level;

    GeometryChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    CheckedExpression check(Expression.GeometryCall call) throws AdqlException {
        if (call.frame().isPresent()) {
            requireIcrs(call.frame().get(), call.at());
        }
        if (++level > MAX_LEVELS) {
            throw new AdqlException(
                    call.at(),
                    "found geometry nested more than " + MAX_LEVELS + " levels deep, expected simpler geometry");
        }
        CheckedExpression checked = checkedCall(call);
        level--;
        requireRegion(checked, call.at());
        return checked;
    }

    /// Numbers that the query spells out must make a shape.
    private static void requireRegion(CheckedExpression geometry, Position at) throws AdqlException {
        try {
            ConstantGeometry.of(geometry);
        } catch (IllegalArgumentException notARegion) {
            throw new AdqlException(at, "found " + notARegion.getMessage());
        }
    }

    private static void requireIcrs(String frame, Position at) throws AdqlException {
        String standard = frame.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (!ICRS_ENOUGH.contains(standard)) {
            throw new AdqlException(
                    at, "found the coordinate system '" + frame + "', expected 'ICRS': positions are not converted");
        }
    }

    private CheckedExpression checkedCall(Expression.GeometryCall call) throws AdqlException {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case POINT -> point(arguments.get(0), arguments.get(1));
            case CIRCLE -> new Circle(centre(arguments, 1), radius(arguments.getLast()));
            case BOX -> box(arguments);
            case POLYGON -> polygon(arguments);
            case REGION -> region(arguments.getFirst());
            case CENTROID -> centroid(geometry(arguments.getFirst()));
            case AREA -> new CheckedExpression.Area(geometry(arguments.getFirst()));
            case COORD1 -> new CheckedExpression.Coordinate(point(arguments.getFirst()), false);
            case COORD2 -> new CheckedExpression.Coordinate(point(arguments.getFirst()), true);
            case COORDSYS -> {
                geometry(arguments.getFirst());
                yield new CheckedExpression.Text("ICRS");
            }
            case CONTAINS -> new CheckedExpression.Contains(geometry(arguments.get(0)), geometry(arguments.get(1)));
            case INTERSECTS -> new CheckedExpression.Intersects(geometry(arguments.get(0)), geometry(arguments.get(1)));
            case DISTANCE ->
                arguments.size() == 2
                        ? new CheckedExpression.Distance(point(arguments.get(0)), point(arguments.get(1)))
                        : new CheckedExpression.Distance(
                                point(arguments.get(0), arguments.get(1)), point(arguments.get(2), arguments.get(3)));
        };
    }

    private CheckedExpression geometry(Expression expression) throws AdqlException {
        CheckedExpression checked = expressions.check(expression);
        if (!checked.type().isGeometry()) {
            throw new AdqlException(
                    expression.at(), "found a value of type " + checked.type() + ", expected a geometry");
        }
        return checked;
    }

    private CheckedExpression point(Expression expression) throws AdqlException {
        CheckedExpression checked = expressions.check(expression);
        if (checked.type() != AdqlType.POINT) {
            throw new AdqlException(
                    expression.at(),
                    "found a value of type " + checked.type()
                            + ", expected a point, such as POINT(longitude, latitude)");
        }
        return checked;
    }

    private CheckedExpression point(Expression longitude, Expression latitude) throws AdqlException {
        CheckedExpression checked = expressions.number(latitude);
        OptionalDouble constant = Constants.of(checked);
        if (constant.isPresent() && Math.abs(constant.getAsDouble()) > 90) {
            throw new AdqlException(
                    latitude.at(), "found the latitude " + constant.getAsDouble() + ", expected -90 to 90 degrees");
        }
        return new Point(turned(expressions.number(longitude)), checked);
    }

    /// A longitude that the query spells out, from 0 to 360 degrees.
    private static CheckedExpression turned(CheckedExpression longitude) {
        OptionalDouble constant = Constants.of(longitude);
        boolean outside = constant.isPresent() && !(constant.getAsDouble() >= 0 && constant.getAsDouble() <= 360);
        return outside ? number((constant.getAsDouble() % 360 + 360) % 360) : longitude;
    }

    private CheckedExpression radius(Expression expression) throws AdqlException {
        CheckedExpression checked = expressions.number(expression);
        OptionalDouble constant = Constants.of(checked);
        if (constant.isPresent() && !(constant.getAsDouble() >= 0 && constant.getAsDouble() <= 180)) {
            throw new AdqlException(
                    expression.at(), "found the radius " + constant.getAsDouble() + ", expected 0 to 180 degrees");
        }
        return checked;
    }

    /// The centre, which is a point or two coordinates, before a number of other arguments.
    private CheckedExpression centre(List<Expression> arguments, int others) throws AdqlException {
        return arguments.size() == others + 1 ? point(arguments.getFirst()) : point(arguments.get(0), arguments.get(1));
    }

    private CheckedExpression polygon(List<Expression> arguments) throws AdqlException {
        List<CheckedExpression> vertices = new ArrayList<>();
        CheckedExpression first = expressions.check(arguments.getFirst());
        if (first.type() == AdqlType.POINT) {
            for (Expression argument : arguments) {
                vertices.add(point(argument));
            }
            return new Polygon(vertices);
        }
        if (arguments.size() < 6 || arguments.size() % 2 != 0) {
            throw new AdqlException(
                    arguments.getFirst().at(),
                    "found " + arguments.size() + " coordinates, expected at least 3 pairs of longitude and latitude");
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            vertices.add(point(arguments.get(i), arguments.get(i + 1)));
        }
        return new Polygon(vertices);
    }

    /// A box is the polygon whose corners are half its width and height, in coordinates, away from the centre.
    private CheckedExpression box(List<Expression> arguments) throws AdqlException {
        CheckedExpression centre = centre(arguments, 2);
        CheckedExpression halfWidth = half(expressions.number(arguments.get(arguments.size() - 2)));
        CheckedExpression halfHeight = half(expressions.number(arguments.getLast()));
        CheckedExpression longitude = coordinate(centre, false);
        CheckedExpression latitude = coordinate(centre, true);
        CheckedExpression west = sum(longitude, new Negation(halfWidth));
        CheckedExpression east = sum(longitude, halfWidth);
        CheckedExpression south = sum(latitude, new Negation(halfHeight));
        CheckedExpression north = sum(latitude, halfHeight);
        return new Polygon(List.of(
                new Point(west, south), new Point(east, south), new Point(east, north), new Point(west, north)));
    }

    private static CheckedExpression coordinate(CheckedExpression point, boolean second) {
        return point instanceof Point(CheckedExpression longitude, CheckedExpression latitude)
                ? (second ? latitude : longitude)
                : new CheckedExpression.Coordinate(point, second);
    }

    private static CheckedExpression half(CheckedExpression value) {
        return new Arithmetic(ArithmeticOperator.TIMES, value, new Number("0.5", AdqlType.DOUBLE), AdqlType.DOUBLE);
    }

    private static CheckedExpression sum(CheckedExpression left, CheckedExpression right) {
        return new Arithmetic(ArithmeticOperator.PLUS, left, right, AdqlType.DOUBLE);
    }

    private static CheckedExpression region(Expression literal) throws AdqlException {
        if (!(literal instanceof Expression.TextLiteral text)) {
            throw new AdqlException(literal.at(), "found an expression, expected a text literal");
        }
        return new ConstantRegion(parsed(text.value(), text.at()));
    }

    private static Region parsed(String text, Position at) throws AdqlException {
        try {
            return Region.parse(text);
        } catch (IllegalArgumentException notARegion) {
            throw new AdqlException(at, "found " + notARegion.getMessage());
        }
    }

    private static CheckedExpression centroid(CheckedExpression geometry) {
        if (geometry.type() == AdqlType.POINT) {
            return geometry;
        }
        if (geometry instanceof Circle circle) {
            return circle.centre();
        }
        return geometry instanceof ConstantRegion constant
                ? point(constant.region().centre())
                : new Centroid(geometry);
    }

    /// The geometry that a DALI text spells, for `CAST('10 20' AS POINT)`.
    static CheckedExpression constant(String text, AdqlType type, Position at) throws AdqlException {
        return switch (parsed(text, at)) {
            case SkyCircle circle
            when type == AdqlType.POINT && circle.radiusDeg() == 0 ->
                new Point(number(circle.raDeg()), number(circle.decDeg()));
            case SkyCircle circle
            when type == AdqlType.CIRCLE ->
                new Circle(new Point(number(circle.raDeg()), number(circle.decDeg())), number(circle.radiusDeg()));
            case SkyPolygon polygon
            when type == AdqlType.POLYGON ->
                new Polygon(polygon.vertices().stream()
                        .<CheckedExpression>map(vertex -> new Point(number(vertex.raDeg()), number(vertex.decDeg())))
                        .toList());
            case Region other ->
                throw new AdqlException(at, "found '" + other + "', expected the numbers of a " + type);
        };
    }

    private static CheckedExpression point(UnitVector direction) {
        return new Point(number(direction.raDeg()), number(direction.decDeg()));
    }

    private static CheckedExpression number(double value) {
        CheckedExpression absolute =
                new Number(BigDecimal.valueOf(Math.abs(value)).toPlainString(), AdqlType.DOUBLE);
        return value < 0 ? new Negation(absolute) : absolute;
    }
}
