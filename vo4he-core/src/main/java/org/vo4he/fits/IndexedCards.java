// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// The cards of a plain header, found by keyword and decoded when they are asked for: of a hundred cards a reader wants
/// some ten.
///
/// Plain is a header of printable ASCII whose strings all have their closing quote, with no CONTINUE or HIERARCH: one
/// card is one line, and nothing is to be said of any.
final class IndexedCards implements Cards {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int KEYWORD = 8;
    private static final int VALUE_AT = 10;

    private final byte[] bytes;
    private final int count;
    /// Of each card the hash of its keyword, as [String#hashCode].
    private final int[] hashes;
    /// Open addressing: the number of a card, from 1; 0 is free.
    private final int[] slots;

    private final Card[] decoded;
    private List<Card> all;

    private IndexedCards(byte[] bytes, int length) {
        this.bytes = bytes;
        this.count = length / Card.LENGTH;
        this.hashes = new int[count];
        this.slots = new int[Integer.highestOneBit(2 * count + 1) << 1];
        this.decoded = new Card[count];
    }

    /// @param bytes kept, and not to be changed any more
    /// @param length of the header, up to its END card
    /// @return empty when the header is not plain
    static Optional<IndexedCards> of(byte[] bytes, int length) {
        if (!isPrintable(bytes, length)) {
            return Optional.empty();
        }
        IndexedCards cards = new IndexedCards(bytes, length);
        for (int card = 0; card < cards.count; card++) {
            if (!cards.add(card)) {
                return Optional.empty();
            }
        }
        return Optional.of(cards);
    }

    /// @return false when the card is none of a plain header
    private boolean add(int card) {
        int at = card * Card.LENGTH;
        int end = at + Card.LENGTH;
        hashes[card] = hash(at);
        if (isCalled(card, "CONTINUE") || isCalled(card, "HIERARCH")) {
            return false;
        }
        if (bytes[at + KEYWORD] != '=' || isCommentary(card)) {
            return true;
        }
        if (bytes[at + KEYWORD + 1] != ' ' || CardReader.hasSmallLetter(bytes, at)) {
            return false;
        }
        int value = at + VALUE_AT;
        while (value < end && bytes[value] == ' ') {
            value++;
        }
        if (value == end || bytes[value] == '/') {
            return true;
        }
        if (bytes[value] == '\'' && !hasClosingQuote(value, end)) {
            return false;
        }
        occupy(card);
        return true;
    }

    /// Looks at eight bytes at once: the highest bit of each is set where it is, where the byte is below 0x20, and
    /// where it is above 0x7e.
    ///
    /// @param length a multiple of eight
    private static boolean isPrintable(byte[] bytes, int length) {
        long outside = 0;
        for (int at = 0; at < length; at += Long.BYTES) {
            long eight = (long) EIGHT_BYTES.get(bytes, at);
            outside |= eight | eight - 0x2020202020202020L | eight + 0x0101010101010101L;
        }
        return (outside & 0x8080808080808080L) == 0;
    }

    private int hash(int at) {
        int end = at + KEYWORD;
        while (end > at && bytes[end - 1] == ' ') {
            end--;
        }
        int hash = 0;
        for (int i = at; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    private boolean isCommentary(int card) {
        return bytes[card * Card.LENGTH] == ' ' && hashes[card] == 0
                || isCalled(card, "COMMENT")
                || isCalled(card, "HISTORY");
    }

    /// A doubled quote is one within the string.
    private boolean hasClosingQuote(int from, int to) {
        int at = from + 1;
        while (at < to) {
            if (bytes[at++] != '\'') {
                continue;
            }
            if (at == to || bytes[at] != '\'') {
                return true;
            }
            at++;
        }
        return false;
    }

    private boolean isCalled(int card, String keyword) {
        int length = keyword.length();
        if (hashes[card] != keyword.hashCode() || length > KEYWORD) {
            return false;
        }
        int at = card * Card.LENGTH;
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != keyword.charAt(i)) {
                return false;
            }
        }
        return length == KEYWORD || bytes[at + length] == ' ';
    }

    /// The first of a keyword stays.
    private void occupy(int card) {
        int slot = slot(hashes[card]);
        while (slots[slot] != 0) {
            if (haveOneKeyword(slots[slot] - 1, card)) {
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = card + 1;
    }

    private boolean haveOneKeyword(int one, int other) {
        if (hashes[one] != hashes[other]) {
            return false;
        }
        for (int i = 0; i < KEYWORD; i++) {
            if (bytes[one * Card.LENGTH + i] != bytes[other * Card.LENGTH + i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    @Override
    public Card first(String keyword) {
        int slot = slot(keyword.hashCode());
        while (slots[slot] != 0) {
            int card = slots[slot] - 1;
            if (isCalled(card, keyword)) {
                return card(card);
            }
            slot = slot + 1 & slots.length - 1;
        }
        return null;
    }

    private Card card(int card) {
        if (decoded[card] == null) {
            decoded[card] = CardReader.plain(bytes, card * Card.LENGTH);
        }
        return decoded[card];
    }

    @Override
    public List<Card> all() {
        if (all == null) {
            for (int card = 0; card < count; card++) {
                card(card);
            }
            all = List.of(decoded);
        }
        return all;
    }

    @Override
    public boolean mention(String keyword) {
        for (int card = 0; card < count; card++) {
            if (isCalled(card, keyword)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int count() {
        return count;
    }
}
