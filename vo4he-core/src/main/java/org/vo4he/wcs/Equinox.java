// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The year of an EQUINOX card, or of EPOCH, which was its name before FITS WCS paper II (section 3.1).
public final class Equinox {

    /// A number, also in Fortran's spelling, or a text such as `J2000.0`.
    private static final Pattern FORM = Pattern.compile("[BJ]?\\s*(\\+?\\d+\\.?\\d*)(?:[ED]\\+?(\\d))?");

    /// Catalogues of positions are of this time; 0 and the like say that nothing was set.
    private static final double FIRST_YEAR = 1800;
    private static final double LAST_YEAR = 2100;

    private Equinox() {}

    /// @param text the value of the card
    /// @return empty if it holds no year of 1800 to 2100
    public static Optional<Double> year(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT).replaceFirst("([ED])\\+?0(\\d)$", "$1$2"));
        if (!form.matches()) {
            return Optional.empty();
        }
        double power = form.group(2) == null ? 1 : Math.pow(10, Integer.parseInt(form.group(2)));
        return Optional.of(Double.parseDouble(form.group(1)) * power)
                .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR);
    }
}
