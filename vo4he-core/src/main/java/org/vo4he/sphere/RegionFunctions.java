// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Questions about regions given as text, as a database asks them row by row: null when a text is null or no
/// region.
///
/// One side of a question often is the same for all rows, so each thread remembers the last texts it read.
public final class RegionFunctions {

    private static final ThreadLocal<Remembered> FIRST = ThreadLocal.withInitial(Remembered::new);
    private static final ThreadLocal<Remembered> SECOND = ThreadLocal.withInitial(Remembered::new);

    private RegionFunctions() {}

    private static final class Remembered {

        private String text = "";
        private Optional<Region> region = Optional.empty();

        Optional<Region> region(String wanted) {
            if (!text.equals(wanted)) {
                region = read(wanted);
                text = wanted;
            }
            return region;
        }

        private static Optional<Region> read(String text) {
            try {
                return Optional.of(Region.parse(text));
            } catch (IllegalArgumentException notARegion) {
                return Optional.empty();
            }
        }
    }

    /// Whether a region has a position inside or on its border.
    public static Boolean contains(String region, Double raDeg, Double decDeg) {
        boolean unknown = raDeg == null || decDeg == null || !(Math.abs(decDeg) <= 90) || !Double.isFinite(raDeg);
        return unknown ? null : ask(region, r -> r.contains(raDeg, decDeg));
    }

    /// Whether two regions have a point in common.
    public static Boolean intersect(String a, String b) {
        return ask(a, b, Region::intersects);
    }

    /// Whether the first region lies in the second altogether.
    public static Boolean within(String inner, String outer) {
        return ask(inner, outer, Region::isWithin);
    }

    /// Square degrees.
    public static Double areaDeg2(String region) {
        return ask(region, Region::areaDeg2);
    }

    /// Longitude and latitude of the centre, separated by a blank.
    public static String centroid(String region) {
        return ask(
                region, r -> RegionText.numbers(r.centre().raDeg(), r.centre().decDeg()));
    }

    private static <T> T ask(String text, Function<Region, T> question) {
        return text == null ? null : FIRST.get().region(text).map(question).orElse(null);
    }

    private static <T> T ask(String first, String second, BiFunction<Region, Region, T> question) {
        if (first == null || second == null) {
            return null;
        }
        Optional<Region> a = FIRST.get().region(first);
        Optional<Region> b = SECOND.get().region(second);
        return a.isPresent() && b.isPresent() ? question.apply(a.get(), b.get()) : null;
    }
}
