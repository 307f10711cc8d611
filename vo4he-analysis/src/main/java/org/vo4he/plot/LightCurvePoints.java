// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is drawn of a light curve: its bins, or means of several where they are more than a picture can show. Where the
/// line is broken there is a point without a value.
final class LightCurvePoints {

    private static final double PIXELS_OF_A_POINT = 4;

    private static final int MOST_SCATTERED = 6000;

    /// Errors larger than this many usual ones do not stretch the axis.
    private static final double LARGE_ERROR = 4;

    private final double[] start;
    private final double[] stop;
    private final List<Curve> curves;
    private final int together;
    private final int gaps;
    private final boolean scattered;

    /// One band.
    ///
    /// @param greatest bin of each point, where they stand for several
    record Curve(LightCurve.Band band, double[] mean, double[] error, Optional<double[]> greatest) {}

    private LightCurvePoints(
            double[] start, double[] stop, List<Curve> curves, int together, int gaps, boolean scattered) {
        this.scattered = scattered;
        this.start = start;
        this.stop = stop;
        this.curves = curves;
        this.together = together;
        this.gaps = gaps;
    }

    /// @param shown the seconds that are to be seen; the fewer, the fewer bins are put together
    static LightCurvePoints of(LightCurve curve, List<LightCurve.Band> bands, Optional<Range> shown, int pixels) {
        int first = 0;
        int last = curve.size() - 1;
        if (shown.isPresent()) {
            while (first < last && curve.stop()[first] < shown.get().low()) {
                first++;
            }
            while (last > first && curve.start()[last] > shown.get().high()) {
                last--;
            }
        }
        List<int[]> bins = groups(curve, bands, first, last, 1, true);
        int gaps = (int) bins.stream().filter(group -> group.length == 0).count();
        int filled = bins.size() - gaps;
        boolean scattered = 3 * gaps > filled;
        double most = scattered ? MOST_SCATTERED : Math.max(50, pixels / PIXELS_OF_A_POINT);
        int together = Math.max(1, (int) Math.ceil(filled / most));
        List<int[]> groups =
                together == 1 && !scattered ? bins : groups(curve, bands, first, last, together, !scattered);
        double[] start = new double[groups.size()];
        double[] stop = new double[groups.size()];
        for (int n = 0; n < start.length; n++) {
            int[] group = groups.get(n);
            start[n] = group.length > 0 ? curve.start()[group[0]] : curve.stop()[groups.get(n - 1)[1]];
            stop[n] = group.length > 0 ? curve.stop()[group[1]] : curve.start()[groups.get(n + 1)[0]];
        }
        List<Curve> curves =
                bands.stream().map(band -> curve(band, groups, together)).toList();
        return new LightCurvePoints(start, stop, curves, together, gaps, scattered);
    }

    /// First and last bin of each point; an empty array for a gap.
    ///
    /// @param broken whether gaps count; else only missing bins are left out
    private static List<int[]> groups(
            LightCurve curve, List<LightCurve.Band> bands, int first, int last, int together, boolean broken) {
        double usualStep = usualStep(curve);
        List<int[]> groups = new ArrayList<>();
        int begin = -1;
        int end = -1;
        boolean gap = false;
        for (int i = first; i <= last; i++) {
            int bin = i;
            boolean missing = bands.stream().noneMatch(band -> Double.isFinite(band.value()[bin]));
            gap |= missing || end >= 0 && end == i - 1 && curve.isGapAfter(end, usualStep);
            if (missing) {
                continue;
            }
            if (begin >= 0 && (gap && broken || i - begin >= together)) {
                groups.add(new int[] {begin, end});
                begin = -1;
                if (gap && broken) {
                    groups.add(new int[0]);
                }
            }
            begin = begin < 0 ? i : begin;
            end = i;
            gap = false;
        }
        if (begin >= 0) {
            groups.add(new int[] {begin, end});
        }
        return groups;
    }

    private static double usualStep(LightCurve curve) {
        double[] steps = new double[Math.max(0, curve.size() - 1)];
        Arrays.setAll(steps, i -> curve.start()[i + 1] - curve.start()[i]);
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    private static Curve curve(LightCurve.Band band, List<int[]> groups, int together) {
        double[] mean = new double[groups.size()];
        double[] error = new double[groups.size()];
        double[] greatest = new double[groups.size()];
        for (int n = 0; n < mean.length; n++) {
            int[] group = groups.get(n);
            double sum = 0;
            double variance = 0;
            int count = 0;
            greatest[n] = Double.NEGATIVE_INFINITY;
            for (int i = group.length == 0 ? 0 : group[0]; group.length > 0 && i <= group[1]; i++) {
                if (Double.isFinite(band.value()[i])) {
                    sum += band.value()[i];
                    variance += band.error()[i] * band.error()[i];
                    greatest[n] = Math.max(greatest[n], band.value()[i]);
                    count++;
                }
            }
            mean[n] = count == 0 ? Double.NaN : sum / count;
            error[n] = count == 0 ? Double.NaN : Math.sqrt(variance) / count;
            greatest[n] = count == 0 ? Double.NaN : greatest[n];
        }
        return new Curve(band, mean, error, together > 1 ? Optional.of(greatest) : Optional.empty());
    }

    double[] start() {
        return start;
    }

    double[] stop() {
        return stop;
    }

    List<Curve> curves() {
        return curves;
    }

    /// How many bins a point stands for, at most.
    int together() {
        return together;
    }

    int gaps() {
        return gaps;
    }

    /// Whether there are so many gaps that the bins stand for themselves, without a line to be broken.
    boolean scattered() {
        return scattered;
    }

    Range range(Scale scale, Optional<Range> chosen) {
        Extent extent = new Extent(scale);
        for (Curve curve : curves) {
            double usual = Arrays.stream(curve.error())
                    .filter(Double::isFinite)
                    .sorted()
                    .skip(curve.error().length / 2)
                    .findFirst()
                    .orElse(0);
            for (int n = 0; n < curve.mean().length; n++) {
                double error = Math.min(Double.isFinite(curve.error()[n]) ? curve.error()[n] : 0, LARGE_ERROR * usual);
                extent.with(curve.mean()[n]).with(curve.mean()[n] + error);
                if (scale == Scale.LINEAR || curve.mean()[n] > error) {
                    extent.with(curve.mean()[n] - error);
                }
            }
            if (curves.size() == 1) {
                curve.greatest().ifPresent(extent::with);
            }
        }
        return extent.range(chosen, 0.04);
    }
}
