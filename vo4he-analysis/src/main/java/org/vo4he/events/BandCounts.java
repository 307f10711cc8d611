// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import java.util.Optional;

/// Events in bands of energy.
///
/// @param source of each band
/// @param background likewise; empty without a background
/// @param backgroundScale area of the source by that of the background, empty without background
public record BandCounts(
        List<EnergyRange> bands, long[] source, Optional<long[]> background, Optional<Double> backgroundScale) {

    public BandCounts {
        bands = List.copyOf(bands);
    }

    /// Of the first band as the soft, and the second as the hard one.
    ///
    /// @throws IllegalStateException if there are not two bands
    public HardnessRatio hardness() {
        if (bands.size() != 2) {
            throw new IllegalStateException("a hardness ratio of " + bands.size() + " bands");
        }
        long[] under = background.orElse(new long[2]);
        return HardnessRatio.of(source[0], under[0], source[1], under[1], backgroundScale.orElse(0.0));
    }
}
