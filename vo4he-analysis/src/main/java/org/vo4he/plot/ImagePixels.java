// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.vo4he.fits.Hdu;

/// The pixels of an image, or of all planes of a cube, brought to as few cells as a picture has: one pass,
/// memory for the cells only. Every pixel goes into its cell, so that no bright one is passed over.
final class ImagePixels {

    /// From here on a float of 32 bits has no fraction.
    private static final double MOST_COUNTS = 1 << 24;

    /// Counts for a cell below which single ones are all there is to see.
    private static final double SPARSE = 0.06;

    private static final int LEAST_FILLED = 50;
    private static final int LEAST_CELLS = 120;

    private final int firstAxis;
    private final int secondAxis;
    private final long columns;
    private final long rows;
    private final long planes;

    private long left;
    private long bottom;
    private long right;
    private long top;
    private int block = 1;
    private Cells all;
    private Cells onePlane;
    private long drawnPlane;
    private boolean drawnPlaneHolds;
    private boolean whole = true;
    private boolean negative;
    private double greatest;

    /// Sums, and how many pixels went into each.
    private static final class Cells {
        final int width;
        final double[] sums;
        final int[] numbers;

        Cells(int width, int height) {
            this.width = width;
            this.sums = new double[width * height];
            this.numbers = new int[width * height];
        }
    }

    private ImagePixels(long[] axes) {
        int first = 0;
        while (first < axes.length - 2 && axes[first] == 1) {
            first++;
        }
        int second = first + 1;
        while (second < axes.length - 1 && axes[second] == 1) {
            second++;
        }
        this.firstAxis = first + 1;
        this.secondAxis = second + 1;
        this.columns = axes[first];
        this.rows = axes[second];
        long more = 1;
        for (int i = second + 1; i < axes.length; i++) {
            more = Math.multiplyExact(more, axes[i]);
        }
        this.planes = more;
    }

    /// @throws UndrawableException if there are not two axes, or the file ends within the pixels
    static ImagePixels of(Source source) throws UndrawableException {
        Hdu image = source.hdu();
        long[] axes = image.axes();
        if (axes.length < 2 || Arrays.stream(axes).anyMatch(length -> length == 0)) {
            throw source.undrawable("it has no two axes of pixels (NAXIS " + axes.length + ")");
        }
        if (!image.isComplete()) {
            throw source.undrawable("the file ends within its pixels");
        }
        return new ImagePixels(axes);
    }

    /// The number of the axis that goes to the right, from 1.
    int firstAxis() {
        return firstAxis;
    }

    int secondAxis() {
        return secondAxis;
    }

    long columns() {
        return columns;
    }

    long rows() {
        return rows;
    }

    long planes() {
        return planes;
    }

    /// How many pixels of a side go into one cell.
    int block() {
        return block;
    }

    /// Whether all values are whole, none is below 0, and none so large that floats of it are always whole:
    /// numbers of counts.
    boolean areCounts() {
        return whole && !negative && greatest < MOST_COUNTS;
    }

    /// Reads the part of the image that a viewer chose, or all of it.
    ///
    /// @param x in pixels as FITS counts them: the first reaches from 0.5 to 1.5
    /// @param mostCells of a side
    void read(Hdu image, Optional<Range> x, Optional<Range> y, int mostCells) throws IOException {
        left = x.map(range -> first(range, columns)).orElse(0L);
        right = x.map(range -> end(range, columns)).orElse(columns);
        bottom = y.map(range -> first(range, rows)).orElse(0L);
        top = y.map(range -> end(range, rows)).orElse(rows);
        long longer = Math.max(right - left, top - bottom);
        if (longer / mostCells >= Integer.MAX_VALUE - 1) {
            throw new IOException(
                    image + ": its axes announce " + columns + " by " + rows + " pixels, more than a file can hold");
        }
        block = Math.toIntExact(Math.ceilDiv(longer, mostCells));
        int width = Math.toIntExact((right - left + block - 1) / block);
        int height = Math.toIntExact((top - bottom + block - 1) / block);
        all = new Cells(width, height);
        onePlane = planes > 1 ? new Cells(width, height) : all;
        drawnPlane = 0;
        drawnPlaneHolds = false;
        image.forEachPixels(this::take);
        if (!drawnPlaneHolds) {
            onePlane = all;
        }
    }

    private static long first(Range range, long length) {
        return Math.clamp((long) Math.floor(range.low() - 0.5 + 1e-9), 0, length - 1);
    }

    private static long end(Range range, long length) {
        return Math.clamp((long) Math.ceil(range.high() - 0.5 - 1e-9), first(range, length) + 1, length);
    }

    /// See [PixelRun#take].
    private void take(long first, double[] values, int count) {
        long pixel = first;
        int i = 0;
        while (i < count) {
            long column = pixel % columns;
            long row = pixel / columns % rows;
            long plane = pixel / columns / rows;
            int run = (int) Math.min(count - i, columns - column);
            lookFor(plane, values, i, run);
            if (row >= bottom && row < top) {
                takeRow(column, row, values, i, run, plane == drawnPlane);
            }
            i += run;
            pixel += run;
        }
    }

    /// As long as all was 0 or without a value, the next plane takes the place of the one before: of the whole image,
    /// not only of the part that is drawn.
    private void lookFor(long plane, double[] values, int from, int count) {
        if (drawnPlaneHolds) {
            return;
        }
        boolean holds = false;
        for (int i = from; i < from + count; i++) {
            holds |= Double.isFinite(values[i]) && values[i] != 0;
        }
        if (plane != drawnPlane) {
            drawnPlane = plane;
            Arrays.fill(onePlane.sums, 0);
            Arrays.fill(onePlane.numbers, 0);
        }
        drawnPlaneHolds = holds;
    }

    private void takeRow(long column, long row, double[] values, int from, int count, boolean isDrawnPlane) {
        int start = Math.clamp(left - column, 0, count);
        int end = Math.clamp(right - column, 0, count);
        int cell = (int) ((row - bottom) / block) * all.width + (int) ((column + start - left) / block);
        int ahead = block - (int) ((column + start - left) % block);
        for (int i = start; i < end; i++) {
            take(values[from + i], cell, isDrawnPlane);
            if (--ahead == 0) {
                cell++;
                ahead = block;
            }
        }
    }

    private void take(double value, int cell, boolean isDrawnPlane) {
        if (!Double.isFinite(value)) {
            return;
        }
        whole &= value == Math.rint(value);
        negative |= value < 0;
        greatest = Math.max(greatest, value);
        all.sums[cell] += value;
        all.numbers[cell]++;
        if (planes > 1 && isDrawnPlane) {
            onePlane.sums[cell] += value;
            onePlane.numbers[cell]++;
        }
    }

    /// Of counts that are few and far between, sums of so many cells that structures can be seen.
    Raster counts() {
        Raster fine = raster(true);
        double mean = fine.total() / fine.values().length;
        int longer = Math.max(fine.width(), fine.height());
        boolean sparse = fine.filled() >= LEAST_FILLED && mean < SPARSE && longer > LEAST_CELLS;
        if (!sparse) {
            return fine;
        }
        int more = Math.clamp((long) Math.ceil(Math.sqrt(SPARSE / mean)), 1, longer / LEAST_CELLS + 1);
        block *= more;
        return fine.summed(more);
    }

    /// Sums as [#counts] has them for another image of this size.
    ///
    /// @param wanted pixels on a side of a cell: that image's [#block] after its counts
    Raster countsInBlocks(int wanted) {
        int more = Math.max(1, wanted / block);
        block *= more;
        return more == 1 ? raster(true) : raster(true).summed(more);
    }

    /// The number of the plane that [#means] are of, from 1: the first that is not empty; nothing when all are.
    OptionalLong drawnPlane() {
        return drawnPlaneHolds ? OptionalLong.of(drawnPlane + 1) : OptionalLong.empty();
    }

    /// Of other values the means, of one plane, or of all empty ones.
    Raster means() {
        return raster(false);
    }

    private Raster raster(boolean summed) {
        Cells cells = summed ? all : onePlane;
        double[] values = new double[cells.sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.numbers[i] == 0 ? Double.NaN : summed ? cells.sums[i] : cells.sums[i] / cells.numbers[i];
        }
        return new Raster(cells.width, values.length / cells.width, left + 0.5, bottom + 0.5, block, block, values);
    }
}
