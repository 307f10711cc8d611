// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.util.Optional;

/// Good time intervals on a file's own clock (OGIP/93-003, extension GTI). Immutable.
///
/// @param count of intervals that have a start before their stop
/// @param total sum of their lengths, in the unit of the file; overlaps are counted twice, as OGIP forbids them
/// @param first earliest start, NaN if there is none
/// @param last latest stop, NaN if there is none
public record GoodTimes(long count, double total, double first, double last) {

    /// Rows where a bound is not a number, or where stop is not after start, are left out.
    ///
    /// @throws IllegalArgumentException if there are not as many starts as stops
    public static GoodTimes of(double[] starts, double[] stops) {
        if (starts.length != stops.length) {
            throw new IllegalArgumentException(starts.length + " starts, " + stops.length + " stops");
        }
        long count = 0;
        double total = 0;
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i < starts.length; i++) {
            if (!(stops[i] > starts[i])) {
                continue;
            }
            count++;
            total += stops[i] - starts[i];
            first = Double.isNaN(first) ? starts[i] : Math.min(first, starts[i]);
            last = Double.isNaN(last) ? stops[i] : Math.max(last, stops[i]);
        }
        return new GoodTimes(count, total, first, last);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public Optional<Double> exposure() {
        return isEmpty() || !Double.isFinite(total) ? Optional.empty() : Optional.of(total);
    }
}
