// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;

/// Events counted in bins of equal width, and how much of each bin was good time. Times are seconds of the
/// clock of the product.
final class RateBins {

    private final GoodIntervals good;
    private final double from;
    private final double width;
    private final double[] counts;
    private final double[] exposed;
    private long outside;

    RateBins(GoodIntervals good, double from, double to, double width) {
        this.good = good;
        this.from = from;
        this.width = width;
        int size = (int) Math.max(1, Math.ceil((to - from) / width - 1e-9));
        this.counts = new double[size];
        this.exposed = new double[size];
        for (int i = 0; i < size; i++) {
            exposed[i] = good.within(low(i), high(i)) / width;
        }
    }

    void add(double time) {
        double bin = Math.floor((time - from) / width);
        if (bin == counts.length && time <= high(counts.length - 1)) {
            bin--;
        }
        if (bin >= 0 && bin < counts.length && good.contains(time)) {
            counts[(int) bin]++;
        } else {
            outside++;
        }
    }

    int size() {
        return counts.length;
    }

    double width() {
        return width;
    }

    double low(int bin) {
        return from + bin * width;
    }

    double high(int bin) {
        return from + (bin + 1) * width;
    }

    double[] lows() {
        return each(this::low);
    }

    double[] highs() {
        return each(this::high);
    }

    double[] middles() {
        return each(bin -> (low(bin) + high(bin)) / 2);
    }

    double[] counts() {
        return counts;
    }

    /// From 0 to 1 for each bin.
    double[] exposed() {
        return exposed;
    }

    /// Events per second of good time; NaN for bins with too little of it.
    double[] rates() {
        return each(bin -> isDrawn(bin) ? counts[bin] / (exposed[bin] * width) : Double.NaN);
    }

    double[] errors() {
        return each(bin -> isDrawn(bin) ? Math.sqrt(counts[bin]) / (exposed[bin] * width) : Double.NaN);
    }

    private boolean isDrawn(int bin) {
        return exposed[bin] >= EventLightCurveDrawer.LEAST_EXPOSED;
    }

    long drawn() {
        return java.util.stream.IntStream.range(0, counts.length)
                .filter(this::isDrawn)
                .count();
    }

    double total() {
        return Arrays.stream(counts).sum();
    }

    /// Good time in all bins, seconds.
    double exposure() {
        return Arrays.stream(exposed).sum() * width;
    }

    /// Events that are in no bin, or not in good time.
    long outside() {
        return outside;
    }

    private double[] each(java.util.function.IntToDoubleFunction value) {
        double[] values = new double[counts.length];
        Arrays.setAll(values, value);
        return values;
    }
}
