// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cards of one header, looked up by keyword. Where a keyword occurs twice the first counts, as for
/// CFITSIO.
public final class FitsHeader {

    private final List<Card> cards;
    private final Map<String, Card> byKeyword;

    FitsHeader(List<Card> cards) {
        this.cards = cards;
        this.byKeyword = HashMap.newHashMap(cards.size());
        for (Card card : cards) {
            if (card.value() != null) {
                byKeyword.putIfAbsent(card.keyword(), card);
            }
        }
    }

    /// All, in the order of the file, without END.
    public List<Card> cards() {
        return cards;
    }

    /// The first card of this keyword that has a value.
    public Optional<Card> card(String keyword) {
        return Optional.ofNullable(byKeyword.get(keyword));
    }

    public boolean has(String keyword) {
        return byKeyword.containsKey(keyword);
    }

    /// The value as text, whatever its type; blank counts as none.
    public Optional<String> text(String keyword) {
        Card card = byKeyword.get(keyword);
        return card == null || card.value().isBlank()
                ? Optional.empty()
                : Optional.of(card.value().strip());
    }

    /// The value as a finite number; also of a number that was written as a string.
    public Optional<Double> number(String keyword) {
        Card card = byKeyword.get(keyword);
        return card == null ? Optional.empty() : Optional.ofNullable(card.number());
    }

    /// The value as an integer; also of `2.0` and `'2'`.
    public Optional<Long> integer(String keyword) {
        Card card = byKeyword.get(keyword);
        if (card == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(card.value().strip()));
        } catch (NumberFormatException _) {
            return number(keyword)
                    .filter(number -> number == Math.rint(number) && Math.abs(number) < 9e15)
                    .map(Double::longValue);
        }
    }

    public Optional<Boolean> logical(String keyword) {
        return text(keyword)
                .filter(text -> text.equals("T") || text.equals("F"))
                .map("T"::equals);
    }
}
