// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vo4he.diff.Difference.Part;
import org.vo4he.fits.Card;
import org.vo4he.fits.FitsHeader;

/// Cards of two headers: values as what they are (1. and 1.0 are one number), comments, and free text line by line.
final class HeaderComparison {

    /// Follow from what else is in the HDU.
    private static final Set<String> DERIVED = Set.of("CHECKSUM", "DATASUM", "ZHECKSUM", "ZDATASUM");

    private final String place;
    private final List<Pattern> ignored;

    HeaderComparison(String place, Set<String> ignored) {
        this.place = place;
        this.ignored = ignored.stream().map(HeaderComparison::pattern).toList();
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char letter : glob.toCharArray()) {
            regex.append(
                    switch (letter) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(letter));
                    });
        }
        return Pattern.compile(regex.toString());
    }

    List<Difference> of(FitsHeader left, FitsHeader right) {
        Map<String, List<Card>> one = byKeyword(left);
        Map<String, List<Card>> other = byKeyword(right);
        Set<String> keywords = new LinkedHashSet<>(one.keySet());
        keywords.addAll(other.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String keyword : keywords) {
            cards(keyword, one.getOrDefault(keyword, List.of()), other.getOrDefault(keyword, List.of()), differences);
        }
        return differences;
    }

    private Map<String, List<Card>> byKeyword(FitsHeader header) {
        Map<String, List<Card>> cards = new LinkedHashMap<>();
        for (Card card : header.cards()) {
            boolean counts = !DERIVED.contains(card.keyword())
                    && ignored.stream()
                            .noneMatch(
                                    pattern -> pattern.matcher(card.keyword()).matches());
            if (counts) {
                cards.computeIfAbsent(card.keyword(), _ -> new ArrayList<>()).add(card);
            }
        }
        return cards;
    }

    private void cards(String keyword, List<Card> left, List<Card> right, List<Difference> differences) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Optional<Card> one = i < left.size() ? Optional.of(left.get(i)) : Optional.empty();
            Optional<Card> other = i < right.size() ? Optional.of(right.get(i)) : Optional.empty();
            if (one.isEmpty() || other.isEmpty() || !same(one.get(), other.get())) {
                differences.add(Difference.of(
                        Part.HEADER,
                        place,
                        keyword.isEmpty() ? "(blank)" : keyword,
                        one.map(HeaderComparison::text),
                        other.map(HeaderComparison::text)));
            } else if (!one.get().comment().equals(other.get().comment())) {
                differences.add(Difference.of(
                        Part.HEADER, place, keyword + " comment", one.map(Card::comment), other.map(Card::comment)));
            }
        }
    }

    private static String text(Card card) {
        if (card.value() == null) {
            return card.comment();
        }
        return card.string() ? "'" + card.value() + "'" : card.value();
    }

    private static boolean same(Card one, Card other) {
        if (one.value() == null || other.value() == null) {
            return one.value() == other.value() && one.comment().equals(other.comment());
        }
        if (one.string() != other.string()) {
            return false;
        }
        return one.value().strip().equals(other.value().strip()) || !one.string() && sameNumber(one, other);
    }

    private static boolean sameNumber(Card one, Card other) {
        try {
            return Double.parseDouble(one.value().replace('D', 'E'))
                            == Double.parseDouble(other.value().replace('D', 'E'))
                    && isReal(one) == isReal(other);
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /// Two long integers may have one double.
    private static boolean isReal(Card card) {
        return card.value().matches(".*[.EeDd].*");
    }
}
