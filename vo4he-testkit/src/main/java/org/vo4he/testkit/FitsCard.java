// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The text of header cards (FITS 4.0, section 4).
final class FitsCard {

    private static final int LENGTH = 80;
    private static final int LONGEST_STRING = 68;

    private FitsCard() {}

    /// One card, or several where a string needs CONTINUE.
    static List<String> of(String keyword, Object value, String comment) {
        String quoted = value instanceof String text ? text.replace("'", "''") : "";
        if (quoted.length() > LONGEST_STRING) {
            return continued(keyword, quoted);
        }
        String written = switch (value) {
            case String _ -> String.format(Locale.ROOT, "'%-8s'", quoted);
            case Boolean logical -> String.format(Locale.ROOT, "%20s", logical ? "T" : "F");
            case Integer number -> String.format(Locale.ROOT, "%20d", number);
            case Long number -> String.format(Locale.ROOT, "%20d", number);
            case Double number -> String.format(Locale.ROOT, "%20s", real(number));
            case Float number -> String.format(Locale.ROOT, "%20s", real(number.doubleValue()));
            default ->
                throw new IllegalArgumentException(
                        keyword + " can't hold a " + value.getClass().getName());
        };
        String card = String.format(Locale.ROOT, "%-8s= %s", keyword, written);
        return List.of(pad(comment.isEmpty() ? card : card + " / " + comment));
    }

    private static String real(double number) {
        return Double.toString(number).replace('e', 'E');
    }

    private static List<String> continued(String keyword, String quoted) {
        List<String> cards = new ArrayList<>();
        String rest = quoted;
        String head = String.format(Locale.ROOT, "%-8s= ", keyword);
        while (rest.length() > LONGEST_STRING - 1) {
            int cut = LONGEST_STRING - 1;
            if (rest.substring(0, cut).replace("''", "").endsWith("'")) {
                cut--; // a doubled quote stays on one card
            }
            cards.add(pad(head + "'" + rest.substring(0, cut) + "&'"));
            rest = rest.substring(cut);
            head = "CONTINUE  ";
        }
        cards.add(pad(head + "'" + rest + "'"));
        return cards;
    }

    /// The card as 80 characters; a longer one is cut, as a careless writer would.
    static String pad(String card) {
        return String.format(Locale.ROOT, "%-80s", card).substring(0, LENGTH);
    }
}
