// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.time.MjdReference;
import org.vo4he.units.Unit;

/// What the readings of the TIME column mean. All times of this package are such readings, so that nothing is
/// lost by conversion where a file counts in seconds without an offset, as nearly all do.
///
/// @param clock of the header; its unit is that of the column where TUNIT says one
/// @param cardUnit in which TSTART and TSTOP are
public record EventClock(Clock clock, Unit cardUnit) {

    private static final double SECONDS_PER_DAY = 86400;
    private static final int ROUNDS = 4;

    static EventClock of(HeaderChain headers, Optional<TableColumn> time, String where, List<Finding> findings) {
        Clock clock = Clock.of(headers, where, findings);
        Unit unit = time.flatMap(TableColumn::unit)
                .flatMap(text -> Unit.parse(text, Unit.Dimension.TIME))
                .orElse(clock.unit());
        double zero = unit == clock.unit() ? clock.zero() : clock.unit().convert(clock.zero(), unit);
        return new EventClock(
                new Clock(
                        clock.reference(), zero, unit, clock.system(), clock.systemStated(), clock.referenceKeywords()),
                clock.unit());
    }

    /// How many seconds one of the column's readings is.
    public double secondsPerReading() {
        return clock.seconds(1);
    }

    /// The MJD, in the system of the file (TIMESYS), of a reading.
    public Optional<Double> toMjd(double reading) {
        return clock.reference()
                .map(zero -> zero.days() + (zero.fraction() + clock.secondsOfColumn(reading) / SECONDS_PER_DAY));
    }

    /// What TSTART or TSTOP says of a reading of the column: in their unit, and with a TIMEZERO that belongs to the
    /// column alone.
    public double toCard(double reading) {
        return clock.unit().convert(toGoodTime(reading), cardUnit);
    }

    /// The reading of the column that TSTART or TSTOP means.
    public double ofCard(double card) {
        return cardUnit.convert(card, clock.unit()) - (clock.zero() - offsetOfReadings(clock));
    }

    /// What a GTI extension in the unit of the column says of one of its readings.
    public double toGoodTime(double reading) {
        return reading + (clock.zero() - offsetOfReadings(clock));
    }

    /// The reading at an MJD in the system of the file, given as days and a rest; empty without MJDREF.
    Optional<Double> ofMjd(double days, double rest) {
        return clock.reference()
                .map(zero -> ofSeconds(((days - zero.days()) + (rest - zero.fraction())) * SECONDS_PER_DAY));
    }

    /// The reading at an MJD in UTC; to a microsecond.
    Optional<Double> ofMjdUtc(double days, double rest) {
        Optional<Double> reading = ofMjd(days, rest);
        for (int round = 0; round < ROUNDS && reading.isPresent(); round++) {
            double guess = reading.get();
            reading =
                    clock.columnToMjdUtc(guess).map(utc -> guess + ofDuration(((days - utc) + rest) * SECONDS_PER_DAY));
        }
        return reading;
    }

    private double ofSeconds(double seconds) {
        return ofDuration(seconds) - clock.zero();
    }

    private double ofDuration(double seconds) {
        return Unit.SECOND.convert(seconds, clock.unit());
    }

    /// How readings of a GTI extension become readings of the TIME column: times a factor, and an offset.
    public record Moved(double factor, double offset) {

        private boolean isSame() {
            return factor == 1 && offset == 0;
        }

        Intervals apply(Intervals raw) {
            return isSame() ? raw : raw.moved(factor, offset);
        }

        /// Readings of the TIME column as the extension has them.
        public Intervals back(Intervals readings) {
            return isSame() ? readings : readings.moved(1 / factor, -offset / factor);
        }

        /// How many seconds intervals of the extension are.
        public double seconds(Intervals raw, EventClock clock) {
            return raw.total() * factor * clock.secondsPerReading();
        }
    }

    /// The intervals of a GTI extension of the same file in readings of the TIME column.
    Intervals ofTable(Hdu table, Intervals raw) {
        return moved(table, raw).map(moved -> moved.apply(raw)).orElse(raw);
    }

    /// The same of another file.
    ///
    /// @throws EventsException if the two clocks can't be compared
    Intervals ofForeignTable(Hdu table, Intervals raw) throws EventsException {
        Clock own = GoodTimeTable.clock(table, clock, table.toString(), new ArrayList<>());
        return moved(table, raw)
                .map(moved -> moved.apply(raw))
                .orElseThrow(() -> new EventsException("the times of " + table + " are counted in "
                        + own.system() + (own.reference().isPresent() ? "" : " without MJDREF")
                        + ", those of the events in "
                        + clock.system() + (clock.reference().isPresent() ? "" : " without MJDREF")
                        + ": they can't be compared"));
    }

    /// Of a GTI extension and what it has; empty where the two clocks can't be compared.
    public Optional<Moved> moved(Hdu table, Intervals raw) {
        Clock other = GoodTimeTable.clock(table, clock, table.toString(), new ArrayList<>());
        double offset = offsetOfTable(other, table, raw);
        if (other.unit() == clock.unit() && other.reference().equals(clock.reference())) {
            return Optional.of(new Moved(1, offset - clock.zero()));
        }
        if (other.reference().isPresent() != clock.reference().isPresent() || other.system() != clock.system()) {
            return Optional.empty();
        }
        double apart = other.reference().isEmpty()
                ? 0
                : secondsFrom(clock.reference().orElseThrow(), other.reference().get());
        double factor = other.unit().convert(1, clock.unit());
        return Optional.of(new Moved(factor, offset * factor + ofDuration(apart) - clock.zero()));
    }

    /// A TIMEZERO of more than a day is in the readings of some tables already, and of others not: whichever brings
    /// them nearer to TSTART; without one, to what is later than it.
    private static double offsetOfTable(Clock clock, Hdu table, Intervals raw) {
        double zero = clock.zero();
        if (offsetOfReadings(clock) == zero || raw.isEmpty()) {
            return zero;
        }
        double start = table.header().number("TSTART").orElse(zero);
        double first = raw.start(0);
        return Math.abs(first + zero - start) < Math.abs(first - start) ? zero : 0;
    }

    /// Whether TSTART, TSTOP and good times have TIMEZERO in them already, which the TIME column has not.
    public boolean isOfColumnAlone() {
        return offsetOfReadings(clock) != clock.zero();
    }

    /// A TIMEZERO of more than a day belongs to a column alone.
    private static double offsetOfReadings(Clock clock) {
        return Math.abs(clock.seconds(clock.zero())) > SECONDS_PER_DAY ? 0 : clock.zero();
    }

    private static double secondsFrom(MjdReference one, MjdReference other) {
        return ((other.days() - one.days()) + (other.fraction() - one.fraction())) * SECONDS_PER_DAY;
    }
}
