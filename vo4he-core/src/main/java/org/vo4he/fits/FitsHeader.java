// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The cards of one header, looked up by keyword. Where a keyword occurs twice the first counts, as for
/// CFITSIO.
public final class FitsHeader {

    private final Cards cards;

    FitsHeader(List<Card> cards) {
        this(new Cards.Decoded(cards));
    }

    private FitsHeader(Cards cards) {
        this.cards = cards;
    }

    /// @param bytes kept, and not to be changed any more
    /// @param length of the header, up to its END card
    /// @param fault told the keyword and a sentence
    static FitsHeader read(byte[] bytes, int length, BiConsumer<String, String> fault) {
        Optional<IndexedCards> plain = IndexedCards.of(bytes, length);
        return plain.isPresent() ? new FitsHeader(plain.get()) : new FitsHeader(CardReader.read(bytes, length, fault));
    }

    /// All, in the order of the file, without END.
    public List<Card> cards() {
        return cards.all();
    }

    /// How many cards there are, without END.
    public int count() {
        return cards.count();
    }

    /// The first card of this keyword that has a value.
    public Optional<Card> card(String keyword) {
        return Optional.ofNullable(cards.first(keyword));
    }

    public boolean has(String keyword) {
        return cards.first(keyword) != null;
    }

    /// Whether a card has this keyword, with or without a value.
    public boolean mentions(String keyword) {
        return cards.mention(keyword);
    }

    /// The value as text, whatever its type; blank counts as none.
    public Optional<String> text(String keyword) {
        Card card = cards.first(keyword);
        return card == null || card.value().isBlank()
                ? Optional.empty()
                : Optional.of(card.value().strip());
    }

    /// The value as a finite number; also of a number that was written as a string.
    public Optional<Double> number(String keyword) {
        Card card = cards.first(keyword);
        return card == null ? Optional.empty() : Optional.ofNullable(card.number());
    }

    /// The value as an integer; also of `2.0` and `'2'`.
    public Optional<Long> integer(String keyword) {
        Card card = cards.first(keyword);
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
