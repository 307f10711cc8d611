// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.Clock;

/// Draws the rate of events against time, counted within the good time intervals only and divided by how much
/// of each bin they cover.
final class EventLightCurveDrawer implements Drawer {

    /// Bins of which less is covered say too little: they are gaps.
    static final double LEAST_EXPOSED = 0.1;

    private static final int FEWEST_BINS = 20;
    private static final int MOST_BINS = 200;
    private static final int MOST_BINS_WITH_GAPS = 4000;
    private static final double EVENTS_PER_BIN = 25;
    private static final double FRAMES_PER_BIN = 20;

    static Optional<TableColumn> timeColumn(Hdu events) {
        return events.column("TIME").filter(TableColumn::isScalarNumber);
    }

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu events = source.hdu();
        TableColumn time = timeColumn(events).orElseThrow(() -> source.undrawable("its events have no column TIME"));
        EventImageDrawer.requireRows(source);
        Clock clock = Clock.of(source.headers(), events.toString(), new ArrayList<>());
        RowSample sample = RowSample.of(events, List.of(time));
        double[] sorted = sample.sorted(0);
        if (sorted.length == 0) {
            throw source.undrawable("none of its " + events.rows() + " events has a TIME");
        }
        Optional<GoodIntervals> stated = GoodIntervals.of(source, clock).filter(good -> anyWithin(good, sorted, clock));
        GoodIntervals good = stated.isPresent() ? stated.get() : all(events, time, clock);
        ElapsedTime axis = ElapsedTime.since(clock, good.start(), good.stop() - good.start());
        RateBins bins = bins(events, good, axis, options);
        events.forEachRows(List.of(time), 0, events.rows(), (_, columns, count) -> {
            for (int i = 0; i < count; i++) {
                bins.add(clock.secondsOfColumn(columns[0][i]));
            }
        });
        return plot(source, options, bins, axis, stated);
    }

    private static boolean anyWithin(GoodIntervals good, double[] sorted, Clock clock) {
        for (double time : sorted) {
            if (good.contains(clock.secondsOfColumn(time))) {
                return true;
            }
        }
        return false;
    }

    /// From the first event to the last.
    private static GoodIntervals all(Hdu events, TableColumn time, Clock clock) throws IOException {
        Hdu.Range range = events.range(time).orElseThrow();
        double start = clock.secondsOfColumn(range.min());
        double stop = clock.secondsOfColumn(range.max());
        double least = Math.max(1e-6, Math.abs(stop) * 1e-12);
        return GoodIntervals.between(start, Math.max(stop, start + least));
    }

    private static RateBins bins(Hdu events, GoodIntervals good, ElapsedTime axis, PlotOptions options) {
        double from = options.x()
                .map(x -> Math.max(good.start(), axis.seconds(x.low())))
                .orElse(good.start());
        double to = options.x()
                .map(x -> Math.min(good.stop(), axis.seconds(x.high())))
                .orElse(good.stop());
        if (!(from < to)) {
            from = good.start();
            to = good.stop();
        }
        double exposure = good.within(from, to);
        double expected = events.rows() * exposure / good.total();
        double wanted = exposure / Math.clamp(expected / EVENTS_PER_BIN, FEWEST_BINS, MOST_BINS);
        double width = nice(Math.max(wanted, (to - from) / MOST_BINS_WITH_GAPS));
        double frame =
                events.header().number("TIMEDEL").filter(delta -> delta > 0).orElse(0.0);
        if (frame > 0 && width < FRAMES_PER_BIN * frame) {
            width = Math.ceil(width / frame) * frame;
        }
        return new RateBins(good, from, to, width);
    }

    /// The least of 1, 2, 5 times a power of ten that is not below.
    private static double nice(double width) {
        double decade = Math.pow(10, Math.floor(Math.log10(width)));
        double part = width / decade;
        return decade * (part <= 1.0001 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }

    private static Plot plot(
            Source source, PlotOptions options, RateBins bins, ElapsedTime axis, Optional<GoodIntervals> good) {
        Scale yScale = options.yScale().orElse(Scale.LINEAR);
        Scale xScale = options.xScale().orElse(Scale.LINEAR);
        Extent times = new Extent(xScale).with(axis.of(bins.low(0))).with(axis.of(bins.high(bins.size() - 1)));
        PlotData.Axis x = new PlotData.Axis(axis.label(), axis.unit(), xScale, times.range(options.x(), 0.02));
        double[] rate = bins.rates();
        double[] error = bins.errors();
        Extent rates = new Extent(yScale);
        for (int i = 0; i < rate.length; i++) {
            rates.with(rate[i]).with(rate[i] + error[i]);
            if (rate[i] > error[i]) {
                rates.with(rate[i] - error[i]);
            }
        }
        PlotData.Axis y = new PlotData.Axis("Count rate", "count.s**-1", yScale, rates.range(options.y(), 0.06));
        List<PlotData.Column> columns = List.of(
                new PlotData.Column("time", axis.unit(), "middle of the bin: " + axis.label(), axis.of(bins.middles())),
                new PlotData.Column("time_low", axis.unit(), "where the bin begins", axis.of(bins.lows())),
                new PlotData.Column("time_high", axis.unit(), "where the bin ends", axis.of(bins.highs())),
                new PlotData.Column("rate", "count.s**-1", "counts divided by the exposed time of the bin", rate),
                new PlotData.Column("rate_error", "count.s**-1", "square root of the counts, likewise", error),
                new PlotData.Column("counts", "count", "events in the exposed time of the bin", bins.counts()),
                new PlotData.Column("exposed", "", "part of the bin that is good time", bins.exposed()));
        PlotData data = new PlotData(
                x,
                y,
                columns,
                List.of(new PlotData.Series(
                        "rate",
                        "time",
                        Optional.of("time_low"),
                        Optional.of("time_high"),
                        "rate",
                        Optional.of("rate_error"),
                        PlotData.Style.POINTS)));
        return Curves.plot(
                PlotKind.LIGHT_CURVE,
                heading(source, bins, good),
                description(source, bins, good, axis),
                data,
                options);
    }

    private static Heading heading(Source source, RateBins bins, Optional<GoodIntervals> good) {
        String exposure = good.map(intervals -> NumberText.duration(bins.exposure()) + " of good time")
                .orElse("no good time intervals");
        String left = good.isPresent() && bins.outside() > 0
                ? " · " + NumberText.count(bins.outside(), "event") + " outside of it left out"
                : "";
        return new Heading(
                source.title("light curve"),
                NumberText.count(bins.total(), "event") + " · bins of " + NumberText.rounded(bins.width(), 4) + " s · "
                        + exposure + left);
    }

    private static String description(Source source, RateBins bins, Optional<GoodIntervals> good, ElapsedTime axis) {
        return "Light curve of the events of " + source.title("").replaceAll(", $", "") + ": "
                + NumberText.count(bins.total(), "event") + " in " + bins.size() + " bins of "
                + NumberText.rounded(bins.width(), 4) + " s, " + bins.drawn() + " of which are at least "
                + Math.round(100 * LEAST_EXPOSED) + " % exposed; "
                + good.map(intervals -> NumberText.count(intervals.size(), "good time interval")
                                + (intervals.tables() > 1 ? " of " + intervals.tables() + " tables together" : ""))
                        .orElse("the file has no good time intervals that hold its events")
                + ". Mean rate " + NumberText.rounded(bins.total() / bins.exposure(), 4) + " counts/s. "
                + axis.label() + ".";
    }
}
