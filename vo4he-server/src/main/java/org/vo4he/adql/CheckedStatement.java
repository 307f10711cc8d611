// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A query, or a query within one, of which everything is settled. Its columns are called `c1`, `c2` and so on in
/// the database, whatever the query calls them.
record CheckedStatement(Body body, List<OrderTerm> orderBy, OptionalLong offset) {

    /// The columns, with the names the query gives them; names may repeat.
    List<OutputColumn> columns() {
        return body.columns();
    }

    /// What the database calls the column of that place, counted from 1.
    static String sqlName(int place) {
        return "c" + place;
    }

    sealed interface Body {

        List<OutputColumn> columns();
    }

    record Select(
            boolean distinct,
            OptionalLong top,
            List<CheckedExpression> items,
            List<OutputColumn> columns,
            List<Relation> from,
            Optional<CheckedCondition> where,
            List<CheckedExpression> groupBy,
            Optional<CheckedCondition> having)
            implements Body {}

    record SetOperation(Body left, Query.SetOperator operator, boolean all, Body right, List<OutputColumn> columns)
            implements Body {}

    record Nested(CheckedStatement query) implements Body {

        @Override
        public List<OutputColumn> columns() {
            return query.columns();
        }
    }

    /// One entry of `FROM`, or one side of a join; `alias` is ours, unique within the whole query.
    sealed interface Relation {}

    /// @param sqlName the physical table, or the common table, already quoted
    record Scan(String sqlName, String alias) implements Relation {}

    record Derived(CheckedStatement query, String alias) implements Relation {}

    record Join(Relation left, Query.JoinKind kind, Relation right, CheckedCondition on) implements Relation {}

    /// @param place of a column of the answer, counted from 1; where there is one it counts, not the expression
    record OrderTerm(OptionalInt place, Optional<CheckedExpression> expression, boolean descending) {}

    /// `name AS (query)` of the `WITH` clause.
    record Common(String sqlName, CheckedStatement query) {}
}
