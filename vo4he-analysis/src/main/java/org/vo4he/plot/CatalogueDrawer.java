// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.sphere.UnitVector;

/// Draws the positions of a table: on a map of the field they lie in, or of the whole sky; one mark each, or,
/// where they are too many to be told apart, their number in cells.
final class CatalogueDrawer implements Drawer {

    static final int MOST_MARKS = 20_000;

    private static final double WIDEST_FIELD_DEG = 45;
    private static final double SMALLEST_FIELD_DEG = 1 / 60.0;
    private static final double MARGIN = 0.06;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu table = source.hdu();
        SkyPositions positions = SkyPositions.of(source);
        if (table.rows() == 0) {
            throw source.undrawable("the table is empty");
        }
        if (!table.isComplete()) {
            throw source.undrawable("the file ends within its rows");
        }
        List<UnitVector> sample = sample(table, positions);
        if (sample.isEmpty()) {
            throw source.undrawable("none of its " + table.rows() + " rows has a position in "
                    + positions.pair().lon().name() + " and "
                    + positions.pair().lat().name());
        }
        FlatSky map = FlatSkies.around(sample, 0, WIDEST_FIELD_DEG);
        Range[] field = field(map, sample, options);
        return table.rows() <= MOST_MARKS
                ? new SkyMarks(source, options, map, field[0], field[1], sample).plot()
                : density(source, options, positions, map, field);
    }

    private static List<UnitVector> sample(Hdu table, SkyPositions positions) throws IOException {
        RowSample rows = RowSample.of(table, positions.columns());
        List<UnitVector> directions = new ArrayList<>(rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            UnitVector direction = positions.icrs(rows.value(0, row), rows.value(1, row));
            if (direction != null) {
                directions.add(direction);
            }
        }
        return directions;
    }

    /// All of the sample, with a margin; a single source lies in the middle of an arcminute.
    private static Range[] field(FlatSky map, List<UnitVector> sample, PlotOptions options) {
        if (map instanceof FlatSky.Whole) {
            return new Range[] {options.x().orElse(FlatSky.Whole.X), options.y().orElse(FlatSky.Whole.Y)};
        }
        Extent x = new Extent(Scale.LINEAR);
        Extent y = new Extent(Scale.LINEAR);
        double[] place = new double[2];
        for (UnitVector direction : sample) {
            map.place(direction, place);
            x.with(place[0]);
            y.with(place[1]);
        }
        Range across = options.x().orElseGet(() -> broad(x.range(Optional.empty(), MARGIN)));
        Range up = options.y().orElseGet(() -> broad(y.range(Optional.empty(), MARGIN)));
        double least = Math.max(across.length(), up.length()) / (map instanceof FlatSky.Band ? 4 : 2);
        return new Range[] {
            options.x().isPresent() ? across : atLeast(across, least),
            options.y().isPresent() ? up : atLeast(up, least)
        };
    }

    private static Range broad(Range range) {
        return atLeast(range, SMALLEST_FIELD_DEG);
    }

    private static Range atLeast(Range range, double length) {
        double middle = (range.low() + range.high()) / 2;
        double half = Math.max(length, range.length()) / 2;
        return new Range(middle - half, middle + half);
    }

    private static Plot density(Source source, PlotOptions options, SkyPositions positions, FlatSky map, Range[] field)
            throws IOException {
        double wanted = Math.clamp(Math.sqrt(source.hdu().rows() / 2.0), 64, 256);
        double side = Math.max(field[0].length(), field[1].length()) / wanted;
        CountMap counted = CountMap.of(field[0], field[1], side, side, 0);
        double[] place = new double[2];
        source.hdu().forEachRows(positions.columns(), 0, source.hdu().rows(), (_, columns, count) -> {
            for (int i = 0; i < count; i++) {
                UnitVector direction = positions.icrs(columns[0][i], columns[1][i]);
                if (direction == null) {
                    counted.add(Double.NaN, Double.NaN);
                } else {
                    map.place(direction, place);
                    counted.add(place[0], place[1]);
                }
            }
        });
        Raster cells = counted.empty();
        SkyCoordinates onRaster = SkyCoordinates.of(map, cells.xRange(), cells.yRange());
        Raster raster = counted.raster(Optional.of(onRaster));
        ColourScale colours = new ColourScale(ColourMap.VIRIDIS, Brightness.of(raster, true, options.stretch()), true);
        String shown = SkyMarks.shown(counted.within(), counted.outside());
        Heading heading = new Heading(
                source.title("sky map"),
                shown + " in cells of " + AngleStep.inWords(raster.cellWidth()) + " · " + SkyMarks.projection(map));
        PlotData.Axis x = SkyMarks.xAxis(raster.xRange());
        PlotData.Axis y = SkyMarks.yAxis(raster.yRange());
        RasterData.Quantity counts = new RasterData.Quantity("rows", "", "rows of the table in the cell");
        Figure figure = new RasterFigure(raster, colours, x, y, Optional.of(onRaster), "rows per cell", true)
                .figure(options, heading, SkyMarks.description(source, heading, onRaster));
        return new SkyPlot(PlotKind.SKY, figure, () -> RasterData.of(raster, x, y, counts, onRaster.icrs()));
    }
}
