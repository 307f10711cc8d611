// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Dark lines on a light ground, or the other way round.
public enum Theme {
    LIGHT,
    DARK;

    /// `light`: as addresses and programs spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The theme of this word, whatever its case.
    public static Optional<Theme> of(String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
