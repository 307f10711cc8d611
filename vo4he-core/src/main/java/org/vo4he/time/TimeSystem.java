// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.util.Locale;
import java.util.Optional;
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
    GPS;

    private static final double MJD_ZERO = 2400000.5;
    private static final double SECONDS_PER_DAY = 86400;
    private static final double TAI_MINUS_GPS_SECONDS = 19;

    /// 1960-01-01: UTC does not exist before, and what claims to be earlier is no observation of a satellite.
    private static final double FIRST_MJD = 36934;

    /// 2050-01-01: what claims to be later was counted from a wrong zero.
    private static final double LAST_MJD = 69807;

    /// The scale of this name, in any case; older names of TT (TDT, ET) are known, names of formats (MJD, JD)
    /// are not.
    public static Optional<TimeSystem> named(String timesys) {
        return switch (timesys.strip().toUpperCase(Locale.ROOT)) {
            case "TT", "TDT", "ET", "TT(TAI)" -> Optional.of(TT);
            case "TDB" -> Optional.of(TDB);
            case "TAI", "IAT" -> Optional.of(TAI);
            case "UTC", "GMT", "Z" -> Optional.of(UTC);
            case "GPS" -> Optional.of(GPS);
            default -> Optional.empty();
        };
    }

    /// From a date in this scale to MJD in UTC, with leap seconds.
    ///
    /// On the day of a leap second the fraction is of a day of 86,401 s, as SOFA does it. TDB is taken at the
    /// geocentre.
    ///
    /// @param mjdDays a first part, best the whole days, so that nothing of the second is lost
    /// @param mjdRest the rest, in days, of any size
    /// @return empty outside 1960 to 2050, or if the date is not a number
    public Optional<Double> toMjdUtc(double mjdDays, double mjdRest) {
        double mjd = mjdDays + mjdRest;
        if (!(mjd >= FIRST_MJD && mjd <= LAST_MJD)) {
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

    private JulianDate tai(double day, double rest) {
        return switch (this) {
            case TAI, UTC -> new JulianDate(day, rest);
            case GPS -> new JulianDate(day, rest + TAI_MINUS_GPS_SECONDS / SECONDS_PER_DAY);
            case TT -> JSOFA.jauTttai(day, rest);
            case TDB -> {
                double fractionOfDay = (day + 0.5 + rest) % 1;
                double tdbMinusTt = JSOFA.jauDtdb(day, rest, fractionOfDay, 0, 0, 0);
                JulianDate tt = JSOFA.jauTdbtt(day, rest, tdbMinusTt);
                yield JSOFA.jauTttai(tt.djm0, tt.djm1);
            }
        };
    }
}
