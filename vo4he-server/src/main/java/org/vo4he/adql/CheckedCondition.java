// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;

/// A condition of which names and types are settled.
sealed interface CheckedCondition {

    record And(List<CheckedCondition> terms) implements CheckedCondition {}

    record Or(List<CheckedCondition> terms) implements CheckedCondition {}

    record Not(CheckedCondition operand) implements CheckedCondition {}

    record Comparison(ComparisonOperator operator, CheckedExpression left, CheckedExpression right)
            implements CheckedCondition {}

    record Between(CheckedExpression value, CheckedExpression low, CheckedExpression high, boolean negated)
            implements CheckedCondition {}

    record InList(CheckedExpression value, List<CheckedExpression> list, boolean negated) implements CheckedCondition {}

    record InQuery(CheckedExpression value, CheckedStatement query, boolean negated) implements CheckedCondition {}

    record Like(CheckedExpression value, CheckedExpression pattern, boolean anyCase, boolean negated)
            implements CheckedCondition {}

    record IsNull(CheckedExpression value, boolean negated) implements CheckedCondition {}

    record Exists(CheckedStatement query) implements CheckedCondition {}

    /// `CONTAINS(inner, outer) = 1`
    record Inside(CheckedExpression inner, CheckedExpression outer) implements CheckedCondition {}

    /// `INTERSECTS(left, right) = 1`
    record Overlap(CheckedExpression left, CheckedExpression right) implements CheckedCondition {}

    /// `DISTANCE(from, to) < radius`, or `<=` if `inclusive`.
    record Near(CheckedExpression from, CheckedExpression to, CheckedExpression radius, boolean inclusive)
            implements CheckedCondition {}
}
