// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.sphere.UnitVector;

/// The grid of an image: what exists of the sky pixels, else where the events lie.
final class Grids {

    private static final int WANTED = 1024;
    /// Of all planes together: what is made of them fits into a small heap.
    private static final long MOST_PIXELS = 1L << 23;
    /// A binning of 1 on a map of ours: a fifth of the point spread of telescopes on the ground.
    private static final double MAP_SIDE_DEG = 0.02;
    /// Of Fermi's LAT, whose point spread is a degree and more below 1 GeV.
    private static final double LAT_SIDE_DEG = 0.1;

    private Grids() {}

    /// @param region what alone is to be seen; empty for all
    static PixelGrid of(Sink.Image image, EventList events, ColumnRanges ranges, Optional<SkyArea> region)
            throws IOException, EventsException {
        EventPlaces places = events.places()
                .orElseThrow(() -> new EventsException(
                        events.path() + " " + events.hdu() + " has no sky coordinates, so there is no image of it"));
        return switch (places) {
            case EventPlaces.SkyPixels pixels -> ofPixels(image, new Columns(events, ranges), pixels, region);
            case EventPlaces.Directions directions ->
                ofDirections(image, new Columns(events, ranges), directions, region);
        };
    }

    /// Those that say where events fell.
    private record Columns(EventList events, ColumnRanges ranges) {

        Hdu.Range range(TableColumn column) throws IOException, EventsException {
            return ranges.of(column)
                    .orElseThrow(() -> new EventsException(
                            events.path() + " " + events.hdu() + ": its column " + column.name() + " has no number"));
        }
    }

    private static PixelGrid ofPixels(
            Sink.Image image, Columns columns, EventPlaces.SkyPixels places, Optional<SkyArea> region)
            throws IOException, EventsException {
        EventPlaces.Bounds bounds = places.bounds();
        if (!bounds.areKnown()) {
            Hdu.Range x = columns.range(places.first());
            Hdu.Range y = columns.range(places.second());
            bounds = new EventPlaces.Bounds(
                    Math.floor(x.min()) - 0.5,
                    Math.ceil(x.max()) + 0.5,
                    Math.floor(y.min()) - 0.5,
                    Math.ceil(y.max()) + 0.5);
        }
        if (region.orElse(null) instanceof PlaneRegion plane) {
            bounds = cut(bounds, plane.extent());
        }
        double widest = Math.max(bounds.firstHigh() - bounds.firstLow(), bounds.secondHigh() - bounds.secondLow());
        double side = image.binning() > 0 ? image.binning() : Math.max(1, Math.ceil(widest / WANTED));
        return grid(image, places, bounds, side, Optional.empty(), null);
    }

    /// In whole sky pixels; all where nothing is left.
    private static EventPlaces.Bounds cut(EventPlaces.Bounds all, EventPlaces.Bounds part) {
        EventPlaces.Bounds cut = new EventPlaces.Bounds(
                Math.max(all.firstLow(), all.firstLow() + Math.floor(part.firstLow() - all.firstLow())),
                Math.min(all.firstHigh(), all.firstLow() + Math.ceil(part.firstHigh() - all.firstLow())),
                Math.max(all.secondLow(), all.secondLow() + Math.floor(part.secondLow() - all.secondLow())),
                Math.min(all.secondHigh(), all.secondLow() + Math.ceil(part.secondHigh() - all.secondLow())));
        return cut.areKnown() ? cut : all;
    }

    private static PixelGrid ofDirections(
            Sink.Image image, Columns columns, EventPlaces.Directions places, Optional<SkyArea> region)
            throws IOException, EventsException {
        Optional<SkyMap> part = region.map(SphereRegion.class::cast).flatMap(SkyMap::of);
        SkyMap map = part.isPresent() ? part.get() : ofAll(columns, places);
        EventPlaces.Bounds bounds = map.bounds();
        double widest = Math.max(bounds.firstHigh() - bounds.firstLow(), bounds.secondHigh() - bounds.secondLow());
        double side = image.binning() > 0
                ? image.binning() * MAP_SIDE_DEG
                : Math.max(sideDeg(columns.events()), widest / WANTED);
        UnitVector middle = map.plane().centre();
        EventImage.Centre centre =
                new EventImage.Centre(SkyMap.rounded(middle.raDeg()), SkyMap.rounded(middle.decDeg()));
        Tangent plane = Tangent.at(UnitVector.of(centre.lonDeg(), centre.latDeg()));
        return grid(image, places, map.inPixels(side), side, Optional.of(centre), plane);
    }

    private static double sideDeg(EventList events) {
        boolean lat = events.headers()
                .text("INSTRUME")
                .filter(found -> found.value().strip().equalsIgnoreCase("LAT"))
                .isPresent();
        return lat ? LAT_SIDE_DEG : MAP_SIDE_DEG;
    }

    private static SkyMap ofAll(Columns columns, EventPlaces.Directions places) throws IOException, EventsException {
        Hdu.Range lon = columns.range(places.first());
        Hdu.Range lat = columns.range(places.second());
        EventImage.Centre centre = centre(columns.events(), lon, lat);
        double half = Math.max(
                (lat.max() - lat.min()) / 2,
                (lon.max() - lon.min())
                        / 2
                        * Math.cos(Math.toRadians(Math.min(Math.abs(lat.min()), Math.abs(lat.max())))));
        return SkyMap.around(UnitVector.of(centre.lonDeg(), centre.latDeg()), half);
    }

    /// The pointing, else the middle of the events.
    private static EventImage.Centre centre(EventList events, Hdu.Range lon, Hdu.Range lat) {
        double ra = events.headers()
                .number("RA_PNT", "RA_NOM")
                .map(found -> found.value())
                .orElse(Double.NaN);
        double dec = events.headers()
                .number("DEC_PNT", "DEC_NOM")
                .map(found -> found.value())
                .orElse(Double.NaN);
        return Double.isFinite(ra) && Math.abs(dec) <= 90 && !(ra == 0 && dec == 0)
                ? new EventImage.Centre(ra, dec)
                : new EventImage.Centre((lon.min() + lon.max()) / 2, (lat.min() + lat.max()) / 2);
    }

    private static PixelGrid grid(
            Sink.Image image,
            EventPlaces places,
            EventPlaces.Bounds bounds,
            double side,
            Optional<EventImage.Centre> centre,
            Tangent plane)
            throws EventsException {
        double width = Math.ceil((bounds.firstHigh() - bounds.firstLow()) / side - 1e-9);
        double height = Math.ceil((bounds.secondHigh() - bounds.secondLow()) / side - 1e-9);
        if (!(width * height <= MOST_PIXELS)) {
            throw new EventsException("an image with pixels of " + side + " would have " + (long) width + " x "
                    + (long) height + " pixels, more than the " + MOST_PIXELS
                    + " that are counted at once: ask for a coarser binning, or for a region");
        }
        if (width * height * image.bands().size() > MOST_PIXELS) {
            throw new EventsException(image.bands().size() + " bands of an image of " + (int) width + " x "
                    + (int) height + " pixels are more than the " + MOST_PIXELS
                    + " pixels that are counted at once: ask for fewer bands, a coarser binning, or a region");
        }
        return new PixelGrid(
                new EventImage.Grid(
                        places, bounds.firstLow(), bounds.secondLow(), side, (int) width, (int) height, centre),
                plane);
    }
}
