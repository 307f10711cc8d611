// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Writes intervals of time as a time MOC in its ASCII form (MOC 2.0, REC 2022-07-27, sections 4.2 and 4.3): cells of
/// halved length from order to order, of 1 microsecond at order 61, counted from JD 0 in TCB.
public final class TimeMoc {

    /// Cells of 1,074 s: what MOC 2.0 recommends for times that were not brought to the barycentre of the solar
    /// system, from which the Earth is up to 499 light seconds away.
    public static final int ORDER_OF_LOCAL_TIMES = 31;

    /// Cells of 1.05 s.
    public static final int ORDER_OF_BARYCENTRIC_TIMES = 41;

    private static final int DEEPEST = 61;

    private TimeMoc() {}

    /// Microseconds of TCB since JD 0.
    public record Interval(long start, long stop) {

        public Interval {
            if (start < 0 || stop < start) {
                throw new IllegalArgumentException("no interval: " + start + " to " + stop);
            }
        }
    }

    /// All cells that the intervals touch. Where the text would be longer than wanted, the cells are made longer.
    ///
    /// @param order of the shortest cells wanted
    /// @param mostLength in characters; one cell is written in any case
    public static String covering(List<Interval> intervals, int order, int mostLength) {
        List<long[]> ranges = cells(intervals, order);
        String text = text(ranges, order);
        for (int coarser = order - 1; text.length() > mostLength && coarser >= 0; coarser--) {
            ranges = cells(intervals, coarser);
            text = text(ranges, coarser);
        }
        return text;
    }

    /// Ranges of cells, the last not included, in ascending order and apart from each other.
    private static List<long[]> cells(List<Interval> intervals, int order) {
        int shift = DEEPEST - order;
        List<long[]> ranges = new ArrayList<>();
        intervals.stream().sorted(Comparator.comparingLong(Interval::start)).forEach(interval -> {
            long first = interval.start() >> shift;
            long end = (Math.max(interval.stop() - 1, interval.start()) >> shift) + 1;
            if (!ranges.isEmpty() && ranges.getLast()[1] >= first) {
                ranges.getLast()[1] = Math.max(ranges.getLast()[1], end);
            } else {
                ranges.add(new long[] {first, end});
            }
        });
        return ranges;
    }

    /// Two halves of a longer cell are written as that cell.
    private static String text(List<long[]> ranges, int order) {
        TreeMap<Integer, List<Long>> cells = new TreeMap<>();
        List<long[]> left = ranges;
        for (int at = order; at >= 0 && !left.isEmpty(); at--) {
            List<long[]> longer = new ArrayList<>();
            for (long[] range : left) {
                long first = range[0];
                long end = range[1];
                if (at == 0) {
                    for (long cell = first; cell < end; cell++) {
                        add(cells, at, cell);
                    }
                    continue;
                }
                if (first < end && first % 2 == 1) {
                    add(cells, at, first++);
                }
                if (first < end && end % 2 == 1) {
                    add(cells, at, --end);
                }
                if (first < end) {
                    longer.add(new long[] {first / 2, end / 2});
                }
            }
            left = longer;
        }
        StringBuilder text = new StringBuilder("t");
        cells.forEach((at, of) -> {
            text.append(text.length() > 1 ? " " : "").append(at).append('/');
            write(of, text);
        });
        if (!cells.isEmpty() && cells.lastKey() < order) {
            text.append(' ').append(order).append('/');
        }
        return text.toString();
    }

    private static void add(TreeMap<Integer, List<Long>> cells, int order, long cell) {
        cells.computeIfAbsent(order, _ -> new ArrayList<>()).add(cell);
    }

    private static void write(List<Long> cells, StringBuilder text) {
        List<Long> ascending = cells.stream().sorted().toList();
        for (int i = 0; i < ascending.size(); i++) {
            int last = i;
            while (last + 1 < ascending.size() && ascending.get(last + 1) == ascending.get(last) + 1) {
                last++;
            }
            text.append(i == 0 ? "" : " ").append(ascending.get(i));
            if (last > i) {
                text.append('-').append(ascending.get(last));
            }
            i = last;
        }
    }
}
