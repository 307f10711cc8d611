// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Locale;

/// One word, number, text or symbol of a query.
///
/// @param text for [Kind#TEXT] and [Kind#DELIMITED] without the quotes
record Token(Kind kind, String text, Position at) {

    enum Kind {
        /// A plain identifier or a keyword.
        WORD,
        /// An identifier in double quotes.
        DELIMITED,
        NUMBER,
        /// A literal in single quotes.
        TEXT,
        SYMBOL,
        END
    }

    /// Whether this is a keyword or symbol, written in any case.
    boolean is(String wordOrSymbol) {
        return (kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(wordOrSymbol))
                || (kind == Kind.SYMBOL && text.equals(wordOrSymbol));
    }

    /// The token as a message shows it.
    String shown() {
        return switch (kind) {
            case END -> "the end of the query";
            case TEXT -> "the text '" + shortened() + "'";
            case DELIMITED -> "\"" + shortened() + "\"";
            case WORD -> ReservedWords.contains(text) ? "the reserved word " + text : "'" + shortened() + "'";
            case NUMBER, SYMBOL -> "'" + shortened() + "'";
        };
    }

    private String shortened() {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
