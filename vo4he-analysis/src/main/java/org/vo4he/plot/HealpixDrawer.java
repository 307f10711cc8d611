// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// Draws a HEALPix table: on a map of the whole sky, or of the field that its pixels fill.
final class HealpixDrawer implements Drawer {

    private static final int SAMPLE = 20_000;
    private static final double WIDEST_FIELD_DEG = 50;
    private static final int LEAST_CELLS = 64;

    /// Places on each side of a cell at which the map is looked up, at most.
    private static final int MOST_PLACES = 8;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        HealpixMap map = HealpixMap.read(source);
        List<UnitVector> sample = map.sample(SAMPLE);
        if (sample.isEmpty()) {
            throw source.undrawable("none of its pixels lies on the sky");
        }
        FlatSky sky = map.isWhole() ? new FlatSky.Whole() : FlatSkies.around(sample, 0, WIDEST_FIELD_DEG);
        Raster raster = raster(map, sky, field(map, sky, sample, options), options);
        if (raster.isEmpty()) {
            throw source.undrawable("none of its pixels there has a value");
        }
        return plot(source, options, map, raster, SkyCoordinates.of(sky, raster.xRange(), raster.yRange()));
    }

    private static Range[] field(HealpixMap map, FlatSky sky, List<UnitVector> sample, PlotOptions options) {
        if (sky instanceof FlatSky.Whole) {
            return new Range[] {options.x().orElse(FlatSky.Whole.X), options.y().orElse(FlatSky.Whole.Y)};
        }
        Extent x = new Extent(Scale.LINEAR);
        Extent y = new Extent(Scale.LINEAR);
        double[] place = new double[2];
        for (UnitVector direction : sample) {
            sky.place(direction, place);
            x.with(place[0] - map.pixelDeg()).with(place[0] + map.pixelDeg());
            y.with(place[1] - map.pixelDeg()).with(place[1] + map.pixelDeg());
        }
        return new Range[] {x.range(options.x(), 0.02), y.range(options.y(), 0.02)};
    }

    /// Each cell is the mean of the map at several places in it, so that no fine pixel is passed over.
    private static Raster raster(HealpixMap map, FlatSky sky, Range[] field, PlotOptions options) {
        int most = Math.clamp(Math.max(options.width(), options.height()), LEAST_CELLS, Raster.MOST_CELLS);
        double cell = Math.max(field[0].length(), field[1].length()) / most;
        int width = Math.clamp((long) Math.ceil(field[0].length() / cell - 1e-6), 1, Raster.MOST_CELLS);
        int height = Math.clamp((long) Math.ceil(field[1].length() / cell - 1e-6), 1, Raster.MOST_CELLS);
        int places = Math.clamp((long) Math.ceil(1.5 * cell / map.pixelDeg()), 1, MOST_PLACES);
        double[] values = new double[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean(
                    map,
                    sky,
                    field[0].low() + i % width * cell,
                    field[1].low() + (double) (i / width) * cell,
                    cell,
                    places);
        }
        return new Raster(width, height, field[0].low(), field[1].low(), cell, cell, values);
    }

    private static double mean(HealpixMap map, FlatSky sky, double left, double bottom, double cell, int places) {
        double sum = 0;
        int found = 0;
        for (int n = 0; n < places * places; n++) {
            UnitVector direction = sky.direction(
                    left + (n % places + 0.5) * cell / places, bottom + ((double) (n / places) + 0.5) * cell / places);
            double value = direction == null ? Double.NaN : map.value(direction);
            if (Double.isFinite(value)) {
                sum += value;
                found++;
            }
        }
        return found == 0 ? Double.NaN : sum / found;
    }

    private static Plot plot(
            Source source, PlotOptions options, HealpixMap map, Raster raster, SkyCoordinates coordinates) {
        boolean counts = map.areCounts();
        Brightness brightness = Brightness.of(raster, counts, options.stretch());
        ColourScale colours = new ColourScale(ColourMap.INFERNO, brightness, counts);
        PlotData.Axis x = SkyMarks.xAxis(raster.xRange());
        PlotData.Axis y = SkyMarks.yAxis(raster.yRange());
        String shown = map.column() + band(map, counts);
        Heading heading = new Heading(source.title("map of the sky"), shown + " · " + map.grid());
        double[] finite =
                Arrays.stream(raster.values()).filter(Double::isFinite).toArray();
        String unit = map.unit().orElse("");
        String description = "Map of the sky: " + heading.title() + ". " + NumberText.count(map.pixels(), "pixel")
                + " ("
                + map.grid() + ")"
                + coordinates.centre().map(centre -> " around " + centre).orElse("") + ". " + shown
                + " from " + NumberText.rounded(Arrays.stream(finite).min().orElse(0), 4) + " to "
                + UnitText.of(NumberText.rounded(Arrays.stream(finite).max().orElse(0), 4), unit)
                + ", on an equal-area map. Brightness: " + brightness.stretch().word() + ".";
        String label = counts ? "counts per pixel" : unit.isEmpty() ? map.column() : UnitText.marked(unit);
        Figure figure = new RasterFigure(raster, colours, x, y, Optional.of(coordinates), label, true)
                .figure(options, heading, description);
        RasterData.Quantity quantity = new RasterData.Quantity("value", counts ? "count" : unit, shown);
        return new RasterPlot(PlotKind.IMAGE, figure, () -> RasterData.of(raster, x, y, quantity, coordinates.icrs()));
    }

    private static String band(HealpixMap map, boolean counts) {
        if (map.bands() == 1) {
            return "";
        }
        return (counts ? ", sum of " : ", first of ") + map.bands() + " bands";
    }
}
