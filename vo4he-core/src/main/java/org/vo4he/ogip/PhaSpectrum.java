// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Optional;

/// The counts of a spectrum and what OGIP/92-007 wants to be known of them.
///
/// @param content what was counted: HDUCLAS2
/// @param channelType `PI` or `PHA`: CHANTYPE
/// @param firstChannel the number of the first channel, TLMIN
/// @param counts of all channels, in their order
/// @param exposureSeconds EXPOSURE
/// @param backscal BACKSCAL: of spectrum and background the same quantity
/// @param backscalMeaning what that is, in a sentence
/// @param files the files that belong to it
/// @param grouping which channels are taken together; empty for none
/// @param bandKev energies selected, least and greatest; empty for all
/// @param edgesKev the edges of the channels in keV, one more than there are channels; empty where nothing states them
public record PhaSpectrum(
        Content content,
        String channelType,
        int firstChannel,
        int[] counts,
        double exposureSeconds,
        double backscal,
        String backscalMeaning,
        Files files,
        Optional<Grouping> grouping,
        Optional<double[]> bandKev,
        Optional<double[]> edgesKev) {

    /// What was counted.
    public enum Content {
        /// Source and what lies under it.
        TOTAL,
        /// Background only.
        BKG
    }

    /// Names of files beside the spectrum; empty for none.
    ///
    /// @param background BACKFILE
    /// @param response RESPFILE
    /// @param area ANCRFILE
    public record Files(Optional<String> background, Optional<String> response, Optional<String> area) {}

    public PhaSpectrum {
        if (edgesKev.isPresent() && edgesKev.get().length != counts.length + 1) {
            throw new IllegalArgumentException(
                    edgesKev.get().length + " edges don't bound " + counts.length + " channels");
        }
    }
}
