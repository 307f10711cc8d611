// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A query with the order of its rows (ADQL 2.1, appendix A, `select_expression`).
record Query(Body body, List<OrderTerm> orderBy, OptionalLong offset) {

    /// What gives rows.
    sealed interface Body {}

    record Select(
            boolean distinct,
            OptionalLong top,
            List<SelectItem> items,
            List<TableReference> from,
            Optional<Condition> where,
            List<Expression> groupBy,
            Optional<Condition> having,
            Position at)
            implements Body {}

    record SetOperation(Body left, SetOperator operator, boolean all, Body right, Position at) implements Body {}

    /// A query in parentheses, as an operand of a set operation.
    record Nested(Query query) implements Body {}

    enum SetOperator {
        UNION,
        EXCEPT,
        INTERSECT
    }

    /// One entry between `SELECT` and `FROM`.
    sealed interface SelectItem {}

    /// `*`
    record AllColumns(Position at) implements SelectItem {}

    /// `o.*`
    record AllColumnsOf(List<Identifier> table, Position at) implements SelectItem {}

    record Value(Expression expression, Optional<Identifier> alias) implements SelectItem {}

    /// One entry of `FROM`, or one side of a join.
    sealed interface TableReference {}

    record NamedTable(List<Identifier> path, Optional<Identifier> alias, Position at) implements TableReference {}

    record DerivedTable(Query query, Identifier alias) implements TableReference {}

    /// @param on present or `using` not empty, unless `natural`
    record Join(
            TableReference left,
            JoinKind kind,
            boolean natural,
            TableReference right,
            Optional<Condition> on,
            List<Identifier> using,
            Position at)
            implements TableReference {}

    enum JoinKind {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    record OrderTerm(Expression expression, boolean descending) {}
}
