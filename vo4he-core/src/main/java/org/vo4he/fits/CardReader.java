// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/// The bytes of a header -> cards. Says of each faulty card what is wrong with it, and reads on.
///
/// Works on the bytes, and makes no text but that of keywords, values and comments: headers are most of what an archive
/// reads.
final class CardReader {

    private static final int VALUE_AT = 10;

    private final byte[] bytes;
    private final BiConsumer<String, String> fault;
    /// Whether all bytes are known to be printable ASCII.
    private final boolean plain;

    /// @param fault told the keyword and a sentence
    private CardReader(byte[] bytes, boolean plain, BiConsumer<String, String> fault) {
        this.bytes = bytes;
        this.plain = plain;
        this.fault = fault;
    }

    /// @param length of the header in bytes, up to its END card
    static List<Card> read(byte[] bytes, int length, BiConsumer<String, String> fault) {
        CardReader reader = new CardReader(bytes, false, fault);
        List<Card> cards = new ArrayList<>(length / Card.LENGTH);
        for (int at = 0; at + Card.LENGTH <= length; at += Card.LENGTH) {
            String keyword = reader.keyword(at);
            if (keyword.equals("CONTINUE")) {
                reader.continued(cards, at);
            } else {
                cards.add(reader.card(keyword, at));
            }
        }
        return List.copyOf(cards);
    }

    /// One card of a header in which each card is one line, with nothing to say of any.
    static Card plain(byte[] bytes, int at) {
        CardReader reader = new CardReader(bytes, true, (_, _) -> {});
        return reader.card(reader.keyword(at), at);
    }

    private String keyword(int at) {
        int end = at + Card.LENGTH;
        String keyword = text(at, endOfText(at, at + 8));
        if (!printable(at, end)) {
            String line = text(at, end).strip();
            fault.accept(keyword, "holds characters outside printable ASCII: '" + line + "'");
        }
        return keyword;
    }

    private Card card(String keyword, int at) {
        if (keyword.equals("HIERARCH")) {
            int equals = indexOf('=', at, at + Card.LENGTH);
            if (equals > at) {
                return value(text(at, equals).strip(), at, equals + 1);
            }
        }
        return bytes[at + 8] == '=' && !isCommentary(keyword) ? assigned(keyword, at) : withoutValue(keyword, at);
    }

    /// A card with `=` in its ninth byte, which makes it one of a value only with a blank after it (section 4.1.2).
    private Card assigned(String keyword, int at) {
        if (bytes[at + 9] == ' ') {
            if (hasSmallLetter(bytes, at)) {
                fault.accept(
                        keyword,
                        "has small letters, which no keyword has, so it does not state "
                                + keyword.toUpperCase(Locale.ROOT));
            }
            return value(keyword, at, at + VALUE_AT);
        }
        fault.accept(
                keyword,
                "has no blank after its '=', so it has no value: '" + text(at, endOfText(at, at + Card.LENGTH)) + "'");
        return withoutValue(keyword, at);
    }

    /// Whether the keyword of the card that starts here has one.
    static boolean hasSmallLetter(byte[] bytes, int at) {
        for (int i = at; i < at + 8; i++) {
            if (bytes[i] >= 'a' && bytes[i] <= 'z') {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommentary(String keyword) {
        return keyword.equals("COMMENT") || keyword.equals("HISTORY") || keyword.isEmpty();
    }

    private boolean printable(int from, int to) {
        if (plain) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0x20 || bytes[i] == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        return from >= to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// Where the text ends when blanks at its end don't count.
    private int endOfText(int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private int startOfText(int from, int to) {
        int start = from;
        while (start < to && bytes[start] == ' ') {
            start++;
        }
        return start;
    }

    /// Without blanks on either side.
    private String stripped(int from, int to) {
        int start = startOfText(from, to);
        return text(start, endOfText(start, to)).strip();
    }

    private int indexOf(char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private Card value(String keyword, int at, int from) {
        int end = at + Card.LENGTH;
        int start = startOfText(from, end);
        if (start < end && bytes[start] == '\'') {
            Quoted quoted = quoted(keyword, start, end);
            return quoted.text == null
                    ? withoutValue(keyword, at)
                    : new Card(keyword, quoted.text, true, comment(quoted.end, end));
        }
        int slash = indexOf('/', start, end);
        int valueEnd = slash < 0 ? end : slash;
        String text = stripped(start, valueEnd);
        boolean isValue = !text.isEmpty() && printable(start, endOfText(start, valueEnd));
        return new Card(keyword, isValue ? text : null, false, slash < 0 ? "" : comment(slash, end));
    }

    /// A CONTINUE card lengthens the string before it, if that ended in `&` (section 4.2.1.2).
    private void continued(List<Card> cards, int at) {
        int end = at + Card.LENGTH;
        Card previous = cards.isEmpty() ? null : cards.getLast();
        int quote = indexOf('\'', at + 8, end);
        if (previous == null || !previous.string() || !previous.value().endsWith("&") || quote < 0) {
            cards.add(withoutValue("CONTINUE", at));
            return;
        }
        Quoted more = quoted(previous.keyword(), quote, end);
        if (more.text == null) {
            cards.set(cards.size() - 1, withoutValue(previous.keyword(), at));
            return;
        }
        String start = previous.value().substring(0, previous.value().length() - 1);
        String comment = (previous.comment() + " " + comment(more.end, end)).strip();
        cards.set(cards.size() - 1, new Card(previous.keyword(), start + more.text, true, comment));
    }

    /// A card whose value can't be trusted, or that has none: what stands there may be half of it.
    private Card withoutValue(String keyword, int at) {
        int end = at + Card.LENGTH;
        return new Card(
                keyword, null, false, text(at + 8, endOfText(at + 8, end)).stripTrailing());
    }

    /// @param text null when it has no end, or holds what no string may
    private record Quoted(String text, int end) {}

    /// The string that starts at the quote `from`: doubled quotes are one, trailing blanks don't count.
    private Quoted quoted(String keyword, int from, int to) {
        boolean doubled = false;
        int at = from + 1;
        while (at < to) {
            if (bytes[at++] != '\'') {
                continue;
            }
            if (at == to || bytes[at] != '\'') {
                int end = endOfText(from + 1, at - 1);
                if (!printable(from + 1, end)) {
                    return new Quoted(null, at);
                }
                String text = text(from + 1, end);
                return new Quoted(doubled ? text.replace("''", "'") : text, at);
            }
            doubled = true;
            at++;
        }
        fault.accept(
                keyword,
                "has a string without its closing quote: "
                        + text(from, endOfText(from, to)).stripTrailing());
        return new Quoted(null, at);
    }

    private String comment(int from, int to) {
        int slash = indexOf('/', from, to);
        return slash < 0 ? "" : stripped(slash + 1, to);
    }
}
