// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text -> tree of a row filter, by recursive descent: or, and, not, comparison, bits, sum, product, power, sign.
final class FilterParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<bits>b[01xX]+\\b)"
            + "|(?<whole>0[xX][0-9a-fA-F]{1,13}|0[bB][01]{1,52}|0[oO][0-7]{1,17})"
            + "|(?<constant>#(?i:pi|e|deg)\\b)"
            + "|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
            + "|(?<dotted>\\.(?i:and|or|not|eq|ne|lt|le|gt|ge)\\.)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*|\\$[^$]+\\$)"
            + "|(?<sign>&&|\\|\\||==|!=|<=|>=|=<|=>|\\*\\*|[-+*/%^()<>=!&|,:\\[\\]#]))");
    private static final List<String> KINDS = List.of("bits", "whole", "constant", "number", "dotted", "name", "sign");
    private static final Map<String, Double> CONSTANTS = Map.of("#pi", Math.PI, "#e", Math.E, "#deg", Math.PI / 180);
    private static final Map<String, String> DOTTED = Map.of(
            ".and.", "&&", ".or.", "||", ".not.", "!", ".eq.", "==", ".ne.", "!=", ".lt.", "<", ".le.", "<=", ".gt.",
            ">", ".ge.", ">=");
    private static final Map<String, String> SPELLED =
            Map.of("and", "&&", "or", "||", "not", "!", "=", "==", "=<", "<=", "=>", ">=", "^", "**");
    private static final int DEEPEST = 200;
    private static final int LONGEST = 2000;

    private record Token(String text, String kind, int at) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    FilterParser(String text) {
        this.text = text;
    }

    FilterExpression parse() throws EventsException {
        tokenize();
        if (tokens.size() > LONGEST) {
            throw at(tokens.get(LONGEST).at(), "more than " + LONGEST + " words and signs");
        }
        FilterExpression whole = or();
        if (next < tokens.size()) {
            throw wrong("'" + peek() + "' is not expected here");
        }
        return whole;
    }

    private void tokenize() throws EventsException {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && !text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw at(at + 1, "'" + text.substring(at).strip().charAt(0) + "' is not understood");
            }
            for (String kind : KINDS) {
                if (matcher.group(kind) != null) {
                    tokens.add(token(matcher.group(kind), kind, matcher.start(kind) + 1));
                }
            }
            at = matcher.end();
        }
    }

    private static Token token(String word, String kind, int at) {
        String lower = word.toLowerCase(Locale.ROOT);
        String sign = kind.equals("dotted") ? DOTTED.get(lower) : SPELLED.get(lower);
        return sign == null ? new Token(word, kind, at) : new Token(sign, "sign", at);
    }

    private FilterExpression or() throws EventsException {
        if (++depth > DEEPEST) {
            throw wrong("more than " + DEEPEST + " levels of parentheses");
        }
        FilterExpression left = and();
        while (accept("||")) {
            left = new FilterExpression.Binary("||", left, and());
        }
        depth--;
        return left;
    }

    private FilterExpression and() throws EventsException {
        FilterExpression left = not();
        while (accept("&&")) {
            left = new FilterExpression.Binary("&&", left, not());
        }
        return left;
    }

    private FilterExpression not() throws EventsException {
        int signs = 0;
        while (accept("!")) {
            signs++;
        }
        FilterExpression operand = comparison();
        return signs % 2 == 1 ? new FilterExpression.Unary('!', operand) : operand;
    }

    private FilterExpression comparison() throws EventsException {
        FilterExpression left = bits();
        for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (accept(operator)) {
                return new FilterExpression.Binary(operator, left, bits());
            }
        }
        return next < tokens.size() && peek().equalsIgnoreCase("in") ? range(left) : left;
    }

    /// `PI in [200:1000]`, `PI in (200:1000],1500,[2000:]`: a bracket includes its edge, a parenthesis does not,
    /// neither includes both (selectlib of SAS). Intervals are put between commas; `[200,1000]` is one.
    private FilterExpression range(FilterExpression value) throws EventsException {
        next++;
        FilterExpression any = interval(value);
        while (accept(",")) {
            any = new FilterExpression.Binary("||", any, interval(value));
        }
        return any;
    }

    private FilterExpression interval(FilterExpression value) throws EventsException {
        boolean bracket = accept("[");
        boolean openLow = !bracket && accept("(");
        FilterExpression low = isBound() ? sum() : null;
        boolean comma = bracket && accept(",");
        if (!comma && !accept(":")) {
            if (low == null || openLow) {
                throw wrong("a range such as [200:1000] is expected");
            }
            closing(bracket);
            return new FilterExpression.Binary("==", value, low);
        }
        FilterExpression high = isBound() ? sum() : null;
        boolean openHigh = (bracket || openLow) && closing(true);
        return within(value, low, openLow ? ">" : ">=", high, openHigh ? "<" : "<=");
    }

    /// @return whether it closes with a parenthesis
    private boolean closing(boolean opened) throws EventsException {
        if (!opened || accept("]")) {
            return false;
        }
        expect(")");
        return true;
    }

    private boolean isBound() {
        return next < tokens.size() && !List.of(":", "]", ")", ",").contains(peek());
    }

    /// Open to a side where there is no end; an undefined value is in no range.
    private static FilterExpression within(
            FilterExpression value, FilterExpression low, String above, FilterExpression high, String below) {
        FilterExpression defined = new FilterExpression.Binary("==", value, value);
        return new FilterExpression.Binary(
                "&&",
                low == null ? defined : new FilterExpression.Binary(above, value, low),
                high == null ? defined : new FilterExpression.Binary(below, value, high));
    }

    private FilterExpression bits() throws EventsException {
        FilterExpression left = sum();
        while (next < tokens.size() && (peek().equals("&") || peek().equals("|"))) {
            left = new FilterExpression.Binary(tokens.get(next++).text(), left, sum());
        }
        return left;
    }

    private FilterExpression sum() throws EventsException {
        FilterExpression left = product();
        while (next < tokens.size() && (peek().equals("+") || peek().equals("-"))) {
            left = new FilterExpression.Binary(tokens.get(next++).text(), left, product());
        }
        return left;
    }

    private FilterExpression product() throws EventsException {
        FilterExpression left = signed();
        while (next < tokens.size() && List.of("*", "/", "%").contains(peek())) {
            left = new FilterExpression.Binary(tokens.get(next++).text(), left, signed());
        }
        return left;
    }

    private FilterExpression signed() throws EventsException {
        boolean negative = false;
        while (next < tokens.size() && (peek().equals("-") || peek().equals("+"))) {
            negative ^= tokens.get(next++).text().equals("-");
        }
        FilterExpression base = primary();
        if (accept("**")) {
            base = new FilterExpression.Binary("**", base, signed());
        }
        return negative ? new FilterExpression.Unary('-', base) : base;
    }

    private FilterExpression primary() throws EventsException {
        if (next >= tokens.size()) {
            throw wrong("it ends where a value is expected");
        }
        Token token = tokens.get(next++);
        switch (token.kind()) {
            case "number":
                return new FilterExpression.Constant(Double.parseDouble(token.text()));
            case "whole":
                return new FilterExpression.Constant(whole(token.text()));
            case "constant":
                return new FilterExpression.Constant(CONSTANTS.get(token.text().toLowerCase(Locale.ROOT)));
            case "bits":
                return pattern(token);
            case "name":
                return name(token);
            default:
                break;
        }
        if (token.text().equals("(")) {
            FilterExpression inner = or();
            expect(")");
            return inner;
        }
        next--;
        throw wrong(
                token.text().equals("#")
                        ? "macros such as #XMMEA_EP are not known: write what they stand for"
                        : "'" + token.text() + "' stands where a value is expected");
    }

    private FilterExpression name(Token token) throws EventsException {
        if (!accept("(")) {
            return new FilterExpression.Name(token.text().replace("$", ""), token.at());
        }
        FilterFunction function = FilterFunction.named(token.text())
                .orElseThrow(() -> at(token.at(), "'" + token.text() + "' is no function"));
        List<FilterExpression> arguments = new ArrayList<>();
        do {
            arguments.add(or());
        } while (accept(","));
        expect(")");
        if (arguments.size() != function.arity()) {
            throw at(
                    token.at(),
                    token.text().toLowerCase(Locale.ROOT) + " takes " + function.arity() + " values, not "
                            + arguments.size());
        }
        return new FilterExpression.Call(function, arguments);
    }

    private static double whole(String text) {
        int radix = switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            default -> 2;
        };
        return Long.parseLong(text.substring(2), radix);
    }

    private FilterExpression pattern(Token token) throws EventsException {
        String digits = token.text().substring(1);
        if (digits.length() > 52) {
            throw at(token.at(), "more than 52 bits");
        }
        long bits = 0;
        long mask = 0;
        for (char digit : digits.toCharArray()) {
            bits = bits << 1 | (digit == '1' ? 1 : 0);
            mask = mask << 1 | (digit == 'x' || digit == 'X' ? 0 : 1);
        }
        long above = -1L << digits.length();
        return new FilterExpression.Bits(bits, mask | above & (1L << 53) - 1);
    }

    private String peek() {
        return tokens.get(next).text();
    }

    private boolean accept(String sign) {
        boolean there = next < tokens.size() && tokens.get(next).kind().equals("sign") && peek().equals(sign);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String sign) throws EventsException {
        if (!accept(sign)) {
            throw wrong("'" + sign + "' is expected");
        }
    }

    private EventsException wrong(String why) {
        return at(next < tokens.size() ? tokens.get(next).at() : text.length() + 1, why);
    }

    private EventsException at(int place, String why) {
        return new EventsException("the filter '" + text.strip() + "', at " + place + ": " + why);
    }
}
