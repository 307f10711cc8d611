// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.events.EventClock;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Intervals;
import org.vo4he.events.Selection;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduChange;
import org.vo4he.ogip.ObservationCards;
import org.vo4he.time.CalendarTime;

/// What headers say of start and end where times were selected: from the first of them to the last, so far as the
/// observation lasted.
///
/// @param start in readings of the TIME column
/// @param stop likewise
record SelectedSpan(EventClock clock, double start, double stop) {

    /// Empty when no times were selected.
    static Optional<SelectedSpan> of(EventList events, Selection selection) throws IOException, EventsException {
        if (selection.times().isEmpty()) {
            return Optional.empty();
        }
        Intervals times = selection.times().get().on(events);
        if (times.isEmpty()) {
            return Optional.empty();
        }
        EventClock clock = events.clock();
        double first = card(events, "TSTART").map(clock::ofCard).orElse(Double.NEGATIVE_INFINITY);
        double last = card(events, "TSTOP").map(clock::ofCard).orElse(Double.POSITIVE_INFINITY);
        Intervals within = first <= last ? times.and(Intervals.of(first, last)) : times;
        Intervals span = within.isEmpty() ? times : within;
        return Optional.of(new SelectedSpan(clock, span.start(0), span.stop(span.count() - 1)));
    }

    private static Optional<Double> card(EventList events, String keyword) {
        return events.headers().number(keyword).map(found -> found.value());
    }

    /// The cards of an observation for these times.
    ObservationCards in(ObservationCards cards) {
        return cards.within(
                clock.toCard(start),
                clock.toCard(stop),
                date(start).map(CalendarTime::toDali),
                date(stop).map(CalendarTime::toDali));
    }

    /// The same for the header of a copy: those cards change that it has.
    HduChange in(HduChange change, Hdu hdu) {
        HduChange changed = change;
        FitsHeader header = hdu.header();
        changed = reading(changed, header, "TSTART", start, "start of the times selected");
        changed = reading(changed, header, "TSTOP", stop, "end of the times selected");
        if (header.has("TELAPSE")) {
            changed = changed.with("TELAPSE", (stop - start) * clock.secondsPerReading(), "[s] TSTOP - TSTART");
        }
        changed = dated(changed, header, "DATE-OBS", "TIME-OBS", start, "as TSTART");
        changed = dated(changed, header, "DATE-END", "TIME-END", stop, "as TSTOP");
        changed = mjd(changed, header, "MJD-OBS", start, "as TSTART");
        changed = mjd(changed, header, "MJD-BEG", start, "as TSTART");
        return mjd(changed, header, "MJD-END", stop, "as TSTOP");
    }

    private HduChange reading(HduChange change, FitsHeader header, String keyword, double time, String comment) {
        double card = clock.toCard(time);
        if (header.has(keyword)) {
            return change.with(keyword, card, comment);
        }
        return header.has(keyword + "I") && header.has(keyword + "F")
                ? change.with(keyword + "I", (long) Math.floor(card), comment)
                        .with(keyword + "F", card - Math.floor(card), "fraction")
                : change;
    }

    private HduChange dated(
            HduChange change, FitsHeader header, String dateCard, String timeCard, double time, String comment) {
        Optional<CalendarTime> date = date(time);
        if (date.isEmpty() || !header.has(dateCard)) {
            return change;
        }
        String[] parts = date.get().toDali().split("T");
        return header.has(timeCard)
                ? change.with(dateCard, parts[0], comment).with(timeCard, parts[1], comment)
                : change.with(dateCard, parts[0] + "T" + parts[1], comment);
    }

    private HduChange mjd(HduChange change, FitsHeader header, String keyword, double time, String comment) {
        Optional<Double> mjd = clock.toMjd(time);
        return mjd.isPresent() && header.has(keyword) ? change.with(keyword, mjd.get(), comment) : change;
    }

    private Optional<CalendarTime> date(double time) {
        return clock.toMjd(time)
                .filter(Double::isFinite)
                .map(mjd -> new CalendarTime((long) Math.floor(mjd), mjd - Math.floor(mjd), true));
    }
}
