// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a plot shows. An event list has several, the first of which stands for it.
public enum PlotKind {
    /// Counts per keV (or per channel where no energies are known) against energy.
    SPECTRUM,
    /// A rate or counts against time.
    LIGHT_CURVE,
    /// Pixels, with a grid of the sky where the file says how.
    IMAGE,
    /// Surface brightness against the distance from a place.
    PROFILE,
    /// Positions of a catalogue's rows on the sky.
    SKY,
    /// A response: redistribution matrix as a picture, effective area as a curve.
    RESPONSE;

    /// `light-curve`: as addresses and programs spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of this word, whatever its case.
    public static Optional<PlotKind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
