// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// The bytes of a header -> cards. Says of each faulty card what is wrong with it, and reads on.
final class CardReader {

    private static final int VALUE_AT = 10;

    private final byte[] bytes;
    private final int length;
    private final BiConsumer<String, String> fault;
    private final List<Card> cards = new ArrayList<>();

    /// @param length of the header in bytes, up to its END card
    /// @param fault told the keyword and a sentence
    private CardReader(byte[] bytes, int length, BiConsumer<String, String> fault) {
        this.bytes = bytes;
        this.length = length;
        this.fault = fault;
    }

    static List<Card> read(byte[] bytes, int length, BiConsumer<String, String> fault) {
        CardReader reader = new CardReader(bytes, length, fault);
        for (int at = 0; at + Card.LENGTH <= length; at += Card.LENGTH) {
            reader.card(at);
        }
        return List.copyOf(reader.cards);
    }

    private void card(int at) {
        String line = new String(bytes, at, Card.LENGTH, StandardCharsets.ISO_8859_1);
        String keyword = line.substring(0, 8).stripTrailing();
        if (!printable(line)) {
            fault.accept(keyword, "holds characters outside printable ASCII: '" + line.strip() + "'");
        }
        if (keyword.equals("CONTINUE")) {
            continued(line);
        } else if (keyword.equals("HIERARCH") && line.indexOf('=') > 0) {
            int equals = line.indexOf('=');
            value(line.substring(0, equals).strip(), line, equals + 1);
        } else if (line.startsWith("= ", 8) && !isCommentary(keyword)) {
            value(keyword, line, VALUE_AT);
        } else {
            cards.add(new Card(keyword, null, false, line.substring(8).stripTrailing()));
        }
    }

    private static boolean isCommentary(String keyword) {
        return keyword.equals("COMMENT") || keyword.equals("HISTORY") || keyword.isEmpty();
    }

    private static boolean printable(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < 0x20 || line.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private void value(String keyword, String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (at < line.length() && line.charAt(at) == '\'') {
            Quoted quoted = quoted(keyword, line, at);
            cards.add(
                    quoted.text == null
                            ? withoutValue(keyword, line)
                            : new Card(keyword, quoted.text, true, comment(line, quoted.end)));
            return;
        }
        int slash = line.indexOf('/', at);
        String text = line.substring(at, slash < 0 ? line.length() : slash).strip();
        boolean isValue = !text.isEmpty() && printable(text);
        cards.add(new Card(keyword, isValue ? text : null, false, slash < 0 ? "" : comment(line, slash)));
    }

    /// A CONTINUE card lengthens the string before it, if that ended in `&` (section 4.2.1.2).
    private void continued(String line) {
        Card previous = cards.isEmpty() ? null : cards.getLast();
        int quote = line.indexOf('\'', 8);
        if (previous == null || !previous.string() || !previous.value().endsWith("&") || quote < 0) {
            cards.add(new Card("CONTINUE", null, false, line.substring(8).stripTrailing()));
            return;
        }
        Quoted more = quoted(previous.keyword(), line, quote);
        if (more.text == null) {
            cards.set(cards.size() - 1, withoutValue(previous.keyword(), line));
            return;
        }
        String start = previous.value().substring(0, previous.value().length() - 1);
        String comment = (previous.comment() + " " + comment(line, more.end)).strip();
        cards.set(cards.size() - 1, new Card(previous.keyword(), start + more.text, true, comment));
    }

    /// A card whose value can't be trusted: what stands there may be half of it.
    private static Card withoutValue(String keyword, String line) {
        return new Card(keyword, null, false, line.substring(8).stripTrailing());
    }

    /// @param text null when it has no end, or holds what no string may
    private record Quoted(String text, int end) {}

    /// The string that starts at the quote `from`: doubled quotes are one, trailing blanks don't count.
    private Quoted quoted(String keyword, String line, int from) {
        StringBuilder text = new StringBuilder();
        int at = from + 1;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '\'') {
                text.append(c);
            } else if (at < line.length() && line.charAt(at) == '\'') {
                text.append(c);
                at++;
            } else {
                String whole = text.toString().stripTrailing();
                return new Quoted(printable(whole) ? whole : null, at);
            }
        }
        fault.accept(
                keyword,
                "has a string without its closing quote: "
                        + line.substring(from).stripTrailing());
        return new Quoted(null, at);
    }

    private static String comment(String line, int from) {
        int slash = line.indexOf('/', from);
        return slash < 0 ? "" : line.substring(slash + 1).strip();
    }
}
