// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.time.MjdReference;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// How a file counts time: MJDREF, TIMEZERO, TIMEUNIT and TIMESYS (OGIP/93-003), with JDREF, DATEREF and TIMEOFFS of
/// FITS 4.0, section 9.
///
/// @param reference empty when the file has none of the cards
/// @param zero TIMEZERO in the unit of the clock, to be added to the times of columns, and to every reading if
///     it is a correction of the clock: of more than a day it is the offset of a column (as XRONOS writes it),
///     which TSTART has in it already
/// @param unit of readings: TIMEUNIT, else what the comment of TSTART says as in `[d]`, else seconds
/// @param system of readings and of dates
/// @param systemStated whether a TIMESYS card says the system; else it is the default of OGIP
/// @param referenceKeywords the cards that gave the reference, such as `MJDREFI+MJDREFF`
public record Clock(
        Optional<MjdReference> reference,
        double zero,
        Unit unit,
        TimeSystem system,
        boolean systemStated,
        String referenceKeywords) {

    private static final double SECONDS_PER_DAY = 86400;

    /// @param where file and HDU, for findings
    public static Clock of(HeaderChain headers, String where, List<Finding> findings) {
        Optional<HeaderChain.Found<String>> timesys = headers.text("TIMESYS");
        Optional<TimeSystem> system = timesys.map(HeaderChain.Found::value).flatMap(TimeSystem::named);
        if (timesys.isPresent() && system.isEmpty()) {
            findings.add(new Finding(
                    OgipFinding.TIMESYS_UNKNOWN,
                    where + " TIMESYS",
                    "'" + timesys.get().value() + "' names no time scale; TT is taken"));
        }
        if (timesys.isPresent() && timesys.get().value().strip().equalsIgnoreCase("UT1")) {
            findings.add(
                    new Finding(OgipFinding.UT1_AS_UTC, where + " TIMESYS", "UT1 is taken for UTC, to 0.9 s the same"));
        }
        if (system.filter(TimeSystem.LOCAL::equals).isPresent()) {
            findings.add(new Finding(
                    OgipFinding.TIMESYS_UNCONVERTIBLE,
                    where + " TIMESYS",
                    "'" + timesys.get().value() + "' can't be brought to UTC"));
        }
        Unit unit = unit(headers, where, findings);
        Optional<ClockZero> reference = ClockZero.of(headers)
                .map(of -> of.later(value(headers.number("TIMEOFFS"))
                        .map(offset -> unit.convert(offset, Unit.DAY))
                        .orElse(0.0)));
        return new Clock(
                reference.map(ClockZero::reference),
                headers.number("TIMEZERO").map(HeaderChain.Found::value).orElseGet(() -> zeroPair(headers)),
                unit,
                system.orElse(TimeSystem.TT),
                system.isPresent(),
                reference.map(ClockZero::keywords).orElse("MJDREF"));
    }

    private static double zeroPair(HeaderChain headers) {
        return value(headers.number("TIMEZERI")).orElse(0.0)
                + value(headers.number("TIMEZERF")).orElse(0.0);
    }

    private static Optional<Double> value(Optional<HeaderChain.Found<Double>> found) {
        return found.map(HeaderChain.Found::value);
    }

    private static Unit unit(HeaderChain headers, String where, List<Finding> findings) {
        Optional<HeaderChain.Found<String>> card = headers.text("TIMEUNIT");
        if (card.isEmpty()) {
            return headers.number("TSTART", "TSTARTI", "TSTOP", "TSTOPI")
                    .flatMap(reading -> reading.unit(Unit.Dimension.TIME))
                    .orElse(Unit.SECOND);
        }
        return timeUnit(card.get().value()).orElseGet(() -> {
            findings.add(new Finding(
                    OgipFinding.TIMEUNIT_UNKNOWN,
                    where + " TIMEUNIT",
                    "'" + card.get().value() + "' is no unit of time; nothing that is counted in it is dated"));
            return Unit.SECOND;
        });
    }

    /// In TIMEUNIT `a` is a year (FITS 4.0, table 34), elsewhere in these files an angstrom.
    private static Optional<Unit> timeUnit(String word) {
        return word.strip().equals("a") ? Optional.of(Unit.YEAR) : Unit.parse(word, Unit.Dimension.TIME);
    }

    /// Whether TIMEUNIT holds a word that names no unit of time: then [#unit] says nothing of readings in cards.
    public static boolean hasUnknownUnit(HeaderChain headers) {
        return headers.text("TIMEUNIT")
                .filter(card -> timeUnit(card.value()).isEmpty())
                .isPresent();
    }

    /// The MJD in UTC of a reading in a card or in a GTI table.
    public Optional<Double> toMjdUtc(double reading) {
        return reference.flatMap(zeroPoint -> zeroPoint.toMjdUtc(secondsOfReading(reading), system));
    }

    /// A reading in a card or in a GTI table in microseconds of TCB since JD 0.
    public Optional<Long> toTcbMicroseconds(double reading) {
        return reference.flatMap(zeroPoint -> zeroPoint.toTcbMicroseconds(secondsOfReading(reading), system));
    }

    /// The MJD in UTC of a time in a TIME column.
    public Optional<Double> columnToMjdUtc(double time) {
        return reference.flatMap(zeroPoint -> zeroPoint.toMjdUtc(secondsOfColumn(time), system));
    }

    /// Seconds since the reference of a reading in a card or in a GTI table.
    public double secondsOfReading(double reading) {
        return seconds(reading + (Math.abs(seconds(zero)) > SECONDS_PER_DAY ? 0 : zero));
    }

    /// Seconds since the reference of a time in a TIME column.
    public double secondsOfColumn(double time) {
        return seconds(time + zero);
    }

    /// A duration on this clock in seconds.
    public double seconds(double readings) {
        return unit.convert(readings, Unit.SECOND);
    }
}
