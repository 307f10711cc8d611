// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;

/// The tokens of a query, read once from the first to the last.
final class TokenStream {

    private final List<Token> tokens;
    private int next;
    private int nesting;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Position at() {
        return peek().at();
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean isNext(String wordOrSymbol) {
        return peek().is(wordOrSymbol);
    }

    boolean accept(String wordOrSymbol) {
        if (isNext(wordOrSymbol)) {
            take();
            return true;
        }
        return false;
    }

    void expect(String wordOrSymbol) throws AdqlException {
        if (!accept(wordOrSymbol)) {
            throw unexpected(wordOrSymbol);
        }
    }

    /// The first word behind the parentheses that open here.
    Token behindParentheses() {
        int ahead = 0;
        while (peek(ahead).is("(")) {
            ahead++;
        }
        return peek(ahead);
    }

    boolean isName() {
        Token token = peek();
        return token.kind() == Token.Kind.DELIMITED
                || (token.kind() == Token.Kind.WORD && !ReservedWords.contains(token.text()));
    }

    Identifier name(String expected) throws AdqlException {
        if (!isName()) {
            throw unexpected(expected);
        }
        Token token = take();
        return new Identifier(token.text(), token.kind() == Token.Kind.DELIMITED, token.at());
    }

    Optional<Identifier> optionalAlias() throws AdqlException {
        return accept("AS") || isName() ? Optional.of(name("a name after AS")) : Optional.empty();
    }

    long unsignedInteger(String expected) throws AdqlException {
        Token token = peek();
        if (token.kind() != Token.Kind.NUMBER
                || !token.text().chars().allMatch(Character::isDigit)
                || token.text().length() > 18) {
            throw unexpected(expected);
        }
        return Long.parseLong(take().text());
    }

    /// Begins a level of parentheses or of a sub-query.
    void enter() throws AdqlException {
        nesting++;
        if (nesting > AdqlParser.MAX_DEPTH) {
            throw tooDeep(at());
        }
    }

    void leave() {
        nesting--;
    }

    static AdqlException tooDeep(Position at) {
        return new AdqlException(
                at, "found more than " + AdqlParser.MAX_DEPTH + " levels of nesting, expected a simpler query");
    }

    AdqlException unexpected(String expected) {
        return new AdqlException(at(), "found " + peek().shown() + ", expected " + expected + hint());
    }

    private String hint() {
        Token here = peek();
        if (here.kind() == Token.Kind.WORD && ReservedWords.contains(here.text()) && !isClauseWord(here)) {
            return " (as a name, " + here.text() + " needs double quotes)";
        }
        boolean limitJustRead = next > 0 && tokens.get(next - 1).is("LIMIT");
        return here.is("LIMIT") || limitJustRead ? " (ADQL has no LIMIT: write SELECT TOP 10 ...)" : "";
    }

    private static boolean isClauseWord(Token token) {
        return List.of("SELECT", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "UNION", "EXCEPT", "INTERSECT").stream()
                .anyMatch(token::is);
    }
}
