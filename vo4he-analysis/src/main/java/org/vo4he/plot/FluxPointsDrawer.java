// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Fluxes against energy as a table states them: points with errors, and upper limits as arrows.
final class FluxPointsDrawer implements Drawer {

    /// From this ratio of the ends on an axis of energies is logarithmic.
    private static final double WIDE = 3;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        FluxPoints points = FluxPoints.read(source);
        SpectralAxis axis = SpectralAxis.of(options.energyUnit(), points.energyUnit());
        double[] x = onAxis(points.energyKev(), axis);
        double[] one = onAxis(points.lowKev(), axis);
        double[] other = onAxis(points.highKev(), axis);
        Range positive = new Extent(Scale.LOG).with(x).with(one).with(other).range(Optional.empty(), 0);
        Scale xScale = options.xScale().orElse(positive.high() / positive.low() >= WIDE ? Scale.LOG : Scale.LINEAR);
        Range across = new Extent(xScale).with(x).with(one).with(other).range(options.x(), 0.03);
        PlotData data = new PlotData(
                new PlotData.Axis(axis.quantity(), axis.unit(), xScale, across),
                yAxis(points, options),
                columns(points, axis, x, one, other),
                series(points, axis));
        Heading heading = new Heading(source.title("flux points"), remark(points));
        return Curves.plot(PlotKind.SPECTRUM, heading, description(source, points, axis, x), data, options);
    }

    private static double[] onAxis(double[] kev, SpectralAxis axis) {
        return Arrays.stream(kev).map(axis::ofKev).toArray();
    }

    private static PlotData.Axis yAxis(FluxPoints points, PlotOptions options) {
        boolean positive = Arrays.stream(points.value()).anyMatch(value -> value > 0)
                || Arrays.stream(points.limit()).anyMatch(value -> value > 0);
        Scale scale = options.yScale().orElse(positive ? Scale.LOG : Scale.LINEAR);
        Extent extent = new Extent(scale).with(points.limit());
        for (int i = 0; i < points.size(); i++) {
            double value = points.value()[i];
            double least = value - points.below()[i];
            extent.with(value).with(value + points.above()[i]);
            if (scale == Scale.LINEAR || least > value / 5) {
                extent.with(least);
            }
        }
        return new PlotData.Axis(points.quantity(), points.unit(), scale, extent.range(options.y(), 0.07));
    }

    private static List<PlotData.Column> columns(
            FluxPoints points, SpectralAxis axis, double[] x, double[] one, double[] other) {
        String name = axis.quantity().toLowerCase(Locale.ROOT);
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        Arrays.setAll(low, i -> Math.min(one[i], other[i]));
        Arrays.setAll(high, i -> Math.max(one[i], other[i]));
        List<PlotData.Column> columns = new ArrayList<>();
        columns.add(new PlotData.Column(name, axis.unit(), "of the point", x));
        if (points.hasBins()) {
            columns.add(new PlotData.Column(name + "_low", axis.unit(), "where the bin begins", low));
            columns.add(new PlotData.Column(name + "_high", axis.unit(), "where the bin ends", high));
        }
        columns.add(new PlotData.Column(
                "flux", points.unit(), points.column() + "; none for an upper limit", points.value()));
        columns.add(new PlotData.Column("flux_error", points.unit(), "error towards higher values", points.above()));
        columns.add(
                new PlotData.Column("flux_error_below", points.unit(), "error towards lower values", points.below()));
        columns.add(new PlotData.Column("upper_limit", points.unit(), "none for a measurement", points.limit()));
        return columns;
    }

    private static List<PlotData.Series> series(FluxPoints points, SpectralAxis axis) {
        String name = axis.quantity().toLowerCase(Locale.ROOT);
        Optional<String> low = points.hasBins() ? Optional.of(name + "_low") : Optional.empty();
        Optional<String> high = points.hasBins() ? Optional.of(name + "_high") : Optional.empty();
        List<PlotData.Series> series = new ArrayList<>();
        if (points.limits() < points.size()) {
            series.add(new PlotData.Series(
                    "flux points",
                    name,
                    low,
                    high,
                    "flux",
                    Optional.of("flux_error"),
                    Optional.of("flux_error_below"),
                    PlotData.Style.POINTS));
        }
        if (points.limits() > 0) {
            series.add(new PlotData.Series(
                    "upper limits", name, low, high, "upper_limit", Optional.empty(), PlotData.Style.LIMITS));
        }
        return series;
    }

    private static String remark(FluxPoints points) {
        return NumberText.count(points.size() - points.limits(), "point")
                + (points.limits() > 0 ? " · " + NumberText.count(points.limits(), "upper limit") : "");
    }

    private static String description(Source source, FluxPoints points, SpectralAxis axis, double[] x) {
        double[] values =
                Arrays.stream(points.value()).filter(Double::isFinite).sorted().toArray();
        double least = Arrays.stream(x).min().orElseThrow();
        double most = Arrays.stream(x).max().orElseThrow();
        StringBuilder text = new StringBuilder(source.title("flux points"))
                .append(": ")
                .append(NumberText.count(values.length, "point"))
                .append(" and ")
                .append(NumberText.count(points.limits(), "upper limit"))
                .append(" from ")
                .append(NumberText.rounded(least, 3))
                .append(" to ")
                .append(NumberText.rounded(most, 3))
                .append(' ')
                .append(axis.symbol())
                .append(". ");
        if (values.length > 0) {
            text.append(points.quantity())
                    .append(" (")
                    .append(points.column())
                    .append(") from ")
                    .append(NumberText.rounded(values[0], 3))
                    .append(" to ")
                    .append(UnitText.of(NumberText.rounded(values[values.length - 1], 3), points.unit()))
                    .append(". ");
        }
        source.hdu()
                .header()
                .number("UL_CONF")
                .filter(confidence -> points.limits() > 0)
                .ifPresent(confidence -> text.append("Upper limits hold with a confidence of ")
                        .append(NumberText.rounded(100 * confidence, 3))
                        .append(" %. "));
        text.append("Units are those of the file.");
        return text.toString();
    }
}
