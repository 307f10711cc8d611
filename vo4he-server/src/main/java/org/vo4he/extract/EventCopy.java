// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.events.EventClock;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Intervals;
import org.vo4he.events.Outcome;
import org.vo4he.events.Selection;
import org.vo4he.events.Sink;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduChange;
import org.vo4he.fits.HduSums;
import org.vo4he.fits.SelectedRows;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.ObservationCards;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Workspace;

/// The file of the events selected: all columns and cards kept, good times cut to the times selected, VO-TAGS of the
/// input left out.
final class EventCopy implements AutoCloseable {

    private static final List<String> EXPOSURES = List.of("ONTIME", "LIVETIME", "EXPOSURE");

    /// Larger HDUs beside the events are copied with the sums they have.
    private static final long MOST_SUMMED = 1L << 26;

    private static final String SUMS = "CHECKSUM and DATASUM did not fit in the file that this HDU was copied from";

    private final EventList events;
    private final Selection source;
    private final Optional<SelectedRows> rows;

    private EventCopy(EventList events, Selection source, Optional<SelectedRows> rows) {
        this.events = events;
        this.source = source;
        this.rows = rows;
    }

    /// Of no output, nothing is copied.
    static EventCopy of(EventList events, Selection source, Arguments arguments, Workspace workspace, String creator)
            throws IOException, EventsException, StepException {
        if (arguments.file(ExtractStep.EVENTS).isEmpty()) {
            return new EventCopy(events, source, Optional.empty());
        }
        return new EventCopy(
                events,
                source,
                Optional.of(new SelectedRows(
                        events.file(),
                        events.hdu(),
                        workspace.output(arguments.text(ExtractStep.EVENTS).orElseThrow()),
                        withSums(events, changes(events, source, arguments, creator)))));
    }

    /// What differs in the copy from the file, by index of the HDU.
    ///
    /// @throws StepException if the events can't be copied with what else is in the file
    static Map<Integer, HduChange> changes(EventList events, Selection source, Arguments arguments, String creator)
            throws IOException, EventsException, StepException {
        if (events.hdu().isCompressed()) {
            throw new StepException(
                    events.path() + " " + events.hdu() + " is tile-compressed; its rows can't be copied one by one");
        }
        Map<Integer, HduChange> changes = new HashMap<>();
        HduChange main = SubspaceCards.in(
                HduChange.NONE.with("CREATOR", creator, "program that made this file"),
                events,
                source,
                RegionHdu.isSaid(events, source));
        for (String sentence : SelectionWords.of(arguments, ExtractStep.REGION)) {
            main = main.withHistory(" " + sentence.replaceAll("[^ -~]", "?"));
        }
        Optional<SelectedSpan> span = SelectedSpan.of(events, source);
        if (span.isPresent()) {
            Intervals times = source.times().get().on(events);
            main = span.get().in(main, events.hdu());
            for (Hdu hdu : events.file().hdus()) {
                if (HduContent.of(hdu) == HduContent.GOOD_TIMES) {
                    HduChange good = cut(hdu, times, events);
                    changes.put(
                            hdu.index(), isOfSameTimes(hdu, events) ? span.get().in(good, hdu) : good);
                } else if (hdu.index() == 0 && isOfSameTimes(hdu, events)) {
                    changes.put(0, span.get().in(HduChange.NONE, hdu));
                }
            }
        }
        changes.put(events.hdu().index(), main);
        events.file().hdu("VO-TAGS").ifPresent(tags -> changes.put(tags.index(), HduChange.DROP));
        return changes;
    }

    /// An HDU that is copied has right sums, or says that those of its source were wrong.
    private static Map<Integer, HduChange> withSums(EventList events, Map<Integer, HduChange> changes)
            throws IOException {
        for (Hdu hdu : events.file().hdus()) {
            if (!changes.containsKey(hdu.index()) && hdu.dataSize() < MOST_SUMMED && !HduSums.fit(events.file(), hdu)) {
                changes.put(hdu.index(), HduChange.NONE.withHistory(SUMS));
            }
        }
        return changes;
    }

    /// Whether its cards of start and end are those of the events, or it has none.
    private static boolean isOfSameTimes(Hdu hdu, EventList events) {
        Optional<Double> start = hdu.header().number("TSTART");
        return start.isEmpty() || start.equals(events.hdu().header().number("TSTART"));
    }

    /// The rows of a GTI extension as far as they lie in the times selected.
    private static HduChange cut(Hdu table, Intervals times, EventList events) throws IOException, StepException {
        List<TableColumn> columns = table.columns();
        double[][] bounds = GoodTimeTable.bounds(table).orElse(new double[2][0]);
        Intervals own = Intervals.of(bounds[0], bounds[1]);
        boolean plain = columns.size() == 2
                && columns.stream().allMatch(column -> column.type() == 'D' && column.isScalarNumber());
        Optional<EventClock.Moved> clock = events.clock().moved(table, own);
        if (!plain || clock.isEmpty()) {
            throw new StepException(events.path() + " " + table
                    + " is no plain table of good times on a clock that can be compared with that of the events: it"
                    + " can't be cut to the times selected, so the events selected can't be written with it");
        }
        Intervals good = own.and(clock.get().back(times));
        ByteBuffer rows = ByteBuffer.allocate(good.count() * 2 * Double.BYTES);
        for (int i = 0; i < good.count(); i++) {
            rows.putDouble(good.start(i)).putDouble(good.stop(i));
        }
        double seconds = clock.get().seconds(good, events.clock());
        HduChange cut = HduChange.NONE.withRows(rows.array());
        return table.header().has("ONTIME") && !good.equals(own)
                ? cut.with("ONTIME", seconds, "[s] of the times selected")
                : cut;
    }

    /// Whether the times selected leave less than the good times that there were.
    private boolean hasLessTime(Outcome outcome) {
        Intervals before = events.knownGoodTimes();
        return outcome.goodTimes().total() < before.total();
    }

    Optional<Sink<?>> sink() {
        return rows.map(copy -> new Sink.Rows(copy::add));
    }

    /// Writes the rest; the exposures that the header has are those of the times selected.
    void finish(Outcome outcome) throws IOException, EventsException {
        if (rows.isEmpty()) {
            return;
        }
        HduChange last = HduChange.NONE;
        if (source.times().isPresent() && outcome.onTimeSeconds().isPresent() && hasLessTime(outcome)) {
            for (String keyword : EXPOSURES) {
                if (events.hdu().header().has(keyword)) {
                    double seconds = keyword.equals("ONTIME")
                            ? outcome.onTimeSeconds().get()
                            : outcome.exposureSeconds().orElseThrow();
                    last = last.with(keyword, seconds, "[s] of the times selected");
                }
            }
        }
        rows.get().finish(last);
        ObservationCards cards =
                ObservationCards.of(events.hdu(), events.file().hdus().getFirst());
        Optional<byte[]> region = RegionHdu.beside(events, source, cards);
        if (region.isPresent()) {
            rows.get().append(region.get());
        }
    }

    @Override
    public void close() throws IOException {
        if (rows.isPresent()) {
            rows.get().close();
        }
    }
}
