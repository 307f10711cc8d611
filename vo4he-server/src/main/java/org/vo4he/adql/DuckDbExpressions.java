// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.vo4he.adql.CheckedExpression.Aggregate;
import org.vo4he.adql.CheckedExpression.Arithmetic;
import org.vo4he.adql.CheckedExpression.Call;
import org.vo4he.adql.CheckedExpression.Cast;
import org.vo4he.adql.CheckedExpression.Column;
import org.vo4he.adql.CheckedExpression.Concatenation;
import org.vo4he.adql.CheckedExpression.Conversion;
import org.vo4he.adql.CheckedExpression.Geometry;
import org.vo4he.adql.CheckedExpression.Measure;
import org.vo4he.adql.CheckedExpression.Merged;
import org.vo4he.adql.CheckedExpression.Negation;
import org.vo4he.adql.CheckedExpression.Null;
import org.vo4he.adql.CheckedExpression.Number;
import org.vo4he.adql.CheckedExpression.Text;

/// Values and conditions in the SQL of DuckDB, each in parentheses where precedence could matter.
final class DuckDbExpressions {

    private final DuckDbDialect queries;
    private final DuckDbGeometry geometry = new DuckDbGeometry(this);

    DuckDbExpressions(DuckDbDialect queries) {
        this.queries = queries;
    }

    /// A selected value, of exactly the type that was promised for it.
    String output(CheckedExpression expression) {
        boolean asIs = expression instanceof Column || expression.type().isGeometry();
        return asIs ? value(expression) : "CAST(" + value(expression) + " AS " + typeName(expression.type()) + ")";
    }

    /// A value to group or order by. A bare constant there would be taken as the place of a column.
    String key(CheckedExpression expression) {
        boolean constant = expression instanceof Text
                || expression instanceof Null
                || Constants.of(expression).isPresent();
        return constant ? "coalesce(" + value(expression) + ", NULL)" : value(expression);
    }

    String value(CheckedExpression expression) {
        return switch (expression) {
            case Number number -> number(number);
            case Text text -> SqlText.literal(text.value());
            case Null _ -> "NULL";
            case Column column -> column(column);
            case Merged merged -> "coalesce(" + value(merged.left()) + ", " + value(merged.right()) + ")";
            case Negation negation -> "(- " + value(negation.operand()) + ")"; // the blank: -- begins a comment
            case Arithmetic arithmetic -> arithmetic(arithmetic);
            case Concatenation c -> "(" + value(c.left()) + " || " + value(c.right()) + ")";
            case Call call -> call(call);
            case Aggregate aggregate -> aggregate(aggregate);
            case Cast cast -> cast(cast);
            case Conversion c -> "(" + value(c.value()) + " * " + SqlText.number(c.factor()) + ")";
            case Geometry shape -> geometry.text(shape);
            case Measure measure -> geometry.measure(measure);
        };
    }

    private static String number(Number number) {
        return number.type().isInteger() ? number.text() : SqlText.number(Double.parseDouble(number.text()));
    }

    private static String column(Column column) {
        return column.template()
                .map(template -> "(" + template.replace("{t}", column.relation()) + ")")
                .orElseGet(() -> column.relation() + "." + SqlText.name(column.sqlName()));
    }

    /// Integers divide to an integer, towards zero (as SQL-92 allows and PostgreSQL does); a division by zero
    /// has no value.
    private String arithmetic(Arithmetic arithmetic) {
        boolean integers = arithmetic.type().isInteger();
        String left = integers ? "CAST(" + value(arithmetic.left()) + " AS BIGINT)" : value(arithmetic.left());
        return switch (arithmetic.operator()) {
            case PLUS, MINUS, TIMES ->
                "(" + left + " " + arithmetic.operator().symbol() + " " + value(arithmetic.right()) + ")";
            case DIVIDED_BY -> "(" + left + (integers ? " // " : " / ") + divisor(arithmetic.right()) + ")";
        };
    }

    private String divisor(CheckedExpression expression) {
        OptionalDouble constant = Constants.of(expression);
        boolean neverZero = constant.isPresent() && constant.getAsDouble() != 0;
        return neverZero ? value(expression) : "nullif(" + value(expression) + ", 0)";
    }

    private String call(Call call) {
        List<CheckedExpression> arguments = call.arguments();
        return switch (call.function()) {
            case ABS -> plain("abs", arguments);
            case CEILING -> plain("ceil", arguments);
            case DEGREES -> plain("degrees", arguments);
            case EXP -> plain("exp", arguments);
            case FLOOR -> plain("floor", arguments);
            case LOG -> plain("ln", arguments);
            case LOG10 -> plain("log10", arguments);
            case MOD -> "(" + value(arguments.get(0)) + " % " + divisor(arguments.get(1)) + ")";
            case PI -> "pi()";
            case POWER -> plain("pow", arguments);
            case RADIANS -> plain("radians", arguments);
            case RAND -> "random()";
            case ROUND -> toDecimals("round", arguments);
            case SQRT -> plain("sqrt", arguments);
            case TRUNCATE -> toDecimals("trunc", arguments);
            case ACOS -> plain("acos", arguments);
            case ASIN -> plain("asin", arguments);
            case ATAN -> plain("atan", arguments);
            case ATAN2 -> plain("atan2", arguments);
            case COS -> plain("cos", arguments);
            case COT -> plain("cot", arguments);
            case SIN -> plain("sin", arguments);
            case TAN -> plain("tan", arguments);
            case LOWER -> plain("lower", arguments);
            case UPPER -> plain("upper", arguments);
            case COALESCE -> plain("coalesce", arguments);
            case IVO_HASHLIST_HAS -> flag("list_contains(string_split(lower(%s), '#'), lower(%s))", arguments);
            case IVO_HASWORD -> flag("list_has_all(" + words("%s") + ", " + words("%s") + ")", arguments);
            case IVO_HEALPIX_INDEX -> geometry.healpixIndex(arguments.get(0), arguments.get(1));
            case IVO_INTERVAL_OVERLAPS ->
                flag("%1$s <= %2$s AND %3$s <= %4$s AND %1$s <= %4$s AND %3$s <= %2$s", arguments);
            case IVO_NOCASEMATCH -> flag("%s ILIKE %s", arguments);
            case IVO_TO_JD -> julianDate(arguments.getFirst(), "2440587.5E0");
            case IVO_TO_MJD -> julianDate(arguments.getFirst(), "40587E0");
        };
    }

    private String plain(String function, List<CheckedExpression> arguments) {
        return arguments.stream().map(this::value).collect(Collectors.joining(", ", function + "(", ")"));
    }

    /// DuckDB wants the number of decimals as INTEGER, and nothing wider.
    private String toDecimals(String function, List<CheckedExpression> arguments) {
        return arguments.size() == 1
                ? plain(function, arguments)
                : function + "(" + value(arguments.get(0)) + ", " + geometry.integer(arguments.get(1)) + ")";
    }

    /// A condition as 1 or 0.
    private String flag(String condition, List<CheckedExpression> arguments) {
        return "CAST(("
                + condition.formatted(arguments.stream().map(this::value).toArray()) + ") AS INTEGER)";
    }

    private static String words(String text) {
        return "regexp_extract_all(lower(" + text + "), '[\\pL\\pN]+')";
    }

    private String julianDate(CheckedExpression time, String ofUnixEpoch) {
        return "(epoch_us(" + timestamp(time) + ") / 86400000000E0 + " + ofUnixEpoch + ")";
    }

    private String timestamp(CheckedExpression time) {
        return time.type() == AdqlType.TIMESTAMP ? value(time) : "CAST(" + value(time) + " AS TIMESTAMP)";
    }

    private String aggregate(Aggregate aggregate) {
        if (aggregate.argument().isEmpty()) {
            return "count(*)";
        }
        CheckedExpression argument = aggregate.argument().get();
        String inside = (aggregate.distinct() ? "DISTINCT " : "") + value(argument);
        return switch (aggregate.function()) {
            case COUNT -> "count(" + inside + ")";
            case MIN -> "min(" + inside + ")";
            case MAX -> "max(" + inside + ")";
            case AVG -> "avg(" + inside + ")";
            case SUM -> "CAST(sum(" + inside + ") AS " + typeName(aggregate.type()) + ")";
        };
    }

    private String cast(Cast cast) {
        String operand = value(cast.operand());
        boolean isoText =
                cast.operand().type() == AdqlType.TIMESTAMP && cast.type().isText();
        String converted = isoText
                ? "replace(CAST(" + operand + " AS VARCHAR), ' ', 'T')"
                : "CAST(" + operand + " AS " + typeName(cast.type()) + ")";
        return cast.length().isPresent()
                ? "left(" + converted + ", " + cast.length().getAsInt() + ")"
                : converted;
    }

    private static String typeName(AdqlType type) {
        return switch (type) {
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case REAL -> "REAL";
            case DOUBLE -> "DOUBLE";
            case TIMESTAMP -> "TIMESTAMP";
            case BLOB -> "BLOB";
            case CHAR, VARCHAR, CLOB, POINT, CIRCLE, POLYGON, REGION -> "VARCHAR";
        };
    }

    String condition(CheckedCondition condition) {
        return switch (condition) {
            case CheckedCondition.And and -> joined(and.terms(), " AND ");
            case CheckedCondition.Or or -> joined(or.terms(), " OR ");
            case CheckedCondition.Not not -> "(NOT " + condition(not.operand()) + ")";
            case CheckedCondition.Comparison c ->
                "(" + beside(c.left(), c.right()) + " " + c.operator().symbol() + " " + beside(c.right(), c.left())
                        + ")";
            case CheckedCondition.Between b ->
                "(" + beside(b.value(), b.low()) + not(b.negated()) + " BETWEEN " + beside(b.low(), b.value()) + " AND "
                        + beside(b.high(), b.value()) + ")";
            case CheckedCondition.InList in ->
                in.list().stream()
                        .map(item -> beside(item, in.value()))
                        .collect(Collectors.joining(
                                ", ",
                                "(" + beside(in.value(), in.list().getFirst()) + not(in.negated()) + " IN (",
                                "))"));
            case CheckedCondition.InQuery in ->
                "(" + value(in.value()) + not(in.negated()) + " IN (" + queries.statement(in.query()) + "))";
            case CheckedCondition.Like like ->
                "(" + value(like.value()) + not(like.negated()) + (like.anyCase() ? " ILIKE " : " LIKE ")
                        + value(like.pattern()) + ")";
            case CheckedCondition.IsNull isNull ->
                "(" + value(isNull.value()) + " IS" + not(isNull.negated()) + " NULL)";
            case CheckedCondition.Exists exists -> "EXISTS (" + queries.statement(exists.query()) + ")";
            case CheckedCondition.Inside inside -> geometry.inside(inside.inner(), inside.outer());
            case CheckedCondition.Overlap overlap -> geometry.overlap(overlap.left(), overlap.right());
            case CheckedCondition.Near near -> geometry.near(near.from(), near.to(), near.radius(), near.inclusive());
        };
    }

    private String joined(List<CheckedCondition> terms, String word) {
        return terms.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }

    /// A value that is compared with another: text that stands beside a time is one.
    private String beside(CheckedExpression value, CheckedExpression other) {
        boolean spellsTime = other.type() == AdqlType.TIMESTAMP && value.type().isText() && !(value instanceof Null);
        return spellsTime ? timestamp(value) : value(value);
    }
}
