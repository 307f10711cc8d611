// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.vo4he.events.EventEnergies;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.fits.NotFitsException;

/// The response that a list of events names in RESPFILE, where the list itself gives no energies to its channels.
public final class NamedResponse {

    private NamedResponse() {}

    /// Empty if the list needs none, names none, or there is no such file beside it.
    public static Optional<Path> beside(Path events) throws IOException {
        try (EventList list = EventList.open(events)) {
            return list.energies() instanceof EventEnergies.Unknown
                    ? list.headers().text("RESPFILE").flatMap(card -> file(events, card.value()))
                    : Optional.empty();
        } catch (NotFitsException | EventsException _) {
            // the run tells it
            return Optional.empty();
        }
    }

    private static Optional<Path> file(Path events, String name) {
        try {
            return Optional.of(name.strip())
                    .filter(text -> !text.isEmpty())
                    .map(events::resolveSibling)
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
