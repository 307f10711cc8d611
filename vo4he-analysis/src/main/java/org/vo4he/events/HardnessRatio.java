// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

/// The hardness ratio (H - S) / (H + S) of events in a soft and a hard band, with what lies under them taken off.
///
/// The error is that of Gaussian propagation, 2 sqrt(H² var S + S² var H) / (H + S)², where the variance of a net count
/// is N + a² B of the N events counted and the B of a background that is a times as large. It holds for ten events or
/// more in each band; of fewer the ratio is no more Gaussian (T. Park et al. 2006, ApJ 652, 610).
///
/// @param soft net counts
/// @param softVariance of them
/// @param hard net counts
/// @param hardVariance of them
public record HardnessRatio(double soft, double softVariance, double hard, double hardVariance) {

    /// @param scale area of the source by that of the background; of no weight without a background
    static HardnessRatio of(long soft, long softBackground, long hard, long hardBackground, double scale) {
        double weight = softBackground == 0 && hardBackground == 0 ? 0 : scale;
        return new HardnessRatio(
                soft - weight * softBackground,
                soft + weight * weight * softBackground,
                hard - weight * hardBackground,
                hard + weight * weight * hardBackground);
    }

    /// NaN where there is no sum.
    public double value() {
        double sum = hard + soft;
        return sum == 0 ? Double.NaN : (hard - soft) / sum;
    }

    /// One standard deviation; NaN where there is no sum.
    public double error() {
        double sum = hard + soft;
        return sum == 0
                ? Double.NaN
                : 2 * Math.sqrt(hard * hard * softVariance + soft * soft * hardVariance) / (sum * sum);
    }
}
