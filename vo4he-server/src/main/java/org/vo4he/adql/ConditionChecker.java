// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vo4he.adql.CheckedCondition.Inside;
import org.vo4he.adql.CheckedCondition.Near;
import org.vo4he.adql.CheckedCondition.Not;
import org.vo4he.adql.CheckedCondition.Overlap;

/// Checks conditions within the names of one query, and recognises those about positions.
final class ConditionChecker {

    private final ExpressionChecker expressions;

    ConditionChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    CheckedCondition check(Condition condition) throws AdqlException {
        return switch (condition) {
            case Condition.And and -> new CheckedCondition.And(all(and.terms()));
            case Condition.Or or -> new CheckedCondition.Or(all(or.terms()));
            case Condition.Not not -> new Not(check(not.operand()));
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.Between between -> between(between);
            case Condition.InList in -> inList(in);
            case Condition.InQuery in -> inQuery(in);
            case Condition.Like like ->
                new CheckedCondition.Like(
                        expressions.text(like.value()),
                        expressions.text(like.pattern()),
                        like.anyCase(),
                        like.negated());
            case Condition.IsNull isNull ->
                new CheckedCondition.IsNull(expressions.check(isNull.value()), isNull.negated());
            case Condition.Exists exists -> new CheckedCondition.Exists(expressions.subquery(exists.query()));
        };
    }

    private List<CheckedCondition> all(List<Condition> terms) throws AdqlException {
        List<CheckedCondition> checked = new ArrayList<>();
        for (Condition term : terms) {
            checked.add(check(term));
        }
        return checked;
    }

    private CheckedCondition comparison(Condition.Comparison comparison) throws AdqlException {
        CheckedExpression left = expressions.check(comparison.left());
        CheckedExpression right = expressions.check(comparison.right());
        Types.requireComparable(left, right, comparison.at());
        if (left instanceof CheckedExpression.Measure measure) {
            return geometric(comparison.operator(), measure, right);
        }
        return right instanceof CheckedExpression.Measure measure
                ? geometric(comparison.operator().mirrored(), measure, left)
                : new CheckedCondition.Comparison(comparison.operator(), left, right);
    }

    private static CheckedCondition geometric(
            ComparisonOperator operator, CheckedExpression.Measure measure, CheckedExpression other) {
        CheckedCondition plain = new CheckedCondition.Comparison(operator, measure, other);
        return switch (measure) {
            case CheckedExpression.Contains contains ->
                predicate(operator, new Inside(contains.inner(), contains.outer()), other, plain);
            case CheckedExpression.Intersects intersects ->
                predicate(operator, new Overlap(intersects.left(), intersects.right()), other, plain);
            case CheckedExpression.Distance distance -> distance(operator, distance, other, plain);
            case CheckedExpression.Coordinate _, CheckedExpression.Area _ -> plain;
        };
    }

    /// `CONTAINS(...) = 1` is the predicate, `= 0` its negation, and so are all comparisons with a constant that
    /// tell 1 from 0.
    private static CheckedCondition predicate(
            ComparisonOperator operator, CheckedCondition predicate, CheckedExpression other, CheckedCondition plain) {
        OptionalDouble constant = Constants.of(other);
        if (constant.isEmpty()) {
            return plain;
        }
        boolean whenTrue = operator.holds(1, constant.getAsDouble());
        boolean whenFalse = operator.holds(0, constant.getAsDouble());
        return whenTrue == whenFalse ? plain : whenTrue ? predicate : new Not(predicate);
    }

    private static CheckedCondition distance(
            ComparisonOperator operator,
            CheckedExpression.Distance distance,
            CheckedExpression radius,
            CheckedCondition plain) {
        return switch (operator) {
            case LESS -> new Near(distance.from(), distance.to(), radius, false);
            case LESS_OR_EQUAL -> new Near(distance.from(), distance.to(), radius, true);
            case GREATER -> new Not(new Near(distance.from(), distance.to(), radius, true));
            case GREATER_OR_EQUAL -> new Not(new Near(distance.from(), distance.to(), radius, false));
            case EQUAL, NOT_EQUAL -> plain;
        };
    }

    private CheckedCondition between(Condition.Between between) throws AdqlException {
        CheckedExpression value = expressions.check(between.value());
        CheckedExpression low = expressions.check(between.low());
        CheckedExpression high = expressions.check(between.high());
        Types.requireComparable(value, low, between.at());
        Types.requireComparable(value, high, between.at());
        return new CheckedCondition.Between(value, low, high, between.negated());
    }

    private CheckedCondition inList(Condition.InList in) throws AdqlException {
        CheckedExpression value = expressions.check(in.value());
        List<CheckedExpression> list = new ArrayList<>();
        for (Expression item : in.list()) {
            CheckedExpression checked = expressions.check(item);
            Types.requireComparable(value, checked, item.at());
            list.add(checked);
        }
        return new CheckedCondition.InList(value, list, in.negated());
    }

    private CheckedCondition inQuery(Condition.InQuery in) throws AdqlException {
        CheckedExpression value = expressions.check(in.value());
        CheckedStatement query = expressions.subquery(in.query());
        if (query.columns().size() != 1) {
            throw new AdqlException(
                    in.at(), "found a sub-query of " + query.columns().size() + " columns after IN, expected 1");
        }
        CheckedExpression member = new CheckedExpression.Column(
                "", "", Optional.empty(), query.columns().getFirst(), Optional.empty());
        Types.requireComparable(value, member, in.at());
        return new CheckedCondition.InQuery(value, query, in.negated());
    }
}
