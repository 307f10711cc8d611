// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexedCardsTest {

    @Test
    void whatIsFoundByKeywordIsWhatReadingAllCardsFinds() {
        requireSameAsDecoded(
                "SIMPLE  =                    T",
                "OBJECT  = 'first   ' / of two",
                "OBJECT  = 'second  '",
                "EMPTY   =",
                "EMPTY   =                    7 / the first with a value",
                "COMMENTD=                      / a comment alone",
                "QUOTES  = 'it''s'' '",
                "HISTORY = 'is no value'",
                "COMMENT a word",
                "",
                "        = 'no keyword'",
                "NOVALUE  3",
                " LEADING=                    1",
                "EIGHTLTR=                    8",
                "BLANKS  = '        '",
                "END OF  =                    1");
    }

    @Test
    void randomCardsAreFoundAsReadingAllCardsFindsThem() {
        Random random = new Random(5);
        String letters = "AB '=/&\u00e9\u007fT1 ";
        for (int header = 0; header < 3000; header++) {
            String[] cards = new String[1 + random.nextInt(6)];
            for (int card = 0; card < cards.length; card++) {
                StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "CONTINUE" : "K" + random.nextInt(3));
                text.repeat(' ', 8 - text.length()).append(random.nextInt(8) == 0 ? "  " : "= ");
                for (int i = random.nextInt(9); i > 0; i--) {
                    // the odd letters are rare, else no header were plain
                    text.append(letters.charAt(random.nextInt(random.nextInt(20) == 0 ? letters.length() : 6)));
                }
                cards[card] = text.toString();
            }
            requireSameAsDecoded(cards);
        }
    }

    @Test
    void aHeaderIsNotPlainWhenSomethingIsToBeSaidOfACard() {
        assertThat(indexed("OBJECT  = 'no end")).isEmpty();
        assertThat(indexed("OBJECT  = 'ends in a doubled quote''")).isEmpty();
        assertThat(indexed("OBJECT  = 'caf\u00e9'")).isEmpty();
        assertThat(indexed("COMMENT a\ttab")).isEmpty();
        assertThat(indexed("LONG    = 'text&'", "CONTINUE  'more'")).isEmpty();
        assertThat(indexed("HIERARCH ESO DET ID = 'x'")).isEmpty();
        assertThat(indexed("OBJECT  ='x'")).isEmpty();
        assertThat(indexed("Object  = 'x'")).isEmpty();
        assertThat(indexed("OBJECT  = 'a''b'")).isPresent();
    }

    private static void requireSameAsDecoded(String... lines) {
        byte[] bytes = bytes(lines);
        List<String> faults = new ArrayList<>();
        Cards decoded = new Cards.Decoded(CardReader.read(bytes, bytes.length, (_, fault) -> faults.add(fault)));
        Optional<IndexedCards> indexed = IndexedCards.of(bytes, bytes.length);
        indexed.ifPresent(cards -> {
            assertThat(faults).isEmpty();
            for (Card card : decoded.all()) {
                for (String keyword : List.of(
                        card.keyword(), card.keyword() + " ", card.keyword().toLowerCase(Locale.ROOT))) {
                    assertThat(cards.first(keyword)).as(keyword).isEqualTo(decoded.first(keyword));
                    assertThat(cards.mention(keyword)).as(keyword).isEqualTo(decoded.mention(keyword));
                }
            }
            assertThat(cards.first("ABSENT")).isNull();
            assertThat(cards.count()).isEqualTo(decoded.count());
            assertThat(cards.all()).isEqualTo(decoded.all());
        });
    }

    private static Optional<IndexedCards> indexed(String... lines) {
        byte[] bytes = bytes(lines);
        return IndexedCards.of(bytes, bytes.length);
    }

    private static byte[] bytes(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).repeat(' ', Card.LENGTH - line.length());
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
