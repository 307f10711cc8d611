// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.Optional;

/// One card of a header (FITS Standard 4.0, section 4), long strings already put together.
///
/// @param keyword upper case as in the file; `HIERARCH ESO DET ID` for the ESO convention; empty for a blank
///     keyword
/// @param value the text of the value, without quotes and trailing blanks; null when the card has none, as
///     `COMMENT` has not
/// @param string whether the value was quoted
/// @param comment what follows the slash, or the whole text of a card without a value; never null
public record Card(String keyword, String value, boolean string, String comment) {

    static final int LENGTH = 80;

    /// The value as a number; also of a number that was written as a string, with `D` for an exponent
    /// allowed.
    ///
    /// @return null if it is none, or not finite
    Double number() {
        if (value == null || !hasOnlySignsOfNumbers(value)) {
            return null;
        }
        try {
            double number = Double.parseDouble(value.replace('D', 'E').replace('d', 'e'));
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /// The number that a text is by the same rules.
    public static Optional<Double> numberIn(String text) {
        return Optional.ofNullable(new Card("", text, true, "").number());
    }

    /// Whether the value is a logical one: an unquoted T or F.
    public boolean isLogical() {
        return !string && value != null && (value.equals("T") || value.equals("F"));
    }

    /// Java would read `0x1p3`, `10f` and `NaN` too, which are words.
    private static boolean hasOnlySignsOfNumbers(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.EeDd".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
