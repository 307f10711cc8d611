// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// Part of an axis, in the unit of the axis.
///
/// @param low finite
/// @param high finite, above low
public record Range(double low, double high) {

    public Range {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
            throw new IllegalArgumentException("no range: " + low + " to " + high);
        }
    }

    double length() {
        return high - low;
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }
}
