// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// Surface brightness in rings against their radius: points with errors, as wide as the rings.
final class ProfileDrawer implements Drawer {

    private static final int MOST_RINGS = 1 << 16;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu table = source.hdu();
        int rings = (int) Math.min(MOST_RINGS, table.rows());
        TableColumn radius =
                column(table, "RMID").orElseThrow(() -> source.undrawable("its column RMID has no numbers"));
        TableColumn brightness =
                column(table, "SUR_BRI").orElseThrow(() -> source.undrawable("its column SUR_BRI has no numbers"));
        double[] middle = table.numbers(radius, 0, rings);
        double[] value = table.numbers(brightness, 0, rings);
        if (Arrays.stream(value).noneMatch(Double::isFinite)) {
            throw source.undrawable("none of its " + rings + " rings has a surface brightness");
        }
        Optional<TableColumn> errors = column(table, "SUR_BRI_ERR");
        double[] error = errors.isPresent() ? table.numbers(errors.get(), 0, rings) : new double[rings];
        double[][] edges = edges(table, middle);
        String unit = radius.unit().orElse("");
        String brightnessUnit = brightness.unit().orElse("");
        Scale xScale = options.xScale().orElse(Scale.LINEAR);
        Extent across = new Extent(xScale).with(edges[0]).with(edges[1]);
        Scale yScale = options.yScale().orElse(Scale.LINEAR);
        Extent up = new Extent(yScale).with(value);
        for (int i = 0; i < rings; i++) {
            up.with(value[i] - error[i]).with(value[i] + error[i]);
        }
        PlotData data = new PlotData(
                new PlotData.Axis("Radius", unit, xScale, across.range(options.x(), 0.02)),
                new PlotData.Axis("Surface brightness", brightnessUnit, yScale, up.range(options.y(), 0.07)),
                List.of(
                        new PlotData.Column("radius", unit, "middle of the ring", middle),
                        new PlotData.Column("radius_low", unit, "where the ring begins", edges[0]),
                        new PlotData.Column("radius_high", unit, "where the ring ends", edges[1]),
                        new PlotData.Column("brightness", brightnessUnit, "SUR_BRI", value),
                        new PlotData.Column("brightness_error", brightnessUnit, "SUR_BRI_ERR", error)),
                List.of(new PlotData.Series(
                        "surface brightness",
                        "radius",
                        Optional.of("radius_low"),
                        Optional.of("radius_high"),
                        "brightness",
                        errors.map(_ -> "brightness_error"),
                        PlotData.Style.POINTS)));
        String title = source.title("radial profile");
        String words = title + ": " + NumberText.count(rings, "ring") + " out to "
                + UnitText.of(NumberText.rounded(edges[1][rings - 1], 3), unit) + ". Surface brightness up to "
                + UnitText.of(
                        NumberText.rounded(
                                Arrays.stream(value)
                                        .filter(Double::isFinite)
                                        .max()
                                        .orElseThrow(),
                                3),
                        brightnessUnit)
                + ".";
        return Curves.plot(PlotKind.PROFILE, new Heading(title, NumberText.count(rings, "ring")), words, data, options);
    }

    private static Optional<TableColumn> column(Hdu table, String name) {
        return table.column(name).filter(TableColumn::isScalarNumber);
    }

    /// R holds both radii of a ring; without it rings have no width.
    private static double[][] edges(Hdu table, double[] middle) throws IOException {
        double[][] edges = {middle.clone(), middle.clone()};
        Optional<TableColumn> both = table.column("R").filter(column -> column.holdsNumbers() && column.repeat() == 2);
        for (int row = 0; both.isPresent() && row < middle.length; row++) {
            double[] ring = table.vector(both.get(), row, 2);
            edges[0][row] = ring[0];
            edges[1][row] = ring[1];
        }
        return edges;
    }
}
