// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.adql.CheckedStatement.Derived;
import org.vo4he.adql.CheckedStatement.Join;
import org.vo4he.adql.CheckedStatement.Relation;
import org.vo4he.adql.CheckedStatement.Scan;
import org.vo4he.adql.Scope.Field;
import org.vo4he.adql.Scope.Range;

/// Checks `FROM`: finds the tables, makes the names they bring.
final class RelationChecker {

    /// The database's planner tries many orders of joins.
    private static final int MAX_TABLES = 100;

    private final Catalogue catalogue;
    private final QueryChecker queries;
    private final Map<Identifier, CommonTable> commonTables = new LinkedHashMap<>();
    private int aliases;

    private record CommonTable(String sqlName, CheckedStatement query) {}

    /// The relations of `FROM` and the names they bring.
    record Tables(List<Relation> relations, Scope scope) {}

    private record Table(Relation relation, Scope scope) {}

    RelationChecker(Catalogue catalogue, QueryChecker queries) {
        this.catalogue = catalogue;
        this.queries = queries;
    }

    /// Makes the name of a common table known to the queries that follow; gives its name in the database.
    String define(Identifier name, CheckedStatement query) throws AdqlException {
        if (commonTables.keySet().stream().anyMatch(other -> other.names(name.text()))) {
            throw new AdqlException(name.at(), "found " + name + " twice in WITH, expected a name of its own");
        }
        String sqlName = "w" + (commonTables.size() + 1);
        commonTables.put(name, new CommonTable(sqlName, query));
        return sqlName;
    }

    Tables from(List<Query.TableReference> references, Optional<Scope> outer) throws AdqlException {
        List<Relation> relations = new ArrayList<>();
        Scope scope = Scope.empty(outer);
        for (Query.TableReference reference : references) {
            Table table = table(reference, outer);
            relations.add(table.relation());
            scope = scope.and(table.scope());
        }
        requireDistinctNames(scope, references);
        return new Tables(relations, scope);
    }

    private static void requireDistinctNames(Scope scope, List<Query.TableReference> references) throws AdqlException {
        Set<String> names = new HashSet<>();
        for (Range range : scope.ranges()) {
            if (!names.add(Identifier.fold(range.shown()))) {
                throw new AdqlException(
                        position(references.getFirst()),
                        "found " + range.shown() + " twice in FROM, expected another name for one, such as "
                                + range.name() + " AS b");
            }
        }
    }

    private static Position position(Query.TableReference reference) {
        return switch (reference) {
            case Query.NamedTable named -> named.at();
            case Query.DerivedTable derived -> derived.alias().at();
            case Query.Join join -> position(join.left());
        };
    }

    private Table table(Query.TableReference reference, Optional<Scope> outer) throws AdqlException {
        return switch (reference) {
            case Query.NamedTable named -> named(named, outer);
            case Query.DerivedTable derived -> {
                CheckedStatement query = queries.statement(derived.query(), Optional.empty());
                String alias = nextAlias(derived.alias().at());
                yield new Table(
                        new Derived(query, alias), scope("", derived.alias().text(), fields(query, alias), outer));
            }
            case Query.Join join -> join(join, outer);
        };
    }

    private Table named(Query.NamedTable named, Optional<Scope> outer) throws AdqlException {
        Optional<CommonTable> common = common(named.path());
        String alias = nextAlias(named.at());
        if (common.isPresent()) {
            String name = named.alias().orElse(named.path().getFirst()).text();
            return new Table(
                    new Scan(common.get().sqlName(), alias),
                    scope("", name, fields(common.get().query(), alias), outer));
        }
        CatalogueTable table = find(named);
        List<Field> fields = new ArrayList<>();
        for (CatalogueColumn column : table.columns()) {
            CheckedExpression expression =
                    new CheckedExpression.Column(alias, column.name(), column.sql(), column.output(), table.skyIndex());
            fields.add(new Field(column.name(), expression, column.hidden()));
        }
        Scope scope = named.alias().isPresent()
                ? scope("", named.alias().get().text(), fields, outer)
                : scope(table.schema(), table.name(), fields, outer);
        return new Table(new Scan(table.sqlName(), alias), scope);
    }

    private Optional<CommonTable> common(List<Identifier> path) {
        return path.size() > 1
                ? Optional.empty()
                : commonTables.entrySet().stream()
                        .filter(entry -> path.getFirst().names(entry.getKey().text()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private CatalogueTable find(Query.NamedTable named) throws AdqlException {
        Identifier name = named.path().getLast();
        Optional<Identifier> schema =
                named.path().size() == 2 ? Optional.of(named.path().getFirst()) : Optional.empty();
        Optional<CatalogueTable> found = named.path().size() > 2
                ? Optional.empty()
                : catalogue
                        .table(schema.map(Identifier::text).orElse(null), name.text(), name.delimited())
                        .filter(table -> schema.isEmpty() || schema.get().names(table.schema()));
        return found.orElseThrow(() -> unknown(named));
    }

    private AdqlException unknown(Query.NamedTable named) {
        String written =
                String.join(".", named.path().stream().map(Identifier::text).toList());
        List<String> names = new ArrayList<>();
        commonTables.keySet().forEach(name -> names.add(name.text()));
        catalogue.tables().forEach(table -> names.add(named.path().size() == 1 ? table.name() : table.qualifiedName()));
        return new AdqlException(
                named.at(), "found " + written + ", expected a table of this service" + Nearest.hint(written, names));
    }

    private String nextAlias(Position at) throws AdqlException {
        if (++aliases > MAX_TABLES) {
            throw new AdqlException(at, "found more than " + MAX_TABLES + " tables in the query, expected fewer");
        }
        return "t" + aliases;
    }

    private static Scope scope(String schema, String name, List<Field> fields, Optional<Scope> outer) {
        return new Scope(List.of(new Range(schema, name, fields)), fields, List.of(), outer);
    }

    private static List<Field> fields(CheckedStatement query, String alias) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < query.columns().size(); i++) {
            OutputColumn column = query.columns().get(i);
            CheckedExpression expression = new CheckedExpression.Column(
                    alias, CheckedStatement.sqlName(i + 1), Optional.empty(), column, Optional.empty());
            fields.add(new Field(column.name(), expression, false));
        }
        return fields;
    }

    private Table join(Query.Join join, Optional<Scope> outer) throws AdqlException {
        Table left = table(join.left(), outer);
        Table right = table(join.right(), outer);
        Scope both = left.scope().and(right.scope());
        if (join.on().isPresent()) {
            ExpressionChecker checker = new ExpressionChecker(queries, both, Optional.of("ON"));
            CheckedCondition on = checker.conditions().check(join.on().get());
            return new Table(new Join(left.relation(), join.kind(), right.relation(), on), both);
        }
        List<Identifier> columns = join.natural() ? shared(left.scope(), right.scope(), join.at()) : join.using();
        return joinOn(columns, join, left, right);
    }

    /// The columns that both sides of a natural join show.
    private static List<Identifier> shared(Scope left, Scope right, Position at) throws AdqlException {
        List<Identifier> shared = new ArrayList<>();
        for (Field field : left.visible()) {
            Identifier name = new Identifier(field.name(), false, at);
            boolean onBothSides = !field.hidden()
                    && right.visible().stream().anyMatch(other -> !other.hidden() && name.names(other.name()));
            if (onBothSides) {
                shared.add(name);
            }
        }
        if (shared.isEmpty()) {
            throw new AdqlException(at, "found no column that both tables have, expected one for NATURAL JOIN");
        }
        return shared;
    }

    private static Table joinOn(List<Identifier> columns, Query.Join join, Table left, Table right)
            throws AdqlException {
        List<CheckedCondition> equalities = new ArrayList<>();
        List<Field> merged = new ArrayList<>();
        for (Identifier column : columns) {
            CheckedExpression l = column(column, left.scope());
            CheckedExpression r = column(column, right.scope());
            requireComparable(column, l, r);
            equalities.add(new CheckedCondition.Comparison(ComparisonOperator.EQUAL, l, r));
            CheckedExpression one = switch (join.kind()) {
                case INNER, LEFT -> l;
                case RIGHT -> r;
                case FULL -> new CheckedExpression.Merged(l, r);
            };
            merged.add(new Field(Descriptions.of(l).name(), one, false));
        }
        Scope both = left.scope().and(right.scope());
        for (Field field : both.visible()) {
            if (columns.stream().noneMatch(column -> column.names(field.name()))) {
                merged.add(field);
            }
        }
        CheckedCondition on = equalities.size() == 1 ? equalities.getFirst() : new CheckedCondition.And(equalities);
        return new Table(
                new Join(left.relation(), join.kind(), right.relation(), on),
                new Scope(both.ranges(), merged, List.of(), both.outer()));
    }

    private static void requireComparable(Identifier column, CheckedExpression left, CheckedExpression right)
            throws AdqlException {
        if (!Types.areComparable(left, right)) {
            throw new AdqlException(
                    column.at(),
                    "found the common column " + column.text() + " of types " + left.type() + " and " + right.type()
                            + ", which can't be compared, expected JOIN ... USING (columns) or ON condition");
        }
    }

    private static CheckedExpression column(Identifier name, Scope side) throws AdqlException {
        return side.within(Optional.empty()).resolve(new Expression.ColumnReference(List.of(name), name.at()));
    }
}
