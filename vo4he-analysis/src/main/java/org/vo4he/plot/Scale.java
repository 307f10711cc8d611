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
