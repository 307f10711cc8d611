// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A redistribution matrix as a picture: photon energies to the right, channels up.
final class MatrixDrawer implements Drawer {

    private static final int MOST_COLUMNS = 400;
    private static final int MOST_ROWS = 300;
    private static final double WIDE = 3;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        MatrixReader reader = new MatrixReader(source);
        SpectralAxis axis =
                SpectralAxis.of(options.energyUnit(), reader.photons().unit());
        double[] lows = new double[reader.photons().lowKev().length];
        double[] highs = new double[lows.length];
        for (int i = 0; i < lows.length; i++) {
            double one = axis.ofKev(reader.photons().lowKev()[i]);
            double other = axis.ofKev(reader.photons().highKev()[i]);
            lows[i] = Math.min(one, other);
            highs[i] = Math.max(one, other);
        }
        reader.placeChannels(axis);
        PlotData.Axis x = axis(
                "Photon " + axis.quantity().toLowerCase(Locale.ROOT),
                axis.unit(),
                lows,
                highs,
                true,
                options.xScale(),
                options.x());
        boolean energies = reader.hasChannelEnergies();
        PlotData.Axis y = axis(
                energies ? "Channel " + axis.quantity().toLowerCase(Locale.ROOT) : "Channel",
                energies ? axis.unit() : "",
                reader.channelLow(),
                reader.channelHigh(),
                energies,
                options.yScale(),
                options.y());
        AxisMap columns = new AxisMap(x.scale(), x.range(), 0, Math.clamp(options.width() / 2, 32, MOST_COLUMNS));
        AxisMap rows = new AxisMap(y.scale(), y.range(), 0, Math.clamp(options.height() / 2, 32, MOST_ROWS));
        MatrixCells cells = new MatrixCells(columns, rows, reader.channelLow(), reader.channelHigh());
        reader.read(cells, lows, highs);
        Raster raster = cells.raster();
        if (raster.isEmpty()) {
            throw source.undrawable("the matrix has no value above 0 in this range");
        }
        return plot(source, options, raster, x, y, columns, rows, lows.length, reader.channelLow().length);
    }

    private static PlotData.Axis axis(
            String label,
            String unit,
            double[] lows,
            double[] highs,
            boolean energies,
            Optional<Scale> wanted,
            Optional<Range> chosen) {
        Range positive = new Extent(Scale.LOG).with(lows).with(highs).range(Optional.empty(), 0);
        Scale scale = wanted.orElse(energies && positive.high() / positive.low() > WIDE ? Scale.LOG : Scale.LINEAR);
        Extent extent = new Extent(scale).with(highs);
        for (double low : lows) {
            // a first bin that begins next to 0 would take most of a logarithmic axis
            extent.with(scale == Scale.LINEAR || low > positive.high() * 1e-4 ? low : Double.NaN);
        }
        return new PlotData.Axis(label, unit, scale, extent.range(chosen, 0));
    }

    private static RasterPlot plot(
            Source source,
            PlotOptions options,
            Raster raster,
            PlotData.Axis x,
            PlotData.Axis y,
            AxisMap columns,
            AxisMap rows,
            int energies,
            int channels) {
        String unit =
                source.hdu().column("MATRIX").flatMap(column -> column.unit()).orElse("");
        double greatest = 0;
        for (double value : raster.values()) {
            greatest = Math.max(greatest, Double.isFinite(value) ? value : 0);
        }
        Brightness brightness = new Brightness(options.stretch().orElse(Stretch.LOG), 0, greatest, greatest / 1000);
        String title = source.title("redistribution matrix");
        String size = energies + " photon energies, " + channels + " channels";
        String description = title + ": " + size + ". Mean value per channel in each cell of the picture, at most "
                + UnitText.of(NumberText.rounded(greatest, 3), unit) + "; "
                + x.label() + " from " + NumberText.rounded(x.range().low(), 3) + " to "
                + UnitText.of(NumberText.rounded(x.range().high(), 3), x.unit()) + ", " + y.label() + " from "
                + NumberText.rounded(y.range().low(), 3) + " to "
                + UnitText.of(NumberText.rounded(y.range().high(), 3), y.unit()) + ".";
        RasterFigure figure = new RasterFigure(
                raster,
                new ColourScale(ColourMap.VIRIDIS, brightness, false),
                x,
                y,
                Optional.empty(),
                unit.isEmpty() ? "per channel" : UnitText.marked(unit),
                false);
        return new RasterPlot(
                PlotKind.RESPONSE,
                figure.figure(options, new Heading(title, size), description),
                () -> data(raster, x, y, columns, rows, unit));
    }

    /// Only cells with a value: most of a matrix is empty.
    private static PlotData data(
            Raster raster, PlotData.Axis x, PlotData.Axis y, AxisMap columns, AxisMap rows, String unit) {
        List<double[]> filled = new ArrayList<>();
        for (int i = 0; i < raster.values().length; i++) {
            if (Double.isFinite(raster.values()[i])) {
                filled.add(new double[] {
                    columns.valueAt(i % raster.width() + 0.5),
                    rows.valueAt(i / raster.width() + 0.5),
                    raster.values()[i]
                });
            }
        }
        return new PlotData(
                x,
                y,
                List.of(
                        new PlotData.Column("x", x.unit(), "middle of the cell: " + x.label(), column(filled, 0)),
                        new PlotData.Column("y", y.unit(), "middle of the cell: " + y.label(), column(filled, 1)),
                        new PlotData.Column("value", unit, "mean value per channel in the cell", column(filled, 2))),
                List.of());
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
