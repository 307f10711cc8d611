// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HduContent;
import org.vo4he.time.CalendarTime;

/// Which times are taken: closed intervals. Immutable.
public sealed interface Times {

    /// The readings of the TIME column themselves, as in TSTART: mission seconds, as a rule.
    record Readings(Intervals intervals) implements Times {}

    /// MJD in the system of the file (TIMESYS; TT when it says none).
    record Mjd(Intervals intervals) implements Times {}

    /// Dates in the system of the file, as in DATE-OBS; in UTC where they end in `Z`.
    record Dates(String start, String stop) implements Times {}

    /// The good times of the event list itself: those of each event's own chip are taken as [Extraction] tells.
    record OwnGoodTimes() implements Times {}

    /// The good times of a file: of its first GTI extension.
    record GoodTimesOf(Path file) implements Times {}

    /// Reads `GTI`; `A-B` or `A:B` in readings of the TIME column; `mjd:A-B`;
    /// `2008-10-07T12:00:00/2008-10-07T13:00:00` (`Z` at the end: UTC). Several ranges of numbers are put between
    /// commas.
    ///
    /// @throws EventsException if it is not understood
    static Times parse(String text) throws EventsException {
        String bare = text.strip();
        if (bare.equalsIgnoreCase("GTI")) {
            return new OwnGoodTimes();
        }
        boolean mjd = bare.regionMatches(true, 0, "mjd", 0, 3);
        Optional<Intervals> numbers = Form.intervals(mjd ? bare.substring(3).replaceFirst("^[:=\\s]+", "") : bare);
        if (numbers.isPresent()) {
            return mjd ? new Mjd(numbers.get()) : new Readings(numbers.get());
        }
        String[] dates = bare.split("\\s*/\\s*|\\s+-\\s+|\\s*,\\s*", -1);
        if (dates.length == 2 && Form.isDate(dates[0]) && Form.isDate(dates[1])) {
            return new Dates(dates[0], dates[1]);
        }
        throw new EventsException("'" + text + "' is no range of times: A-B in the seconds of TIME, mjd:A-B, two dates "
                + "as 2008-10-07T12:00:00/2008-10-07T13:00:00, or GTI is expected");
    }

    /// As readings of the TIME column of a list.
    default Intervals on(EventList events) throws IOException, EventsException {
        return switch (this) {
            case Readings(Intervals intervals) -> intervals;
            case Mjd(Intervals intervals) -> Form.ofMjd(intervals, events);
            case Dates(String start, String stop) ->
                Intervals.of(Form.ofDate(start, events), Form.ofDate(stop, events));
            case OwnGoodTimes() ->
                events.goodTimes()
                        .forChip(Optional.empty())
                        .orElseThrow(() -> new EventsException(events.path() + " has no GTI extension"))
                        .intervals();
            case GoodTimesOf(Path file) -> Form.ofFile(file, events);
        };
    }

    /// What reads and converts; apart since an interface shows all it has.
    final class Form {

        private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";
        private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*[-:]\\s*" + NUMBER);

        private Form() {}

        private static Optional<Intervals> intervals(String text) throws EventsException {
            List<double[]> ranges = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                Matcher range = RANGE.matcher(part.strip());
                if (!range.matches()) {
                    return Optional.empty();
                }
                double start = Double.parseDouble(range.group(1));
                double stop = Double.parseDouble(range.group(2));
                if (!(start <= stop)) {
                    throw new EventsException("the range of times '" + part.strip() + "' ends before it begins");
                }
                ranges.add(new double[] {start, stop});
            }
            return Optional.of(Intervals.of(
                    ranges.stream().mapToDouble(range -> range[0]).toArray(),
                    ranges.stream().mapToDouble(range -> range[1]).toArray()));
        }

        private static boolean isDate(String text) {
            return CalendarTime.parse(text).isPresent();
        }

        private static Intervals ofMjd(Intervals mjd, EventList events) throws EventsException {
            double[] starts = new double[mjd.count()];
            double[] stops = new double[mjd.count()];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = dated(events, events.clock().ofMjd(mjd.start(i), 0));
                stops[i] = dated(events, events.clock().ofMjd(mjd.stop(i), 0));
            }
            return Intervals.of(starts, stops);
        }

        private static double ofDate(String date, EventList events) throws EventsException {
            CalendarTime time = CalendarTime.parse(date).orElseThrow();
            boolean utc = date.strip().endsWith("Z");
            return dated(
                    events,
                    utc
                            ? events.clock().ofMjdUtc(time.mjdDay(), time.dayFraction())
                            : events.clock().ofMjd(time.mjdDay(), time.dayFraction()));
        }

        private static double dated(EventList events, Optional<Double> reading) throws EventsException {
            return reading.orElseThrow(() -> new EventsException(events.path() + " " + events.hdu()
                    + " can't be asked for dates: it has no MJDREF, or its TIMESYS "
                    + events.clock().clock().system() + " has no relation to UTC"));
        }

        private static Intervals ofFile(Path path, EventList events) throws IOException, EventsException {
            try (FitsFile file = FitsFile.open(path)) {
                for (Hdu hdu : file.hdus()) {
                    Optional<double[][]> bounds =
                            HduContent.of(hdu) == HduContent.GOOD_TIMES ? GoodTimeTable.bounds(hdu) : Optional.empty();
                    if (bounds.isPresent()) {
                        Intervals raw = Intervals.of(bounds.get()[0], bounds.get()[1]);
                        return events.clock().ofForeignTable(hdu, raw);
                    }
                }
            } catch (NotFitsException e) {
                throw new EventsException(path + " is no FITS file: good times are read from a GTI extension");
            }
            throw new EventsException(path + " has no GTI extension");
        }
    }
}
