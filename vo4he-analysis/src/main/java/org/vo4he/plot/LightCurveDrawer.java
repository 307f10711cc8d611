// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.ogip.Clock;

/// Rates or counts against the time that has passed since a date: steps with errors, broken where nothing was observed.
final class LightCurveDrawer implements Drawer {

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        LightCurve curve = LightCurveReader.read(source);
        List<LightCurve.Band> bands = curve.bands().stream()
                .limit(LightCurveReader.MOST_BANDS)
                .filter(band -> Arrays.stream(band.value()).anyMatch(Double::isFinite))
                .toList();
        if (bands.isEmpty()) {
            throw source.undrawable("none of its " + curve.size() + " bins has a value");
        }
        double start = curve.start()[curve.first()];
        ElapsedTime axis = ElapsedTime.since(curve.clock(), start, curve.stop()[curve.size() - 1] - start);
        Optional<Range> shown = options.x().map(axis::seconds);
        LightCurvePoints points = LightCurvePoints.of(curve, bands, shown, options.width());
        PlotData data = data(curve, points, axis, options);
        return Curves.plot(
                PlotKind.LIGHT_CURVE,
                heading(source, curve, points),
                words(source, curve, points, axis),
                data,
                options);
    }

    private static PlotData data(LightCurve curve, LightCurvePoints points, ElapsedTime axis, PlotOptions options) {
        List<PlotData.Column> columns = new ArrayList<>();
        double[] start = axis.of(points.start());
        double[] stop = axis.of(points.stop());
        double[] middle = new double[start.length];
        Arrays.setAll(middle, i -> (start[i] + stop[i]) / 2);
        columns.add(new PlotData.Column("time", axis.unit(), "middle of the bin. " + axis.label(), middle));
        columns.add(new PlotData.Column("time_low", axis.unit(), "where the bin begins", start));
        columns.add(new PlotData.Column("time_high", axis.unit(), "where the bin ends", stop));
        if (curve.clock().reference().isPresent()) {
            columns.add(dates(curve.clock(), axis, middle));
        }
        List<PlotData.Series> series = new ArrayList<>();
        PlotData.Style style = points.scattered()
                ? PlotData.Style.POINTS
                : curve.hasWidths() ? PlotData.Style.STEPS : PlotData.Style.LINE;
        for (LightCurvePoints.Curve one : points.curves()) {
            addSeries(one, style, columns, series, points.curves().size() == 1);
        }
        Scale xScale = options.xScale().orElse(Scale.LINEAR);
        Extent times = new Extent(xScale).with(start).with(stop);
        LightCurve.Band first = points.curves().getFirst().band();
        Scale yScale = options.yScale().orElse(Scale.LINEAR);
        return new PlotData(
                new PlotData.Axis(axis.label(), axis.unit(), xScale, times.range(options.x(), 0.02)),
                new PlotData.Axis(first.quantity(), first.unit(), yScale, points.range(yScale, options.y())),
                columns,
                series);
    }

    private static void addSeries(
            LightCurvePoints.Curve curve,
            PlotData.Style style,
            List<PlotData.Column> columns,
            List<PlotData.Series> series,
            boolean alone) {
        String name = curve.band().label().strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String unit = curve.band().unit();
        columns.add(new PlotData.Column(name, unit, "mean of the bins; none where the line is broken", curve.mean()));
        boolean hasErrors = Arrays.stream(curve.error()).anyMatch(error -> error > 0);
        if (hasErrors) {
            columns.add(new PlotData.Column(name + "_error", unit, "one standard deviation of it", curve.error()));
        }
        series.add(new PlotData.Series(
                curve.band().label(),
                "time",
                Optional.of("time_low"),
                Optional.of("time_high"),
                name,
                hasErrors ? Optional.of(name + "_error") : Optional.empty(),
                style));
        if (alone && curve.greatest().isPresent()) {
            columns.add(new PlotData.Column(
                    name + "_greatest", unit, "greatest bin", curve.greatest().get()));
            series.add(new PlotData.Series(
                    "greatest bin",
                    "time",
                    Optional.empty(),
                    Optional.empty(),
                    name + "_greatest",
                    Optional.empty(),
                    PlotData.Style.POINTS));
        }
    }

    private static PlotData.Column dates(Clock clock, ElapsedTime axis, double[] times) {
        double[] mjd = new double[times.length];
        Arrays.setAll(
                mjd,
                i -> clock.reference()
                        .orElseThrow()
                        .toMjdUtc(axis.seconds(times[i]), clock.system())
                        .orElse(Double.NaN));
        return new PlotData.Column("mjd_utc", "d", "middle of the bin, as MJD in UTC", mjd);
    }

    private static Heading heading(Source source, LightCurve curve, LightCurvePoints points) {
        List<String> remark = new ArrayList<>();
        remark.add(NumberText.count(curve.size(), "bin") + width(curve));
        if (points.together() > 1) {
            remark.add("mean of " + points.together() + " bins per point");
        }
        if (points.gaps() > 0 && !points.scattered()) {
            remark.add(NumberText.count(points.gaps(), "gap"));
        }
        if (curve.clock().reference().isEmpty()) {
            remark.add("the clock can't be dated");
        }
        return new Heading(source.title("light curve"), String.join(" · ", remark));
    }

    private static String width(LightCurve curve) {
        double[] widths = new double[curve.size()];
        Arrays.setAll(widths, i -> curve.stop()[i] - curve.start()[i]);
        Arrays.sort(widths);
        double usual = widths[widths.length / 2];
        boolean same = widths[widths.length - 1] - widths[0] < 0.01 * usual;
        return usual > 0 && same ? " of " + NumberText.duration(usual) : "";
    }

    private static String words(Source source, LightCurve curve, LightCurvePoints points, ElapsedTime axis) {
        LightCurve.Band band = points.curves().getFirst().band();
        double[] values =
                Arrays.stream(band.value()).filter(Double::isFinite).sorted().toArray();
        String length = NumberText.duration(curve.stop()[curve.size() - 1] - curve.start()[0]);
        StringBuilder text = new StringBuilder(source.title("light curve"))
                .append(": ")
                .append(NumberText.count(curve.size(), "bin"))
                .append(width(curve))
                .append(" in ")
                .append(length)
                .append(". ")
                .append(axis.label())
                .append(". ")
                .append(band.label())
                .append(" from ")
                .append(NumberText.rounded(values[0], 3))
                .append(" to ")
                .append(UnitText.of(NumberText.rounded(values[values.length - 1], 3), band.unit()))
                .append(", mean ")
                .append(UnitText.of(
                        NumberText.rounded(Arrays.stream(values).average().orElse(Double.NaN), 3), band.unit()))
                .append('.');
        if (points.curves().size() > 1) {
            text.append(" ").append(points.curves().size()).append(" bands.");
        }
        if (points.together() > 1) {
            text.append(" Each point is the mean of up to ")
                    .append(points.together())
                    .append(points.curves().size() == 1 ? " bins; the greatest of them is shown too." : " bins.");
        }
        if (points.scattered()) {
            text.append(" Most bins stand alone: they are not joined.");
        } else if (points.gaps() > 0) {
            text.append(" The line is broken at ")
                    .append(NumberText.count(points.gaps(), "gap"))
                    .append('.');
        }
        return text.toString();
    }
}
