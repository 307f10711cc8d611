// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.Optional;
import org.vo4he.events.EventImage;
import org.vo4he.events.EventList;
import org.vo4he.events.EventPlaces;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.HduWriter;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.SkyPixels;
import org.vo4he.reprocess.StepException;

/// The celestial coordinates of an image of events: those of the columns that were binned, brought to its pixels. The
/// frame is that of the events.
final class ImageCoordinates {

    private ImageCoordinates() {}

    static SkyPixels of(EventList events, EventImage.Grid grid) throws StepException {
        return switch (grid.places()) {
            case EventPlaces.SkyPixels places -> ofColumns(events, grid, places);
            case EventPlaces.Directions places -> ofMap(grid, places, grid.map().orElseThrow());
        };
    }

    /// @throws StepException if an image of these events could not say where it lies
    static void require(EventList events) throws StepException {
        if (events.places().orElse(null) instanceof EventPlaces.SkyPixels places) {
            axis(events, places.first(), "REFX");
            axis(events, places.second(), "REFY");
        }
    }

    private static SkyPixels ofColumns(EventList events, EventImage.Grid grid, EventPlaces.SkyPixels places)
            throws StepException {
        Axis first = axis(events, places.first(), "REFX");
        Axis second = axis(events, places.second(), "REFY");
        return new SkyPixels(
                new String[] {first.type, second.type},
                new double[] {first.value, second.value},
                new double[] {grid.firstPixel(first.pixel), grid.secondPixel(second.pixel)},
                new double[] {first.step * grid.side(), second.step * grid.side()},
                "",
                Double.NaN,
                new String[] {places.first().name(), places.second().name()},
                new double[] {grid.firstLow() + grid.side() / 2, grid.secondLow() + grid.side() / 2},
                grid.side());
    }

    private static SkyPixels ofMap(EventImage.Grid grid, EventPlaces.Directions places, EventImage.Centre centre) {
        return new SkyPixels(
                new String[] {"RA---" + centre.projection(), "DEC--" + centre.projection()},
                new double[] {centre.lonDeg(), centre.latDeg()},
                new double[] {grid.firstPixel(0), grid.secondPixel(0)},
                new double[] {-grid.side(), grid.side()},
                "",
                Double.NaN,
                new String[] {"MAPX", "MAPY"},
                new double[] {grid.firstLow() + grid.side() / 2, grid.secondLow() + grid.side() / 2},
                grid.side());
    }

    /// The coordinates of the sky pixels as cards of two other columns of such pixels; none where they are not plain.
    static void ofPixelsIn(EventList events, int firstColumn, HduWriter hdu) {
        if (events.places().orElse(null) instanceof EventPlaces.SkyPixels places
                && places.wcs().isPresent()) {
            try {
                Axis[] axes = {axis(events, places.first(), "REFX"), axis(events, places.second(), "REFY")};
                for (int i = 0; i < 2; i++) {
                    int n = firstColumn + i;
                    hdu.card("TCTYP" + n, axes[i].type, "")
                            .card("TCRVL" + n, axes[i].value, "[deg] at the reference pixel")
                            .card("TCRPX" + n, axes[i].pixel, "reference pixel")
                            .card("TCDLT" + n, axes[i].step, "[deg] size of a pixel")
                            .card("TCUNI" + n, "deg", "");
                }
            } catch (StepException _) {
                // the pixels of the shapes are those of the events also where their sky can't be told in these cards
            }
        }
    }

    private record Axis(String type, double value, double pixel, double step) {}

    /// By the cards of the column, else by those that XMM-Newton writes (`REFXCTYP` …).
    private static Axis axis(EventList events, TableColumn column, String prefix) throws StepException {
        FitsHeader header = events.hdu().header();
        int n = column.number();
        boolean own = header.has("TCTYP" + n);
        Optional<String> type = header.text(own ? "TCTYP" + n : prefix + "CTYP");
        Optional<Double> value = header.number(own ? "TCRVL" + n : prefix + "CRVL");
        Optional<Double> pixel = header.number(own ? "TCRPX" + n : prefix + "CRPX");
        Optional<Double> step = header.number(own ? "TCDLT" + n : prefix + "CDLT");
        boolean turned = header.has("TCROT" + n) || header.has("TC" + n + "_" + n);
        if (type.isEmpty() || value.isEmpty() || pixel.isEmpty() || step.isEmpty() || turned) {
            throw new StepException(events.path() + " " + events.hdu() + ": its column " + column.name()
                    + " has no plain celestial coordinates (TCTYP, TCRVL, TCRPX and TCDLT), which an image needs");
        }
        return new Axis(type.get(), value.get(), pixel.get(), step.get());
    }
}
