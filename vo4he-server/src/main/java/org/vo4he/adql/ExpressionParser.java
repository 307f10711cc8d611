// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.adql.Expression.Arithmetic;
import org.vo4he.adql.Expression.Concatenation;

/// Values and conditions. A parenthesis may hold either, so both are read by the same rules and told apart by what
/// stands between: each text is read once, however deep the parentheses.
final class ExpressionParser {

    private final TokenStream tokens;
    private final QueryParser queries;
    private final FunctionParser functions;

    ExpressionParser(TokenStream tokens, QueryParser queries, Set<String> declaredFunctions) {
        this.tokens = tokens;
        this.queries = queries;
        this.functions = new FunctionParser(tokens, this, declaredFunctions);
    }

    /// A value, and not a condition.
    Expression value() throws AdqlException {
        return asValue(concatenation());
    }

    Condition searchCondition() throws AdqlException {
        return asCondition(disjunction());
    }

    private Expression asValue(Node node) throws AdqlException {
        return switch (node) {
            case Expression expression -> expression;
            case Condition condition -> throw new AdqlException(condition.at(), "found a condition, expected a value");
        };
    }

    /// A value where a condition is due lacks its comparison, and the place for that is here.
    private Condition asCondition(Node node) throws AdqlException {
        return switch (node) {
            case Condition condition -> condition;
            case Expression _ ->
                throw tokens.unexpected("a comparison such as =, <, BETWEEN, IN, LIKE or IS NULL after the value");
        };
    }

    private Node disjunction() throws AdqlException {
        Position at = tokens.at();
        Node first = conjunction();
        if (!tokens.isNext("OR")) {
            return first;
        }
        List<Condition> terms = new ArrayList<>(List.of(asCondition(first)));
        while (tokens.accept("OR")) {
            terms.add(asCondition(conjunction()));
        }
        return checked(new Condition.Or(terms, at));
    }

    private Node conjunction() throws AdqlException {
        Position at = tokens.at();
        Node first = negation();
        if (!tokens.isNext("AND")) {
            return first;
        }
        List<Condition> terms = new ArrayList<>(List.of(asCondition(first)));
        while (tokens.accept("AND")) {
            terms.add(asCondition(negation()));
        }
        return checked(new Condition.And(terms, at));
    }

    private Node negation() throws AdqlException {
        Position at = tokens.at();
        return tokens.accept("NOT") ? checked(new Condition.Not(asCondition(predicate()), at)) : predicate();
    }

    private Node predicate() throws AdqlException {
        Position at = tokens.at();
        if (tokens.accept("EXISTS")) {
            return new Condition.Exists(queries.subquery(), at);
        }
        Node left = concatenation();
        Optional<ComparisonOperator> operator = tokens.peek().kind() == Token.Kind.SYMBOL
                ? ComparisonOperator.of(tokens.peek().text())
                : Optional.empty();
        if (operator.isPresent()) {
            Expression value = asValue(left);
            tokens.take();
            return checked(new Condition.Comparison(operator.get(), value, value(), at));
        }
        if (tokens.isNext("IS")) {
            return isNull(asValue(left), at);
        }
        boolean negated = tokens.isNext("NOT") && isPredicateWord(tokens.peek(1));
        if (negated || isPredicateWord(tokens.peek())) {
            Expression value = asValue(left);
            if (negated) {
                tokens.take();
            }
            return checked(worded(value, negated, at));
        }
        return left;
    }

    private static boolean isPredicateWord(Token token) {
        return token.is("BETWEEN") || token.is("IN") || token.is("LIKE") || token.is("ILIKE");
    }

    private Condition isNull(Expression value, Position at) throws AdqlException {
        tokens.expect("IS");
        boolean negated = tokens.accept("NOT");
        tokens.expect("NULL");
        return new Condition.IsNull(value, negated, at);
    }

    private Condition worded(Expression value, boolean negated, Position at) throws AdqlException {
        if (tokens.accept("BETWEEN")) {
            Expression low = value();
            tokens.expect("AND");
            return new Condition.Between(value, low, value(), negated, at);
        }
        if (tokens.accept("IN")) {
            return membership(value, negated, at);
        }
        boolean anyCase = tokens.take().is("ILIKE");
        return new Condition.Like(value, value(), anyCase, negated, at);
    }

    private Condition membership(Expression value, boolean negated, Position at) throws AdqlException {
        if (tokens.behindParentheses().is("SELECT")
                || tokens.behindParentheses().is("WITH")) {
            return new Condition.InQuery(value, queries.subquery(), negated, at);
        }
        List<Expression> list = new ArrayList<>();
        tokens.expect("(");
        do {
            list.add(value());
        } while (tokens.accept(","));
        tokens.expect(")");
        return new Condition.InList(value, list, negated, at);
    }

    private Node concatenation() throws AdqlException {
        Position at = tokens.at();
        Node left = sum();
        while (tokens.accept("||")) {
            left = checked(new Concatenation(asValue(left), asValue(sum()), at));
        }
        return left;
    }

    private Node sum() throws AdqlException {
        Position at = tokens.at();
        Node left = product();
        while (tokens.isNext("+") || tokens.isNext("-")) {
            left = arithmetic(left, tokens.take(), product(), at);
        }
        return left;
    }

    private Node product() throws AdqlException {
        Position at = tokens.at();
        Node left = factor();
        while (tokens.isNext("*") || tokens.isNext("/")) {
            left = arithmetic(left, tokens.take(), factor(), at);
        }
        return left;
    }

    private Node arithmetic(Node left, Token symbol, Node right, Position at) throws AdqlException {
        return checked(new Arithmetic(ArithmeticOperator.of(symbol.text()), asValue(left), asValue(right), at));
    }

    private Node factor() throws AdqlException {
        Position at = tokens.at();
        if (tokens.isNext("+") || tokens.isNext("-")) {
            boolean minus = tokens.take().is("-");
            return checked(new Expression.Sign(minus, asValue(primary()), at));
        }
        return primary();
    }

    private Node primary() throws AdqlException {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER -> new Expression.NumberLiteral(tokens.take().text(), token.at());
            case TEXT -> new Expression.TextLiteral(tokens.take().text(), token.at());
            case DELIMITED -> columnReference();
            case WORD -> word(token);
            case SYMBOL, END -> {
                if (!token.is("(")) {
                    throw tokens.unexpected("a value");
                }
                yield parenthesised();
            }
        };
    }

    private Node parenthesised() throws AdqlException {
        tokens.expect("(");
        if (tokens.isNext("SELECT")) {
            throw tokens.unexpected("a value: a sub-query may stand after FROM, IN and EXISTS only");
        }
        tokens.enter();
        Node inside = disjunction();
        tokens.leave();
        tokens.expect(")");
        return inside;
    }

    private Node word(Token token) throws AdqlException {
        if (tokens.accept("NULL")) {
            return new Expression.NullLiteral(token.at());
        }
        if (tokens.peek(1).is("(") && !isConnective(token)) {
            return checked(functions.call());
        }
        return columnReference();
    }

    /// Words that may stand before a parenthesis without calling anything.
    private static boolean isConnective(Token token) {
        return List.of(
                        "AND",
                        "OR",
                        "NOT",
                        "IN",
                        "AS",
                        "FROM",
                        "WHERE",
                        "BETWEEN",
                        "LIKE",
                        "ILIKE",
                        "USING",
                        "ON",
                        "SELECT",
                        "DISTINCT",
                        "ALL",
                        "EXISTS",
                        "BY",
                        "HAVING")
                .stream()
                .anyMatch(token::is);
    }

    private Expression columnReference() throws AdqlException {
        Position at = tokens.at();
        List<Identifier> path = new ArrayList<>(List.of(tokens.name("a value")));
        while (tokens.accept(".")) {
            path.add(tokens.name("the name of a column"));
        }
        if (path.size() > 4) {
            throw new AdqlException(
                    at,
                    "found a name of " + path.size() + " parts, expected at most" + " catalogue.schema.table.column");
        }
        return new Expression.ColumnReference(path, at);
    }

    /// Refuses what is deeper than the stages behind, and the database, can walk.
    private <N extends Node> N checked(N node) throws AdqlException {
        if (node.depth() > AdqlParser.MAX_DEPTH) {
            throw TokenStream.tooDeep(node.at());
        }
        return node;
    }
}
