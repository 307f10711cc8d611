// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.ogip.HduContent;

/// The energies that the EBOUNDS of a response gives to channels.
///
/// @param from file and extension
record ResponseChannels(ChannelTable channels, String from) {

    /// @throws EventsException if the file has none
    static ResponseChannels read(Path response) throws IOException, EventsException {
        try (FitsFile file = FitsFile.open(response)) {
            for (Hdu hdu : file.hdus()) {
                Optional<ChannelTable> table =
                        HduContent.of(hdu) == HduContent.EBOUNDS ? ChannelTable.read(hdu) : Optional.empty();
                if (table.isPresent()) {
                    return new ResponseChannels(table.get(), response.getFileName() + " " + hdu.name());
                }
            }
        } catch (NotFitsException e) {
            throw new EventsException(
                    response + " is no FITS file: energies of channels are read from the EBOUNDS of a" + " response");
        }
        throw new EventsException(
                response + " has no EBOUNDS that gives channels their energies: a response (RMF) has");
    }
}
