// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.List;
import java.util.Optional;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Region;
import org.vo4he.events.RegionRows;
import org.vo4he.events.Selection;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.ObservationCards;
import org.vo4he.ogip.RegionShape;
import org.vo4he.ogip.RegionWriter;

/// The region selected as an extension of a product, in the sky pixels of the events.
final class RegionHdu {

    /// Of the column X in the table that is written.
    private static final int FIRST_COLUMN = 2;

    private RegionHdu() {}

    /// Empty without a region, and for events that have no sky pixels.
    static Optional<byte[]> of(EventList events, Selection selection, ObservationCards observation)
            throws EventsException {
        return of(events, selection, observation, 1);
    }

    /// For a copy of the file of events, which may have such extensions of earlier selections.
    static Optional<byte[]> beside(EventList events, Selection selection, ObservationCards observation)
            throws EventsException {
        long earlier = events.file().hdus().stream()
                .filter(hdu -> HduContent.of(hdu) == HduContent.REGION)
                .count();
        return of(events, selection, observation, (int) earlier + 1);
    }

    private static Optional<byte[]> of(EventList events, Selection selection, ObservationCards observation, int extver)
            throws EventsException {
        if (selection.region().isEmpty()) {
            return Optional.empty();
        }
        Region region = selection.region().get();
        List<RegionShape> shapes = RegionRows.of(region, events);
        return shapes.isEmpty()
                ? Optional.empty()
                : Optional.of(RegionWriter.hdu(
                        shapes,
                        region.onOneLine(),
                        extver,
                        hdu -> ImageCoordinates.ofPixelsIn(events, FIRST_COLUMN, hdu),
                        observation));
    }
}
