// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Optional;

/// Grows around values until it is known which range an axis needs.
final class Extent {

    private static final double GREATEST = 1e300;

    /// As near to 0 as a logarithmic axis goes.
    private static final double LEAST = 1e-300;

    private final Scale scale;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /// @param scale on a logarithmic one only values above 0 count
    Extent(Scale scale) {
        this.scale = scale;
    }

    Extent with(double value) {
        if (Double.isFinite(value) && (scale == Scale.LINEAR || value > LEAST)) {
            low = Math.min(low, Math.clamp(value, -GREATEST, GREATEST));
            high = Math.max(high, Math.clamp(value, -GREATEST, GREATEST));
        }
        return this;
    }

    Extent with(double[] values) {
        for (double value : values) {
            with(value);
        }
        return this;
    }

    boolean isEmpty() {
        return low > high;
    }

    /// The range that was chosen, as far as the scale has it; else that of the values. See [Scale#drawable].
    ///
    /// @param margin what is added on both sides, as a part of the length
    Range range(Optional<Range> chosen, double margin) {
        return scale.drawable(chosen.map(this::onScale).orElseGet(() -> ofValues(margin)));
    }

    /// A chosen range that begins below what a logarithmic scale has begins at the least value instead.
    private Range onScale(Range chosen) {
        if (scale == Scale.LINEAR || chosen.low() > 0) {
            return chosen;
        }
        if (chosen.high() <= 0) {
            return ofValues(0);
        }
        double begin = !isEmpty() && low < chosen.high() ? low : chosen.high() / 1000;
        return new Range(Math.min(begin, chosen.high() / 2), chosen.high());
    }

    private Range ofValues(double margin) {
        if (isEmpty()) {
            return scale == Scale.LOG ? new Range(0.1, 1) : new Range(0, 1);
        }
        return switch (scale) {
            case LINEAR -> {
                double half = Math.max((high - low) / 2 * (1 + 2 * margin), least());
                double middle = low / 2 + high / 2;
                yield new Range(middle - half, middle + half);
            }
            case LOG -> {
                double factor = Math.max(Math.pow(high / low, margin), high / low > 1.0001 ? 1 : 2);
                yield new Range(low / factor, high * factor);
            }
        };
    }

    /// Half of the length where all values are the same, or differ by no more than the last digits of a number.
    private double least() {
        double size = Math.max(Math.abs(low), Math.abs(high));
        return high - low > size * 1e-12 ? 0 : size < Double.MIN_NORMAL ? 1 : size / 2;
    }
}
