// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times in UTC between the calendar people read and the MJD the table holds. Every day has 86,400 s here, as in the
/// MJD of UTC; a leap second is not told from the second after it.
final class Moment {

    static final String FORMS =
            "2009-03-01, 2009-03-01T12:30:00, 2009-03, 2009, 2009-060, JD 2454891.5 or an MJD such as 54891.5";

    private static final LocalDateTime MJD_ZERO = LocalDate.of(1858, 11, 17).atStartOfDay();
    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final double JULIAN_DATE_OF_MJD_ZERO = 2_400_000.5;
    /// No MJD of an observation is as large for four thousand years.
    private static final double SURELY_JULIAN_DATE = 2_400_000;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /// The day of the year.
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-(\\d{3})");
    private static final Pattern DAY_AND_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(?:[Zz]| ?UTC|([+-]\\d{2}):?(\\d{2}))?");
    private static final Pattern JULIAN_DATE = Pattern.compile("[Jj][Dd] *(\\d{1,8}(?:\\.\\d*)?)");
    private static final Pattern MJD = Pattern.compile("(?:[Mm][Jj][Dd] *)?(\\d{1,8}(?:\\.\\d*)?)");

    private Moment() {}

    /// The beginning of what was typed: of the day, month or year if no more was said.
    ///
    /// @throws IllegalArgumentException with a sentence for the person who typed it
    static double startMjd(String typed) {
        return mjd(typed.strip(), false);
    }

    /// The end of what was typed.
    ///
    /// @throws IllegalArgumentException with a sentence for the person who typed it
    static double endMjd(String typed) {
        return mjd(typed.strip(), true);
    }

    /// Whether a whole day, month or year was typed, not a moment.
    static boolean isPeriod(String typed) {
        String text = typed.strip();
        return YEAR.matcher(text).matches()
                || MONTH.matcher(text).matches()
                || DAY.matcher(text).matches()
                || ORDINAL.matcher(text).matches();
    }

    private static double mjd(String text, boolean end) {
        try {
            if (YEAR.matcher(text).matches()) {
                LocalDate first = LocalDate.of(Integer.parseInt(text), 1, 1);
                return mjd((end ? first.plusYears(1) : first).atStartOfDay());
            }
            if (MONTH.matcher(text).matches()) {
                LocalDate first = YearMonth.parse(text).atDay(1);
                return mjd((end ? first.plusMonths(1) : first).atStartOfDay());
            }
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                return mjd((end ? day.plusDays(1) : day).atStartOfDay());
            }
            Matcher ordinal = ORDINAL.matcher(text);
            if (ordinal.matches()) {
                LocalDate day =
                        LocalDate.ofYearDay(Integer.parseInt(ordinal.group(1)), Integer.parseInt(ordinal.group(2)));
                return mjd((end ? day.plusDays(1) : day).atStartOfDay());
            }
            Matcher moment = DAY_AND_TIME.matcher(text);
            if (moment.matches()) {
                return mjd(utc(moment));
            }
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("'" + text + "' is not in the calendar");
        }
        return number(text);
    }

    private static LocalDateTime utc(Matcher moment) {
        LocalDateTime local = LocalDate.parse(moment.group(1)).atTime(LocalTime.parse(moment.group(2)));
        return moment.group(3) == null
                ? local
                : local.atOffset(ZoneOffset.of(moment.group(3) + ":" + moment.group(4)))
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
    }

    private static double number(String text) {
        Matcher julian = JULIAN_DATE.matcher(text);
        if (julian.matches()) {
            return Double.parseDouble(julian.group(1)) - JULIAN_DATE_OF_MJD_ZERO;
        }
        Matcher matcher = MJD.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not read as a time; write it like " + FORMS);
        }
        double mjd = Double.parseDouble(matcher.group(1));
        if (mjd > SURELY_JULIAN_DATE) {
            throw new IllegalArgumentException(
                    "'" + text + "' looks like a Julian Date: write JD before it, or subtract 2400000.5 for an MJD");
        }
        return mjd;
    }

    private static double mjd(LocalDateTime time) {
        long days = ChronoUnit.DAYS.between(MJD_ZERO, time);
        return days + ChronoUnit.NANOS.between(MJD_ZERO.plusDays(days), time) / (MILLIS_PER_DAY * 1e6);
    }

    /// `2009-03-01T12:30:00.250`: to the millisecond, without needless zeros.
    static String iso(double mjd) {
        LocalDateTime time = time(mjd);
        String seconds = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                .format(time);
        int millis = time.getNano() / 1_000_000;
        return millis == 0 ? seconds : seconds + String.format(Locale.ROOT, ".%03d", millis);
    }

    /// `2009-03-01 12:30`
    static String minute(double mjd) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).format(time(mjd));
    }

    /// `2009-03-01`
    static String day(double mjd) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).format(time(mjd));
    }

    /// The day of a whole MJD.
    static LocalDate date(long mjd) {
        return MJD_ZERO.toLocalDate().plusDays(mjd);
    }

    /// The MJD at which a day begins.
    static long mjd(LocalDate day) {
        return ChronoUnit.DAYS.between(MJD_ZERO.toLocalDate(), day);
    }

    private static LocalDateTime time(double mjd) {
        return MJD_ZERO.plus(Math.round(mjd * MILLIS_PER_DAY), ChronoUnit.MILLIS);
    }
}
