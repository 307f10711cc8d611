// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Optional;

/// Counts places into cells; those outside are counted too.
final class CountMap {

    private final int width;
    private final int height;
    private final double left;
    private final double bottom;
    private final double cellWidth;
    private final double cellHeight;
    private final double[] counts;
    private long within;
    private long outside;

    private CountMap(int width, int height, double left, double bottom, double cellWidth, double cellHeight) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.bottom = bottom;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.counts = new double[width * height];
    }

    /// Cells that cover a field; made larger where values come in steps, so that each cell holds as many steps
    /// as the others and no pattern arises that the events don't have.
    ///
    /// @param grain distance of the values that are possible, 0 when all are
    static CountMap of(Range x, Range y, double cellWidth, double cellHeight, double grain) {
        double broad = aligned(cellWidth, grain);
        double tall = aligned(cellHeight, grain);
        double left = grain > 0 ? (Math.floor(x.low() / grain + 0.5) - 0.5) * grain : x.low();
        double bottom = grain > 0 ? (Math.floor(y.low() / grain + 0.5) - 0.5) * grain : y.low();
        return new CountMap(cells(x.high() - left, broad), cells(y.high() - bottom, tall), left, bottom, broad, tall);
    }

    private static double aligned(double wanted, double grain) {
        return grain > 0 ? Math.max(1, Math.ceil(wanted / grain - 1e-9)) * grain : wanted;
    }

    private static int cells(double length, double cell) {
        return Math.clamp((long) Math.ceil(length / cell - 1e-6), 1, Raster.MOST_CELLS);
    }

    void add(double x, double y) {
        double column = (x - left) / cellWidth;
        double row = (y - bottom) / cellHeight;
        if (column >= 0 && row >= 0 && column < width && row < height) {
            counts[(int) row * width + (int) column]++;
            within++;
        } else {
            outside++;
        }
    }

    long within() {
        return within;
    }

    /// Also those without a place.
    long outside() {
        return outside;
    }

    /// The cells alone.
    Raster empty() {
        return new Raster(width, height, left, bottom, cellWidth, cellHeight, new double[width * height]);
    }

    /// @param sky cells that lie off it have no value
    Raster raster(Optional<SkyCoordinates> sky) {
        double[] values = counts.clone();
        for (int i = 0; sky.isPresent() && i < values.length; i++) {
            double u = (i % width + 0.5) / width;
            double v = ((double) (i / width) + 0.5) / height;
            if (values[i] == 0 && sky.get().icrs().at(u, v) == null) {
                values[i] = Double.NaN;
            }
        }
        return new Raster(width, height, left, bottom, cellWidth, cellHeight, values);
    }
}
