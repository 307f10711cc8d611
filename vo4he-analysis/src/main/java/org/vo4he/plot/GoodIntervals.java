// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HduContent;

/// The times in which events could be seen: the good time intervals of a file, sorted, none overlapping
/// another. Where there are several tables, for several detectors, a time is good when one of them says so.
///
/// @param tables how many tables they come from
final class GoodIntervals {

    private static final double SECONDS_PER_DAY = 86400;

    private final double[] starts;
    private final double[] stops;
    private final int tables;

    private GoodIntervals(double[] starts, double[] stops, int tables) {
        this.starts = starts;
        this.stops = stops;
        this.tables = tables;
    }

    /// @return in seconds of the clock of the product; empty without good times
    static Optional<GoodIntervals> of(Source source, Clock clock) throws IOException {
        List<double[]> intervals = new ArrayList<>();
        int tables = 0;
        for (Hdu table : source.all(HduContent.GOOD_TIMES)) {
            Optional<double[][]> bounds = GoodTimeTable.bounds(table);
            if (bounds.isPresent()) {
                tables++;
                Clock own = GoodTimeTable.clock(table, clock, table.toString(), new ArrayList<>());
                add(bounds.get(), own, offset(own, clock), intervals);
            }
        }
        return intervals.isEmpty() ? Optional.empty() : Optional.of(joined(intervals, tables));
    }

    /// One interval, for files that state only when they begin and end.
    static GoodIntervals between(double start, double stop) {
        return new GoodIntervals(new double[] {start}, new double[] {stop}, 0);
    }

    private static double offset(Clock own, Clock clock) {
        if (own.reference().isEmpty() || clock.reference().isEmpty()) {
            return 0;
        }
        return SECONDS_PER_DAY
                * (own.reference().get().days()
                        - clock.reference().get().days()
                        + (own.reference().get().fraction()
                                - clock.reference().get().fraction()));
    }

    private static void add(double[][] bounds, Clock own, double offset, List<double[]> intervals) {
        for (int i = 0; i < bounds[0].length; i++) {
            double start = own.secondsOfReading(bounds[0][i]) + offset;
            double stop = own.secondsOfReading(bounds[1][i]) + offset;
            if (stop > start && Double.isFinite(stop - start)) {
                intervals.add(new double[] {start, stop});
            }
        }
    }

    private static GoodIntervals joined(List<double[]> intervals, int tables) {
        intervals.sort(Comparator.comparingDouble(interval -> interval[0]));
        double[] starts = new double[intervals.size()];
        double[] stops = new double[intervals.size()];
        int last = -1;
        for (double[] interval : intervals) {
            if (last >= 0 && interval[0] <= stops[last]) {
                stops[last] = Math.max(stops[last], interval[1]);
            } else {
                last++;
                starts[last] = interval[0];
                stops[last] = interval[1];
            }
        }
        return new GoodIntervals(Arrays.copyOf(starts, last + 1), Arrays.copyOf(stops, last + 1), tables);
    }

    int size() {
        return starts.length;
    }

    int tables() {
        return tables;
    }

    double start() {
        return starts[0];
    }

    double stop() {
        return stops[stops.length - 1];
    }

    boolean contains(double time) {
        int at = Arrays.binarySearch(starts, time);
        int interval = at >= 0 ? at : -at - 2;
        return interval >= 0 && time <= stops[interval];
    }

    /// How much of the time between two points is good.
    double within(double from, double to) {
        int at = Arrays.binarySearch(starts, from);
        double sum = 0;
        for (int i = Math.max(0, at >= 0 ? at : -at - 2); i < starts.length && starts[i] < to; i++) {
            sum += Math.max(0, Math.min(stops[i], to) - Math.max(starts[i], from));
        }
        return sum;
    }

    double total() {
        return within(start(), stop());
    }
}
