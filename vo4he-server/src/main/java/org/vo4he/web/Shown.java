// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as people read them.
final class Shown {

    private static final int MOST_LETTERS = 80;

    private Shown() {}

    /// `12,345`
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 product`, `12,345 products`
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /// At most so many significant digits, without needless zeros; very large and very small numbers with an exponent.
    static String digits(double number, int significant) {
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number, new MathContext(significant)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent > 8 ? rounded.toString() : rounded.toPlainString();
    }

    /// At most so many digits after the point.
    static String decimals(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// `950 s`, `12.3 ks`, as exposures are quoted.
    static String exposure(double seconds) {
        return Math.abs(seconds) < 1000 ? digits(seconds, 3) + " s" : digits(seconds / 1000, 3) + " ks";
    }

    /// `3 h 25 min`, `12 d`: for a duration beside its seconds.
    static String duration(double seconds) {
        if (seconds < 120) {
            return digits(seconds, 3) + " s";
        }
        if (seconds < 7_200) {
            return digits(seconds / 60, 3) + " min";
        }
        return seconds < 172_800 ? digits(seconds / 3_600, 3) + " h" : digits(seconds / 86_400, 3) + " d";
    }

    /// From the kilobytes of ObsCore: `812 kB`, `1.4 MB`.
    static String size(double kilobytes) {
        if (kilobytes < 1) {
            return Math.round(kilobytes * 1e3) + " bytes";
        }
        if (kilobytes < 1_000) {
            return digits(kilobytes, 3) + " kB";
        }
        return kilobytes < 1e6 ? digits(kilobytes / 1e3, 3) + " MB" : digits(kilobytes / 1e6, 3) + " GB";
    }

    /// An angle in the unit that suits it: `2.5″`, `12′`, `1.2°`.
    static String angle(double degrees) {
        if (degrees < 1 / 60.0) {
            return digits(degrees * 3_600, 3) + "″";
        }
        return degrees < 1 ? digits(degrees * 60, 3) + "′" : digits(degrees, 3) + "°";
    }

    /// What an `obs_id` names, for a heading: `observation 0160960201`; of a list, which co-added products have, how
    /// many there are and the first two.
    static String observation(String obsId) {
        List<String> all = Arrays.stream(obsId.split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (all.size() > 2 && obsId.length() > MOST_LETTERS) {
            return count(all.size()) + " observations (" + all.get(0) + ", " + all.get(1) + ", …)";
        }
        return "observation " + brief(obsId);
    }

    /// No more than a line of it.
    static String brief(String text) {
        return text.codePointCount(0, text.length()) <= MOST_LETTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS)) + "…";
    }

    /// A word that is the name of a file, or has a number in it: written otherwise it would be another.
    private static final Pattern NAME = Pattern.compile("\\S*[._0-9]\\S+(?s:\\s.*)?|\\S*[0-9](?s:\\s.*)?");

    /// With a capital at its start, unless it begins with a name.
    static String sentence(String text) {
        return text.isEmpty() || NAME.matcher(text).matches()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// In place of a value that nothing states.
    static Html unstated() {
        return Html.pieces(
                element("span", "–").with("class", "unstated").with("aria-hidden", "true"),
                element("span", "not stated").with("class", "aside-text"));
    }

    static Html orUnstated(Optional<? extends Html> piece) {
        return piece.<Html>map(present -> present).orElseGet(Shown::unstated);
    }
}
