// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.Optional;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Region;
import org.vo4he.events.RegionRows;
import org.vo4he.events.Selection;
import org.vo4he.fits.HduWriter;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.ObservationCards;
import org.vo4he.ogip.RegionWriter;

/// The region selected as an extension of a product: in the sky pixels of the events, or, of events that have
/// directions alone, in pixels of a plane that touches the sky in the middle of the region.
final class RegionHdu {

    /// Of the column X in the table that is written.
    private static final int FIRST_COLUMN = 2;

    private RegionHdu() {}

    /// Whether there is a region that such rows can say.
    static boolean isSaid(EventList events, Selection selection) throws EventsException {
        return selection.region().isPresent()
                && !RegionRows.of(selection.region().get(), events).shapes().isEmpty();
    }

    /// Empty without a region, and for one that can't be said in such rows.
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
        RegionRows rows = RegionRows.of(region, events);
        return rows.shapes().isEmpty()
                ? Optional.empty()
                : Optional.of(RegionWriter.hdu(
                        rows.shapes(),
                        rows.map().isPresent() ? Optional.empty() : Optional.of(region.onOneLine()),
                        extver,
                        hdu -> coordinates(events, rows, observation, hdu),
                        observation));
    }

    /// The cards of an image besides those of columns: gammapy finds the place of the shapes by them.
    private static void coordinates(EventList events, RegionRows rows, ObservationCards observation, HduWriter hdu) {
        ImageCoordinates.ofPixelsIn(events, FIRST_COLUMN, hdu);
        if (rows.map().isEmpty()) {
            return;
        }
        RegionRows.Map map = rows.map().get();
        String[] types = {"RA---TAN", "DEC--TAN"};
        double[] values = {map.raDeg(), map.decDeg()};
        for (int i = 0; i < 2; i++) {
            int n = FIRST_COLUMN + i;
            double step = i == 0 ? -map.sideDeg() : map.sideDeg();
            hdu.card("TCTYP" + n, types[i], "")
                    .card("TCRVL" + n, values[i], "[deg] at the reference pixel")
                    .card("TCRPX" + n, (double) map.middle(), "reference pixel")
                    .card("TCDLT" + n, step, "[deg] size of a pixel")
                    .card("TCUNI" + n, "deg", "")
                    .card("CTYPE" + (i + 1), types[i], "the same as for an image")
                    .card("CRVAL" + (i + 1), values[i], "")
                    .card("CRPIX" + (i + 1), (double) map.middle(), "")
                    .card("CDELT" + (i + 1), step, "")
                    .card("CUNIT" + (i + 1), "deg", "");
        }
        if (map.decDeg() == 90) {
            hdu.card("LONPOLE", 180.0, "[deg] as away from the pole")
                    .card("LONP" + FIRST_COLUMN, 180.0, "[deg] as LONPOLE");
        }
        int size = 2 * map.middle() - 1;
        hdu.card("WCSSHAPE", "(" + size + "," + size + ")", "pixels, as gammapy has it");
        observation.frame().accept(hdu);
    }
}
