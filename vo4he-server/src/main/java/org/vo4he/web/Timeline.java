// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// When the products were observed: how many were under way in each day, month or year. A bin counts exactly what a
/// search for that time finds.
///
/// @param step what a bin is: day, month, year
/// @param bins without gaps between them; none when nothing states a time, or not all could be counted
record Timeline(String step, List<Bin> bins) {

    private static final Timeline NONE = new Timeline("", List.of());

    private static final int MOST_BINS = 60;
    private static final int MOST_DAYS = 100_000;
    /// MJD of 1 January 9999, beyond which a time has no year of four digits.
    private static final double LAST_MJD = 2_973_119;

    /// @param from the first day, month or year, as it is typed in a search
    /// @param to the last one
    record Bin(String from, String to, long products) {

        String label() {
            return from.equals(to) ? from : from + " to " + to;
        }
    }

    /// The steps of a calendar, and how many letters of an ISO date name one.
    private enum Step {
        DAY(ChronoUnit.DAYS, 1, 10),
        MONTH(ChronoUnit.MONTHS, 1, 7),
        QUARTER(ChronoUnit.MONTHS, 3, 7),
        YEAR(ChronoUnit.YEARS, 1, 4),
        FIVE_YEARS(ChronoUnit.YEARS, 5, 4),
        TWENTY_YEARS(ChronoUnit.YEARS, 20, 4),
        CENTURY(ChronoUnit.YEARS, 100, 4),
        MILLENNIUM(ChronoUnit.YEARS, 1000, 4);

        private final ChronoUnit unit;
        private final int count;
        private final int letters;

        Step(ChronoUnit unit, int count, int letters) {
            this.unit = unit;
            this.count = count;
            this.letters = letters;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        LocalDate floor(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR, FIVE_YEARS, TWENTY_YEARS, CENTURY, MILLENNIUM ->
                    LocalDate.of(day.getYear() - day.getYear() % count, 1, 1);
            };
        }

        LocalDate next(LocalDate start) {
            return start.plus(count, unit);
        }

        long bins(LocalDate first, LocalDate last) {
            return unit.between(floor(first), floor(last)) / count + 1;
        }

        String name(LocalDate day) {
            return day.toString().substring(0, letters);
        }
    }

    static Timeline of(QueryService queries, Facets facets, String baseUrl) {
        if (facets.timed() == 0
                || facets.startMjd().orElseThrow() < 0
                || facets.endMjd().orElseThrow() >= LAST_MJD) {
            return NONE;
        }
        NavigableMap<Long, Long> starts = daily(SearchAdql.BEGIN, queries, baseUrl);
        NavigableMap<Long, Long> ends = daily(SearchAdql.END, queries, baseUrl);
        boolean complete = sum(starts) == facets.timed() && sum(ends) == facets.timed();
        return complete ? of(starts, ends) : NONE;
    }

    private static NavigableMap<Long, Long> daily(String column, QueryService queries, String baseUrl) {
        String adql = """
                SELECT FLOOR(%1$s) AS first_day, COUNT(*) AS products
                FROM ivoa.obscore
                WHERE %1$s IS NOT NULL
                GROUP BY FLOOR(%1$s)""".formatted(column);
        NavigableMap<Long, Long> days = new TreeMap<>();
        queries.query(adql, MOST_DAYS, baseUrl)
                .rows()
                .forEach(row -> days.put(((Number) row.get(0)).longValue(), ((Number) row.get(1)).longValue()));
        return days;
    }

    private static long sum(Map<Long, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Under way in a bin is what began before its end, without what ended before its start.
    private static Timeline of(NavigableMap<Long, Long> starts, NavigableMap<Long, Long> ends) {
        LocalDate first = Moment.date(starts.firstKey());
        LocalDate last = Moment.date(Math.max(starts.lastKey(), ends.lastKey()));
        Step step = Arrays.stream(Step.values())
                .filter(each -> each.bins(first, last) <= MOST_BINS)
                .findFirst()
                .orElse(Step.MILLENNIUM);
        List<Bin> bins = new ArrayList<>();
        for (LocalDate start = step.floor(first); !start.isAfter(last); start = step.next(start)) {
            LocalDate end = step.next(start);
            long begun = sum(starts.headMap(Moment.mjd(end), false));
            long over = sum(ends.headMap(Moment.mjd(start), false));
            bins.add(new Bin(step.name(start), step.name(end.minusDays(1)), begun - over));
        }
        return new Timeline(step.words(), bins);
    }

    long most() {
        return bins.stream().mapToLong(Bin::products).max().orElse(0);
    }
}
