// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Values -> cards of 80 characters (FITS Standard 4.0, section 4): fixed format, long strings by CONTINUE.
/// Equal input gives equal bytes.
final class CardWriter {

    private static final int LONGEST_STRING = 68;
    private static final int SHORTEST_STRING = 8;
    private static final int LONGEST_KEYWORD = 8;
    private static final int VALUE_AT = 10;
    private static final int VALUE_WIDTH = 20;
    private static final int VALUE_END = 30;
    private static final int SHORTEST_COMMENT = 12;
    private static final String HIERARCH = "HIERARCH ";
    private static final String CONTINUE = "CONTINUE  ";

    private byte[] cards = new byte[4 * HduScan.BLOCK];
    private boolean longStringsAnnounced;

    /// Of the whole cards, in bytes.
    private int length;

    /// Where the card that is being written goes on.
    private int at;

    /// Whether all characters may stand in a header (section 4.1.2.3).
    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    static boolean fitsIntoOneCard(String keyword, String value) {
        return quoted(value).length() <= LONGEST_STRING + VALUE_AT - headLength(keyword);
    }

    private static String quoted(String value) {
        return value.replace("'", "''");
    }

    void text(String keyword, String value, String comment) {
        requirePrintable(keyword, value);
        String quoted = quoted(value);
        if (quoted.length() <= LONGEST_STRING + VALUE_AT - headLength(keyword)) {
            head(keyword);
            string(quoted, SHORTEST_STRING);
            finish(comment);
        } else {
            continued(keyword, quoted, comment);
        }
    }

    void integer(String keyword, long value, String comment) {
        literal(keyword, Long.toString(value), comment);
    }

    /// The shortest digits that read back as the same double.
    void real(String keyword, double value, String comment) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(keyword + " is " + value + ", which no FITS card can hold");
        }
        literal(keyword, Double.toString(value), comment);
    }

    /// A value that is written without quotes, as it is.
    void literal(String keyword, String value, String comment) {
        requirePrintable(keyword, value);
        head(keyword);
        blanksUpTo(at + VALUE_WIDTH - value.length());
        put(value);
        finish(comment);
    }

    /// COMMENT, HISTORY: free text behind column 8.
    void commentary(String keyword, String text) {
        requirePrintable(keyword, text);
        begin(keyword);
        put(text);
        line();
    }

    void end() {
        begin("END");
        line();
    }

    /// How many bytes all cards so far have.
    int length() {
        return length;
    }

    /// Bytes of all cards so far, without padding.
    byte[] bytes() {
        return Arrays.copyOf(cards, length);
    }

    private static void requirePrintable(String keyword, String value) {
        if (!isPrintable(value)) {
            throw new IllegalArgumentException(keyword + " = '" + value + "' is not printable ASCII");
        }
    }

    private static int headLength(String keyword) {
        return keyword.length() > LONGEST_KEYWORD
                ? (keyword.startsWith(HIERARCH) ? 0 : HIERARCH.length()) + keyword.length() + " = ".length()
                : VALUE_AT;
    }

    /// Begins a card: keyword and value indicator.
    private void head(String keyword) {
        if (keyword.length() > LONGEST_KEYWORD) {
            at = length;
            put(keyword.startsWith(HIERARCH) ? "" : HIERARCH);
            put(keyword);
            put(" = ");
        } else {
            begin(keyword);
            put("= ");
        }
    }

    private void begin(String keyword) {
        if (keyword.length() > LONGEST_KEYWORD) {
            throw new IllegalArgumentException("'" + keyword + "' is longer than a keyword can be");
        }
        at = length;
        put(keyword);
        blanksUpTo(length + LONGEST_KEYWORD);
    }

    /// Strings have at least eight characters, for old readers of XTENSION (section 4.2.1.1). Comments begin in the
    /// column where other writers have them: astropy's check of CHECKSUM relies on it.
    private void string(String quoted, int shortest) {
        put("'");
        int start = at;
        put(quoted);
        blanksUpTo(start + shortest);
        put("'");
        blanksUpTo(length + VALUE_END);
    }

    private void continued(String keyword, String quoted, String comment) {
        if (headLength(keyword) > Card.LENGTH - "'&'".length()) {
            throw new IllegalArgumentException(keyword + " leaves no room for a value in its card");
        }
        announceLongStrings();
        String rest = quoted;
        head(keyword);
        while (rest.length() > length + Card.LENGTH - 2 - at) {
            int cut = unsplit(rest, length + Card.LENGTH - 3 - at);
            put("'");
            put(rest.substring(0, cut));
            put("&'");
            line();
            rest = rest.substring(cut);
            put(CONTINUE);
        }
        string(rest, 0);
        finish(comment);
    }

    /// HEASARC's readers want to be told, once.
    private void announceLongStrings() {
        if (!longStringsAnnounced) {
            longStringsAnnounced = true;
            text("LONGSTRN", "OGIP 1.0", "strings may go on in CONTINUE cards");
        }
    }

    /// Not between the two halves of a doubled quote.
    private static int unsplit(String quoted, int cut) {
        int quotes = 0;
        while (quotes < cut && quoted.charAt(cut - 1 - quotes) == '\'') {
            quotes++;
        }
        return quotes % 2 == 0 ? cut : cut - 1;
    }

    /// The comment is cut at the end of the card; less than a word of it is left out.
    private void finish(String comment) {
        int card = at - length;
        if (card > Card.LENGTH) {
            throw new IllegalArgumentException(
                    "'" + new String(cards, length, card, StandardCharsets.US_ASCII) + "' does not fit into one card");
        }
        if (!comment.isEmpty() && card <= Card.LENGTH - SHORTEST_COMMENT) {
            put(" / ");
            put(comment);
        }
        line();
    }

    /// Ends the card, which is cut at its end.
    private void line() {
        at = Math.min(at, length + Card.LENGTH);
        blanksUpTo(length + Card.LENGTH);
        length = at;
    }

    private void put(String text) {
        reserve(at + text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            cards[at++] = (byte) (c < 0x80 ? c : '?');
        }
    }

    private void blanksUpTo(int end) {
        if (at < end) {
            reserve(end);
            Arrays.fill(cards, at, end, (byte) ' ');
            at = end;
        }
    }

    private void reserve(int end) {
        if (end > cards.length) {
            cards = Arrays.copyOf(cards, Math.max(2 * cards.length, end));
        }
    }
}
