// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.OptionalDouble;
import org.vo4he.adql.CheckedExpression.Aggregate;
import org.vo4he.adql.CheckedExpression.Area;
import org.vo4he.adql.CheckedExpression.Arithmetic;
import org.vo4he.adql.CheckedExpression.Call;
import org.vo4he.adql.CheckedExpression.Cast;
import org.vo4he.adql.CheckedExpression.Column;
import org.vo4he.adql.CheckedExpression.Concatenation;
import org.vo4he.adql.CheckedExpression.Contains;
import org.vo4he.adql.CheckedExpression.Conversion;
import org.vo4he.adql.CheckedExpression.Coordinate;
import org.vo4he.adql.CheckedExpression.Distance;
import org.vo4he.adql.CheckedExpression.Geometry;
import org.vo4he.adql.CheckedExpression.Intersects;
import org.vo4he.adql.CheckedExpression.Merged;
import org.vo4he.adql.CheckedExpression.Negation;
import org.vo4he.adql.CheckedExpression.Null;
import org.vo4he.adql.CheckedExpression.Number;
import org.vo4he.adql.CheckedExpression.Point;
import org.vo4he.adql.CheckedExpression.Text;
import org.vo4he.sphere.Region;

/// Numbers that a query spells out, such as `100./3600`, computed as the database would.
final class Constants {

    private Constants() {}

    /// The value of an expression of literals; empty when it has columns or functions, or is not finite.
    static OptionalDouble of(CheckedExpression expression) {
        return switch (expression) {
            case Number number -> finite(Double.parseDouble(number.text()));
            case Negation negation -> {
                OptionalDouble operand = of(negation.operand());
                yield operand.isPresent() ? OptionalDouble.of(-operand.getAsDouble()) : operand;
            }
            case Arithmetic arithmetic -> {
                OptionalDouble left = of(arithmetic.left());
                OptionalDouble right = of(arithmetic.right());
                yield left.isPresent() && right.isPresent()
                        ? finite(value(arithmetic, left.getAsDouble(), right.getAsDouble()))
                        : OptionalDouble.empty();
            }
            case Coordinate coordinate ->
                coordinate.point() instanceof Point point
                        ? of(coordinate.second() ? point.latitude() : point.longitude())
                        : OptionalDouble.empty();
            case Area area ->
                ConstantGeometry.of(area.geometry()).stream()
                        .mapToDouble(Region::areaDeg2)
                        .findFirst();
            case Text _,
                    Null _,
                    Column _,
                    Merged _,
                    Concatenation _,
                    Call _,
                    Aggregate _,
                    Cast _,
                    Conversion _,
                    Geometry _,
                    Distance _,
                    Contains _,
                    Intersects _ -> OptionalDouble.empty();
        };
    }

    private static double value(Arithmetic arithmetic, double left, double right) {
        return switch (arithmetic.operator()) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDED_BY -> {
                double quotient = left / right;
                boolean truncated = arithmetic.type().isInteger() && Double.isFinite(quotient);
                yield truncated ? Math.signum(quotient) * Math.floor(Math.abs(quotient)) : quotient;
            }
        };
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
