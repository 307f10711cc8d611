// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.Card;

/// Text with fields in it: `{OBS_ID}-{EVENTS.EXPNAME:lower}-{part:05d}`. `{{` and `}}` stand for braces.
///
/// A field is a header keyword (upper case), a part of the name that the pattern names (lower case), `file` for the
/// name of the file or `stem` for that without extension.
record TextTemplate(List<Piece> pieces) {

    static final List<String> NAME_FIELDS = List.of("file", "stem");

    private static final Pattern NUMBER = Pattern.compile("(0?[1-9][0-9]?)?(d|\\.[0-9]{1,2}[fe])");
    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9_]*");

    sealed interface Piece {}

    record Literal(String text) implements Piece {}

    record Field(Source source, Format format) implements Piece {}

    sealed interface Source {}

    record OfHeader(HeaderKeyword keyword) implements Source {}

    record OfName(String part) implements Source {}

    /// How the value of a field is written.
    sealed interface Format {}

    record AsItIs() implements Format {}

    record Upper() implements Format {}

    record Lower() implements Format {}

    /// @param specification of [String#format], without the percent sign
    record Number(String specification) implements Format {}

    static boolean hasFields(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    /// @param parts names of the parts that the pattern of the entry has
    /// @throws IllegalArgumentException with a sentence
    static TextTemplate of(String text, List<String> parts) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == letter;
            if ((letter == '{' || letter == '}') && doubled) {
                literal.append(letter);
                at++;
            } else if (letter == '{') {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    throw new IllegalArgumentException("'" + text + "' has a { without }");
                }
                pieces.add(new Literal(literal.toString()));
                literal.setLength(0);
                pieces.add(field(text.substring(at + 1, end), parts));
                at = end;
            } else if (letter == '}') {
                throw new IllegalArgumentException("'" + text + "' has a } without {");
            } else {
                literal.append(letter);
            }
        }
        pieces.add(new Literal(literal.toString()));
        return new TextTemplate(pieces.stream()
                .filter(piece -> !(piece instanceof Literal(String empty) && empty.isEmpty()))
                .toList());
    }

    private static Field field(String text, List<String> parts) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        Format format =
                colon < 0 ? new AsItIs() : format(text.substring(colon + 1).strip());
        if (!PART.matcher(name).matches()) {
            return new Field(new OfHeader(HeaderKeyword.of(name)), format);
        }
        if (!parts.contains(name) && !NAME_FIELDS.contains(name)) {
            throw new IllegalArgumentException(
                    "'{" + name + "}' is no part of 'match'; keywords are written in upper case");
        }
        return new Field(new OfName(name), format);
    }

    private static Format format(String text) {
        Matcher number = NUMBER.matcher(text);
        if (text.equals("upper")) {
            return new Upper();
        }
        if (text.equals("lower")) {
            return new Lower();
        }
        if (number.matches()) {
            return new Number(text);
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no format: upper, lower, 05d for a whole number, .3f or .3e for another");
    }

    /// @throws IllegalArgumentException if a number is wanted and the text is none
    static String written(Format format, String value) {
        return switch (format) {
            case AsItIs _ -> value;
            case Upper _ -> value.toUpperCase(Locale.ROOT);
            case Lower _ -> value.toLowerCase(Locale.ROOT);
            case Number(String specification) -> number(specification, value);
        };
    }

    private static String number(String specification, String value) {
        if (!specification.endsWith("d")) {
            double number = Card.numberIn(value.strip())
                    .orElseThrow(() -> new IllegalArgumentException("'" + value + "' is no number"));
            return String.format(Locale.ROOT, "%" + specification, number);
        }
        try {
            return String.format(Locale.ROOT, "%" + specification, Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value + "' is no whole number", e);
        }
    }
}
