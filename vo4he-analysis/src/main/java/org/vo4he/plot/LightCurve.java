// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;
import java.util.Optional;

/// The bins of a light curve, in the order of time.
///
/// @param start of the bins in seconds since `zero`; the same as stop where the file states no widths
/// @param stop of the bins
/// @param bands one for each column of rates, or each element of a column of arrays
/// @param zeroMjdUtc the moment from which time counts, a whole second; empty when the clock can't be dated
/// @param good times outside of which nothing was observed, in the same seconds; empty when the file has none
record LightCurve(
        double[] start, double[] stop, List<Band> bands, Optional<Double> zeroMjdUtc, Optional<GoodSpans> good) {

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

    /// Whether nothing was observed between a bin and the next one: they are more than half a bin apart, or no good
    /// time
    /// holds the moment where they meet.
    boolean isGapAfter(int i, double usualStep) {
        double width = Math.max(stop[i] - start[i], stop[i + 1] - start[i + 1]);
        double apart = start[i + 1] - stop[i];
        boolean far = width > 0 ? apart > width / 2 : apart > 1.5 * usualStep;
        return far || good.isPresent() && !good.get().hold((stop[i] + start[i + 1]) / 2);
    }
}
