// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vo4he.fits.Card;

/// Which values a keyword may have.
public sealed interface Expected {

    /// Any.
    record Anything() implements Expected {}

    /// One of these words; case is not looked at, numbers are compared as numbers.
    record OneOf(List<String> values) implements Expected {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// A number from the least to the most; an infinite limit is none.
    record Between(double least, double most) implements Expected {}

    Pattern RANGE = Pattern.compile(
            "[\\[(]?\\s*(-?[0-9.eE+-]*|-?inf)\\s*(?:\\.\\.|;|:|,| to | - )\\s*(-?[0-9.eE+-]*|\\+?inf)\\s*[\\])]?");

    /// Whether a value is one of these.
    default boolean holds(String value) {
        return switch (this) {
            case Anything _ -> true;
            case OneOf(List<String> values) -> values.stream().anyMatch(one -> same(one, value));
            case Between(double least, double most) ->
                number(value)
                        .filter(number -> number >= least && number <= most)
                        .isPresent();
        };
    }

    private static boolean same(String expected, String value) {
        return expected.strip().equalsIgnoreCase(value.strip())
                || number(expected).isPresent() && number(expected).equals(number(value));
    }

    private static Optional<Double> number(String text) {
        return Card.numberIn(text.strip());
    }

    /// For sentences.
    default String inWords() {
        return switch (this) {
            case Anything _ -> "anything";
            case OneOf(List<String> values) -> "one of " + String.join(", ", values);
            case Between(double least, double most) -> "a number from " + limit(least) + " to " + limit(most);
        };
    }

    private static String limit(double limit) {
        return Double.isInfinite(limit)
                ? "any"
                : limit == Math.rint(limit) && Math.abs(limit) < 1e15
                        ? Long.toString((long) limit)
                        : Double.toString(limit);
    }

    /// As product cards and the seed write it: `['image', 'cube']`, `FSC|GRM-IC`, `[0, 360]` of a number, `0..360`, or
    /// nothing in one of many ways.
    ///
    /// @param numeric whether the keyword holds numbers, so that a pair is a range
    static Expected parse(String text, boolean numeric) {
        String bare = text.strip();
        if (Placeholder.isNone(bare)) {
            return new Anything();
        }
        Matcher range = RANGE.matcher(bare);
        if (numeric && range.matches()) {
            return between(range.group(1), range.group(2));
        }
        String inside = bare.replaceFirst("^[\\[({]", "").replaceFirst("[\\])}]$", "");
        List<String> values = new ArrayList<>(Arrays.stream(inside.split("[|,;]"))
                .map(word -> word.strip().replaceAll("^['\"]|['\"]$", ""))
                .filter(word -> !word.isEmpty())
                .toList());
        return of(values, false);
    }

    static Expected between(String least, String most) {
        double from = number(least).orElse(Double.NEGATIVE_INFINITY);
        double to = number(most).orElse(Double.POSITIVE_INFINITY);
        return Double.isInfinite(from) && Double.isInfinite(to) ? new Anything() : new Between(from, to);
    }

    /// @param range whether a pair of numbers is meant as a range
    static Expected of(List<String> values, boolean range) {
        if (values.isEmpty()) {
            return new Anything();
        }
        return range && values.size() == 2
                ? between(values.getFirst(), values.getLast())
                : new OneOf(values.stream().collect(Collectors.toUnmodifiableList()));
    }
}
