// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.DataSubspace;
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

    /// A circle of more than half of the sky has no place in its middle that somebody looked at.
    private static final double ALL_DEG = 90;
    /// Longitude and latitude 0 of the Galaxy, in the frame ICRS.
    private static final UnitVector GALAXY = UnitVector.of(266.405, -28.936);

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

        SkyCover cover(EventPlaces.Directions places) throws IOException, EventsException {
            SkyCover cover = ranges.ofDirections(places);
            if (cover.isEmpty()) {
                throw new EventsException(events.path() + " " + events.hdu()
                        + ": no event has a place in its columns RA and DEC, so there is no image of it");
            }
            return cover;
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
        EventImage.Grid grid = grid(image, places, bounds, side, Optional.empty(), image.binning() == 0 && side > 1);
        return new PixelGrid(grid, null, null);
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
        double usual = sideDeg(columns.events());
        double side = image.binning() > 0 ? image.binning() * MAP_SIDE_DEG : coarser(usual, widest);
        UnitVector middle = map.plane().centre();
        EventImage.Centre centre = new EventImage.Centre(
                SkyMap.rounded(middle.raDeg()),
                SkyMap.rounded(middle.decDeg()),
                map.projection().name());
        Tangent plane = Tangent.at(UnitVector.of(centre.lonDeg(), centre.latDeg()));
        EventImage.Grid grid = grid(
                image, places, map.inPixels(side), side, Optional.of(centre), image.binning() == 0 && side > usual);
        return new PixelGrid(grid, map.projection(), plane);
    }

    /// Pixels of the usual side, or of so many thousandths of a degree that there are no more than wanted.
    private static double coarser(double usual, double widest) {
        return widest <= usual * WANTED ? usual : Math.ceil(widest / WANTED * 1000) / 1000;
    }

    private static double sideDeg(EventList events) {
        boolean lat = events.headers()
                .text("INSTRUME")
                .filter(found -> found.value().strip().equalsIgnoreCase("LAT"))
                .isPresent();
        return lat ? LAT_SIDE_DEG : MAP_SIDE_DEG;
    }

    private static SkyMap ofAll(Columns columns, EventPlaces.Directions places) throws IOException, EventsException {
        SkyCover cover = columns.cover(places);
        UnitVector centre = centre(columns.events(), cover);
        return SkyMap.around(centre, cover.reachDeg(centre));
    }

    /// Of the region that the header says was looked at, else the pointing, else the mean of the events; of events all
    /// around the centre of the Galaxy.
    private static UnitVector centre(EventList events, SkyCover cover) {
        Optional<UnitVector> asked = DataSubspace.circle(events.hdu().header())
                .map(DataSubspace.Selected::value)
                .filter(circle -> circle.radiusDeg() < ALL_DEG)
                .filter(circle -> Math.abs(circle.latDeg()) <= 90 && Double.isFinite(circle.lonDeg()))
                .map(circle -> UnitVector.of(circle.lonDeg(), circle.latDeg()));
        return asked.or(() -> pointing(events)).or(cover::middle).orElse(GALAXY);
    }

    private static Optional<UnitVector> pointing(EventList events) {
        Optional<Double> ra = events.headers().number("RA_PNT", "RA_NOM").map(found -> found.value());
        Optional<Double> dec = events.headers().number("DEC_PNT", "DEC_NOM").map(found -> found.value());
        boolean known = ra.filter(Double::isFinite).isPresent()
                && dec.filter(deg -> Math.abs(deg) <= 90).isPresent()
                && !(ra.get() == 0 && dec.get() == 0);
        return known ? Optional.of(UnitVector.of(ra.get(), dec.get())) : Optional.empty();
    }

    private static EventImage.Grid grid(
            Sink.Image image,
            EventPlaces places,
            EventPlaces.Bounds bounds,
            double side,
            Optional<EventImage.Centre> centre,
            boolean coarsened)
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
        return new EventImage.Grid(
                places, bounds.firstLow(), bounds.secondLow(), side, (int) width, (int) height, centre, coarsened);
    }
}
