// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.sphere.UnitVector;

/// Where on the sphere the events of a list of directions lie: boxes of less than half a degree that hold all of them,
/// found in one pass.
record SkyCover(List<Box> boxes) {

    private static final int CELLS_PER_DEGREE = 2;
    private static final int AROUND = 360 * CELLS_PER_DEGREE;

    /// Directions whose sum is shorter than this part of their number lie all around.
    private static final double ALL_AROUND = 0.01;

    private static final double MOST = 0.99;

    /// @param mean of the events in it
    record Box(double lowLonDeg, double highLonDeg, double lowLatDeg, double highLatDeg, UnitVector mean, long events) {

        private double reachDeg(UnitVector centre) {
            double reach = 0;
            for (double lon : new double[] {lowLonDeg, highLonDeg}) {
                for (double lat : new double[] {lowLatDeg, highLatDeg}) {
                    reach = Math.max(reach, centre.separationDeg(UnitVector.of(lon, lat)));
                }
            }
            return reach;
        }
    }

    /// What is known of a cell while events are read.
    private static final class Cell {
        private double lowLon = Double.POSITIVE_INFINITY;
        private double highLon = Double.NEGATIVE_INFINITY;
        private double lowLat = Double.POSITIVE_INFINITY;
        private double highLat = Double.NEGATIVE_INFINITY;
        private double lon;
        private double lat;
        private long events;

        private void add(double lonDeg, double latDeg) {
            lowLon = Math.min(lowLon, lonDeg);
            highLon = Math.max(highLon, lonDeg);
            lowLat = Math.min(lowLat, latDeg);
            highLat = Math.max(highLat, latDeg);
            lon += lonDeg;
            lat += latDeg;
            events++;
        }

        private Box box() {
            return new Box(lowLon, highLon, lowLat, highLat, UnitVector.of(lon / events, lat / events), events);
        }
    }

    /// Events without a place are left out.
    static SkyCover read(Hdu events, EventPlaces.Directions places) throws IOException {
        Cell[] cells = new Cell[AROUND * (180 * CELLS_PER_DEGREE + 1)];
        events.forEachRows(List.of(places.first(), places.second()), 0, events.rows(), (_, columns, count) -> {
            for (int i = 0; i < count; i++) {
                add(cells, columns[0][i], columns[1][i]);
            }
        });
        return new SkyCover(
                Arrays.stream(cells).filter(Objects::nonNull).map(Cell::box).toList());
    }

    private static void add(Cell[] cells, double anyLonDeg, double latDeg) {
        if (!(Math.abs(latDeg) <= 90) || !Double.isFinite(anyLonDeg)) {
            return;
        }
        double lonDeg = anyLonDeg - 360 * Math.floor(anyLonDeg / 360);
        int column = Math.min((int) (lonDeg * CELLS_PER_DEGREE), AROUND - 1);
        int cell = (int) ((latDeg + 90) * CELLS_PER_DEGREE) * AROUND + column;
        if (cells[cell] == null) {
            cells[cell] = new Cell();
        }
        cells[cell].add(lonDeg, latDeg);
    }

    boolean isEmpty() {
        return boxes.isEmpty();
    }

    /// The mean of all directions; empty where there are none, or they lie all around.
    Optional<UnitVector> middle() {
        UnitVector sum = new UnitVector(0, 0, 0);
        long events = 0;
        for (Box box : boxes) {
            sum = sum.plus(box.mean().times(box.events()));
            events += box.events();
        }
        return sum.dot(sum) > Math.pow(ALL_AROUND * events, 2) ? Optional.of(sum.normalised()) : Optional.empty();
    }

    /// How far from a place the farthest lies, but no farther than twice as far as 99 of 100 do: a few whose direction
    /// was badly reconstructed would make a map coarse. 0 without events.
    double reachDeg(UnitVector centre) {
        List<Reach> reaches = boxes.stream()
                .map(box -> new Reach(box.reachDeg(centre), box.events()))
                .sorted(Comparator.comparingDouble(Reach::deg))
                .toList();
        long all = reaches.stream().mapToLong(Reach::events).sum();
        long within = 0;
        for (Reach reach : reaches) {
            within += reach.events();
            if (within >= MOST * all) {
                return Math.min(2 * reach.deg(), reaches.getLast().deg());
            }
        }
        return 0;
    }

    private record Reach(double deg, long events) {}
}
