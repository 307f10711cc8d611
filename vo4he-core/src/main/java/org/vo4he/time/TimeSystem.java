// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFA.JulianDate;
import org.jastronomy.jsofa.JSOFAException;

/// A scale in which a file counts time: the value of its TIMESYS card (FITS 4.0, section 9.2.1; OGIP/93-003).
public enum TimeSystem {
    TT,
    TDB,
    TAI,
    UTC,
    /// TAI - 19 s.
    GPS,
    /// Runs faster than TDB by 1.55e-8.
    TCB,
    /// Runs faster than TT by 6.97e-10.
    TCG,
    /// A free clock (FITS 4.0, table 30), or a scale of unknown relation to the others: nothing on it can be dated.
    LOCAL;

    private static final double MJD_ZERO = 2400000.5;
    private static final double SECONDS_PER_DAY = 86400;
    private static final long MICROSECONDS_PER_DAY = 86_400_000_000L;
    private static final double TAI_MINUS_GPS_SECONDS = 19;

    /// 1960-01-01: UTC does not exist before, and what claims to be earlier is no observation of a satellite.
    private static final double FIRST_MJD = 36934;

    /// 2050-01-01: what claims to be later was counted from a wrong zero.
    private static final double LAST_MJD = 69807;

    /// Words that stand in TIMESYS cards and name a format, a unit or a zero point, such as `MJD` or `1993.0`.
    private static final Pattern NO_SCALE = Pattern.compile("MJD|T?JD|MET|S|SECS?|SECONDS?|D|DAYS?|[0-9].*");

    /// The scale of this name, in any case and with its realisation, as in `TT(TAI)`; older names of TT (TDT, ET)
    /// are known. UT1 is taken for UTC, from which it is never 0.9 s away. A word that names another scale gives
    /// [#LOCAL].
    ///
    /// @return empty for names of formats, units or zero points, which name no scale
    public static Optional<TimeSystem> named(String timesys) {
        String word = timesys.strip().toUpperCase(Locale.ROOT).replaceFirst("\\(.*\\)$", "");
        return switch (word) {
            case "TT", "TDT", "ET" -> Optional.of(TT);
            case "TDB" -> Optional.of(TDB);
            case "TAI", "IAT" -> Optional.of(TAI);
            case "UTC", "UT", "UT1", "GMT", "Z" -> Optional.of(UTC);
            case "GPS" -> Optional.of(GPS);
            case "TCB" -> Optional.of(TCB);
            case "TCG" -> Optional.of(TCG);
            default -> word.isEmpty() || NO_SCALE.matcher(word).matches() ? Optional.empty() : Optional.of(LOCAL);
        };
    }

    /// From a date in this scale to MJD in UTC, with leap seconds.
    ///
    /// On the day of a leap second the fraction is of a day of 86,401 s, as SOFA does it. TDB is taken at the
    /// geocentre.
    ///
    /// @param mjdDays a first part, best the whole days, so that nothing of the second is lost
    /// @param mjdRest the rest, in days, of any size
    /// @return empty outside 1960 to 2050, on a [#LOCAL] clock, or if the date is not a number
    public Optional<Double> toMjdUtc(double mjdDays, double mjdRest) {
        double mjd = mjdDays + mjdRest;
        if (this == LOCAL || !(mjd >= FIRST_MJD && mjd <= LAST_MJD)) {
            return Optional.empty();
        }
        if (this == UTC) {
            return Optional.of(mjd);
        }
        JulianDate tai = tai(MJD_ZERO + mjdDays, mjdRest);
        try {
            JulianDate utc = JSOFA.jauTaiutc(tai.djm0, tai.djm1);
            return Optional.of((utc.djm0 - MJD_ZERO) + utc.djm1);
        } catch (JSOFAException outsideUtc) {
            return Optional.empty();
        }
    }

    /// From a date in this scale to microseconds of TCB since JD 0, as time MOCs count them (MOC 2.0, section 4.2).
    ///
    /// @return empty where [#toMjdUtc] is
    public Optional<Long> toTcbMicroseconds(double mjdDays, double mjdRest) {
        double mjd = mjdDays + mjdRest;
        if (this == LOCAL || !(mjd >= FIRST_MJD && mjd <= LAST_MJD)) {
            return Optional.empty();
        }
        try {
            JulianDate tcb = tcb(MJD_ZERO + mjdDays, mjdRest);
            long days = (long) Math.floor(tcb.djm0);
            return Optional.of(
                    days * MICROSECONDS_PER_DAY + Math.round((tcb.djm0 - days + tcb.djm1) * MICROSECONDS_PER_DAY));
        } catch (JSOFAException outsideUtc) {
            return Optional.empty();
        }
    }

    private JulianDate tcb(double day, double rest) throws JSOFAException {
        if (this == TCB) {
            return new JulianDate(day, rest);
        }
        if (this == TDB) {
            return JSOFA.jauTdbtcb(day, rest);
        }
        JulianDate tai = this == UTC ? JSOFA.jauUtctai(day, rest) : tai(day, rest);
        JulianDate tt = JSOFA.jauTaitt(tai.djm0, tai.djm1);
        JulianDate tdb = JSOFA.jauTttdb(tt.djm0, tt.djm1, TdbMinusTt.seconds(tt.djm0, tt.djm1));
        return JSOFA.jauTdbtcb(tdb.djm0, tdb.djm1);
    }

    private JulianDate tai(double day, double rest) {
        return switch (this) {
            case TAI, UTC, LOCAL -> new JulianDate(day, rest);
            case GPS -> new JulianDate(day, rest + TAI_MINUS_GPS_SECONDS / SECONDS_PER_DAY);
            case TT -> JSOFA.jauTttai(day, rest);
            case TCG -> {
                JulianDate tt = JSOFA.jauTcgtt(day, rest);
                yield JSOFA.jauTttai(tt.djm0, tt.djm1);
            }
            case TDB -> ofTdb(day, rest);
            case TCB -> {
                JulianDate tdb = JSOFA.jauTcbtdb(day, rest);
                yield ofTdb(tdb.djm0, tdb.djm1);
            }
        };
    }

    private static JulianDate ofTdb(double day, double rest) {
        JulianDate tt = JSOFA.jauTdbtt(day, rest, TdbMinusTt.seconds(day, rest));
        return JSOFA.jauTttai(tt.djm0, tt.djm1);
    }
}
