// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;

/// Counts of each channel, or of each bin of a grid of energies.
///
/// @param column the name of the column of channels, upper case: CHANTYPE is PI or PHA by it
/// @param firstChannel the number of the first channel (TLMIN)
/// @param limitsFrom which cards, or what else, said the range of the channels
/// @param edgesKev of the bins of a grid of energies, one more than there are; empty for channels
public record EventSpectrum(
        String column,
        int firstChannel,
        String limitsFrom,
        Counts source,
        Optional<Counts> background,
        Optional<double[]> edgesKev) {

    /// @param perChannel one for each channel from the first
    /// @param outside selected events whose channel is no channel of the range, or has no value
    public record Counts(long[] perChannel, long outside) {

        /// In all channels.
        public long total() {
            long sum = 0;
            for (long count : perChannel) {
                sum += count;
            }
            return sum;
        }
    }

    /// DETCHANS.
    public int channels() {
        return source.perChannel().length;
    }
}
