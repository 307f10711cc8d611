// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

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
        if (value == null || value.isEmpty() || !mayBeNumber(value.charAt(0))) {
            return null;
        }
        try {
            double number = Double.parseDouble(value.replace('D', 'E').replace('d', 'e'));
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static boolean mayBeNumber(char first) {
        return first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
    }
}
