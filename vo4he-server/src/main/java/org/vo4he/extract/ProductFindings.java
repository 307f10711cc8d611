// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventImage;
import org.vo4he.events.EventList;
import org.vo4he.events.EventPlaces;
import org.vo4he.events.EventsException;
import org.vo4he.events.Extracted;
import org.vo4he.events.Region;
import org.vo4he.events.RegionRows;
import org.vo4he.events.Selection;

/// What should be known of products that were made.
final class ProductFindings {

    private final EventList events;
    private final ExtractRequest request;
    private final Extracted extracted;
    private final List<Finding> findings = new ArrayList<>();

    private ProductFindings(EventList events, ExtractRequest request, Extracted extracted) {
        this.events = events;
        this.request = request;
        this.extracted = extracted;
    }

    /// @param withRegion whether files were written that have their region with them
    static List<Finding> of(EventList events, ExtractRequest request, Extracted extracted, boolean withRegion)
            throws EventsException {
        ProductFindings all = new ProductFindings(events, request, extracted);
        all.empty();
        all.bands();
        request.image().map(extracted::get).ifPresent(all::image);
        if (withRegion) {
            all.unsaid("region", request.source());
            if (request.background().isPresent()) {
                all.unsaid("region of the background", request.background().get());
            }
        }
        return all.findings;
    }

    private void add(ExtractFinding code, String message) {
        findings.add(new Finding(code, events.path() + " " + events.hdu(), message));
    }

    private void empty() {
        if (extracted.source().selected() == 0) {
            add(
                    ExtractFinding.NOTHING_SELECTED,
                    "none of " + extracted.rows() + " events passes the selection" + readAs(request.source()));
        }
        if (extracted.background().filter(of -> of.selected() == 0).isPresent()) {
            add(
                    ExtractFinding.BACKGROUND_EMPTY,
                    "no event lies in the region of the background"
                            + readAs(request.background().orElseThrow()));
        }
    }

    /// Numbers of a region without a coordinate system are often meant in degrees.
    private String readAs(Selection selection) {
        Optional<Region> region = selection.region().filter(Region::namesNoSystem);
        return region.isPresent() && events.places().orElse(null) instanceof EventPlaces.SkyPixels pixels
                ? "; the region " + region.get().onOneLine() + " names no coordinate system, so it was read in pixels"
                        + " of the columns " + pixels.first().name() + " and "
                        + pixels.second().name() + within(pixels.bounds()) + ": for degrees write 'fk5; "
                        + region.get().onOneLine() + "', or lengths with a unit as 60\""
                : "";
    }

    private static String within(EventPlaces.Bounds bounds) {
        return bounds.areKnown()
                ? String.format(
                        Locale.ROOT,
                        ", which go from %s to %s and from %s to %s",
                        EnergyRange.plain(bounds.firstLow()),
                        EnergyRange.plain(bounds.firstHigh()),
                        EnergyRange.plain(bounds.secondLow()),
                        EnergyRange.plain(bounds.secondHigh()))
                : "";
    }

    private void bands() {
        for (List<EnergyRange> bands : request.bands()) {
            Bands.overlapping(bands)
                    .ifPresent(two -> add(
                            ExtractFinding.BANDS_OVERLAP,
                            "the bands " + two.getFirst() + " and " + two.getLast()
                                    + " have energies in common: an event can count in both"));
        }
    }

    private void image(EventImage image) {
        EventImage.Grid grid = image.grid();
        if (grid.coarsened()) {
            add(
                    ExtractFinding.IMAGE_COARSE,
                    "a pixel of the image has " + EnergyRange.plain(grid.side())
                            + (grid.map().isPresent() ? " degrees" : " sky pixels") + " a side, so that there are only "
                            + grid.width() + " x " + grid.height()
                            + " of them: image-bin, or a region, makes them finer");
        }
        if (image.outside() > 0) {
            add(
                    ExtractFinding.IMAGE_OUTSIDE,
                    image.outside() + " of the events selected have no pixel in the image: their place is beside it, or"
                            + " is not known");
        }
    }

    private void unsaid(String what, Selection selection) throws EventsException {
        if (selection.region().isPresent()) {
            RegionRows.of(selection.region().get(), events)
                    .unsaid()
                    .ifPresent(why -> add(
                            ExtractFinding.REGION_UNSAID,
                            "the " + what + " is not with the products as an extension REGION, since it " + why
                                    + "; their header and provenance have it as text"));
        }
    }
}
