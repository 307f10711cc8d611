// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;

/// How a query groups its rows, and the rule that follows: what is selected, or ordered by, is constant within a
/// group or aggregated.
///
/// @param grouped whether there are groups at all; without `GROUP BY` an aggregate makes one of all rows
record Grouping(boolean grouped, List<CheckedExpression> keys) {

    static Grouping of(Query.Select select, ExpressionChecker checker) throws AdqlException {
        List<CheckedExpression> keys = new ArrayList<>();
        for (Expression term : select.groupBy()) {
            if (term instanceof Expression.NumberLiteral number) {
                throw new AdqlException(
                        number.at(),
                        "found " + number.text() + ", expected a column or an expression: GROUP BY takes no places");
            }
            keys.add(checker.check(term));
        }
        boolean aggregated = select.items().stream()
                .anyMatch(item -> item instanceof Query.Value value && hasAggregate(value.expression()));
        return new Grouping(!keys.isEmpty() || select.having().isPresent() || aggregated, List.copyOf(keys));
    }

    private static boolean hasAggregate(Node node) {
        return node instanceof Expression.Aggregate || node.children().stream().anyMatch(Grouping::hasAggregate);
    }

    /// Refuses a value or condition that differs within a group.
    void verify(Node node, ExpressionChecker checker) throws AdqlException {
        if (!grouped || node instanceof Expression.Aggregate) {
            return;
        }
        if (node instanceof Expression expression) {
            CheckedExpression checked = checker.check(expression);
            if (keys.contains(checked)) {
                return;
            }
            if (expression instanceof Expression.ColumnReference reference && checker.isLocal(checked)) {
                throw notGrouped(reference.column().toString(), reference.at());
            }
        }
        for (Node child : node.children()) {
            verify(child, checker);
        }
    }

    /// The same for a column that `*` stands for.
    void verifyColumn(CheckedExpression column, String name, Position at) throws AdqlException {
        if (grouped && !keys.contains(column)) {
            throw notGrouped(name, at);
        }
    }

    private static AdqlException notGrouped(String name, Position at) {
        return new AdqlException(
                at,
                "found column " + name + ", expected it in GROUP BY or inside an aggregate such as MAX(" + name + ")");
    }
}
