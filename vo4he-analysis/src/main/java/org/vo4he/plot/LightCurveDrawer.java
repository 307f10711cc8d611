// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.time.CalendarTime;
import org.vo4he.units.Unit;

/// Rates or counts against the time that has passed since a date: steps with errors, broken where nothing was observed.
final class LightCurveDrawer implements Drawer {

    private static final double SECONDS_PER_DAY = 86400;
    private static final double KILOSECONDS_FROM = 1e4;
    private static final double DAYS_FROM = 4e5;

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
        Unit unit = unit(curve.stop()[curve.size() - 1] - curve.start()[0]);
        LightCurvePoints points = LightCurvePoints.of(curve, bands, shown(options, unit), options.width());
        PlotData data = data(curve, points, unit, options);
        return Curves.plot(
                PlotKind.LIGHT_CURVE, heading(source, curve, points), words(source, curve, points), data, options);
    }

    private static Unit unit(double seconds) {
        return seconds >= DAYS_FROM ? Unit.DAY : seconds >= KILOSECONDS_FROM ? Unit.KILOSECOND : Unit.SECOND;
    }

    private static Optional<Range> shown(PlotOptions options, Unit unit) {
        return options.x().map(x -> new Range(unit.convert(x.low(), Unit.SECOND), unit.convert(x.high(), Unit.SECOND)));
    }

    private static PlotData data(LightCurve curve, LightCurvePoints points, Unit unit, PlotOptions options) {
        List<PlotData.Column> columns = new ArrayList<>();
        double[] start = in(unit, points.start());
        double[] stop = in(unit, points.stop());
        double[] middle = new double[start.length];
        Arrays.setAll(middle, i -> (start[i] + stop[i]) / 2);
        columns.add(new PlotData.Column("time", unit.vounit(), "middle of the bin, since " + zero(curve), middle));
        columns.add(new PlotData.Column("time_low", unit.vounit(), "where the bin begins", start));
        columns.add(new PlotData.Column("time_high", unit.vounit(), "where the bin ends", stop));
        curve.zeroMjdUtc().ifPresent(zero -> {
            double[] mjd = new double[middle.length];
            Arrays.setAll(mjd, i -> zero + unit.convert(middle[i], Unit.DAY));
            columns.add(new PlotData.Column("mjd_utc", "d", "middle of the bin, as MJD in UTC", mjd));
        });
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
                new PlotData.Axis("Time since " + zero(curve), unit.vounit(), xScale, times.range(options.x(), 0.02)),
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

    private static double[] in(Unit unit, double[] seconds) {
        return Arrays.stream(seconds)
                .map(second -> Unit.SECOND.convert(second, unit))
                .toArray();
    }

    private static String zero(LightCurve curve) {
        return curve.zeroMjdUtc().map(mjd -> date(mjd) + " UTC").orElse("the first bin");
    }

    private static String date(double mjd) {
        long day = (long) Math.floor(mjd);
        return new CalendarTime(day, Math.rint((mjd - day) * SECONDS_PER_DAY) / SECONDS_PER_DAY, true).toDali();
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
        if (curve.zeroMjdUtc().isEmpty()) {
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

    private static String words(Source source, LightCurve curve, LightCurvePoints points) {
        LightCurve.Band band = points.curves().getFirst().band();
        double[] values =
                Arrays.stream(band.value()).filter(Double::isFinite).sorted().toArray();
        String unit = band.unit().isEmpty() ? "" : " " + band.unit();
        String length = NumberText.duration(curve.stop()[curve.size() - 1] - curve.start()[0]);
        StringBuilder text = new StringBuilder(source.title("light curve"))
                .append(": ")
                .append(NumberText.count(curve.size(), "bin"))
                .append(width(curve))
                .append(" in ")
                .append(length)
                .append(" since ")
                .append(zero(curve))
                .append(". ")
                .append(band.label())
                .append(" from ")
                .append(NumberText.rounded(values[0], 3))
                .append(" to ")
                .append(NumberText.rounded(values[values.length - 1], 3))
                .append(unit)
                .append(", mean ")
                .append(NumberText.rounded(Arrays.stream(values).average().orElse(Double.NaN), 3))
                .append(unit)
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
