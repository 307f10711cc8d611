// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an axis is divided.
public enum Scale {
    LINEAR,
    /// By powers of ten; what is not above 0 has no place on it.
    LOG;

    /// What lies beyond these has no place on an axis: the lengths and ratios of numbers must be numbers.
    private static final double GREATEST = 1e300;

    private static final double LEAST = 1e-300;

    /// The least length of an axis, as a part of its numbers: shorter, and their digits don't tell its ends apart.
    private static final double SHORTEST = 1e-12;

    /// The part of a range that an axis can show; a range that is too short is made longer.
    Range drawable(Range wanted) {
        return switch (this) {
            case LINEAR -> {
                double low = Math.clamp(wanted.low(), -GREATEST, GREATEST);
                double high = Math.clamp(wanted.high(), -GREATEST, GREATEST);
                double least = Math.max(LEAST, SHORTEST * Math.max(Math.abs(low), Math.abs(high)));
                double middle = low / 2 + high / 2;
                yield high - low >= least ? new Range(low, high) : new Range(middle - least, middle + least);
            }
            case LOG -> {
                double low = Math.clamp(wanted.low(), LEAST, GREATEST / 2);
                double high = Math.clamp(wanted.high(), 2 * LEAST, GREATEST);
                yield high / low >= 1 + SHORTEST ? new Range(low, high) : new Range(low, 2 * low);
            }
        };
    }

    /// `linear`: as addresses and programs spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scale of this word, whatever its case.
    public static Optional<Scale> of(String word) {
        return Arrays.stream(values())
                .filter(scale -> scale.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
