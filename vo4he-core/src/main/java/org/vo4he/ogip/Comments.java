// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import org.vo4he.fits.Card;
import org.vo4he.fits.HduWriter;

/// Sentences as COMMENT cards.
final class Comments {

    private static final int WIDTH = 71;

    private Comments() {}

    /// Broken between words where possible; characters that no header may hold become `?`.
    static void write(HduWriter hdu, String sentence) {
        String rest = sentence.replaceAll("[^ -~]", "?").strip();
        while (!rest.isEmpty()) {
            int blank = rest.length() <= WIDTH ? rest.length() : rest.lastIndexOf(' ', WIDTH);
            int end = blank > 0 ? blank : WIDTH;
            hdu.card(new Card("COMMENT", null, false, " " + rest.substring(0, end)));
            rest = rest.substring(end).strip();
        }
    }
}
