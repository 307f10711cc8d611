// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Optional;

/// A light curve of even bins and what OGIP/93-003 wants to be known of it.
///
/// @param content what the rates are of: HDUCLAS2
/// @param middles of the bins, on the clock of the events
/// @param width of a bin, in the unit of the clock: TIMEDEL
/// @param unit of the clock, such as `s`
/// @param counts events in each bin, the background's not taken off
/// @param rates per second of exposure; NaN in a bin without
/// @param errors of the rates, likewise
/// @param exposedFraction of each bin: FRACEXP
/// @param background per bin, scaled to the source's region; empty when none was taken off
/// @param parts the same in a soft and in a hard band of the energies; empty for none
/// @param exposureSeconds EXPOSURE
/// @param bandKev energies selected, least and greatest; empty for all
public record LightCurveTable(
        Content content,
        double[] middles,
        double width,
        String unit,
        int[] counts,
        double[] rates,
        double[] errors,
        double[] exposedFraction,
        Optional<double[]> background,
        Optional<Parts> parts,
        double exposureSeconds,
        Optional<double[]> bandKev) {

    /// Rates in two bands, and their hardness ratio (H - S) / (H + S).
    ///
    /// @param hardness NaN in a bin without events
    public record Parts(Band soft, Band hard, double[] hardness, double[] hardnessErrors) {}

    /// Rates in a band.
    ///
    /// @param name in words, such as `0.5-2 keV`
    public record Band(String name, double[] rates, double[] errors) {}

    /// What the rates are of.
    public enum Content {
        /// Source and what lies under it.
        TOTAL,
        /// The background is taken off.
        NET
    }
}
