// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands between `SELECT` and `FROM`, with `*` written out.
final class SelectList {

    /// A few characters of query make many columns: `*,*,*`.
    private static final int MAX_COLUMNS = 2_000;

    private final Scope scope;
    private final Grouping grouping;
    private final ExpressionChecker checker;
    private final List<CheckedExpression> expressions = new ArrayList<>();
    private final List<OutputColumn> columns = new ArrayList<>();

    SelectList(Scope scope, Grouping grouping, ExpressionChecker checker) {
        this.scope = scope;
        this.grouping = grouping;
        this.checker = checker;
    }

    void add(Query.SelectItem item) throws AdqlException {
        switch (item) {
            case Query.AllColumns all -> addAll(scope.visible(), all.at());
            case Query.AllColumnsOf all -> {
                Optional<Scope.Range> range = scope.range(all.table(), all.at());
                if (range.isEmpty()) {
                    throw new AdqlException(
                            all.at(),
                            "found " + all.table().getLast() + ".*, expected a table of FROM: "
                                    + String.join(
                                            ", ",
                                            scope.ranges().stream()
                                                    .map(Scope.Range::shown)
                                                    .toList()));
                }
                addAll(range.get().fields(), all.at());
            }
            case Query.Value value -> {
                requireRoom(value.expression().at());
                CheckedExpression expression = checker.check(value.expression());
                grouping.verify(value.expression(), checker);
                String name = value.alias().map(Identifier::text).orElse(null);
                add(expression, name == null ? nameOf(value.expression()) : name);
            }
        }
    }

    private void addAll(List<Scope.Field> fields, Position at) throws AdqlException {
        for (Scope.Field field : fields) {
            if (!field.hidden()) {
                requireRoom(at);
                grouping.verifyColumn(field.expression(), field.name(), at);
                add(field.expression(), field.name());
            }
        }
    }

    private void requireRoom(Position at) throws AdqlException {
        if (columns.size() >= MAX_COLUMNS) {
            throw new AdqlException(at, "found more than " + MAX_COLUMNS + " columns, expected fewer");
        }
    }

    private void add(CheckedExpression expression, String name) {
        expressions.add(expression);
        columns.add(Descriptions.of(expression).named(name));
    }

    /// What a column is called that the query gives no name: the column's own name, or that of the function.
    private String nameOf(Expression expression) {
        return switch (expression) {
            case Expression.ColumnReference reference -> ownName(reference);
            case Expression.Aggregate aggregate ->
                Identifier.fold(aggregate.function().name())
                        + (aggregate.argument().isEmpty() ? "_all" : "");
            case Expression.Call call -> Identifier.fold(call.name());
            case Expression.GeometryCall call -> Identifier.fold(call.function().name());
            case Expression.Cast cast -> nameOf(cast.operand());
            case Expression.InUnit inUnit -> nameOf(inUnit.value());
            case Expression.NumberLiteral _,
                    Expression.TextLiteral _,
                    Expression.NullLiteral _,
                    Expression.Sign _,
                    Expression.Arithmetic _,
                    Expression.Concatenation _ -> "col_" + (expressions.size() + 1);
        };
    }

    /// The name as the table has it, not as the query's case has it.
    private String ownName(Expression.ColumnReference reference) {
        return scope.ranges().stream()
                .flatMap(range -> range.fields().stream())
                .map(Scope.Field::name)
                .filter(reference.column()::names)
                .findFirst()
                .orElse(reference.column().text());
    }

    List<CheckedExpression> expressions() {
        return List.copyOf(expressions);
    }

    List<OutputColumn> columns() {
        return List.copyOf(columns);
    }

    /// The selected columns under their names, for `ORDER BY`.
    List<Scope.Field> fields() {
        List<Scope.Field> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.add(new Scope.Field(columns.get(i).name(), expressions.get(i), false));
        }
        return fields;
    }
}
