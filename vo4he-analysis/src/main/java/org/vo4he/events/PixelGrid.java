// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import org.vo4he.fits.RowBlock;
import org.vo4he.sphere.UnitVector;

/// Puts events into the pixels of an image: pixel `floor((coordinate - low) / side)` of each axis.
///
/// @param plane of a list of directions, else null; so is its projection
record PixelGrid(EventImage.Grid grid, SkyProjection projection, Tangent plane) {

    /// @return how many have no pixel
    long count(RowBlock block, int[] rows, int count, int[] counts) {
        double[] first = block.doubles(grid.places().first());
        double[] second = block.doubles(grid.places().second());
        long outside = 0;
        for (int i = 0; i < count; i++) {
            int pixel = pixel(first[rows[i]], second[rows[i]]);
            if (pixel >= 0) {
                counts[pixel]++;
            } else {
                outside++;
            }
        }
        return outside;
    }

    long outside(RowBlock block, int[] rows, int count) {
        double[] first = block.doubles(grid.places().first());
        double[] second = block.doubles(grid.places().second());
        long outside = 0;
        for (int i = 0; i < count; i++) {
            outside += pixel(first[rows[i]], second[rows[i]]) < 0 ? 1 : 0;
        }
        return outside;
    }

    private int pixel(double one, double other) {
        double first = one;
        double second = other;
        if (plane != null) {
            if (!(Math.abs(other) <= 90) || !Double.isFinite(one)) {
                return -1;
            }
            UnitVector direction = UnitVector.of(one, other);
            first = projection.onPlane(direction, plane.centre(), plane.west());
            second = projection.onPlane(direction, plane.centre(), plane.north());
        }
        double x = (first - grid.firstLow()) / grid.side();
        double y = (second - grid.secondLow()) / grid.side();
        return x >= 0 && x < grid.width() && y >= 0 && y < grid.height() ? (int) y * grid.width() + (int) x : -1;
    }
}
