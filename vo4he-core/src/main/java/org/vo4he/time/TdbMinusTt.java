// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jastronomy.jsofa.JSOFA;

/// TDB-TT at the geocentre: Fairhead and Bretagnon (1990), 787 terms, taken at 0 h of each day and on a straight line
/// between. The line is within 0.1 microseconds of the curve, whose second derivative is at most 5e-7 seconds per
/// square day, and costs a thousandth: a good time interval has two ends, a file thousands of them.
final class TdbMinusTt {

    private static final int MOST_DAYS = 20_000;

    private static final Map<Long, Double> SECONDS = new ConcurrentHashMap<>();

    private TdbMinusTt() {}

    /// @param day and `rest` of a Julian date in TT or TDB, which makes no difference here
    static double seconds(double day, double rest) {
        double since = Math.floor(day) - 0.5;
        double within = day - since + rest;
        long first = (long) (since + 0.5) + (long) Math.floor(within);
        double part = within - Math.floor(within);
        return (1 - part) * atStartOf(first) + part * atStartOf(first + 1);
    }

    /// At the Julian date half a day before this whole number: 0 h.
    private static double atStartOf(long julianDay) {
        if (SECONDS.size() > MOST_DAYS) {
            SECONDS.clear();
        }
        return SECONDS.computeIfAbsent(julianDay, day -> JSOFA.jauDtdb(day, -0.5, 0, 0, 0, 0));
    }
}
