// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;

/// Counts in bins of time of one length. Bin k holds the events with `floor((TIME - start) / bin) = k`; the last
/// one has its upper edge, too.
///
/// @param start of the first bin, as a reading of TIME
/// @param bin its length in readings of TIME
/// @param binSeconds its length
/// @param counts of the source
/// @param backgroundCounts empty without a background
/// @param exposureSeconds of each bin: its overlap with the good times selected, times the live fraction
/// @param fraction of each bin that the good times selected cover, 0 to 1 (FRACEXP before dead time)
/// @param backgroundScale area of the source by that of the background, empty without background; NaN if unknown
public record EventLightCurve(
        double start,
        double bin,
        double binSeconds,
        long[] counts,
        Optional<long[]> backgroundCounts,
        double[] exposureSeconds,
        double[] fraction,
        Optional<Double> backgroundScale) {

    public int bins() {
        return counts.length;
    }

    /// Counts per second of live time, the background taken off by the ratio of areas; NaN where a bin has no
    /// good time.
    public double rate(int index) {
        double net = counts[index]
                - backgroundCounts
                        .map(of -> of[index] * backgroundScale.orElseThrow())
                        .orElse(0.0);
        return exposureSeconds[index] > 0 ? net / exposureSeconds[index] : Double.NaN;
    }

    /// The standard deviation of [#rate] by the roots of the counts.
    public double rateError(int index) {
        double variance = counts[index]
                + backgroundCounts
                        .map(of -> of[index] * Math.pow(backgroundScale.orElseThrow(), 2))
                        .orElse(0.0);
        return exposureSeconds[index] > 0 ? Math.sqrt(variance) / exposureSeconds[index] : Double.NaN;
    }
}
