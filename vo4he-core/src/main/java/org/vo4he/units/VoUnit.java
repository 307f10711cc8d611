// SPDX-License-Identifier: Apache-2.0
package org.vo4he.units;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The spelling of units by VOUnits 1.1 (REC 2023-12-15): symbols of its table 1 with the prefixes of table 2,
/// multiplied with `.`, divided with one `/`, raised with `**`, grouped with brackets, after a power of ten.
public final class VoUnit {

    private static final String PREFIX = "(?:da|[yzafpnumcdhkMGTPEZY])";

    private static final Set<String> PREFIXED = Set.of(
            "m", "g", "s", "A", "K", "mol", "cd", "rad", "sr", "Hz", "N", "Pa", "J", "W", "C", "V", "S", "F", "Wb", "T",
            "H", "lm", "lx", "Ohm", "eV", "erg", "a", "yr", "pc", "Jy", "R", "G", "barn", "mag", "D", "arcsec", "byte",
            "bit", "B", "ct", "count", "ph", "photon", "pix", "pixel", "voxel", "beam", "chan", "bin", "adu", "u");

    private static final Set<String> BARE = Set.of(
            "deg",
            "arcmin",
            "mas",
            "min",
            "h",
            "d",
            "AU",
            "lyr",
            "solMass",
            "solLum",
            "solRad",
            "Sun",
            "Ry",
            "Angstrom",
            "angstrom",
            "unknown",
            "UNKNOWN",
            "%");

    private static final String SYMBOL =
            "(?:" + PREFIX + "?(?:" + alternatives(PREFIXED) + ")|(?:" + alternatives(BARE) + ")|'[A-Za-z]+')";
    private static final String POWER = "(?:\\*\\*(?:[+-]?\\d+|\\([+-]?\\d+(?:(?:\\.\\d+)|/\\d+)?\\)))?";
    private static final String FACTOR = "(?:" + SYMBOL + POWER + ")";
    private static final String PRODUCT = FACTOR + "(?:\\." + FACTOR + ")*";
    private static final String GROUP = "(?:" + PRODUCT + "|\\(" + PRODUCT + "\\)" + POWER + ")";
    private static final Pattern UNIT = Pattern.compile(
            "(?:10(?:\\*\\*[+-]?\\d+)?\\.?)?(?:" + GROUP + "(?:\\." + GROUP + ")*)?(?:/" + GROUP + ")?");

    private VoUnit() {}

    private static String alternatives(Set<String> symbols) {
        return symbols.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /// Whether this is a unit in the standard's spelling. The empty text stands for "no unit", and is one.
    public static boolean isWellFormed(String text) {
        return UNIT.matcher(text).matches();
    }
}
