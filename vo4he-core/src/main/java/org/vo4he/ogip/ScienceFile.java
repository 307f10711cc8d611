// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vo4he.fits.HduWriter;

/// What the headers of a product say whatever it holds.
///
/// @param observation carried from the events
/// @param creator CREATOR: program and version
/// @param date DATE, the time of the making as ISO 8601 in UTC; empty for files that are the same whenever they are
/// made
/// @param selection in words, one sentence each, for COMMENT cards
/// @param channels that were selected; empty for energies, and for all
public record ScienceFile(
        ObservationCards observation,
        String creator,
        Optional<String> date,
        List<String> selection,
        Optional<ChannelRange> channels) {

    public ScienceFile {
        selection = List.copyOf(selection);
    }

    /// Puts who made the file into a header.
    Consumer<HduWriter> making() {
        return hdu -> {
            hdu.card("CREATOR", creator, "program that made this file");
            date.ifPresent(when -> hdu.card("DATE", when, "when this file was made"));
        };
    }

    /// Puts what was selected into a header.
    Consumer<HduWriter> selected() {
        return hdu -> {
            channels.ifPresent(range -> range.write(hdu));
            selection.forEach(sentence -> Comments.write(hdu, sentence));
        };
    }
}
