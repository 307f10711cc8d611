// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the values of pixels become brightness.
public enum Stretch {
    LINEAR,
    SQRT,
    LOG,
    /// Linear near 0, logarithmic far from it, also below 0.
    ASINH;

    /// `sqrt`: as addresses and programs spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The stretch of this word, whatever its case.
    public static Optional<Stretch> of(String word) {
        return Arrays.stream(values())
                .filter(stretch -> stretch.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
