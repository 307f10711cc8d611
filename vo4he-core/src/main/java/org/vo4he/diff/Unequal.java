// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import java.util.Locale;

/// How many pairs of numbers differ, and by how much at most. NaN equals NaN.
final class Unequal {

    private long count;
    private double most;
    private long firstAt = -1;

    void add(long at, double one, double other) {
        if (one == other || Double.isNaN(one) && Double.isNaN(other)) {
            return;
        }
        add(at);
        double difference = Math.abs(one - other);
        if (difference > most) {
            most = difference;
        }
    }

    /// A pair that is not of numbers.
    void add(long at) {
        count++;
        if (firstAt < 0) {
            firstAt = at;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// @param all how many were compared
    /// @param what `pixels`, `rows`
    String inWords(long all, String what) {
        String size = most > 0 ? String.format(Locale.ROOT, ", at most by %.6g", most) : "";
        return count + " of " + all + " " + what + " differ" + size + "; the first is number " + (firstAt + 1);
    }
}
