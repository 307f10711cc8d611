// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts channels together until each point of a picture says something: first as GROUPING tells, then until a point has
/// enough counts, and is wide enough to be seen. What the file has grouped is touched only where it leaves almost none.
final class SpectrumBins {

    private static final int LEAST_COUNTS = 5;
    private static final int MOST_COUNTS = 25;
    private static final int AIM = 100;
    private static final double PIXELS_OF_A_POINT = 5;

    private final Spectrum spectrum;
    private final SpectrumAxis axis;
    private final List<int[]> bins = new ArrayList<>();
    private final double leastCounts;
    private final boolean grouped;

    /// @param pixels width of the picture
    SpectrumBins(Spectrum spectrum, SpectrumAxis axis, Scale scale, Range shown, int pixels) {
        this.spectrum = spectrum;
        this.axis = axis;
        this.grouped = spectrum.isGrouped();
        List<int[]> groups = withoutEmptyEnds(inOrder(groups()));
        this.leastCounts = grouped ? LEAST_COUNTS : leastCounts(groups);
        AxisMap places = new AxisMap(scale, shown, 0, pixels);
        merge(groups, places, pixels);
    }

    /// The channels of each point, in the order of the axis.
    List<int[]> bins() {
        return bins;
    }

    /// How many counts a point has at least, the last one excepted; 0 without errors.
    double leastCounts() {
        return leastCounts;
    }

    private List<int[]> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < spectrum.size(); i++) {
            boolean goesOn = spectrum.grouping()[i] == -1;
            if (!goesOn) {
                open = false;
            }
            if (!spectrum.isGood(i) || !axis.hasPlace(i)) {
                continue;
            }
            if (!goesOn || !open) {
                groups.add(new ArrayList<>());
                open = true;
            }
            groups.getLast().add(i);
        }
        return groups.stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private List<int[]> inOrder(List<int[]> groups) {
        return groups.stream()
                .sorted(Comparator.comparingDouble(group -> axis.low(group)))
                .toList();
    }

    /// Channels without counts at both ends would only stretch the axis.
    private List<int[]> withoutEmptyEnds(List<int[]> groups) {
        int first = 0;
        int last = groups.size() - 1;
        while (first <= last && isEmpty(groups.get(first))) {
            first++;
        }
        while (last >= first && isEmpty(groups.get(last))) {
            last--;
        }
        return first > last ? groups : groups.subList(first, last + 1);
    }

    private boolean isEmpty(int[] group) {
        for (int i : group) {
            if (spectrum.value()[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// In proportion to the square of the signal-to-noise ratio, which of counts is their number.
    private double leastCounts(List<int[]> groups) {
        double counts = 0;
        double variance = 0;
        for (int[] group : groups) {
            for (int i : group) {
                counts += spectrum.value()[i];
                variance += spectrum.variance(i);
            }
        }
        return variance > 0 ? Math.clamp(Math.rint(counts * counts / variance / AIM), LEAST_COUNTS, MOST_COUNTS) : 0;
    }

    private void merge(List<int[]> groups, AxisMap places, int pixels) {
        double narrowest = grouped ? 1 : PIXELS_OF_A_POINT;
        Open open = new Open();
        for (int[] group : groups) {
            open.add(group);
            boolean outside = open.high < places.range().low()
                    || open.low > places.range().high();
            boolean wide = places.at(open.high) - places.at(open.low) >= narrowest;
            if (open.hasEnough() && (outside || wide)) {
                bins.add(open.closed());
                open = new Open();
            }
        }
        if (!open.channels.isEmpty()) {
            bins.add(open.closed());
        }
    }

    /// A point that is still growing.
    private final class Open {
        private final List<int[]> channels = new ArrayList<>();
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private double counts;
        private double variance;

        void add(int[] group) {
            channels.add(group);
            low = Math.min(low, axis.low(group));
            high = Math.max(high, axis.high(group));
            for (int i : group) {
                counts += spectrum.value()[i];
                variance += spectrum.variance(i);
            }
        }

        boolean hasEnough() {
            return counts * counts >= leastCounts * variance && (counts != 0 || leastCounts == 0);
        }

        int[] closed() {
            return channels.stream().flatMapToInt(IntStream::of).toArray();
        }
    }
}
