// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// A [Sink] checked against an event list: makes tallies, and its product of them.
sealed interface Plan
        permits Plan.OfSpectrum,
                Plan.OfLightCurve,
                Plan.OfImage,
                Plan.OfBands,
                Plan.OfRows,
                Plan.OfChips,
                ProfilePlan,
                EnergySpectrumPlan {

    /// A new one, for one thread and one selection.
    Tally tally(boolean background);

    /// Whether the background is counted, too.
    default boolean wantsBackground() {
        return true;
    }

    /// How many numbers a tally holds, where they may be many: each thread has a tally of its own.
    default long cells() {
        return 1;
    }

    /// A block has no more rows.
    int MOST_ROWS = 1 << 15;

    private static List<RowTest> testsOf(List<EnergyRange> bands, EventList events) throws EventsException {
        List<RowTest> tests = new ArrayList<>();
        for (EnergyRange band : bands) {
            tests.add(CompiledSelection.energy(band, events));
        }
        return tests;
    }

    record OfSpectrum(TableColumn column, int first, int channels, String limitsFrom) implements Plan {

        private static final int MOST_CHANNELS = 1 << 22;

        static OfSpectrum of(Sink.Spectrum sink, EventList events, ColumnRanges ranges)
                throws IOException, EventsException {
            TableColumn column = sink.column().isPresent()
                    ? events.hdu()
                            .column(sink.column().get())
                            .filter(TableColumn::isScalarNumber)
                            .orElseThrow(() -> new EventsException(events.path() + " " + events.hdu()
                                    + " has no column " + sink.column().get() + " of numbers"))
                    : events.channel()
                            .orElseThrow(() -> new EventsException(events.path() + " " + events.hdu()
                                    + " has no column of channels (PI, PHA, CHANNEL), so there is no spectrum of it"));
            String low = "TLMIN" + column.number();
            String high = "TLMAX" + column.number();
            Optional<Double> least = events.hdu().header().number(low);
            Optional<Double> most = events.hdu().header().number(high);
            if (least.isPresent() && most.isPresent() && most.get() >= least.get()) {
                return checked(events, column, least.get(), most.get(), low + " and " + high);
            }
            if (events.energies() instanceof EventEnergies.ByChannel(TableColumn by, ChannelTable table, String from)
                    && by.equals(column)) {
                return checked(events, column, table.first(), table.first() + table.count() - 1.0, from);
            }
            Optional<Double> detchans = events.headers().number("DETCHANS").map(found -> found.value());
            if (detchans.isPresent() && least.isPresent()) {
                return checked(events, column, least.get(), least.get() + detchans.get() - 1, low + " and DETCHANS");
            }
            Hdu.Range range = ranges.of(column).orElse(new Hdu.Range(0, 0));
            return checked(
                    events,
                    column,
                    Math.min(0, Math.floor(range.min())),
                    Math.floor(range.max()),
                    "the events themselves");
        }

        private static OfSpectrum checked(EventList events, TableColumn column, double low, double high, String from)
                throws EventsException {
            if (!(high - low < MOST_CHANNELS) || Math.abs(low) > MOST_CHANNELS) {
                throw new EventsException(events.path() + " " + events.hdu() + ": the channels of " + column.name()
                        + " from " + low + " to " + high + " (by " + from + ") are too many for a spectrum");
            }
            return new OfSpectrum(column, (int) Math.floor(low), (int) (Math.floor(high) - Math.floor(low)) + 1, from);
        }

        @Override
        public Tally tally(boolean background) {
            return new Tally.Channels(column, first, new long[channels + 1]);
        }

        EventSpectrum product(Tally source, Optional<Tally> background) {
            return new EventSpectrum(
                    column.name().toUpperCase(Locale.ROOT),
                    first,
                    limitsFrom,
                    counts(source),
                    background.map(this::counts),
                    Optional.empty());
        }

        private EventSpectrum.Counts counts(Tally tally) {
            long[] counts = ((Tally.Channels) tally).counts();
            return new EventSpectrum.Counts(java.util.Arrays.copyOf(counts, channels), counts[channels]);
        }
    }

    record OfLightCurve(
            TableColumn time,
            double start,
            double bin,
            double binSeconds,
            int bins,
            List<EnergyRange> bands,
            List<RowTest> tests)
            implements Plan {

        /// Of all bands together: what is made of them fits into a quarter of a small heap.
        private static final int MOST_BINS = 1 << 20;

        static OfLightCurve of(Sink.LightCurve sink, EventList events, ColumnRanges ranges, Intervals selected)
                throws IOException, EventsException {
            TableColumn time = events.timeOrFail();
            Intervals good =
                    Exposures.goodTimes(events, selected, Optional.empty()).intervals();
            Hdu.Range range = good.isEmpty() || !Double.isFinite(good.start(0))
                    ? ranges.of(time).orElse(new Hdu.Range(0, 0))
                    : new Hdu.Range(good.start(0), good.stop(good.count() - 1));
            double bin = sink.binSeconds() / events.clock().secondsPerReading();
            double start = sink.start().orElse(range.min());
            double bins = Math.max(1, Math.ceil((range.max() - start) / bin));
            int most = MOST_BINS / (1 + sink.bands().size());
            if (!(bins <= most)) {
                throw new EventsException(String.format(
                        Locale.ROOT,
                        "a light curve of %s in bins of %s s would have %.0f bins, more than"
                                + " the %d that are made at once: ask for longer ones, or for less time",
                        events.path(),
                        sink.binSeconds(),
                        bins,
                        most));
            }
            return new OfLightCurve(
                    time, start, bin, sink.binSeconds(), (int) bins, sink.bands(), testsOf(sink.bands(), events));
        }

        @Override
        public Tally tally(boolean background) {
            if (tests.isEmpty()) {
                return counted();
            }
            List<Tally> parts = tests.stream().map(_ -> (Tally) counted()).toList();
            return new Tally.Banded(counted(), tests, parts, new int[MOST_ROWS]);
        }

        @Override
        public long cells() {
            return (1L + bands.size()) * bins;
        }

        private Tally.Bins counted() {
            return new Tally.Bins(time, start, bin, start + bins * bin, new long[bins]);
        }

        private static long[] counts(Tally tally) {
            return switch (tally) {
                case Tally.Bins whole -> whole.counts();
                case Tally.Banded banded -> counts(banded.whole());
                default -> throw new IllegalStateException(tally + " counts no bins");
            };
        }

        private List<EventLightCurve.Band> parts(Tally source, Optional<Tally> background) {
            List<EventLightCurve.Band> parts = new ArrayList<>();
            for (int i = 0; i < bands.size(); i++) {
                int band = i;
                parts.add(new EventLightCurve.Band(
                        bands.get(i),
                        counts(((Tally.Banded) source).parts().get(band)),
                        background.map(of -> counts(((Tally.Banded) of).parts().get(band)))));
            }
            return parts;
        }

        EventLightCurve product(Tally source, Optional<Tally> background, Outcome outcome, Optional<Double> scale) {
            double[] exposure = new double[bins];
            double[] fraction = new double[bins];
            double secondsPerReading = binSeconds / bin;
            for (int i = 0; i < bins; i++) {
                double overlap = outcome.goodTimes().overlap(start + i * bin, start + (i + 1) * bin);
                fraction[i] = Math.min(1, overlap / bin);
                exposure[i] = overlap * secondsPerReading * outcome.deadTime().liveFraction();
            }
            return new EventLightCurve(
                    start,
                    bin,
                    binSeconds,
                    counts(source),
                    background.map(OfLightCurve::counts),
                    exposure,
                    fraction,
                    parts(source, background),
                    background.map(_ -> scale.orElse(Double.NaN)));
        }
    }

    record OfImage(PixelGrid grid, List<EnergyRange> bands, List<RowTest> tests) implements Plan {

        static OfImage of(Sink.Image sink, EventList events, ColumnRanges ranges, CompiledSelection source)
                throws IOException, EventsException {
            return new OfImage(
                    Grids.of(sink, events, ranges, source.area().filter(_ -> sink.ofRegion())),
                    sink.bands(),
                    testsOf(sink.bands(), events));
        }

        @Override
        public boolean wantsBackground() {
            return false;
        }

        @Override
        public Tally tally(boolean background) {
            int pixels = grid.grid().width() * grid.grid().height();
            return new Tally.Pixels(
                    grid, tests, new int[Math.max(1, tests.size())][pixels], new long[1], new int[MOST_ROWS]);
        }

        @Override
        public long cells() {
            return (long) Math.max(1, tests.size())
                    * grid.grid().width()
                    * grid.grid().height();
        }

        EventImage product(Tally source) {
            Tally.Pixels pixels = (Tally.Pixels) source;
            return new EventImage(grid.grid(), bands, pixels.planes(), pixels.outside()[0]);
        }
    }

    record OfBands(List<EnergyRange> bands, List<RowTest> tests) implements Plan {

        static OfBands of(Sink.Bands sink, EventList events) throws EventsException {
            return new OfBands(sink.bands(), testsOf(sink.bands(), events));
        }

        @Override
        public Tally tally(boolean background) {
            List<Tally> parts =
                    tests.stream().map(_ -> (Tally) new Tally.All(new long[1])).toList();
            return new Tally.Banded(new Tally.Nothing(), tests, parts, new int[MOST_ROWS]);
        }

        BandCounts product(Tally source, Optional<Tally> background, Optional<Double> scale) {
            return new BandCounts(bands, counts(source), background.map(OfBands::counts), scale);
        }

        private static long[] counts(Tally tally) {
            return ((Tally.Banded) tally)
                    .parts().stream()
                            .mapToLong(part -> ((Tally.All) part).count()[0])
                            .toArray();
        }
    }

    record OfRows(OrderedRows out) implements Plan {

        @Override
        public boolean wantsBackground() {
            return false;
        }

        @Override
        public Tally tally(boolean background) {
            return new Tally.Copies(out);
        }
    }

    record OfChips(TableColumn column) implements Plan {

        @Override
        public Tally tally(boolean background) {
            return new Tally.Chips(column, new long[Tally.Chips.MOST]);
        }
    }
}
