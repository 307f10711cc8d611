// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
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
/// @param bands the same in parts of the energies; may be empty
/// @param backgroundScale area of the source by that of the background, empty without background; NaN if unknown
public record EventLightCurve(
        double start,
        double bin,
        double binSeconds,
        long[] counts,
        Optional<long[]> backgroundCounts,
        double[] exposureSeconds,
        double[] fraction,
        List<Band> bands,
        Optional<Double> backgroundScale) {

    /// Counts of some energies.
    ///
    /// @param background empty without a background
    public record Band(EnergyRange range, long[] counts, Optional<long[]> background) {}

    public int bins() {
        return counts.length;
    }

    /// Counts per second of live time, the background taken off by the ratio of areas; NaN where a bin has no
    /// good time.
    public double rate(int index) {
        return rate(counts, backgroundCounts, index);
    }

    /// The standard deviation of [#rate] by the roots of the counts.
    public double rateError(int index) {
        return rateError(counts, backgroundCounts, index);
    }

    public double rate(Band band, int index) {
        return rate(band.counts, band.background, index);
    }

    public double rateError(Band band, int index) {
        return rateError(band.counts, band.background, index);
    }

    /// Of the first band as the soft, and the second as the hard one.
    public HardnessRatio hardness(int index) {
        Band soft = bands.get(0);
        Band hard = bands.get(1);
        return HardnessRatio.of(
                soft.counts[index],
                soft.background.map(of -> of[index]).orElse(0L),
                hard.counts[index],
                hard.background.map(of -> of[index]).orElse(0L),
                backgroundScale.orElse(0.0));
    }

    private double rate(long[] of, Optional<long[]> under, int index) {
        double net = of[index]
                - under.map(each -> each[index] * backgroundScale.orElseThrow()).orElse(0.0);
        return exposureSeconds[index] > 0 ? net / exposureSeconds[index] : Double.NaN;
    }

    private double rateError(long[] of, Optional<long[]> under, int index) {
        double variance = of[index]
                + under.map(each -> each[index] * Math.pow(backgroundScale.orElseThrow(), 2))
                        .orElse(0.0);
        return exposureSeconds[index] > 0 ? Math.sqrt(variance) / exposureSeconds[index] : Double.NaN;
    }
}
