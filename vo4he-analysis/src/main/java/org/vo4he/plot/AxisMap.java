// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// Where the values of an axis lie on the canvas.
///
/// @param range above 0 on a logarithmic scale
/// @param start the place of the low end, in pixels
/// @param end the place of the high end
record AxisMap(Scale scale, Range range, double start, double end) {

    /// What lies far outside stays this many lengths of the axis away: drawing needs no larger numbers.
    private static final double FAR = 100;

    AxisMap {
        if (scale == Scale.LOG && range.low() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis can't begin at " + range.low());
        }
    }

    /// The place of a value, also outside of the axis; what has no place on a logarithmic scale lies far below it.
    double at(double value) {
        double part = switch (scale) {
            case LINEAR -> (value - range.low()) / range.length();
            case LOG ->
                value > 0
                        ? (Math.log10(value) - Math.log10(range.low()))
                                / (Math.log10(range.high()) - Math.log10(range.low()))
                        : -FAR;
        };
        return start + Math.clamp(part, -FAR, FAR) * (end - start);
    }

    /// The value at a place: the other way.
    double valueAt(double place) {
        double part = (place - start) / (end - start);
        return switch (scale) {
            case LINEAR -> range.low() + part * range.length();
            case LOG -> range.low() * Math.pow(range.high() / range.low(), part);
        };
    }

    double length() {
        return Math.abs(end - start);
    }

    /// Whether a value has a place within the axis.
    boolean holds(double value) {
        return range.contains(value);
    }
}
