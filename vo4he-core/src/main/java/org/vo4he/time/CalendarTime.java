// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A calendar date with or without a time of day, as in DATE-OBS (FITS 4.0, section 9.1.1, and the form
/// DD/MM/YY of before 2000). Its scale is that of the file.
///
/// @param mjdDay MJD at 0 h of the date
/// @param dayFraction of 86,400 s; 0 when there is no time of day
/// @param hasTimeOfDay false when only the date was written
public record CalendarTime(long mjdDay, double dayFraction, boolean hasTimeOfDay) {

    private static final Pattern ISO = Pattern.compile(
            "([+-]?\\d{4,5})-(\\d{1,2})-(\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d*)?))?)?\\s*Z?");
    private static final Pattern OLD = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{2})");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d*)?))?");
    private static final double SECONDS_PER_DAY = 86400;

    /// @return empty if the text is no date, or a date that does not exist
    public static Optional<CalendarTime> parse(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (iso.matches()) {
            Optional<Double> fraction =
                    iso.group(4) == null ? Optional.of(0.0) : fraction(iso.group(4), iso.group(5), iso.group(6));
            return fraction.flatMap(of -> day(iso.group(1), iso.group(2), iso.group(3), 0, of, iso.group(4) != null));
        }
        Matcher old = OLD.matcher(text.strip());
        if (old.matches()) {
            return day(old.group(3), old.group(2), old.group(1), 1900, 0, false);
        }
        return Optional.empty();
    }

    /// A date and the time of day that another card (TIME-OBS, TIME-END) gives; the text of a date that has its
    /// own time stays as it is.
    public static Optional<CalendarTime> parse(String date, Optional<String> timeOfDay) {
        return parse(date).map(day -> {
            if (day.hasTimeOfDay() || timeOfDay.isEmpty()) {
                return day;
            }
            Matcher clock = CLOCK.matcher(timeOfDay.get().strip());
            if (!clock.matches()) {
                return day;
            }
            return fraction(clock.group(1), clock.group(2), clock.group(3))
                    .map(of -> new CalendarTime(day.mjdDay(), of, true))
                    .orElse(day);
        });
    }

    private static Optional<Double> fraction(String hours, String minutes, String seconds) {
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        double second = seconds == null ? 0 : Double.parseDouble(seconds);
        if (hour > 24 || minute > 59 || second >= 61) {
            return Optional.empty();
        }
        return Optional.of((hour * 3600 + minute * 60 + second) / SECONDS_PER_DAY);
    }

    private static Optional<CalendarTime> day(
            String year, String month, String day, int century, double fraction, boolean hasTime) {
        try {
            LocalDate date =
                    LocalDate.of(Integer.parseInt(year) + century, Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(new CalendarTime(date.getLong(JulianFields.MODIFIED_JULIAN_DAY), fraction, hasTime));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public Optional<Double> toMjdUtc(TimeSystem system) {
        return system.toMjdUtc(mjdDay, dayFraction);
    }

    /// MJD in UTC of the end of the day, for a date without a time of day that ends an interval.
    public Optional<Double> endOfDayMjdUtc(TimeSystem system) {
        return system.toMjdUtc(mjdDay + 1, 0);
    }

    /// In the DALI form `YYYY-MM-DDThh:mm:ss[.sss]`; a date without a time of day is given as 0 h.
    public String toDali() {
        LocalDate date = LocalDate.MIN.with(JulianFields.MODIFIED_JULIAN_DAY, mjdDay);
        long millis = Math.min(Math.round(dayFraction * SECONDS_PER_DAY * 1000), 86_399_999);
        long seconds = millis / 1000;
        String whole =
                String.format(Locale.ROOT, "%sT%02d:%02d:%02d", date, seconds / 3600, seconds / 60 % 60, seconds % 60);
        return millis % 1000 == 0 ? whole : whole + String.format(Locale.ROOT, ".%03d", millis % 1000);
    }
}
