// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.sphere.UnitVector;

/// Draws the places of events as an image of counts. Two readings: of a sample, to find where the events lie,
/// and of all rows into the cells.
final class EventImageDrawer implements Drawer {

    private static final double OUTSIDE = 0.002;
    private static final double MARGIN = 0.03;
    private static final double SMALLEST_FIELD_DEG = 1e-4;
    private static final double WIDEST_FIELD_DEG = 50;
    private static final double FAR_OFF = 0.01;
    private static final int LEAST_CELLS = 64;

    /// A side has so many cells that about so many events come to one.
    private static final double EVENTS_PER_CELL = 0.2;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu events = source.hdu();
        EventPlane found = EventPlane.of(events)
                .orElseThrow(
                        () -> source.undrawable("its events have no places: no columns of sky or detector pixels"));
        requireRows(source);
        RowSample sample = RowSample.of(events, found.columns());
        EventPlane plane = aimed(found, sample);
        double[][] places = places(plane, sample);
        if (places[0].length == 0) {
            throw source.undrawable("none of its " + events.rows() + " events has a place in "
                    + found.columns().getFirst().name() + " and "
                    + found.columns().getLast().name());
        }
        CountMap map = counted(events, plane, field(plane, places, options), options);
        Raster raster = map.raster(plane.sky(map.empty()));
        if (map.within() == 0) {
            throw source.undrawable("none of its " + events.rows() + " events lies in the range that was asked for");
        }
        return plot(source, options, plane, map, raster);
    }

    static void requireRows(Source source) throws UndrawableException {
        if (source.hdu().rows() == 0) {
            throw source.undrawable("the event list is empty");
        }
        if (!source.hdu().isComplete()) {
            throw source.undrawable("the file ends within its rows");
        }
    }

    /// Directions are drawn around their middle, or on a map of the whole sky.
    private static EventPlane aimed(EventPlane plane, RowSample sample) {
        return switch (plane) {
            case EventPlane.SkyPixels _, EventPlane.Detector _ -> plane;
            case EventPlane.Directions directions -> {
                List<UnitVector> middle = new ArrayList<>();
                for (int row = 0; row < sample.rows(); row++) {
                    if (Double.isFinite(sample.value(0, row)) && Math.abs(sample.value(1, row)) <= 90) {
                        middle.add(directions.frame().toIcrs(sample.value(0, row), sample.value(1, row)));
                    }
                }
                FlatSky map = FlatSkies.around(middle, FAR_OFF, WIDEST_FIELD_DEG);
                yield new EventPlane.Directions(directions.columns(), map, directions.frame());
            }
        };
    }

    private static double[][] places(EventPlane plane, RowSample sample) {
        double[][] places = new double[2][sample.rows()];
        double[] place = new double[2];
        int kept = 0;
        for (int row = 0; row < sample.rows(); row++) {
            plane.place(sample.value(0, row), sample.value(1, row), place);
            if (Double.isFinite(place[0]) && Double.isFinite(place[1])) {
                places[0][kept] = place[0];
                places[1][kept] = place[1];
                kept++;
            }
        }
        return new double[][] {Arrays.copyOf(places[0], kept), Arrays.copyOf(places[1], kept)};
    }

    private record Field(Range x, Range y) {}

    private static Field field(EventPlane plane, double[][] places, PlotOptions options) {
        if (plane instanceof EventPlane.Directions directions && directions.map() instanceof FlatSky.Whole) {
            return new Field(options.x().orElse(FlatSky.Whole.X), options.y().orElse(FlatSky.Whole.Y));
        }
        double least = plane instanceof EventPlane.Directions ? SMALLEST_FIELD_DEG : 1;
        return new Field(
                options.x().orElseGet(() -> most(places[0], least)),
                options.y().orElseGet(() -> most(places[1], least)));
    }

    /// Where nearly all of them lie.
    private static Range most(double[] values, double least) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int skipped = sorted.length < 500 ? 0 : (int) (OUTSIDE * sorted.length);
        double low = sorted[skipped];
        double high = sorted[sorted.length - 1 - skipped];
        double half = Math.max((high - low) / 2 * (1 + 2 * MARGIN), Math.max(least, Math.abs(high) * 1e-9));
        return new Range((low + high) / 2 - half, (low + high) / 2 + half);
    }

    private static CountMap counted(Hdu events, EventPlane plane, Field field, PlotOptions options) throws IOException {
        double wanted = Math.sqrt(events.rows() / EVENTS_PER_CELL);
        int most = Math.clamp(2L * Math.max(options.width(), options.height()), LEAST_CELLS, Raster.MOST_CELLS);
        int cells = Math.clamp((long) wanted, LEAST_CELLS, most);
        double side = Math.max(field.x.length(), field.y.length()) / cells;
        CountMap map = plane instanceof EventPlane.Directions
                ? CountMap.of(field.x, field.y, side, side, 0)
                : CountMap.of(
                        field.x,
                        field.y,
                        side,
                        side,
                        Math.max(
                                grain(plane.columns().getFirst()),
                                grain(plane.columns().getLast())));
        double[] place = new double[2];
        events.forEachRows(plane.columns(), 0, events.rows(), (_, columns, count) -> {
            for (int i = 0; i < count; i++) {
                plane.place(columns[0][i], columns[1][i], place);
                map.add(place[0], place[1]);
            }
        });
        return map;
    }

    /// The distance of neighbouring values of a column of integers; 0 for others.
    private static double grain(TableColumn column) {
        return "BIJK".indexOf(column.type()) >= 0 ? Math.abs(column.scale()) : 0;
    }

    private static Plot plot(Source source, PlotOptions options, EventPlane plane, CountMap map, Raster raster) {
        Optional<SkyCoordinates> sky = plane.sky(raster);
        ColourScale colours = new ColourScale(ColourMap.INFERNO, Brightness.of(raster, true, options.stretch()), true);
        PlotData.Axis x = plane.xAxis(raster.xRange());
        PlotData.Axis y = plane.yAxis(raster.yRange());
        String cell = cell(plane, raster, sky);
        String shown = map.outside() == 0
                ? NumberText.count(map.within(), "event")
                : map.within() + " of " + NumberText.count(map.within() + map.outside(), "event");
        Heading heading = new Heading(source.title(plane.picture()), shown + " · cells of " + cell);
        String description = "Image of the events of " + heading.title() + ": " + shown
                + sky.flatMap(SkyCoordinates::centre)
                        .map(centre -> " around " + centre)
                        .orElse("")
                + ", in cells of " + cell + "; at most "
                + NumberText.rounded(
                        Arrays.stream(raster.values())
                                .filter(Double::isFinite)
                                .max()
                                .orElse(0),
                        6)
                + " in a cell. Brightness: " + colours.brightness().stretch().word() + ".";
        RasterData.Quantity counts = new RasterData.Quantity("counts", "count", "events in the cell");
        Figure figure = new RasterFigure(raster, colours, x, y, sky, "counts per cell", true)
                .figure(options, heading, description);
        return new RasterPlot(
                PlotKind.IMAGE,
                figure,
                () -> RasterData.of(
                        raster, x, y, counts, sky.map(SkyCoordinates::icrs).orElse(null)));
    }

    /// The side of a cell: an angle on the sky, else in units of the columns.
    private static String cell(EventPlane plane, Raster raster, Optional<SkyCoordinates> sky) {
        return switch (plane) {
            case EventPlane.SkyPixels pixels ->
                AngleStep.inWords(raster.cellWidth() * pixels.sky().pixelScaleArcsec() / 3600);
            case EventPlane.Directions _ -> AngleStep.inWords(raster.cellWidth());
            case EventPlane.Detector detector -> {
                String unit = detector.columns().getFirst().unit().orElse("units");
                yield UnitText.of(NumberText.rounded(raster.cellWidth(), 3), unit);
            }
        };
    }
}
