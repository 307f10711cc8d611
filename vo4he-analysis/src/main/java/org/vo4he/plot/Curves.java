// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Draws the series of [PlotData]: what all plots with curves or points have in common.
final class Curves {

    private static final int FEW_POINTS = 250;
    private static final double ERROR_OPACITY = 0.85;

    /// In widths of a line.
    private static final double LEAST_STEP = 4;

    private static final double ARROW = 14;

    private final PlotData data;
    private final Frame frame;
    private final double size;

    private Curves(PlotData data, Frame frame) {
        this.data = data;
        this.frame = frame;
        this.size = frame.layout().lineWidth();
    }

    static CurvePlot plot(PlotKind kind, Heading heading, String description, PlotData data, PlotOptions options) {
        List<PlotData.Series> series = data.series();
        List<LegendEntry> legend = IntStream.range(0, series.size())
                .mapToObj(i ->
                        new LegendEntry(series.get(i).label(), i, series.get(i).style()))
                .toList();
        Drawing drawing = canvas -> {
            Frame frame = new Frame(options, heading, data.x(), data.y(), legend, 0);
            frame.draw(canvas, true, new Curves(data, frame)::draw);
        };
        return new CurvePlot(kind, new Figure(options, heading.title(), description, drawing), data);
    }

    /// The first series lies on top of the others.
    private void draw(Canvas canvas) {
        for (int number = data.series().size() - 1; number >= 0; number--) {
            draw(canvas, data.series().get(number), number);
        }
    }

    private void draw(Canvas canvas, PlotData.Series series, int number) {
        Ink ink = frame.palette().ofSeries(number);
        double[] x = values(series.x());
        double[] y = values(series.y());
        Optional<double[]> low = series.xLow().map(this::values);
        Optional<double[]> high = series.xHigh().map(this::values);
        double many = x.length > FEW_POINTS ? 0.75 : 1;
        series.yError().ifPresent(error -> {
            Pen pen = Pen.of(ink.withOpacity(ERROR_OPACITY), many * size);
            double[] above = values(error);
            canvas.stroke(errorBars(x, y, series.yErrorBelow().map(this::values).orElse(above), above), pen);
        });
        switch (series.style()) {
            case POINTS -> {
                if (low.isPresent() && high.isPresent()) {
                    canvas.stroke(bins(low.get(), high.get(), y), Pen.of(ink, many * size));
                }
                drawMarkers(canvas, x, y, number, ink, _ -> true);
            }
            case LIMITS -> canvas.stroke(limits(x, low.orElse(x), high.orElse(x), y), Pen.of(ink, many * size));
            case STEPS -> {
                double[] begin = low.orElse(x);
                double[] end = high.orElse(x);
                canvas.stroke(steps(begin, end, y), Pen.of(ink, 1.2 * size));
                drawMarkers(canvas, x, y, number, ink, i -> isAlone(begin, end, y, i));
            }
            case LINE -> {
                canvas.stroke(line(x, y), Pen.of(ink, 1.4 * size));
                drawMarkers(canvas, x, y, number, ink, i -> x.length <= FEW_POINTS || isAlone(x, x, y, i));
            }
        }
    }

    /// A bin without neighbours that is too narrow to be seen as a line.
    private boolean isAlone(double[] low, double[] high, double[] y, int i) {
        boolean before = i > 0 && hasPlace(y[i - 1]);
        boolean after = i < y.length - 1 && hasPlace(y[i + 1]);
        return !before && !after && frame.x().at(high[i]) - frame.x().at(low[i]) < LEAST_STEP * size;
    }

    private double[] values(String column) {
        return data.column(column).orElseThrow().values();
    }

    private boolean isVisible(double x, double y) {
        return frame.x().holds(x) && frame.y().holds(y);
    }

    /// 0 and less are not far below on a logarithmic axis: they are nowhere.
    private boolean hasPlace(double y) {
        return Double.isFinite(y) && (frame.y().scale() == Scale.LINEAR || y > 0);
    }

    private void drawMarkers(Canvas canvas, double[] x, double[] y, int number, Ink ink, IntPredicate wanted) {
        int[] visible = IntStream.range(0, x.length)
                .filter(i -> isVisible(x[i], y[i]) && wanted.test(i))
                .toArray();
        if (visible.length == 0) {
            return;
        }
        double across = (visible.length > FEW_POINTS ? 2.4 : 4) * size;
        canvas.markers(
                IntStream.of(visible).mapToDouble(i -> frame.x().at(x[i])).toArray(),
                IntStream.of(visible).mapToDouble(i -> frame.y().at(y[i])).toArray(),
                Marker.ofSeries(number),
                across,
                ink);
    }

    private Path2D errorBars(double[] x, double[] y, double[] below, double[] above) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < x.length; i++) {
            if ((below[i] > 0 || above[i] > 0) && hasPlace(y[i]) && frame.x().holds(x[i])) {
                double at = frame.x().at(x[i]);
                path.moveTo(at, frame.y().at(below[i] > 0 ? y[i] - below[i] : y[i]));
                path.lineTo(at, frame.y().at(above[i] > 0 ? y[i] + above[i] : y[i]));
            }
        }
        return path;
    }

    private Path2D limits(double[] x, double[] low, double[] high, double[] y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < y.length; i++) {
            if (isVisible(x[i], y[i])) {
                double at = frame.x().at(x[i]);
                double left = Math.min(frame.x().at(low[i]), at - LEAST_STEP * size);
                double right = Math.max(frame.x().at(high[i]), at + LEAST_STEP * size);
                path.append(limit(at, left, right, frame.y().at(y[i]), ARROW * size), false);
            }
        }
        return path;
    }

    /// A bar with an arrow that hangs from it.
    static Path2D limit(double x, double left, double right, double y, double length) {
        Path2D path = new Path2D.Double();
        path.moveTo(left, y);
        path.lineTo(right, y);
        path.moveTo(x, y);
        path.lineTo(x, y + length);
        path.moveTo(x - 0.25 * length, y + 0.65 * length);
        path.lineTo(x, y + length);
        path.lineTo(x + 0.25 * length, y + 0.65 * length);
        return path;
    }

    private Path2D bins(double[] low, double[] high, double[] y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < y.length; i++) {
            if (frame.y().holds(y[i]) && low[i] <= high[i]) {
                path.moveTo(frame.x().at(low[i]), frame.y().at(y[i]));
                path.lineTo(frame.x().at(high[i]), frame.y().at(y[i]));
            }
        }
        return path;
    }

    /// Broken where a value is missing, and where a bin does not begin at the end of the one before it.
    private Path2D steps(double[] low, double[] high, double[] y) {
        Path2D path = new Path2D.Double();
        boolean on = false;
        for (int i = 0; i < y.length; i++) {
            if (!hasPlace(y[i]) || !Double.isFinite(low[i]) || !Double.isFinite(high[i])) {
                on = false;
                continue;
            }
            boolean follows = on && Math.abs(low[i] - high[i - 1]) <= 1e-3 * Math.abs(high[i] - low[i]);
            double at = frame.y().at(y[i]);
            if (follows) {
                path.lineTo(frame.x().at(low[i]), at);
            } else {
                path.moveTo(frame.x().at(low[i]), at);
            }
            path.lineTo(frame.x().at(high[i]), at);
            on = true;
        }
        return path;
    }

    private Path2D line(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        boolean on = false;
        for (int i = 0; i < y.length; i++) {
            boolean there = Double.isFinite(x[i]) && hasPlace(y[i]);
            if (there && on) {
                path.lineTo(frame.x().at(x[i]), frame.y().at(y[i]));
            } else if (there) {
                path.moveTo(frame.x().at(x[i]), frame.y().at(y[i]));
            }
            on = there;
        }
        return path;
    }
}
