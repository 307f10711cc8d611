// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vo4he.adql.Query.SetOperator;

/// The clauses of a query, from `WITH` to `OFFSET`. Method names follow the rules of the grammar.
final class QueryParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final TableParser tables;

    QueryParser(TokenStream tokens, Set<String> declaredFunctions) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens, this, declaredFunctions);
        this.tables = new TableParser(tokens, this, expressions);
    }

    /// The whole text. A semicolon may end it, as many clients send one; nothing may follow.
    AdqlQuery whole() throws AdqlException {
        List<AdqlQuery.CommonTable> commonTables = new ArrayList<>();
        if (tokens.accept("WITH")) {
            do {
                commonTables.add(commonTable());
            } while (tokens.accept(","));
        }
        Query query = selectExpression();
        tokens.accept(";");
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.unexpected("the end of the query");
        }
        return new AdqlQuery(commonTables, query);
    }

    private AdqlQuery.CommonTable commonTable() throws AdqlException {
        Identifier name = tokens.name("the name of a query after WITH");
        tokens.expect("AS");
        return new AdqlQuery.CommonTable(name, subquery());
    }

    /// A query in parentheses.
    Query subquery() throws AdqlException {
        tokens.expect("(");
        tokens.enter();
        Query query = selectExpression();
        tokens.leave();
        tokens.expect(")");
        return query;
    }

    Query selectExpression() throws AdqlException {
        return ordered(setExpression(setTerm(setPrimary())));
    }

    /// The rest of a query whose first operand has been read.
    Query selectExpression(Query.Body first) throws AdqlException {
        return ordered(setExpression(setTerm(first)));
    }

    private Query ordered(Query.Body body) throws AdqlException {
        List<Query.OrderTerm> order = new ArrayList<>();
        if (tokens.accept("ORDER")) {
            tokens.expect("BY");
            do {
                order.add(orderTerm());
            } while (tokens.accept(","));
        }
        OptionalLong offset = tokens.accept("OFFSET")
                ? OptionalLong.of(tokens.unsignedInteger("a number of rows (0, 1, 2 ...) after OFFSET"))
                : OptionalLong.empty();
        return new Query(body, order, offset);
    }

    private Query.OrderTerm orderTerm() throws AdqlException {
        Expression expression = expressions.value();
        boolean descending = tokens.accept("DESC");
        if (!descending) {
            tokens.accept("ASC");
        }
        return new Query.OrderTerm(expression, descending);
    }

    private Query.Body setExpression(Query.Body first) throws AdqlException {
        Query.Body body = first;
        int operands = 1;
        while (tokens.isNext("UNION") || tokens.isNext("EXCEPT")) {
            checkLength(++operands);
            Token operator = tokens.take();
            boolean all = tokens.accept("ALL");
            body = new Query.SetOperation(
                    body,
                    operator.is("UNION") ? SetOperator.UNION : SetOperator.EXCEPT,
                    all,
                    setTerm(setPrimary()),
                    operator.at());
        }
        return body;
    }

    /// `INTERSECT` binds more tightly than the others (ADQL 2.1, section 4.6.5).
    private Query.Body setTerm(Query.Body first) throws AdqlException {
        Query.Body body = first;
        int operands = 1;
        while (tokens.isNext("INTERSECT")) {
            checkLength(++operands);
            Position at = tokens.take().at();
            boolean all = tokens.accept("ALL");
            body = new Query.SetOperation(body, SetOperator.INTERSECT, all, setPrimary(), at);
        }
        return body;
    }

    private void checkLength(int operands) throws AdqlException {
        if (operands > AdqlParser.MAX_DEPTH) {
            throw TokenStream.tooDeep(tokens.at());
        }
    }

    private Query.Body setPrimary() throws AdqlException {
        return tokens.isNext("(") ? new Query.Nested(subquery()) : select();
    }

    private Query.Select select() throws AdqlException {
        Position at = tokens.at();
        if (tokens.isNext("WITH")) {
            throw new AdqlException(at, "found WITH inside a query, expected it only before the first SELECT");
        }
        tokens.expect("SELECT");
        boolean distinct = tokens.accept("DISTINCT");
        if (!distinct) {
            tokens.accept("ALL");
        }
        OptionalLong top = tokens.accept("TOP")
                ? OptionalLong.of(tokens.unsignedInteger("a number of rows (0, 1, 2 ...) after TOP"))
                : OptionalLong.empty();
        List<Query.SelectItem> items = selectList();
        tokens.expect("FROM");
        List<Query.TableReference> from = tables.fromClause();
        Optional<Condition> where =
                tokens.accept("WHERE") ? Optional.of(expressions.searchCondition()) : Optional.empty();
        List<Expression> groupBy = groupBy();
        Optional<Condition> having =
                tokens.accept("HAVING") ? Optional.of(expressions.searchCondition()) : Optional.empty();
        return new Query.Select(distinct, top, items, from, where, groupBy, having, at);
    }

    private List<Query.SelectItem> selectList() throws AdqlException {
        List<Query.SelectItem> items = new ArrayList<>();
        do {
            items.add(selectItem());
        } while (tokens.accept(","));
        return items;
    }

    private Query.SelectItem selectItem() throws AdqlException {
        Position at = tokens.at();
        if (tokens.accept("*")) {
            return new Query.AllColumns(at);
        }
        Optional<List<Identifier>> table = tableOfStar();
        if (table.isPresent()) {
            return new Query.AllColumnsOf(table.get(), at);
        }
        Expression value = expressions.value();
        return new Query.Value(value, tokens.optionalAlias());
    }

    /// The `a.b` of `a.b.*`, if that is what comes next.
    private Optional<List<Identifier>> tableOfStar() throws AdqlException {
        int ahead = 0;
        while (tokens.peek(ahead).kind() == Token.Kind.WORD
                || tokens.peek(ahead).kind() == Token.Kind.DELIMITED) {
            if (!tokens.peek(ahead + 1).is(".")) {
                return Optional.empty();
            }
            ahead += 2;
        }
        if (ahead == 0 || !tokens.peek(ahead).is("*")) {
            return Optional.empty();
        }
        List<Identifier> path = new ArrayList<>();
        while (!tokens.accept("*")) {
            path.add(tokens.name("the name of a table"));
            tokens.expect(".");
        }
        return Optional.of(path);
    }

    private List<Expression> groupBy() throws AdqlException {
        List<Expression> terms = new ArrayList<>();
        if (tokens.accept("GROUP")) {
            tokens.expect("BY");
            do {
                terms.add(expressions.value());
            } while (tokens.accept(","));
        }
        return terms;
    }
}
