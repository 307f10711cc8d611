// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;

/// Values -> cards of 80 characters (FITS Standard 4.0, section 4): fixed format, long strings by CONTINUE.
/// Equal input gives equal bytes.
final class CardWriter {

    private static final int LONGEST_STRING = 68;
    private static final int LONGEST_KEYWORD = 8;
    private static final int VALUE_WIDTH = 20;
    private static final int VALUE_END = 30;

    private final StringBuilder cards = new StringBuilder(4 * HduScan.BLOCK);
    private boolean longStringsAnnounced;

    /// Whether all characters may stand in a header (section 4.1.2.3).
    static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c <= 0x7e);
    }

    static boolean fitsIntoOneCard(String keyword, String value) {
        return quoted(value).length() <= room(keyword);
    }

    private static String quoted(String value) {
        return value.replace("'", "''");
    }

    void text(String keyword, String value, String comment) {
        requirePrintable(keyword, value);
        String quoted = quoted(value);
        if (fitsIntoOneCard(keyword, value)) {
            card(widened(head(keyword) + "'" + padded(quoted) + "'"), comment);
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
        card(head(keyword) + " ".repeat(Math.max(0, VALUE_WIDTH - value.length())) + value, comment);
    }

    /// COMMENT, HISTORY: free text behind column 8.
    void commentary(String keyword, String text) {
        requirePrintable(keyword, text);
        line(keyword + " ".repeat(LONGEST_KEYWORD - keyword.length()) + text);
    }

    void end() {
        line("END");
    }

    /// Bytes of all cards so far, without padding.
    byte[] bytes() {
        return cards.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void requirePrintable(String keyword, String value) {
        if (!isPrintable(value)) {
            throw new IllegalArgumentException(keyword + " = '" + value + "' is not printable ASCII");
        }
    }

    private static int room(String keyword) {
        return LONGEST_STRING + 10 - head(keyword).length();
    }

    private static String head(String keyword) {
        return keyword.length() > LONGEST_KEYWORD
                ? (keyword.startsWith("HIERARCH ") ? keyword : "HIERARCH " + keyword) + " = "
                : keyword + " ".repeat(LONGEST_KEYWORD - keyword.length()) + "= ";
    }

    /// Strings have at least eight characters, for old readers of XTENSION (section 4.2.1.1).
    private static String padded(String text) {
        return text + " ".repeat(Math.max(0, 8 - text.length()));
    }

    /// Comments begin in the column where other writers have them: astropy's check of CHECKSUM relies on it.
    private static String widened(String card) {
        return card + " ".repeat(Math.max(0, VALUE_END - card.length()));
    }

    private void continued(String keyword, String quoted, String comment) {
        announceLongStrings();
        String rest = quoted;
        String head = head(keyword);
        while (rest.length() > Card.LENGTH - 2 - head.length()) {
            int cut = unsplit(rest, Card.LENGTH - 3 - head.length());
            line(head + "'" + rest.substring(0, cut) + "&'");
            rest = rest.substring(cut);
            head = "CONTINUE  ";
        }
        card(widened(head + "'" + rest + "'"), comment);
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
    private void card(String card, String comment) {
        if (card.length() > Card.LENGTH) {
            throw new IllegalArgumentException("'" + card + "' does not fit into one card");
        }
        String withComment = comment.isEmpty() || card.length() > Card.LENGTH - 12 ? card : card + " / " + comment;
        line(withComment.length() > Card.LENGTH ? withComment.substring(0, Card.LENGTH) : withComment);
    }

    private void line(String card) {
        cards.append(card, 0, Math.min(card.length(), Card.LENGTH));
        cards.repeat(' ', Math.max(0, Card.LENGTH - card.length()));
    }
}
