// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;

/// Averages a redistribution matrix into the cells of a picture while its rows arrive, so that no more than the picture
/// is kept.
final class MatrixCells {

    private final AxisMap x;
    private final int width;
    private final int height;
    private final double[] sums;
    private final double[] weights;
    private final double[] coverage;
    private final double[] line;
    private final double[] from;
    private final double[] to;

    /// @param x from photon energies to columns of cells
    /// @param y from channels to rows of cells
    /// @param lows where each channel begins on the axis, NaN where it has no place
    /// @param highs where it ends
    MatrixCells(AxisMap x, AxisMap y, double[] lows, double[] highs) {
        this.x = x;
        this.width = (int) x.length();
        this.height = (int) y.length();
        this.sums = new double[width * height];
        this.weights = new double[width];
        this.line = new double[height];
        this.coverage = new double[height];
        this.from = new double[lows.length];
        this.to = new double[lows.length];
        for (int channel = 0; channel < lows.length; channel++) {
            from[channel] = y.at(lows[channel]);
            to[channel] = y.at(highs[channel]);
            spread(coverage, from[channel], to[channel], 1);
        }
    }

    /// Adds a value to the cells between two places, in proportion to what lies in each.
    private static void spread(double[] cells, double from, double to, double value) {
        if (!(to > from)) {
            return;
        }
        int first = Math.max(0, (int) Math.floor(from));
        int last = Math.min(cells.length - 1, (int) Math.ceil(to) - 1);
        for (int cell = first; cell <= last; cell++) {
            cells[cell] += value * (Math.min(to, cell + 1) - Math.max(from, cell));
        }
    }

    /// One value of the row that is being read.
    void add(int channel, double value) {
        if (value > 0 && Double.isFinite(value)) {
            spread(line, from[channel], to[channel], value);
        }
    }

    /// The values since the last row belong to photons of these energies.
    void endRow(double low, double high) {
        double from = x.at(low);
        double to = x.at(high);
        int first = Math.max(0, (int) Math.floor(from));
        int last = Math.min(width - 1, (int) Math.ceil(to) - 1);
        for (int column = first; column <= last && to > from; column++) {
            double part = Math.min(to, column + 1) - Math.max(from, column);
            weights[column] += part;
            for (int row = 0; row < height; row++) {
                if (line[row] != 0) {
                    sums[row * width + column] += part * line[row];
                }
            }
        }
        Arrays.fill(line, 0);
    }

    /// Means of the values in each cell; NaN where there is none above 0.
    Raster raster() {
        double[] means = new double[sums.length];
        for (int i = 0; i < means.length; i++) {
            double weight = weights[i % width] * coverage[i / width];
            means[i] = sums[i] > 0 && weight > 0 ? sums[i] / weight : Double.NaN;
        }
        return new Raster(width, height, 0, 0, 1, 1, means);
    }
}
