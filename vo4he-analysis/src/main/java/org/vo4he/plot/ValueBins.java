// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;

/// Values counted in bins, of even width or of even ratio; those outside are counted too.
final class ValueBins {

    private final boolean logarithmic;
    private final double first;
    private final double step;
    private final double[] counts;
    private long outside;

    /// @param first where the first bin begins: the value, or its logarithm
    private ValueBins(boolean logarithmic, double first, double step, int size) {
        this.logarithmic = logarithmic;
        this.first = first;
        this.step = step;
        this.counts = new double[size];
    }

    static ValueBins even(double low, double high, double width) {
        return new ValueBins(false, low, width, (int) Math.max(1, Math.ceil((high - low) / width - 1e-9)));
    }

    static ValueBins logarithmic(double low, double high, int bins) {
        return new ValueBins(true, Math.log(low), Math.log(high / low) / bins, bins);
    }

    void add(double value) {
        double bin = Math.floor(((logarithmic ? Math.log(value) : value) - first) / step);
        if (bin >= 0 && bin < counts.length) {
            counts[(int) bin]++;
        } else {
            outside++;
        }
    }

    int size() {
        return counts.length;
    }

    /// One more than bins.
    double[] edges() {
        double[] edges = new double[counts.length + 1];
        Arrays.setAll(edges, i -> logarithmic ? Math.exp(first + i * step) : first + i * step);
        return edges;
    }

    double[] counts() {
        return counts;
    }

    double total() {
        return Arrays.stream(counts).sum();
    }

    /// Also values that are not numbers.
    long outside() {
        return outside;
    }
}
