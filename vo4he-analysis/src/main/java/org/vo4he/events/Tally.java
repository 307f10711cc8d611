// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Arrays;
import java.util.List;
import org.vo4he.fits.RowBlock;
import org.vo4he.fits.TableColumn;

/// What one thread counts of one selection for one sink. Whole numbers alone are counted, so that sums don't
/// depend on which thread got which rows.
sealed interface Tally {

    void take(RowBlock block, int[] rows, int count);

    /// Adds what another thread counted for the same.
    void add(Tally other);

    /// Of channels from `first`; the last place counts what is outside.
    record Channels(TableColumn column, int first, long[] counts) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            int channels = counts.length - 1;
            double[] values = block.doubles(column);
            for (int i = 0; i < count; i++) {
                double index = values[rows[i]] - first;
                counts[index >= 0 && index < channels ? (int) index : channels]++;
            }
        }

        @Override
        public void add(Tally other) {
            sum(counts, ((Channels) other).counts);
        }
    }

    /// Of bins of time; events before the first and after the last bin are not counted.
    record Bins(TableColumn time, double start, double bin, double stop, long[] counts) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            double[] values = block.doubles(time);
            for (int i = 0; i < count; i++) {
                double reading = values[rows[i]];
                if (reading >= start && reading <= stop) {
                    int index = (int) ((reading - start) / bin);
                    counts[Math.min(index, counts.length - 1)]++;
                }
            }
        }

        @Override
        public void add(Tally other) {
            sum(counts, ((Bins) other).counts);
        }
    }

    /// Of bands of energy, each by a tally of its own; before them, if there is one, of all events.
    record Banded(Tally whole, List<RowTest> bands, List<Tally> parts, int[] scratch) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            whole.take(block, rows, count);
            for (int band = 0; band < parts.size(); band++) {
                System.arraycopy(rows, 0, scratch, 0, count);
                int kept = bands.get(band).keep(block, scratch, count);
                parts.get(band).take(block, scratch, kept);
            }
        }

        @Override
        public void add(Tally other) {
            Banded that = (Banded) other;
            whole.add(that.whole);
            for (int band = 0; band < parts.size(); band++) {
                parts.get(band).add(that.parts.get(band));
            }
        }
    }

    /// Of everything.
    record All(long[] count) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            this.count[0] += count;
        }

        @Override
        public void add(Tally other) {
            sum(count, ((All) other).count);
        }
    }

    /// Of bins of energy; the last place counts what is outside.
    record Energies(TableColumn column, double[] edges, long[] counts) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            double[] values = block.doubles(column);
            for (int i = 0; i < count; i++) {
                int bin = between(edges, values[rows[i]]);
                counts[bin < 0 ? counts.length - 1 : bin]++;
            }
        }

        @Override
        public void add(Tally other) {
            sum(counts, ((Energies) other).counts);
        }
    }

    /// Of rings around a place.
    record OfRings(RingDistance distance, double[] squares, long[] counts) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            double[] first = block.doubles(distance.first());
            double[] second = block.doubles(distance.second());
            for (int i = 0; i < count; i++) {
                int ring = between(squares, distance.squared(first[rows[i]], second[rows[i]]));
                if (ring >= 0) {
                    counts[ring]++;
                }
            }
        }

        @Override
        public void add(Tally other) {
            sum(counts, ((OfRings) other).counts);
        }
    }

    /// Of pixels in bands; `outside[0]` counts what has no pixel.
    record Pixels(PixelGrid grid, List<RowTest> bands, int[][] planes, long[] outside, int[] scratch) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            if (bands.isEmpty()) {
                outside[0] += grid.count(block, rows, count, planes[0]);
                return;
            }
            outside[0] += grid.outside(block, rows, count);
            for (int band = 0; band < planes.length; band++) {
                System.arraycopy(rows, 0, scratch, 0, count);
                int kept = bands.get(band).keep(block, scratch, count);
                grid.count(block, scratch, kept, planes[band]);
            }
        }

        @Override
        public void add(Tally other) {
            Pixels that = (Pixels) other;
            sum(outside, that.outside);
            for (int band = 0; band < planes.length; band++) {
                for (int i = 0; i < planes[band].length; i++) {
                    planes[band][i] += that.planes[band][i];
                }
            }
        }
    }

    /// Of chips, by their number.
    record Chips(TableColumn column, long[] counts) implements Tally {

        static final int MOST = 256;

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            double[] values = block.doubles(column);
            for (int i = 0; i < count; i++) {
                double chip = values[rows[i]];
                if (chip >= 0 && chip < MOST) {
                    counts[(int) chip]++;
                }
            }
        }

        @Override
        public void add(Tally other) {
            sum(counts, ((Chips) other).counts);
        }

        /// The chip with the most events, of several the first; -1 if there was none.
        int most() {
            int best = 0;
            for (int chip = 1; chip < counts.length; chip++) {
                best = counts[chip] > counts[best] ? chip : best;
            }
            return counts[best] == 0 ? -1 : best;
        }
    }

    /// Rows go out in the order of the file.
    record Copies(OrderedRows out) implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            out.take(block, rows, count);
        }

        @Override
        public void add(Tally other) {
            // all threads write to the same
        }
    }

    /// Of a sink that does not look at the background.
    record Nothing() implements Tally {

        @Override
        public void take(RowBlock block, int[] rows, int count) {
            // nobody asks
        }

        @Override
        public void add(Tally other) {
            // nothing to add
        }
    }

    /// Which bin a value is in, of edges that grow: one on an edge in the upper bin, on the last in the last; else -1.
    private static int between(double[] edges, double value) {
        int last = edges.length - 1;
        if (!(value >= edges[0] && value <= edges[last])) {
            return -1;
        }
        int found = Arrays.binarySearch(edges, value);
        return Math.min(found >= 0 ? found : -found - 2, last - 1);
    }

    private static void sum(long[] to, long[] from) {
        Arrays.setAll(to, i -> to[i] + from[i]);
    }
}
