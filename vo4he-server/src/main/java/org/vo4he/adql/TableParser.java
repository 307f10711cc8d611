// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.adql.Query.JoinKind;

/// The `FROM` clause: tables, sub-queries and joins.
final class TableParser {

    private final TokenStream tokens;
    private final QueryParser queries;
    private final ExpressionParser expressions;

    TableParser(TokenStream tokens, QueryParser queries, ExpressionParser expressions) {
        this.tokens = tokens;
        this.queries = queries;
        this.expressions = expressions;
    }

    List<Query.TableReference> fromClause() throws AdqlException {
        List<Query.TableReference> references = new ArrayList<>();
        do {
            references.add(joins(primary()));
        } while (tokens.accept(","));
        return references;
    }

    private Query.TableReference primary() throws AdqlException {
        return switch (parenthesised()) {
            case TableInside table -> table.reference();
            case QueryInside query -> derived(query.query());
        };
    }

    private Query.DerivedTable derived(Query query) throws AdqlException {
        tokens.accept("AS");
        return new Query.DerivedTable(query, tokens.name("a name for the sub-query"));
    }

    /// What a parenthesis in `FROM` turns out to hold once it is read: `((SELECT ...) UNION ...) q` and
    /// `((SELECT ...) q JOIN t ...)` begin alike.
    private sealed interface Inside {}

    private record TableInside(Query.TableReference reference) implements Inside {}

    private record QueryInside(Query query) implements Inside {}

    private Inside parenthesised() throws AdqlException {
        if (!tokens.isNext("(")) {
            return new TableInside(named());
        }
        if (tokens.peek(1).is("SELECT") || tokens.peek(1).is("WITH")) {
            return new QueryInside(queries.subquery());
        }
        tokens.expect("(");
        tokens.enter();
        Inside inside = switch (parenthesised()) {
            case TableInside table -> new TableInside(joins(table.reference()));
            case QueryInside query ->
                nextIsName()
                        ? new TableInside(joins(derived(query.query())))
                        : new QueryInside(queries.selectExpression(new Query.Nested(query.query())));
        };
        tokens.leave();
        tokens.expect(")");
        return inside;
    }

    private boolean nextIsName() {
        return tokens.isNext("AS") || tokens.isName();
    }

    private Query.NamedTable named() throws AdqlException {
        Position at = tokens.at();
        List<Identifier> path = new ArrayList<>();
        do {
            path.add(tokens.name("the name of a table, or a sub-query in parentheses"));
        } while (tokens.accept("."));
        if (path.size() > 3) {
            throw new AdqlException(
                    at, "found a name of " + path.size() + " parts, expected at most" + " catalogue.schema.table");
        }
        return new Query.NamedTable(path, tokens.optionalAlias(), at);
    }

    private Query.TableReference joins(Query.TableReference first) throws AdqlException {
        Query.TableReference joined = first;
        int count = 0;
        while (isJoin()) {
            if (++count > AdqlParser.MAX_DEPTH) {
                throw TokenStream.tooDeep(tokens.at());
            }
            joined = join(joined);
        }
        return joined;
    }

    private boolean isJoin() {
        Token token = tokens.peek();
        return List.of("NATURAL", "INNER", "LEFT", "RIGHT", "FULL", "JOIN", "CROSS").stream()
                .anyMatch(token::is);
    }

    private Query.Join join(Query.TableReference left) throws AdqlException {
        Position at = tokens.at();
        if (tokens.isNext("CROSS")) {
            throw tokens.unexpected("a comma between the tables instead, as ADQL has no CROSS JOIN");
        }
        boolean natural = tokens.accept("NATURAL");
        JoinKind kind = joinKind();
        tokens.expect("JOIN");
        Query.TableReference right = primary();
        if (natural) {
            return new Query.Join(left, kind, true, right, Optional.empty(), List.of(), at);
        }
        if (tokens.accept("ON")) {
            Condition on = expressions.searchCondition();
            return new Query.Join(left, kind, false, right, Optional.of(on), List.of(), at);
        }
        if (!tokens.accept("USING")) {
            throw tokens.unexpected("ON or USING, to say what the tables are joined by");
        }
        return new Query.Join(left, kind, false, right, Optional.empty(), columnList(), at);
    }

    private JoinKind joinKind() {
        for (JoinKind kind : JoinKind.values()) {
            if (tokens.accept(kind.name())) {
                if (kind != JoinKind.INNER) {
                    tokens.accept("OUTER");
                }
                return kind;
            }
        }
        return JoinKind.INNER;
    }

    private List<Identifier> columnList() throws AdqlException {
        List<Identifier> columns = new ArrayList<>();
        tokens.expect("(");
        do {
            columns.add(tokens.name("the name of a column"));
        } while (tokens.accept(","));
        tokens.expect(")");
        return columns;
    }
}
