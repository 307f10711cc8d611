// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.sphere.UnitVector;

/// The cells of a raster as columns.
final class RasterData {

    private RasterData() {}

    /// @param value name, unit and description of what the cells hold
    /// @param sky direction of each place in ICRS, null when the raster is no picture of the sky
    static PlotData of(Raster raster, PlotData.Axis x, PlotData.Axis y, Quantity value, SkyPlane sky) {
        int cells = raster.values().length;
        double[] xs = new double[cells];
        double[] ys = new double[cells];
        for (int i = 0; i < cells; i++) {
            xs[i] = raster.x(i % raster.width());
            ys[i] = raster.y(i / raster.width());
        }
        List<PlotData.Column> columns = new ArrayList<>();
        columns.add(new PlotData.Column("x", x.unit(), "middle of the cell: " + x.label(), xs));
        columns.add(new PlotData.Column("y", y.unit(), "middle of the cell: " + y.label(), ys));
        if (sky != null) {
            addPositions(raster, sky, columns);
        }
        columns.add(new PlotData.Column(value.name(), value.unit(), value.description(), raster.values()));
        return new PlotData(x, y, columns, List.of());
    }

    /// What the cells hold.
    record Quantity(String name, String unit, String description) {}

    private static void addPositions(Raster raster, SkyPlane sky, List<PlotData.Column> columns) {
        int cells = raster.values().length;
        double[] ra = new double[cells];
        double[] dec = new double[cells];
        for (int i = 0; i < cells; i++) {
            UnitVector direction = sky.at(
                    (i % raster.width() + 0.5) / raster.width(),
                    (double) (i / raster.width()) / raster.height() + 0.5 / raster.height());
            ra[i] = direction == null ? Double.NaN : direction.raDeg();
            dec[i] = direction == null ? Double.NaN : direction.decDeg();
        }
        columns.add(new PlotData.Column("ra", "deg", "right ascension of the middle of the cell, ICRS", ra));
        columns.add(new PlotData.Column("dec", "deg", "declination of the middle of the cell, ICRS", dec));
    }
}
