// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Checks queries and their sub-queries, clause by clause, in the order in which SQL gives them meaning.
final class QueryChecker {

    private final RelationChecker relations;

    QueryChecker(Catalogue catalogue) {
        this.relations = new RelationChecker(catalogue, this);
    }

    CheckedQuery whole(AdqlQuery query) throws AdqlException {
        List<CheckedStatement.Common> commonTables = new ArrayList<>();
        for (AdqlQuery.CommonTable common : query.commonTables()) {
            CheckedStatement statement = statement(common.query(), Optional.empty());
            commonTables.add(new CheckedStatement.Common(relations.define(common.name(), statement), statement));
        }
        CheckedStatement statement = statement(query.query(), Optional.empty());
        return new CheckedQuery(commonTables, statement, uniquelyNamed(statement.columns()));
    }

    private static List<OutputColumn> uniquelyNamed(List<OutputColumn> columns) {
        Set<String> taken = new HashSet<>();
        List<OutputColumn> unique = new ArrayList<>();
        for (OutputColumn column : columns) {
            String name = column.name();
            for (int i = 2; !taken.add(Identifier.fold(name)); i++) {
                name = column.name() + "_" + i;
            }
            unique.add(column.named(name));
        }
        return unique;
    }

    CheckedStatement statement(Query query, Optional<Scope> outer) throws AdqlException {
        return switch (query.body()) {
            case Query.Select select -> {
                Selection selection = select(select, outer);
                List<CheckedStatement.OrderTerm> order = new ArrayList<>();
                for (Query.OrderTerm term : query.orderBy()) {
                    order.add(orderTerm(term, selection));
                }
                yield new CheckedStatement(selection.select(), order, query.offset());
            }
            case Query.SetOperation _, Query.Nested _ -> {
                CheckedStatement.Body body = body(query.body(), outer);
                List<CheckedStatement.OrderTerm> order = new ArrayList<>();
                for (Query.OrderTerm term : query.orderBy()) {
                    order.add(orderOfSet(term, body.columns()));
                }
                yield new CheckedStatement(body, order, query.offset());
            }
        };
    }

    private CheckedStatement.Body body(Query.Body body, Optional<Scope> outer) throws AdqlException {
        return switch (body) {
            case Query.Select select -> select(select, outer).select();
            case Query.Nested nested -> new CheckedStatement.Nested(statement(nested.query(), outer));
            case Query.SetOperation operation -> {
                CheckedStatement.Body left = body(operation.left(), outer);
                CheckedStatement.Body right = body(operation.right(), outer);
                yield new CheckedStatement.SetOperation(
                        left, operation.operator(), operation.all(), right, common(left, right, operation));
            }
        };
    }

    /// The columns of both operands of a set operation: named by the first, of a type that holds both.
    private static List<OutputColumn> common(
            CheckedStatement.Body left, CheckedStatement.Body right, Query.SetOperation operation)
            throws AdqlException {
        List<OutputColumn> lefts = left.columns();
        List<OutputColumn> rights = right.columns();
        if (lefts.size() != rights.size()) {
            throw new AdqlException(
                    operation.at(),
                    "found %d columns before %s and %d after it, expected as many on both sides"
                            .formatted(lefts.size(), operation.operator(), rights.size()));
        }
        List<OutputColumn> columns = new ArrayList<>();
        for (int i = 0; i < lefts.size(); i++) {
            AdqlType leftType = lefts.get(i).type();
            AdqlType rightType = rights.get(i).type();
            Optional<AdqlType> type = Types.common(leftType, rightType);
            if (type.isEmpty()) {
                throw new AdqlException(
                        operation.at(),
                        "found %s and %s in column %d of %s, expected types that fit"
                                .formatted(leftType, rightType, i + 1, operation.operator()));
            }
            columns.add(type.get() == leftType ? lefts.get(i) : lefts.get(i).typed(type.get()));
        }
        return columns;
    }

    /// A select with what its `ORDER BY` needs to know of it.
    private record Selection(CheckedStatement.Select select, Scope scope, Grouping grouping) {}

    private Selection select(Query.Select select, Optional<Scope> outer) throws AdqlException {
        RelationChecker.Tables tables = relations.from(select.from(), outer);
        Scope scope = tables.scope();
        ExpressionChecker rows = new ExpressionChecker(this, scope, Optional.of("WHERE"));
        Optional<CheckedCondition> where = Optional.empty();
        if (select.where().isPresent()) {
            where = Optional.of(rows.conditions().check(select.where().get()));
        }
        Grouping grouping = Grouping.of(select, new ExpressionChecker(this, scope, Optional.of("GROUP BY")));
        SelectList list = new SelectList(scope, grouping, new ExpressionChecker(this, scope, Optional.empty()));
        for (Query.SelectItem item : select.items()) {
            list.add(item);
        }
        Optional<CheckedCondition> having = Optional.empty();
        if (select.having().isPresent()) {
            ExpressionChecker groups = new ExpressionChecker(this, scope, Optional.empty());
            having = Optional.of(groups.conditions().check(select.having().get()));
            grouping.verify(select.having().get(), groups);
        }
        CheckedStatement.Select checked = new CheckedStatement.Select(
                select.distinct(),
                select.top(),
                list.expressions(),
                list.columns(),
                tables.relations(),
                where,
                grouping.keys(),
                having);
        return new Selection(checked, scope.withAliases(list.fields()), grouping);
    }

    private CheckedStatement.OrderTerm orderTerm(Query.OrderTerm term, Selection selection) throws AdqlException {
        CheckedStatement.Select select = selection.select();
        OptionalInt place = place(term.expression(), select.columns(), select.items());
        if (place.isPresent()) {
            return new CheckedStatement.OrderTerm(place, Optional.empty(), term.descending());
        }
        ExpressionChecker expressions = new ExpressionChecker(this, selection.scope(), Optional.empty());
        CheckedExpression expression = expressions.check(term.expression());
        Types.requireOrdered(expression, term.expression().at());
        int item = select.items().indexOf(expression);
        if (item >= 0) {
            return new CheckedStatement.OrderTerm(OptionalInt.of(item + 1), Optional.empty(), term.descending());
        }
        if (select.distinct()) {
            throw new AdqlException(
                    term.expression().at(),
                    "found an expression that is not selected, expected one that is, as ORDER BY of SELECT DISTINCT"
                            + " needs");
        }
        selection.grouping().verify(term.expression(), expressions);
        return new CheckedStatement.OrderTerm(OptionalInt.empty(), Optional.of(expression), term.descending());
    }

    private static CheckedStatement.OrderTerm orderOfSet(Query.OrderTerm term, List<OutputColumn> columns)
            throws AdqlException {
        OptionalInt place = place(term.expression(), columns, List.of());
        if (place.isEmpty()) {
            throw new AdqlException(
                    term.expression().at(),
                    "found an expression, expected the name or the place of a column of the whole query, as ORDER BY"
                            + " behind UNION, EXCEPT or INTERSECT needs");
        }
        return new CheckedStatement.OrderTerm(place, Optional.empty(), term.descending());
    }

    /// The place, from 1, of the column that `ORDER BY` means by a number or by a name of the answer.
    private static OptionalInt place(Expression expression, List<OutputColumn> columns, List<CheckedExpression> items)
            throws AdqlException {
        if (expression instanceof Expression.NumberLiteral number) {
            return OptionalInt.of(place(number, columns.size()));
        }
        if (!(expression instanceof Expression.ColumnReference reference)
                || !reference.qualifier().isEmpty()) {
            return OptionalInt.empty();
        }
        int found = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (reference.column().names(columns.get(i).name())) {
                boolean another =
                        found >= 0 && (items.isEmpty() || !items.get(found).equals(items.get(i)));
                if (another) {
                    throw new AdqlException(
                            reference.at(),
                            "found " + reference.column() + ", which names more than one column of the answer");
                }
                found = found < 0 ? i : found;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found + 1);
    }

    private static int place(Expression.NumberLiteral number, int columns) throws AdqlException {
        boolean integer = number.text().length() < 9 && number.text().chars().allMatch(Character::isDigit);
        int place = integer ? Integer.parseInt(number.text()) : 0;
        if (place < 1 || place > columns) {
            throw new AdqlException(
                    number.at(),
                    "found " + number.text() + ", expected the place of a selected column, 1 to " + columns);
        }
        return place;
    }
}
