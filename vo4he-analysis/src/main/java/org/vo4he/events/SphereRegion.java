// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import org.vo4he.fits.RowBlock;
import org.vo4he.sphere.UnitVector;

/// A region on the sphere, for event lists that have right ascension and declination alone.
record SphereRegion(
        EventPlaces.Directions places,
        List<SphereShape> included,
        List<SphereShape> excluded,
        double leastLatDeg,
        double greatestLatDeg)
        implements RowTest, SkyArea {

    /// Cells across the region on which its area is summed.
    private static final int CELLS = 1 << 11;

    private static final double MARGIN_DEG = 1e-6;

    static SphereRegion of(EventPlaces.Directions places, List<SphereShape> included, List<SphereShape> excluded) {
        double least = included.stream()
                .mapToDouble(shape -> shape.centre().decDeg() - shape.reachDeg())
                .min()
                .orElse(-90);
        double most = included.stream()
                .mapToDouble(shape -> shape.centre().decDeg() + shape.reachDeg())
                .max()
                .orElse(90);
        return new SphereRegion(
                places, List.copyOf(included), List.copyOf(excluded), least - MARGIN_DEG, most + MARGIN_DEG);
    }

    @Override
    public int keep(RowBlock block, int[] rows, int count) {
        double[] lon = block.doubles(places.first());
        double[] lat = block.doubles(places.second());
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            rows[kept] = row;
            kept += contains(lon[row], lat[row]) ? 1 : 0;
        }
        return kept;
    }

    @Override
    public int cost() {
        return 10 * (included.size() + excluded.size());
    }

    @Override
    public List<RowTest> bounds() {
        return included.isEmpty()
                ? List.of()
                : List.of(new RangeTest.Between(places.second(), leastLatDeg, greatestLatDeg));
    }

    private boolean contains(double lonDeg, double latDeg) {
        return Math.abs(latDeg) <= 90 && Double.isFinite(lonDeg) && contains(UnitVector.of(lonDeg, latDeg));
    }

    boolean contains(UnitVector direction) {
        boolean inside = included.isEmpty();
        for (int i = 0; i < included.size() && !inside; i++) {
            inside = included.get(i).contains(direction);
        }
        for (int i = 0; i < excluded.size() && inside; i++) {
            inside = !excluded.get(i).contains(direction);
        }
        return inside;
    }

    @Override
    public double pixels() {
        return Double.NaN;
    }

    /// Of one shape by its formula or integral; else by 2,048 times 2,048 cells of an equal-area map (Lambert's
    /// zenithal, FITS WCS paper II, section 5.1.8) around the region, whose middles are tested: right to about
    /// 1e-4.
    @Override
    public double squareDegrees() {
        if (included.isEmpty()) {
            return Double.NaN;
        }
        if (included.size() == 1 && excluded.isEmpty()) {
            return included.getFirst().squareDegrees();
        }
        Tangent middle = Tangent.at(middle());
        double half = 2 * Math.sin(Math.toRadians(reachDeg()) / 2);
        double step = 2 * half / CELLS;
        long inside = 0;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                UnitVector direction = onMap(middle, (column + 0.5) * step - half, (row + 0.5) * step - half);
                inside += direction != null && contains(direction) ? 1 : 0;
            }
        }
        return inside * Math.toDegrees(Math.toDegrees(step * step));
    }

    /// How far from its middle what is put in may go, at most 180 degrees.
    double reachDeg() {
        UnitVector middle = middle();
        return Math.min(
                180,
                included.stream()
                        .mapToDouble(shape -> middle.separationDeg(shape.centre()) + shape.reachDeg())
                        .max()
                        .orElseThrow());
    }

    /// Between the centres of all that is put in.
    UnitVector middle() {
        UnitVector sum = new UnitVector(0, 0, 0);
        for (SphereShape shape : included) {
            sum = sum.plus(shape.centre());
        }
        return included.size() == 1 ? included.getFirst().centre() : sum.normalised();
    }

    /// What of each ring around one centre lies in the region. Of a circle around the same centre all, so far as it
    /// reaches; else by cells as for the whole, around the rings.
    double[] squareDegreesIn(List<SphereShape.Cap> rings) {
        SphereShape.Cap last = rings.getLast();
        boolean covered = excluded.isEmpty()
                && included.size() == 1
                && included.getFirst() instanceof SphereShape.Cap cap
                && cap.centre().equals(last.centre())
                && cap.innerDeg() <= rings.getFirst().innerDeg()
                && cap.outerDeg() >= last.outerDeg();
        if (covered) {
            return rings.stream().mapToDouble(SphereShape.Cap::squareDegrees).toArray();
        }
        Tangent middle = Tangent.at(last.centre());
        double half = 2 * Math.sin(Math.toRadians(Math.min(last.outerDeg(), 180)) / 2);
        double step = 2 * half / CELLS;
        double[] areas = new double[rings.size()];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                UnitVector direction = onMap(middle, (column + 0.5) * step - half, (row + 0.5) * step - half);
                if (direction != null && contains(direction)) {
                    count(direction, rings, areas);
                }
            }
        }
        for (int ring = 0; ring < areas.length; ring++) {
            areas[ring] *= Math.toDegrees(Math.toDegrees(step * step));
        }
        return areas;
    }

    private static void count(UnitVector direction, List<SphereShape.Cap> rings, double[] cells) {
        for (int ring = rings.size() - 1; ring >= 0; ring--) {
            if (rings.get(ring).contains(direction)) {
                cells[ring]++;
                return;
            }
        }
    }

    private static UnitVector onMap(Tangent middle, double x, double y) {
        double squared = x * x + y * y;
        if (squared > 4) {
            return null;
        }
        double shrink = Math.sqrt(1 - squared / 4);
        return middle.centre()
                .times(1 - squared / 2)
                .plus(middle.west().times(x * shrink))
                .plus(middle.north().times(y * shrink));
    }
}
