// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

/// Angles that were computed, without the digits that computing left: to 1e-10 degrees, below a microarcsecond.
final class ComputedDegrees {

    private static final double PER_DEGREE = 1e10;

    private ComputedDegrees() {}

    static double of(double deg) {
        return Math.rint(deg * PER_DEGREE) / PER_DEGREE;
    }

    /// Below 360.
    static double longitude(double deg) {
        double rounded = of(deg);
        return rounded >= 360 ? 0 : rounded;
    }
}
