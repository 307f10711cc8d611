// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Good time intervals on a file's own clock (OGIP/93-003, extension GTI). Immutable.
///
/// @param count of intervals that have a start before their stop
/// @param total time that they cover, in the unit of the file; what several cover counts once
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
        int[] inOrder = IntStream.range(0, starts.length)
                .filter(i -> stops[i] > starts[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> starts[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int i : inOrder) {
            total += Math.max(0, stops[i] - Math.max(starts[i], last));
            last = Math.max(last, stops[i]);
        }
        return inOrder.length == 0
                ? new GoodTimes(0, 0, Double.NaN, Double.NaN)
                : new GoodTimes(inOrder.length, total, starts[inOrder[0]], last);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public Optional<Double> exposure() {
        return isEmpty() || !Double.isFinite(total) ? Optional.empty() : Optional.of(total);
    }
}
