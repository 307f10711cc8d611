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

    /// The intervals of a GTI extension of the same file in readings of the TIME column.
    Intervals ofTable(Hdu table, Intervals raw) {
        Clock own = GoodTimeTable.clock(table, clock, table.toString(), new ArrayList<>());
        return converted(own, raw).orElse(raw);
    }

    /// The same of another file.
    ///
    /// @throws EventsException if the two clocks can't be compared
    Intervals ofForeignTable(Hdu table, Intervals raw) throws EventsException {
        Clock own = GoodTimeTable.clock(table, clock, table.toString(), new ArrayList<>());
        return converted(own, raw)
                .orElseThrow(() -> new EventsException("the times of " + table + " are counted in "
                        + own.system() + (own.reference().isPresent() ? "" : " without MJDREF")
                        + ", those of the events in "
                        + clock.system() + (clock.reference().isPresent() ? "" : " without MJDREF")
                        + ": they can't be compared"));
    }

    private Optional<Intervals> converted(Clock other, Intervals raw) {
        double offset = offsetOfReadings(other) - clock.zero();
        if (other.unit() == clock.unit() && other.reference().equals(clock.reference())) {
            return Optional.of(offset == 0 ? raw : raw.moved(1, offset));
        }
        if (other.reference().isPresent() != clock.reference().isPresent() || other.system() != clock.system()) {
            return Optional.empty();
        }
        double apart = other.reference().isEmpty()
                ? 0
                : secondsFrom(clock.reference().orElseThrow(), other.reference().get());
        double factor = other.unit().convert(1, clock.unit());
        return Optional.of(raw.moved(factor, offsetOfReadings(other) * factor + ofDuration(apart) - clock.zero()));
    }

    /// A TIMEZERO of more than a day belongs to a column alone.
    private static double offsetOfReadings(Clock clock) {
        return Math.abs(clock.seconds(clock.zero())) > SECONDS_PER_DAY ? 0 : clock.zero();
    }

    private static double secondsFrom(MjdReference one, MjdReference other) {
        return ((other.days() - one.days()) + (other.fraction() - one.fraction())) * SECONDS_PER_DAY;
    }
}
