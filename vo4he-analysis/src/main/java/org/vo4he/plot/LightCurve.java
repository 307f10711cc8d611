// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vo4he.ogip.Clock;

/// The bins of a light curve, in the order of time.
///
/// @param start of the bins in seconds since the reference of the clock; the same as stop where the file states no
///     widths
/// @param stop of the bins
/// @param bands one for each column of rates, or each element of a column of arrays
/// @param good times outside of which nothing was observed; empty when the file has none
record LightCurve(double[] start, double[] stop, List<Band> bands, Clock clock, Optional<GoodIntervals> good) {

    /// @param label for a legend
    /// @param quantity what it measures: `Rate`
    /// @param unit as in the file
    /// @param error one standard deviation; NaN where the file states none
    record Band(String label, String quantity, String unit, double[] value, double[] error) {}

    int size() {
        return start.length;
    }

    boolean hasWidths() {
        for (int i = 0; i < start.length; i++) {
            if (stop[i] > start[i]) {
                return true;
            }
        }
        return false;
    }

    /// The first bin with a value.
    int first() {
        return IntStream.range(0, size())
                .filter(i -> bands.stream().anyMatch(band -> Double.isFinite(band.value()[i])))
                .findFirst()
                .orElse(0);
    }

    /// Whether nothing was observed between a bin and the next one: they are more than half a bin apart, or less than
    /// half of the time from the middle of the one to the middle of the other is good.
    boolean isGapAfter(int i, double usualStep) {
        double width = Math.max(stop[i] - start[i], stop[i + 1] - start[i + 1]);
        double apart = start[i + 1] - stop[i];
        boolean far = width > 0 ? apart > width / 2 : apart > 1.5 * usualStep;
        double from = (start[i] + stop[i]) / 2;
        double to = (start[i + 1] + stop[i + 1]) / 2;
        return far || good.isPresent() && good.get().within(from, to) < (to - from) / 2;
    }
}
