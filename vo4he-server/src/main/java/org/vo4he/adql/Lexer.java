// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;

/// Text to tokens (ADQL 2.1, section 2.1 and appendix A, `token`).
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("<=", ">=", "<>", "!=", "||");
    private static final int MAX_NAME = 128;
    private static final String SYMBOLS = "()*+-/,.<>=;";

    private final String adql;
    private int next;
    private int line = 1;
    private int lineStart;

    private Lexer(String adql) {
        this.adql = adql;
    }

    /// All tokens; the last is the end.
    static List<Token> tokens(String adql) throws AdqlException {
        Lexer lexer = new Lexer(adql);
        List<Token> tokens = new ArrayList<>();
        do {
            lexer.skipBlanksAndComments();
            tokens.add(lexer.token());
        } while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    private Token token() throws AdqlException {
        Position at = here();
        if (next == adql.length()) {
            return new Token(Token.Kind.END, "", at);
        }
        char c = adql.charAt(next);
        if (isLetter(c)) {
            return new Token(Token.Kind.WORD, named(takeWhileInWord(), at), at);
        }
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            return new Token(Token.Kind.NUMBER, number(at), at);
        }
        if (c == '\'') {
            return new Token(Token.Kind.TEXT, quoted('\'', "a text that begins here never ends: ' is missing", at), at);
        }
        if (c == '"') {
            return delimited(at);
        }
        return new Token(Token.Kind.SYMBOL, symbol(at), at);
    }

    private Token delimited(Position at) throws AdqlException {
        String name = quoted('"', "a name that begins here never ends: \" is missing", at);
        if (name.isEmpty()) {
            throw new AdqlException(at, "found \"\", expected a name between the double quotes");
        }
        return new Token(Token.Kind.DELIMITED, named(name, at), at);
    }

    private static String named(String name, Position at) throws AdqlException {
        if (name.length() > MAX_NAME) {
            throw new AdqlException(
                    at, "found a name of " + name.length() + " characters, expected at most " + MAX_NAME);
        }
        return name;
    }

    private String symbol(Position at) throws AdqlException {
        for (String symbol : LONG_SYMBOLS) {
            if (adql.startsWith(symbol, next)) {
                next += 2;
                return symbol;
            }
        }
        char c = adql.charAt(next);
        if (SYMBOLS.indexOf(c) < 0) {
            int codePoint = adql.codePointAt(next);
            String shown = codePoint < ' ' ? "" : "'" + Character.toString(codePoint) + "' ";
            throw new AdqlException(
                    at, "found the character %s(U+%04X), which begins nothing in ADQL".formatted(shown, codePoint));
        }
        next++;
        return String.valueOf(c);
    }

    /// Digits with at most one point and an exponent.
    private String number(Position at) throws AdqlException {
        int start = next;
        skipDigits();
        if (peek(0) == '.') {
            next++;
            skipDigits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            next += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if (!isDigit(peek(0))) {
                throw new AdqlException(
                        at, "found '" + adql.substring(start, next) + "', expected digits after the E of a number");
            }
            skipDigits();
        }
        if (isLetter(peek(0)) || peek(0) == '_') {
            String rest = takeWhileInWord();
            throw new AdqlException(
                    at,
                    "found '" + adql.substring(start, next) + "': a name must not begin with a digit; expected a blank"
                            + " between the number and '" + rest + "', or the name in double quotes");
        }
        return adql.substring(start, next);
    }

    private void skipDigits() {
        while (isDigit(peek(0))) {
            next++;
        }
    }

    private String takeWhileInWord() {
        int start = next;
        while (isLetter(peek(0)) || isDigit(peek(0)) || peek(0) == '_') {
            next++;
        }
        return adql.substring(start, next);
    }

    /// What stands between two quotes; a doubled quote stands for itself.
    private String quoted(char quote, String unterminated, Position at) throws AdqlException {
        StringBuilder body = new StringBuilder();
        next++;
        while (next < adql.length()) {
            char c = adql.charAt(next);
            if (c == quote && peek(1) != quote) {
                next++;
                return body.toString();
            }
            if (c == 0) {
                throw new AdqlException(here(), "found the character (U+0000), which no text may hold");
            }
            next += c == quote ? 2 : 1;
            body.append(c);
            countLine(c);
        }
        throw new AdqlException(at, unterminated);
    }

    private void skipBlanksAndComments() {
        while (next < adql.length()) {
            char c = adql.charAt(next);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                next++;
                countLine(c);
            } else if (c == '-' && peek(1) == '-') {
                int end = adql.indexOf('\n', next);
                next = end < 0 ? adql.length() : end;
            } else {
                return;
            }
        }
    }

    private void countLine(char consumed) {
        if (consumed == '\n') {
            line++;
            lineStart = next;
        }
    }

    private Position here() {
        return new Position(line, next - lineStart + 1);
    }

    private char peek(int ahead) {
        return next + ahead < adql.length() ? adql.charAt(next + ahead) : 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
