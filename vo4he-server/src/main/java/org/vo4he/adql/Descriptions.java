// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

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
import org.vo4he.adql.CheckedExpression.Text;

/// What can be said of an expression's values from what is known of its columns: units and UCDs where an
/// operation keeps them, nothing where it might not.
final class Descriptions {

    private Descriptions() {}

    static OutputColumn of(CheckedExpression expression) {
        OutputColumn plain = OutputColumn.of("", expression.type());
        return switch (expression) {
            case Column column -> column.description();
            case Merged merged -> of(merged.left());
            case Negation negation -> like(negation.operand(), plain);
            case Arithmetic arithmetic -> arithmetic(arithmetic, plain);
            case Aggregate aggregate -> aggregate(aggregate, plain);
            case Call call -> call(call, plain);
            case Cast cast -> cast(cast, plain);
            case Conversion conversion ->
                plain.withUnitAndUcd(conversion.unit(), of(conversion.value()).ucd());
            case Distance _ -> plain.withUnitAndUcd("deg", "pos.angDistance");
            case Area _ -> plain.withUnitAndUcd("deg**2", "phys.angArea");
            case Coordinate coordinate -> plain.withUnitAndUcd("deg", coordinate.second() ? "pos.eq.dec" : "pos.eq.ra");
            case Geometry _ -> plain.withUnitAndUcd(expression.type() == AdqlType.REGION ? "" : "deg", "");
            case Number _, Text _, Null _, Concatenation _, Contains _, Intersects _ -> plain;
        };
    }

    private static OutputColumn like(CheckedExpression source, OutputColumn plain) {
        OutputColumn known = of(source);
        return plain.withUnitAndUcd(known.unit(), known.ucd());
    }

    private static OutputColumn withUnitOf(CheckedExpression source, OutputColumn plain) {
        return plain.withUnitAndUcd(of(source).unit(), "");
    }

    private static OutputColumn arithmetic(Arithmetic arithmetic, OutputColumn plain) {
        return switch (arithmetic.operator()) {
            case PLUS, MINUS -> {
                String unit = of(arithmetic.left()).unit();
                yield plain.withUnitAndUcd(unit.equals(of(arithmetic.right()).unit()) ? unit : "", "");
            }
            case TIMES, DIVIDED_BY -> plain;
        };
    }

    private static OutputColumn aggregate(Aggregate aggregate, OutputColumn plain) {
        return switch (aggregate.function()) {
            case COUNT -> plain.withUnitAndUcd("", "meta.number");
            case MIN, MAX -> like(aggregate.argument().orElseThrow(), plain);
            case AVG, SUM -> withUnitOf(aggregate.argument().orElseThrow(), plain);
        };
    }

    private static OutputColumn call(Call call, OutputColumn plain) {
        return switch (call.function()) {
            case ABS, ROUND, TRUNCATE, COALESCE -> like(call.arguments().getFirst(), plain);
            case CEILING, FLOOR, MOD -> withUnitOf(call.arguments().getFirst(), plain);
            case DEGREES -> plain.withUnitAndUcd("deg", "");
            case RADIANS, ACOS, ASIN, ATAN, ATAN2 -> plain.withUnitAndUcd("rad", "");
            case LOWER, UPPER ->
                plain.withUnitAndUcd("", of(call.arguments().getFirst()).ucd());
            case IVO_TO_JD, IVO_TO_MJD -> plain.withUnitAndUcd("d", "time");
            case EXP, LOG, LOG10, PI, POWER, RAND, SQRT, COS, COT, SIN, TAN -> plain;
            case IVO_HEALPIX_INDEX -> plain.withUnitAndUcd("", "pos.healpix");
            case IVO_HASHLIST_HAS, IVO_HASWORD, IVO_INTERVAL_OVERLAPS, IVO_NOCASEMATCH -> plain;
        };
    }

    private static OutputColumn cast(Cast cast, OutputColumn plain) {
        OutputColumn described = cast.type().isNumeric() ? like(cast.operand(), plain) : plain;
        return cast.length().isEmpty()
                ? described
                : described.sized(cast.length().getAsInt() + "*");
    }
}
