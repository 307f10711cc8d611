// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.wcs.CelestialFrame;
import org.vo4he.wcs.CelestialWcs;
import org.vo4he.wcs.Equinox;
import org.vo4he.wcs.ImageSky;

/// The two columns that say where each event fell.
public sealed interface EventPlaces {

    TableColumn first();

    TableColumn second();

    /// Columns of sky pixels.
    ///
    /// @param wcs from pixels to the sky; empty where nothing tells it
    /// @param bounds the least and greatest pixel coordinate that exists, edges of pixels: first axis, second
    ///     axis
    ///     (TLMIN and TLMAX, or REFXLMIN …); NaN where unsaid
    record SkyPixels(TableColumn first, TableColumn second, Optional<CelestialWcs> wcs, Bounds bounds)
            implements EventPlaces {}

    /// Columns of right ascension and declination, degrees.
    record Directions(TableColumn first, TableColumn second, CelestialFrame frame) implements EventPlaces {}

    /// The part of a plane of pixels that exists, in pixel coordinates of the outer edges.
    record Bounds(double firstLow, double firstHigh, double secondLow, double secondHigh) {

        public boolean areKnown() {
            return firstLow < firstHigh && secondLow < secondHigh;
        }
    }

    /// Sky pixels with a coordinate system before directions before X and Y without one; a system that touches
    /// the sky at 0, 0 was never filled in.
    ///
    /// @return empty when the events have no places on the sky
    static Optional<EventPlaces> of(Hdu events, List<Finding> findings) {
        Optional<ImageSky> sky =
                ImageSky.ofColumns(events, events.toString(), findings).filter(system -> !system.touchesAtZero());
        Optional<List<TableColumn>> pixels = ImageSky.columnsOf(events).filter(EventPlaces::areNumbers);
        if (sky.isPresent() && pixels.isPresent()) {
            return Optional.of(
                    pixels(events, pixels.get(), Optional.of(sky.get().wcs())));
        }
        return directions(events).or(() -> pair(events, "X", "Y").map(pair -> pixels(events, pair, Optional.empty())));
    }

    private static EventPlaces pixels(Hdu events, List<TableColumn> columns, Optional<CelestialWcs> wcs) {
        TableColumn x = columns.getFirst();
        TableColumn y = columns.getLast();
        double[] first = limits(events, x, "REFX");
        double[] second = limits(events, y, "REFY");
        return new SkyPixels(x, y, wcs, new Bounds(first[0], first[1], second[0], second[1]));
    }

    /// Limits of columns of whole numbers are centres of pixels, others edges. TLMIN of a real column that is
    /// whole, as 1 and 1024, is a centre as well (what CIAO writes has 0.5).
    private static double[] limits(Hdu events, TableColumn column, String prefix) {
        boolean ofColumn = events.header().number("TLMIN" + column.number()).isPresent();
        String low = ofColumn ? "TLMIN" + column.number() : prefix + "LMIN";
        String high = ofColumn ? "TLMAX" + column.number() : prefix + "LMAX";
        double least = events.header().number(low).orElse(Double.NaN);
        double most = events.header().number(high).orElse(Double.NaN);
        double half = least == Math.rint(least) && most == Math.rint(most) ? 0.5 : 0;
        return new double[] {least - half, most + half};
    }

    private static Optional<EventPlaces> directions(Hdu events) {
        return pair(events, "RA", "DEC")
                .filter(pair -> pair.stream().allMatch(EventPlaces::isInDegrees))
                .flatMap(pair -> CelestialFrame.equatorial(
                                events.header()
                                        .text("RADESYS")
                                        .or(() -> events.header().text("RADECSYS")),
                                events.header()
                                        .text("EQUINOX")
                                        .or(() -> events.header().text("EPOCH"))
                                        .flatMap(Equinox::year))
                        .map(frame -> new Directions(pair.getFirst(), pair.getLast(), frame)));
    }

    private static boolean isInDegrees(TableColumn column) {
        return column.unit().isEmpty()
                || column.unit().get().toLowerCase(Locale.ROOT).startsWith("deg");
    }

    private static Optional<List<TableColumn>> pair(Hdu events, String first, String second) {
        List<TableColumn> pair = new ArrayList<>();
        events.column(first).ifPresent(pair::add);
        events.column(second).ifPresent(pair::add);
        return pair.size() == 2 && areNumbers(pair) ? Optional.of(pair) : Optional.empty();
    }

    private static boolean areNumbers(List<TableColumn> columns) {
        return columns.stream().allMatch(TableColumn::isScalarNumber);
    }
}
