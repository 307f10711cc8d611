// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.T_MAX;
import static org.vo4he.obscore.ObsCoreColumn.T_MIN;
import static org.vo4he.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.vo4he.obscore.ObsCoreColumn.T_XEL;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.time.CalendarTime;
import org.vo4he.time.GoodTimes;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// When, and how finely.
final class TimeAxis {

    private static final Pattern UNIT_IN_COMMENT = Pattern.compile("[\\[(]\\s*([A-Za-z]+)\\s*[\\])]");
    private static final long MOST_LIGHT_CURVE_ROWS = 2_000_000;

    private final Draft draft;

    private TimeAxis(Draft draft) {
        this.draft = draft;
    }

    static void fill(Draft draft) {
        TimeAxis axis = new TimeAxis(draft);
        if (draft.kind() == ProductKind.SOURCE_LIST) {
            draft.absent(T_XEL, "a table of sources has no time axis");
        }
        if (draft.clock().system() == TimeSystem.LOCAL
                && DateScale.saidByComment(draft).isEmpty()) {
            String why = "TIMESYS names a clock that can't be brought to UTC";
            draft.absent(T_MIN, why);
            draft.absent(T_MAX, why);
        } else {
            axis.interval();
        }
        new Exposure(draft).fill();
        axis.resolution();
        axis.samples();
    }

    private void interval() {
        boolean found =
                fromClockCards() || fromGoodTimes() || fromDates() || fromTimeColumn() || MissionClockTimes.fill(draft);
        if (!found && hasReadings() && draft.clock().reference().isEmpty()) {
            draft.find(
                    OgipFinding.MJDREF_MISSING, draft.hdu(), "MJDREF", "clock readings can't be dated without MJDREF");
        }
    }

    private boolean hasReadings() {
        return draft.headers().number("TSTART").isPresent()
                || draft.contents().first(HduContent.GOOD_TIMES).isPresent();
    }

    private boolean fromClockCards() {
        Optional<ClockReadings> readings = ClockReadings.of(draft.headers());
        if (readings.isEmpty() || draft.clock().reference().isEmpty()) {
            return false;
        }
        HeaderChain.Found<Double> start = readings.get().start();
        HeaderChain.Found<Double> stop = readings.get().stop();
        if (readings.get().areUnset()) {
            draft.find(OgipFinding.TIME_IMPOSSIBLE, start.hdu(), "TSTART+TSTOP", "0.0 to 0.0 is taken as not set");
            return false;
        }
        return bounds(
                draft.clock().toMjdUtc(start.value()),
                Draft.origin(start),
                draft.clock().toMjdUtc(stop.value()),
                Draft.origin(stop),
                readings.get().asWritten());
    }

    private boolean fromGoodTimes() {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        Hdu source = null;
        for (Hdu table : draft.contents().all(HduContent.GOOD_TIMES)) {
            GoodTimes times = draft.goodTimes(table).orElse(null);
            if (times == null || times.isEmpty()) {
                continue;
            }
            source = source == null ? table : source;
            first = Math.min(first, times.first());
            last = Math.max(last, times.last());
        }
        if (source == null) {
            return false;
        }
        Clock clock = draft.clockOf(source);
        return clock.reference().isPresent()
                && bounds(
                        clock.toMjdUtc(first),
                        new Origin.Column(source.label(), "START"),
                        clock.toMjdUtc(last),
                        new Origin.Column(source.label(), "STOP"),
                        "good times " + first + " to " + last);
    }

    private boolean fromDates() {
        Optional<HeaderChain.Found<String>> begin = draft.headers().text("DATE-OBS", "DATE-BEG", "DATE_OBS");
        Optional<HeaderChain.Found<String>> end = draft.headers().text("DATE-END", "DATE_END");
        if (begin.isEmpty()) {
            return fromMjdCards();
        }
        TimeSystem system = DateScale.of(draft, begin.get(), end);
        Optional<Double> start = date(begin.get(), "TIME-OBS", false, system);
        Optional<Double> stop = end.flatMap(card -> date(card, "TIME-END", true, system));
        if (start.isEmpty()) {
            return fromMjdCards();
        }
        if (stop.isEmpty()) {
            draft.set(T_MIN, start.get(), Draft.origin(begin.get()));
            draft.absent(T_MAX, "nothing states the end");
            return true;
        }
        return bounds(
                start,
                Draft.origin(begin.get()),
                stop,
                Draft.origin(end.get()),
                begin.get().value() + " to " + end.get().value());
    }

    private boolean fromMjdCards() {
        Optional<HeaderChain.Found<Double>> begin = draft.headers().number("MJD-BEG", "MJD-OBS");
        Optional<HeaderChain.Found<Double>> end = draft.headers().number("MJD-END");
        if (begin.isEmpty() || end.isEmpty()) {
            return false;
        }
        TimeSystem system = DateScale.of(draft, begin.get(), end);
        return bounds(
                system.toMjdUtc(begin.get().value(), 0),
                Draft.origin(begin.get()),
                system.toMjdUtc(end.get().value(), 0),
                Draft.origin(end.get()),
                begin.get().value() + " to " + end.get().value());
    }

    private Optional<Double> date(
            HeaderChain.Found<String> card, String timeKeyword, boolean isEnd, TimeSystem system) {
        FitsHeader header = card.hdu().header();
        Optional<String> timeOfDay = header.text(timeKeyword).or(() -> header.text(timeKeyword.replace('-', '_')));
        Optional<CalendarTime> date = CalendarTime.parse(card.value(), timeOfDay);
        if (date.isEmpty()) {
            draft.find(OgipFinding.DATE_UNREADABLE, card.hdu(), card.keyword(), "'" + card.value() + "' is no date");
            return Optional.empty();
        }
        if (!date.get().hasTimeOfDay()) {
            draft.find(
                    OgipFinding.DATE_WITHOUT_TIME,
                    card.hdu(),
                    card.keyword(),
                    "'" + card.value() + "' has no time of day; the " + (isEnd ? "end" : "start")
                            + " of the day is taken");
        }
        return isEnd && !date.get().hasTimeOfDay()
                ? date.get().endOfDayMjdUtc(system)
                : date.get().toMjdUtc(system);
    }

    private boolean fromTimeColumn() {
        Optional<TableColumn> time = draft.hdu().column("TIME").filter(TableColumn::isScalarNumber);
        boolean readable = draft.kind() == ProductKind.LIGHT_CURVE
                && time.isPresent()
                && draft.clock().reference().isPresent()
                && draft.hdu().rows() <= MOST_LIGHT_CURVE_ROWS;
        Optional<Unit> own = time.flatMap(TableColumn::unit).flatMap(text -> Unit.parse(text, Unit.Dimension.TIME));
        if (!readable || own.isEmpty() && Clock.hasUnknownUnit(draft.headers())) {
            return false;
        }
        try {
            Optional<Hdu.Range> range = draft.hdu().range(time.get());
            double toClock =
                    own.map(unit -> unit.convert(1, draft.clock().unit())).orElse(1.0);
            Origin origin = new Origin.Column(draft.hdu().label(), time.get().name());
            return range.isPresent()
                    && bounds(
                            draft.clock().columnToMjdUtc(range.get().min() * toClock),
                            origin,
                            draft.clock().columnToMjdUtc(range.get().max() * toClock),
                            origin,
                            "times " + range.get().min() + " to " + range.get().max());
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, draft.hdu(), "TIME", e.getMessage());
            return false;
        }
    }

    private boolean bounds(
            Optional<Double> start, Origin startOrigin, Optional<Double> stop, Origin stopOrigin, String asWritten) {
        if (start.isEmpty() || stop.isEmpty() || stop.get() < start.get()) {
            draft.find(OgipFinding.TIME_IMPOSSIBLE, draft.hdu(), "", asWritten + " is no time of an observation");
            return false;
        }
        draft.set(T_MIN, start.get(), startOrigin);
        draft.set(T_MAX, stop.get(), stopOrigin);
        return true;
    }

    private void resolution() {
        switch (draft.kind()) {
            case EVENT_LIST, LIGHT_CURVE -> {
                if (!bin() && draft.kind() == ProductKind.EVENT_LIST) {
                    frameTime();
                }
            }
            case SPECTRUM, IMAGE, CUBE, HEALPIX_MAP, FLUX_POINTS, RADIAL_PROFILE, SOURCE_LIST ->
                draft.absent(T_RESOLUTION, "this " + draft.kind().inWords() + " has no time axis");
        }
    }

    private boolean bin() {
        Optional<HeaderChain.Found<Double>> card = draft.headers()
                .number("TIMEDEL")
                .filter(delta -> delta.value() > 0)
                .filter(delta -> delta.unit(Unit.Dimension.TIME).isPresent() || !Clock.hasUnknownUnit(draft.headers()));
        card.ifPresent(delta -> draft.set(
                T_RESOLUTION,
                delta.unit(Unit.Dimension.TIME).orElse(draft.clock().unit()).convert(delta.value(), Unit.SECOND),
                Draft.origin(delta)));
        return card.isPresent();
    }

    /// FRMTIME has no fixed unit: XMM-Newton writes milliseconds and says so in the comment.
    private void frameTime() {
        draft.headers().number("FRMTIME").filter(frame -> frame.value() > 0).ifPresent(frame -> {
            Matcher unit = UNIT_IN_COMMENT.matcher(frame.comment());
            Optional<Unit> of = unit.find() ? Unit.parse(unit.group(1), Unit.Dimension.TIME) : Optional.empty();
            of.ifPresent(
                    stated -> draft.set(T_RESOLUTION, stated.convert(frame.value(), Unit.SECOND), Draft.origin(frame)));
        });
    }

    private void samples() {
        ObsCoreColumn column = T_XEL;
        switch (draft.kind()) {
            case EVENT_LIST -> draft.derive(column, -1L, "events are not binned in time");
            case LIGHT_CURVE ->
                draft.set(
                        column, draft.hdu().rows(), new Origin.Card(draft.hdu().label(), "NAXIS2"));
            case SPECTRUM -> {
                if (draft.hdu().column("TIME").isPresent()) {
                    draft.set(
                            column,
                            draft.hdu().rows(),
                            new Origin.Card(draft.hdu().label(), "NAXIS2"));
                } else {
                    draft.derive(column, 1L, "this spectrum is summed over time");
                }
            }
            case IMAGE, CUBE -> new PixelAxes(draft).timeSamples();
            case HEALPIX_MAP, FLUX_POINTS, RADIAL_PROFILE ->
                draft.derive(column, 1L, "this " + draft.kind().inWords() + " is summed over time");
            case SOURCE_LIST -> draft.absent(column, "a source list has no time axis");
        }
    }
}
