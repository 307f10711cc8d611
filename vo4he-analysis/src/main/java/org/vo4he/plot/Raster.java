// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/// Numbers in cells of equal size over two axes: the pixels of a picture, few enough to be drawn. The first
/// cell is the lower left one, row by row; NaN where there is no value.
final class Raster {

    /// As many cells as a side has at most.
    static final int MOST_CELLS = 512;

    private final int width;
    private final int height;
    private final double left;
    private final double bottom;
    private final double cellWidth;
    private final double cellHeight;
    private final double[] values;

    /// @param left where the first cell begins on the x axis
    /// @param bottom where it begins on the y axis
    /// @param values not to be changed any more
    Raster(int width, int height, double left, double bottom, double cellWidth, double cellHeight, double[] values) {
        if (values.length != (long) width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + " by " + height + " cells");
        }
        this.width = width;
        this.height = height;
        this.left = left;
        this.bottom = bottom;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.values = values;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double value(int column, int row) {
        return values[row * width + column];
    }

    /// In the order of the cells; not to be changed.
    double[] values() {
        return values;
    }

    /// The middle of the cells of a column, on the x axis.
    double x(int column) {
        return left + (column + 0.5) * cellWidth;
    }

    double y(int row) {
        return bottom + (row + 0.5) * cellHeight;
    }

    Range xRange() {
        return new Range(left, left + width * cellWidth);
    }

    Range yRange() {
        return new Range(bottom, bottom + height * cellHeight);
    }

    double cellWidth() {
        return cellWidth;
    }

    double cellHeight() {
        return cellHeight;
    }

    /// The sum of all values.
    double total() {
        return Arrays.stream(values).filter(Double::isFinite).sum();
    }

    /// How many cells hold more than 0.
    long filled() {
        return Arrays.stream(values).filter(value -> value > 0).count();
    }

    /// The sums of square blocks of cells.
    Raster summed(int block) {
        int columns = (width + block - 1) / block;
        int rows = (height + block - 1) / block;
        double[] sums = new double[columns * rows];
        Arrays.fill(sums, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            int cell = i / width / block * columns + i % width / block;
            if (!Double.isNaN(values[i])) {
                sums[cell] = values[i] + (Double.isNaN(sums[cell]) ? 0 : sums[cell]);
            }
        }
        return new Raster(columns, rows, left, bottom, cellWidth * block, cellHeight * block, sums);
    }

    boolean isEmpty() {
        return Arrays.stream(values).noneMatch(Double::isFinite);
    }

    /// @param colour of a value that is not NaN, `0xAARRGGBB`
    Pixels pixels(DoubleFunction<Integer> colour) {
        int[] argb = new int[values.length];
        for (int row = 0; row < height; row++) {
            int upsideDown = (height - 1 - row) * width;
            for (int column = 0; column < width; column++) {
                double value = value(column, row);
                argb[upsideDown + column] = Double.isNaN(value) ? 0 : colour.apply(value);
            }
        }
        return new Pixels(width, height, argb);
    }
}
