// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.vo4he.fits.RowStream;

/// One pass over an event list: selects events of a source, and of a background, and feeds all sinks.
///
/// The file is read once, in blocks of rows of about 128 kB, by as many threads as there are processors; memory
/// does not depend on its size. What comes out does not depend on the threads.
public final class Extraction {

    private static final int BYTES_AT_ONCE = 1 << 17;
    private static final int MOST_THREADS = 8;
    /// Of the tallies of all threads.
    private static final long MOST_CELLS = 1L << 23;

    private final EventList events;
    private final List<CompiledSelection> selections = new ArrayList<>();
    private final List<Exposures.Area> areas = new ArrayList<>();
    private final Map<Sink<?>, Plan> plans = new LinkedHashMap<>();
    private final Optional<Plan.OfChips> chips;
    private final LongConsumer progress;
    private final AtomicLong done = new AtomicLong();

    private Extraction(
            EventList events,
            Selection source,
            Optional<Selection> background,
            Collection<? extends Sink<?>> sinks,
            ColumnRanges ranges,
            LongConsumer progress)
            throws IOException, EventsException {
        this.events = events;
        this.progress = progress;
        selections.add(CompiledSelection.of(source, events));
        if (background.isPresent()) {
            selections.add(CompiledSelection.of(background.get(), events));
        }
        for (Sink<?> sink : sinks) {
            plans.put(sink, plan(sink, ranges, source.energy()));
        }
        for (CompiledSelection selection : selections) {
            areas.add(Exposures.Area.of(events, selection));
        }
        if (background.isPresent() && plans.values().stream().anyMatch(Plan::wantsBackground)) {
            Exposures.Area.requireScale(events, areas.getFirst(), areas.getLast());
        }
        this.chips = events.chip().filter(_ -> events.goodTimes().isByChip()).map(Plan.OfChips::new);
    }

    /// @param background a second selection of its own, for background spectra and light curves; its region and the
    ///     rest are as it says, nothing is taken over from the source
    /// @throws EventsException if the list does not have what the selections or sinks need, or a sink wants the
    ///     background and the two areas can't be compared
    /// @throws IOException if the file can't be read, or was changed meanwhile
    public static Extracted run(
            EventList events, Selection source, Optional<Selection> background, Collection<? extends Sink<?>> sinks)
            throws IOException, EventsException {
        return run(events, source, background, sinks, _ -> {});
    }

    /// As the other, with progress.
    ///
    /// @param progress told now and then, by any thread, how many rows of [EventList#rows] have been read
    public static Extracted run(
            EventList events,
            Selection source,
            Optional<Selection> background,
            Collection<? extends Sink<?>> sinks,
            LongConsumer progress)
            throws IOException, EventsException {
        return new Extraction(events, source, background, sinks, new ColumnRanges.Read(events.hdu()), progress).pass();
    }

    /// Looks at what the headers tell of a run, and reads no row: a run is refused here for want of a column, of
    /// energies or of a place, for an area that can't be compared, and for more bins than can be counted. Where the
    /// extent of a grid is that of the events themselves, its size is found out by the run alone.
    ///
    /// @throws EventsException if a run would be refused, by the same sentence
    public static void check(
            EventList events, Selection source, Optional<Selection> background, Collection<? extends Sink<?>> sinks)
            throws IOException, EventsException {
        new Extraction(events, source, background, sinks, new ColumnRanges.Unread(), _ -> {});
    }

    private Plan plan(Sink<?> sink, ColumnRanges ranges, Optional<EnergyRange> energies)
            throws IOException, EventsException {
        return switch (sink) {
            case Sink.Spectrum spectrum
            when EnergySpectrumPlan.isFor(spectrum, events) ->
                EnergySpectrumPlan.of(spectrum, events, ranges, energies);
            case Sink.Spectrum spectrum -> Plan.OfSpectrum.of(spectrum, events, ranges);
            case Sink.LightCurve curve ->
                Plan.OfLightCurve.of(
                        curve, events, ranges, selections.getFirst().times());
            case Sink.Image image -> Plan.OfImage.of(image, events, ranges, selections.getFirst());
            case Sink.Bands bands -> Plan.OfBands.of(bands, events);
            case Sink.Profile profile -> ProfilePlan.of(profile, events, selections.getFirst());
            case Sink.Rows(RowTarget target) -> new Plan.OfRows(new OrderedRows(target));
        };
    }

    private Extracted pass() throws IOException {
        List<Worker> workers = new ArrayList<>();
        try (RowStream stream = events.hdu().rowStream(BYTES_AT_ONCE)) {
            int threads = threads();
            for (int i = 0; i < threads; i++) {
                workers.add(new Worker(stream, selections, plans, chips, this::read));
            }
            work(workers);
        }
        Worker first = workers.getFirst();
        workers.stream().skip(1).forEach(first::add);
        return results(first);
    }

    private int threads() throws IOException {
        long bytes = events.rows() * events.hdu().header().integer("NAXIS1").orElse(0L);
        long blocks = bytes / BYTES_AT_ONCE + 1;
        long cells = Math.max(1, plans.values().stream().mapToLong(Plan::cells).sum());
        long most = Math.clamp(MOST_CELLS / cells, 1, MOST_THREADS);
        return (int) Math.min(Math.min(Runtime.getRuntime().availableProcessors(), most), blocks);
    }

    private void read(long rows) {
        progress.accept(done.addAndGet(rows));
    }

    private void work(List<Worker> workers) throws IOException {
        if (workers.size() == 1) {
            unwrapped(workers.getFirst());
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (Worker worker : workers) {
                running.add(threads.submit(() -> {
                    try {
                        worker.run();
                    } catch (IOException | RuntimeException | Error e) {
                        abandon(workers);
                        throw e;
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                await(each, workers);
            }
        }
    }

    private void await(Future<?> one, List<Worker> workers) throws IOException {
        try {
            one.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case UncheckedIOException unchecked -> throw unchecked.getCause();
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            abandon(workers);
            Thread.currentThread().interrupt();
            throw new IOException("the extraction from " + events.path() + " was interrupted", e);
        }
    }

    private static void unwrapped(Worker worker) throws IOException {
        try {
            worker.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void abandon(List<Worker> workers) {
        workers.forEach(Worker::stop);
        for (Plan plan : plans.values()) {
            if (plan instanceof Plan.OfRows(OrderedRows out)) {
                out.abandon();
            }
        }
    }

    private Extracted results(Worker counted) {
        Outcome source = Exposures.outcome(
                events, selections.getFirst(), areas.getFirst(), counted.selected(0), counted.chips(0));
        Optional<Outcome> background = selections.size() == 1
                ? Optional.empty()
                : Optional.of(Exposures.outcome(
                        events, selections.get(1), areas.get(1), counted.selected(1), counted.chips(1)));
        Optional<Double> scale = background.flatMap(other -> Extracted.scale(source, other));
        Map<Sink<?>, Object> products = new LinkedHashMap<>();
        int n = 0;
        for (Map.Entry<Sink<?>, Plan> entry : plans.entrySet()) {
            Tally ofSource = counted.tally(0, n);
            Optional<Tally> ofBackground =
                    selections.size() == 1 || !entry.getValue().wantsBackground()
                            ? Optional.empty()
                            : Optional.of(counted.tally(1, n));
            products.put(
                    entry.getKey(),
                    switch (entry.getValue()) {
                        case Plan.OfSpectrum plan -> plan.product(ofSource, ofBackground);
                        case EnergySpectrumPlan plan -> plan.product(ofSource, ofBackground);
                        case Plan.OfLightCurve plan -> plan.product(ofSource, ofBackground, source, scale);
                        case Plan.OfImage plan -> plan.product(ofSource);
                        case Plan.OfBands plan -> plan.product(ofSource, ofBackground, scale);
                        case ProfilePlan plan -> plan.product(ofSource, source, background);
                        case Plan.OfRows(OrderedRows out) -> out.written();
                        case Plan.OfChips _ -> ((Tally.Chips) ofSource).most();
                    });
            n++;
        }
        return new Extracted(events.rows(), source, background, products);
    }
}
