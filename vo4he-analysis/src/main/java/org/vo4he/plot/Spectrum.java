// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;

/// The channels of one spectrum, as a PHA file has them (OGIP/92-007). All arrays have one number for each channel;
/// they are not to be changed.
///
/// @param channel numbers of the channels, in the order of the file
/// @param value counts, or counts per second
/// @param error one standard deviation of each value; NaN where the file states none
/// @param errors where the errors come from
/// @param quality 0 for a good channel
/// @param grouping 1 where a group begins, -1 where it goes on
/// @param exposureSeconds NaN when the file states none
/// @param rows how many spectra the table has
/// @param row which of them this is, from 0
record Spectrum(
        double[] channel,
        double[] value,
        double[] error,
        Errors errors,
        double[] quality,
        double[] grouping,
        double[] backscal,
        double[] areascal,
        boolean isRate,
        double exposureSeconds,
        long rows,
        long row) {

    /// What an error stands for.
    enum Errors {
        /// Square roots of the counts: POISSERR, or nothing else is stated.
        POISSON,
        /// STAT_ERR of the file.
        STATED,
        /// Rates without errors.
        NONE
    }

    int size() {
        return value.length;
    }

    boolean isGood(int i) {
        return quality[i] == 0 && Double.isFinite(value[i]);
    }

    /// Whether the file itself puts channels together.
    boolean isGrouped() {
        return Arrays.stream(grouping).anyMatch(flag -> flag == -1);
    }

    /// The variance of a good channel; that of counts is their number.
    double variance(int i) {
        return switch (errors) {
            case POISSON -> Math.max(0, value[i]);
            case STATED -> Double.isFinite(error[i]) ? error[i] * error[i] : 0;
            case NONE -> 0;
        };
    }
}
