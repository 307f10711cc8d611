// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The cells that a circle touches, as few ranges of order 29: no point of the circle is ever outside them, some
/// points outside the circle are inside.
public final class HealpixCover {

    /// Added to every cell's radius: far above the rounding of a cell's centre or of a position's index, far
    /// below what would cost rows (2e-8 arcseconds).
    private static final double ROUNDING_DEG = 6e-12;

    /// Cells this much smaller than the circle no longer make the cover noticeably tighter.
    private static final double FINE_ENOUGH = 1.0 / 32;

    private HealpixCover() {}

    /// The cover of a circle, in ascending order, neighbours merged.
    ///
    /// @param maxRanges at least 1; more ranges fit the circle more tightly
    public static List<HealpixRange> of(SkyCircle circle, int maxRanges) {
        List<HealpixRange> cover = List.of(new HealpixRange(0, Healpix.cells(Healpix.FINEST_ORDER) - 1));
        List<HealpixRange> inside = new ArrayList<>();
        List<Long> candidates = new ArrayList<>();
        for (long face = 0; face < 12; face++) {
            candidates.add(face);
        }
        for (int order = 0; order <= Healpix.FINEST_ORDER; order++) {
            double cellRadiusDeg = Healpix.cellRadiusDeg(order) + ROUNDING_DEG;
            List<Long> onTheEdge = new ArrayList<>();
            for (long cell : candidates) {
                double distanceDeg = Healpix.centre(order, cell).separationDeg(circle.centre());
                if (distanceDeg + cellRadiusDeg <= circle.radiusDeg()) {
                    inside.add(range(order, cell));
                } else if (distanceDeg - cellRadiusDeg <= circle.radiusDeg()) {
                    onTheEdge.add(cell);
                }
            }
            List<HealpixRange> tighter = merged(inside, onTheEdge, order);
            if (tighter.size() > maxRanges) {
                return cover;
            }
            cover = tighter;
            if (onTheEdge.isEmpty() || cellRadiusDeg < circle.radiusDeg() * FINE_ENOUGH) {
                return cover;
            }
            candidates = children(onTheEdge);
        }
        return cover;
    }

    private static List<Long> children(List<Long> cells) {
        List<Long> children = new ArrayList<>();
        for (long cell : cells) {
            for (int child = 0; child < 4; child++) {
                children.add(4 * cell + child);
            }
        }
        return children;
    }

    private static HealpixRange range(int order, long cell) {
        int shift = 2 * (Healpix.FINEST_ORDER - order);
        return new HealpixRange(cell << shift, ((cell + 1) << shift) - 1);
    }

    private static List<HealpixRange> merged(List<HealpixRange> inside, List<Long> onTheEdge, int order) {
        List<HealpixRange> all = new ArrayList<>(inside);
        onTheEdge.forEach(cell -> all.add(range(order, cell)));
        all.sort(Comparator.comparingLong(HealpixRange::first));
        List<HealpixRange> merged = new ArrayList<>();
        for (HealpixRange next : all) {
            if (!merged.isEmpty() && merged.getLast().last() + 1 == next.first()) {
                merged.set(merged.size() - 1, new HealpixRange(merged.getLast().first(), next.last()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
