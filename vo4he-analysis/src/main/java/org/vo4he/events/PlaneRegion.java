// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import java.util.function.DoubleFunction;
import org.vo4he.fits.RowBlock;

/// A region on a plane of sky pixels.
record PlaneRegion(EventPlaces.SkyPixels places, List<PlaneShape> included, List<PlaneShape> excluded)
        implements RowTest, SkyArea {

    /// Lines on which the area is summed.
    private static final int LINES = 1 << 14;

    private static final double MARGIN = 1e-9;

    @Override
    public int keep(RowBlock block, int[] rows, int count) {
        double[] x = block.doubles(places.first());
        double[] y = block.doubles(places.second());
        int kept = included.size() == 1 ? keepIn(included.getFirst(), x, y, rows, count) : keepInAny(x, y, rows, count);
        for (PlaneShape shape : excluded) {
            kept = keepOut(shape, x, y, rows, kept);
        }
        return kept;
    }

    @Override
    public int cost() {
        return 2 * (included.size() + excluded.size());
    }

    /// The box around what is put in, a little wider than what rounding can do.
    @Override
    public List<RowTest> bounds() {
        EventPlaces.Bounds box = extent();
        double farthest = Math.max(
                Math.max(Math.abs(box.firstLow()), Math.abs(box.firstHigh())),
                Math.max(Math.abs(box.secondLow()), Math.abs(box.secondHigh())));
        double margin = MARGIN * farthest;
        return Double.isFinite(margin)
                ? List.of(
                        new RangeTest.Between(places.first(), box.firstLow() - margin, box.firstHigh() + margin),
                        new RangeTest.Between(places.second(), box.secondLow() - margin, box.secondHigh() + margin))
                : List.of();
    }

    private static int keepIn(PlaneShape shape, double[] x, double[] y, int[] rows, int count) {
        if (shape instanceof PlaneShape.Ring ring
                && ring.inner() == 0
                && ring.axes().equals(PlaneShape.Axes.SAME)) {
            return keepInDisc(ring, x, y, rows, count);
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            rows[kept] = row;
            kept += shape.contains(x[row], y[row]) ? 1 : 0;
        }
        return kept;
    }

    private static int keepInDisc(PlaneShape.Ring disc, double[] x, double[] y, int[] rows, int count) {
        double x0 = disc.x0();
        double y0 = disc.y0();
        double squared = disc.outer() * disc.outer();
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            double dx = x[row] - x0;
            double dy = y[row] - y0;
            rows[kept] = row;
            kept += dx * dx + dy * dy <= squared ? 1 : 0;
        }
        return kept;
    }

    private int keepInAny(double[] x, double[] y, int[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            boolean inside = included.isEmpty() && !Double.isNaN(x[row]) && !Double.isNaN(y[row]);
            for (int k = 0; k < included.size() && !inside; k++) {
                inside = included.get(k).contains(x[row], y[row]);
            }
            rows[kept] = row;
            kept += inside ? 1 : 0;
        }
        return kept;
    }

    private static int keepOut(PlaneShape shape, double[] x, double[] y, int[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            rows[kept] = row;
            kept += shape.contains(x[row], y[row]) ? 0 : 1;
        }
        return kept;
    }

    /// On 16,384 lines through the height of the region, or of what exists of it, its exact length: right to
    /// about 1e-6.
    @Override
    public double pixels() {
        return area(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, _ -> Intervals.ALWAYS);
    }

    /// The area of what of a ring lies in the region.
    double pixelsIn(PlaneShape.Ring ring) {
        return area(ring.low(), ring.high(), ring::onLine);
    }

    /// @param least no area below
    /// @param most no area above
    /// @param within what counts of the line at a height
    private double area(double least, double most, DoubleFunction<Intervals> within) {
        EventPlaces.Bounds bounds = places.bounds();
        boolean known = bounds.areKnown();
        double low = included.stream().mapToDouble(PlaneShape::low).min().orElse(Double.NEGATIVE_INFINITY);
        double high = included.stream().mapToDouble(PlaneShape::high).max().orElse(Double.POSITIVE_INFINITY);
        double bottom = Math.max(least, known ? Math.max(low, bounds.secondLow()) : low);
        double top = Math.min(most, known ? Math.min(high, bounds.secondHigh()) : high);
        Intervals across = known ? Intervals.of(bounds.firstLow(), bounds.firstHigh()) : Intervals.ALWAYS;
        if (!(top > bottom)) {
            return top <= bottom ? 0 : Double.NaN;
        }
        double step = (top - bottom) / LINES;
        ExactSum sum = new ExactSum();
        for (int line = 0; line < LINES; line++) {
            double height = bottom + (line + 0.5) * step;
            sum.add(length(height, across.and(within.apply(height))) * step);
        }
        return Double.isFinite(sum.value()) ? sum.value() : Double.NaN;
    }

    private double length(double height, Intervals across) {
        Intervals inside =
                included.isEmpty() ? across : included.getFirst().onLine(height).and(across);
        for (PlaneShape shape : included.subList(Math.min(1, included.size()), included.size())) {
            inside = inside.or(shape.onLine(height).and(across));
        }
        for (PlaneShape shape : excluded) {
            inside = inside.without(shape.onLine(height));
        }
        return inside.total();
    }

    /// The smallest box around all that is put in; without end where nothing is.
    EventPlaces.Bounds extent() {
        return new EventPlaces.Bounds(
                included.stream().mapToDouble(PlaneShape::left).min().orElse(Double.NEGATIVE_INFINITY),
                included.stream().mapToDouble(PlaneShape::right).max().orElse(Double.POSITIVE_INFINITY),
                included.stream().mapToDouble(PlaneShape::low).min().orElse(Double.NEGATIVE_INFINITY),
                included.stream().mapToDouble(PlaneShape::high).max().orElse(Double.POSITIVE_INFINITY));
    }

    @Override
    public double squareDegrees() {
        return places.wcs()
                .map(wcs -> pixels() * Math.pow(wcs.pixelScaleArcsec() / 3600, 2))
                .orElse(Double.NaN);
    }
}
