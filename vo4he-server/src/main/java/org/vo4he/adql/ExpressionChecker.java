// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vo4he.adql.CheckedExpression.Null;
import org.vo4he.sphere.Healpix;
import org.vo4he.units.Unit;

/// Checks values within the names of one query.
final class ExpressionChecker {

    private final QueryChecker queries;
    private final Scope scope;
    private final Optional<String> clauseWithoutAggregates;
    private final ConditionChecker conditions;
    private final GeometryChecker geometry;
    private boolean insideAggregate;

    /// @param clauseWithoutAggregates the clause that is being checked, if aggregates may not stand in it
    ExpressionChecker(QueryChecker queries, Scope scope, Optional<String> clauseWithoutAggregates) {
        this.queries = queries;
        this.scope = scope;
        this.clauseWithoutAggregates = clauseWithoutAggregates;
        this.conditions = new ConditionChecker(this);
        this.geometry = new GeometryChecker(this);
    }

    ConditionChecker conditions() {
        return conditions;
    }

    CheckedStatement subquery(Query query) throws AdqlException {
        return queries.statement(query, Optional.of(scope));
    }

    /// Whether a column belongs to this query and not to one around it.
    boolean isLocal(CheckedExpression column) {
        return scope.ranges().stream()
                        .flatMap(range -> range.fields().stream())
                        .anyMatch(field -> field.expression().equals(column))
                || scope.visible().stream().anyMatch(field -> field.expression().equals(column));
    }

    CheckedExpression check(Expression expression) throws AdqlException {
        return switch (expression) {
            case Expression.NumberLiteral number -> new CheckedExpression.Number(number.text(), typeOf(number.text()));
            case Expression.TextLiteral text -> new CheckedExpression.Text(text.value());
            case Expression.NullLiteral _ -> new Null();
            case Expression.ColumnReference reference -> scope.resolve(reference);
            case Expression.Sign sign -> sign(sign);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Concatenation concatenation ->
                new CheckedExpression.Concatenation(text(concatenation.left()), text(concatenation.right()));
            case Expression.Call call -> call(call);
            case Expression.GeometryCall call -> geometry.check(call);
            case Expression.Aggregate aggregate -> aggregate(aggregate);
            case Expression.Cast cast -> cast(cast);
            case Expression.InUnit inUnit -> inUnit(inUnit);
        };
    }

    private static AdqlType typeOf(String number) {
        if (!number.chars().allMatch(Character::isDigit)) {
            return AdqlType.DOUBLE;
        }
        int bits = new BigInteger(number).bitLength();
        return bits < Integer.SIZE ? AdqlType.INTEGER : bits < Long.SIZE ? AdqlType.BIGINT : AdqlType.DOUBLE;
    }

    CheckedExpression number(Expression expression) throws AdqlException {
        CheckedExpression checked = check(expression);
        Types.requireNumeric(checked, expression.at());
        return checked;
    }

    CheckedExpression text(Expression expression) throws AdqlException {
        CheckedExpression checked = check(expression);
        Types.requireText(checked, expression.at());
        return checked;
    }

    private CheckedExpression sign(Expression.Sign sign) throws AdqlException {
        CheckedExpression operand = number(sign.operand());
        return sign.minus() ? new CheckedExpression.Negation(operand) : operand;
    }

    private CheckedExpression arithmetic(Expression.Arithmetic arithmetic) throws AdqlException {
        CheckedExpression left = number(arithmetic.left());
        CheckedExpression right = number(arithmetic.right());
        return new CheckedExpression.Arithmetic(arithmetic.operator(), left, right, arithmeticType(left, right));
    }

    /// Integers give the widest integer, so that `2147483647 + 1` has a value; everything else doubles.
    private static AdqlType arithmeticType(CheckedExpression left, CheckedExpression right) {
        boolean integers = (left instanceof Null || left.type().isInteger())
                && (right instanceof Null || right.type().isInteger());
        return integers ? AdqlType.BIGINT : AdqlType.DOUBLE;
    }

    /// ADQL 2.1, section 4.9. Only the unit of a column, or what keeps it, is known.
    private CheckedExpression inUnit(Expression.InUnit inUnit) throws AdqlException {
        CheckedExpression value = number(inUnit.value());
        String ownText = Descriptions.of(value).unit();
        Optional<Unit> own = Unit.parse(ownText);
        if (own.isEmpty()) {
            String known = ownText.isEmpty() ? "a value of unknown unit" : "a value in " + ownText;
            throw new AdqlException(
                    inUnit.value().at(), "found " + known + ", expected one whose unit IN_UNIT can convert");
        }
        Optional<Unit> other = Unit.parse(inUnit.unit(), own.get().dimension());
        if (other.isEmpty()) {
            throw new AdqlException(
                    inUnit.at(),
                    "found the unit '" + inUnit.unit() + "', expected one that measures the same as " + ownText);
        }
        double factor = own.get().convert(1, other.get());
        return new CheckedExpression.Conversion(value, factor, other.get().vounit());
    }

    private CheckedExpression call(Expression.Call call) throws AdqlException {
        AdqlFunction function = AdqlFunction.named(call.name())
                .orElseThrow(() -> new AdqlException(
                        call.at(), "found " + call.name() + "(, expected a function that this service has"));
        List<CheckedExpression> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(argument(argument, function.kind(arguments.size())));
        }
        if (function == AdqlFunction.IVO_HEALPIX_INDEX) {
            return healpixIndex(arguments, call);
        }
        return new CheckedExpression.Call(function, arguments, resultType(function, arguments, call));
    }

    /// With the position as a point, whichever way it was written.
    private static CheckedExpression healpixIndex(List<CheckedExpression> arguments, Expression.Call call)
            throws AdqlException {
        CheckedExpression position = arguments.get(1);
        boolean isPoint = position.type() == AdqlType.POINT;
        if (isPoint != (arguments.size() == 2)) {
            throw new AdqlException(
                    call.at(), "found arguments that do not fit, expected order, longitude, latitude or order, point");
        }
        OptionalDouble order = Constants.of(arguments.getFirst());
        if (order.isPresent() && !(order.getAsDouble() >= 0 && order.getAsDouble() <= Healpix.FINEST_ORDER)) {
            throw new AdqlException(
                    call.at(),
                    "found the order " + (long) order.getAsDouble() + ", expected 0 to " + Healpix.FINEST_ORDER);
        }
        CheckedExpression point = isPoint ? position : new CheckedExpression.Point(position, arguments.get(2));
        return new CheckedExpression.Call(
                AdqlFunction.IVO_HEALPIX_INDEX, List.of(arguments.getFirst(), point), AdqlType.BIGINT);
    }

    private CheckedExpression argument(Expression argument, AdqlFunction.Kind kind) throws AdqlException {
        CheckedExpression checked = check(argument);
        switch (kind) {
            case NUMERIC -> Types.requireNumeric(checked, argument.at());
            case TEXT -> Types.requireText(checked, argument.at());
            case INTEGER -> {
                if (!checked.type().isInteger() && !(checked instanceof Null)) {
                    throw new AdqlException(
                            argument.at(), "found a value of type " + checked.type() + ", expected an integer");
                }
            }
            case TIMESTAMP -> {
                if (checked.type() != AdqlType.TIMESTAMP) {
                    Types.requireText(checked, argument.at());
                    Types.requireTime(checked, argument.at());
                }
            }
            case POSITION -> {
                if (checked.type() != AdqlType.POINT) {
                    Types.requireNumeric(checked, argument.at());
                }
            }
            case ANY -> {
                if (checked.type().isGeometry()) {
                    throw new AdqlException(
                            argument.at(), "found a value of type " + checked.type() + ", expected a number or a text");
                }
            }
        }
        return checked;
    }

    private static AdqlType resultType(AdqlFunction function, List<CheckedExpression> arguments, Expression.Call call)
            throws AdqlException {
        if (function.result().isPresent()) {
            return function.result().get();
        }
        Optional<AdqlType> type = Optional.empty();
        for (CheckedExpression argument : arguments) {
            boolean counts = function == AdqlFunction.COALESCE || function == AdqlFunction.MOD || type.isEmpty();
            if (counts && !(argument instanceof Null)) {
                type = type.isEmpty() ? Optional.of(argument.type()) : commonType(type.get(), argument, call);
            }
        }
        return type.orElse(function == AdqlFunction.COALESCE ? AdqlType.VARCHAR : AdqlType.DOUBLE);
    }

    private static Optional<AdqlType> commonType(AdqlType soFar, CheckedExpression argument, Expression.Call call)
            throws AdqlException {
        Optional<AdqlType> common = Types.common(soFar, argument.type());
        if (common.isEmpty()) {
            throw new AdqlException(
                    call.at(),
                    "found arguments of %s of the types %s and %s, expected values of one kind"
                            .formatted(call.name(), soFar, argument.type()));
        }
        return common;
    }

    private CheckedExpression aggregate(Expression.Aggregate aggregate) throws AdqlException {
        if (clauseWithoutAggregates.isPresent()) {
            throw new AdqlException(
                    aggregate.at(),
                    "found " + aggregate.function() + ", expected no aggregate in " + clauseWithoutAggregates.get()
                            + (clauseWithoutAggregates.get().equals("WHERE") ? " (HAVING compares aggregates)" : ""));
        }
        if (insideAggregate) {
            throw new AdqlException(
                    aggregate.at(), "found " + aggregate.function() + " inside an aggregate, expected a plain value");
        }
        if (aggregate.argument().isEmpty()) {
            return new CheckedExpression.Aggregate(SetFunction.COUNT, false, Optional.empty(), AdqlType.BIGINT);
        }
        Expression argument = aggregate.argument().get();
        insideAggregate = true;
        CheckedExpression checked = check(argument);
        insideAggregate = false;
        return new CheckedExpression.Aggregate(
                aggregate.function(), aggregate.distinct(), Optional.of(checked), typeOf(aggregate, checked));
    }

    private static AdqlType typeOf(Expression.Aggregate aggregate, CheckedExpression argument) throws AdqlException {
        Position at = aggregate.argument().orElseThrow().at();
        return switch (aggregate.function()) {
            case COUNT -> AdqlType.BIGINT;
            case MIN, MAX -> {
                Types.requireOrdered(argument, at);
                yield argument.type();
            }
            case AVG -> {
                Types.requireNumeric(argument, at);
                yield AdqlType.DOUBLE;
            }
            case SUM -> {
                Types.requireNumeric(argument, at);
                yield argument.type().isInteger() ? AdqlType.BIGINT : AdqlType.DOUBLE;
            }
        };
    }

    private CheckedExpression cast(Expression.Cast cast) throws AdqlException {
        CheckedExpression operand = check(cast.operand());
        AdqlType from = operand.type();
        AdqlType to = cast.type();
        boolean possible = operand instanceof Null
                || from == to
                || from.isText()
                || (from.isNumeric() && to.isNumeric())
                || (to.isText() && from != AdqlType.BLOB);
        if (!possible) {
            throw new AdqlException(cast.at(), "found a CAST of " + from + " to " + to + ", which has no meaning");
        }
        if (to == AdqlType.TIMESTAMP) {
            Types.requireTime(operand, cast.operand().at());
        } else if (to.isNumeric()) {
            Types.requireNumber(operand, cast.operand().at());
        }
        return to.isGeometry() && operand instanceof CheckedExpression.Text text
                ? GeometryChecker.constant(text.value(), to, cast.operand().at())
                : new CheckedExpression.Cast(operand, to, cast.length());
    }
}
