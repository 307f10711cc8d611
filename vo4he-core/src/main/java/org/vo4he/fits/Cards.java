// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The cards of one header.
sealed interface Cards permits Cards.Decoded, IndexedCards {

    /// In the order of the file, without END.
    List<Card> all();

    /// The first card of this keyword that has a value, as for CFITSIO; null when there is none.
    Card first(String keyword);

    /// Whether a card has this keyword, with or without a value.
    boolean mention(String keyword);

    int count();

    /// Cards that were all decoded.
    final class Decoded implements Cards {

        private final List<Card> cards;
        private final Map<String, Card> byKeyword;

        Decoded(List<Card> cards) {
            this.cards = cards;
            this.byKeyword = HashMap.newHashMap(cards.size());
            for (Card card : cards) {
                if (card.value() != null) {
                    byKeyword.putIfAbsent(card.keyword(), card);
                }
            }
        }

        @Override
        public List<Card> all() {
            return cards;
        }

        @Override
        public Card first(String keyword) {
            return byKeyword.get(keyword);
        }

        @Override
        public boolean mention(String keyword) {
            return cards.stream().anyMatch(card -> card.keyword().equals(keyword));
        }

        @Override
        public int count() {
            return cards.size();
        }
    }
}
