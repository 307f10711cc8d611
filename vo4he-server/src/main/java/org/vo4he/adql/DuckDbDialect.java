// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.vo4he.adql.CheckedStatement.Derived;
import org.vo4he.adql.CheckedStatement.Join;
import org.vo4he.adql.CheckedStatement.Nested;
import org.vo4he.adql.CheckedStatement.Relation;
import org.vo4he.adql.CheckedStatement.Scan;
import org.vo4he.adql.CheckedStatement.Select;
import org.vo4he.adql.CheckedStatement.SetOperation;

/// The SQL of DuckDB. Relations and columns carry names of ours (`t1`, `c1`); nothing of the query's own text
/// reaches the SQL but numbers, re-printed, and text literals, quoted.
///
/// Decisions where ADQL leaves room are listed in `docs/reference/adql.md`.
public final class DuckDbDialect implements Dialect {

    private final DuckDbExpressions expressions = new DuckDbExpressions(this);

    @Override
    public PrintedSql print(CheckedQuery query, long rowLimit) {
        String with = query.commonTables().isEmpty()
                ? ""
                : query.commonTables().stream()
                        .map(common -> common.sqlName() + " AS (" + statement(common.query()) + ")")
                        .collect(Collectors.joining(", ", "WITH ", "\n"));
        OptionalLong limit = rowLimit < 0 ? OptionalLong.empty() : OptionalLong.of(rowLimit);
        return new PrintedSql(with + statement(query.statement(), limit), List.of());
    }

    /// A sub-query, without parentheses.
    String statement(CheckedStatement statement) {
        return statement(statement, OptionalLong.empty());
    }

    private String statement(CheckedStatement statement, OptionalLong rowLimit) {
        OptionalLong top = statement.body() instanceof Select select ? select.top() : OptionalLong.empty();
        OptionalLong limit = top.isPresent() && rowLimit.isPresent()
                ? OptionalLong.of(Math.min(top.getAsLong(), rowLimit.getAsLong()))
                : top.isPresent() ? top : rowLimit;
        StringBuilder sql = new StringBuilder(body(statement.body()));
        if (!statement.orderBy().isEmpty()) {
            sql.append("\nORDER BY ")
                    .append(statement.orderBy().stream().map(this::orderTerm).collect(Collectors.joining(", ")));
        }
        limit.ifPresent(rows -> sql.append("\nLIMIT ").append(rows));
        statement.offset().ifPresent(rows -> sql.append("\nOFFSET ").append(rows));
        return sql.toString();
    }

    /// Rows without a value come last in either direction, so that `TOP` does not begin with them.
    private String orderTerm(CheckedStatement.OrderTerm term) {
        OptionalInt place = term.place();
        String by = place.isPresent()
                ? Integer.toString(place.getAsInt())
                : expressions.key(term.expression().orElseThrow());
        return by + (term.descending() ? " DESC" : " ASC") + " NULLS LAST";
    }

    private String body(CheckedStatement.Body body) {
        return switch (body) {
            case Select select -> select(select);
            case Nested nested -> "(" + statement(nested.query()) + ")";
            case SetOperation operation ->
                operand(operation.left()) + "\n" + operation.operator() + (operation.all() ? " ALL" : "") + "\n"
                        + operand(operation.right());
        };
    }

    /// An operand in parentheses keeps its own `TOP` and order to itself.
    private String operand(CheckedStatement.Body body) {
        return switch (body) {
            case Select select -> "(" + statement(new CheckedStatement(select, List.of(), OptionalLong.empty())) + ")";
            case Nested nested -> body(nested);
            case SetOperation operation -> "(" + body(operation) + ")";
        };
    }

    private String select(Select select) {
        List<String> items = new ArrayList<>();
        for (CheckedExpression item : select.items()) {
            items.add(expressions.output(item) + " AS " + CheckedStatement.sqlName(items.size() + 1));
        }
        StringBuilder sql = new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ")
                .append(String.join(", ", items))
                .append("\nFROM ")
                .append(select.from().stream().map(this::relation).collect(Collectors.joining(", ")));
        select.where().ifPresent(where -> sql.append("\nWHERE ").append(expressions.condition(where)));
        if (!select.groupBy().isEmpty()) {
            sql.append("\nGROUP BY ")
                    .append(select.groupBy().stream().map(expressions::key).collect(Collectors.joining(", ")));
        }
        select.having().ifPresent(having -> sql.append("\nHAVING ").append(expressions.condition(having)));
        return sql.toString();
    }

    private String relation(Relation relation) {
        return switch (relation) {
            case Scan scan -> scan.sqlName() + " AS " + scan.alias();
            case Derived derived -> "(" + statement(derived.query()) + ") AS " + derived.alias();
            case Join join ->
                "(" + relation(join.left()) + " " + join.kind() + " JOIN " + relation(join.right()) + " ON "
                        + expressions.condition(join.on()) + ")";
        };
    }
}
