// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;

/// Chooses the map for a set of directions.
final class FlatSkies {

    /// Of the directions, the part that may lie outside of the field that is looked at.
    private static final double OUTSIDE = 0.01;

    private FlatSkies() {}

    /// Around the middle of the directions, or the whole sky where they lie farther from it.
    ///
    /// @param sample longitudes and latitudes in a frame, degrees
    static FlatSky around(RowSample sample, CelestialFrame frame, double widestDeg) {
        UnitVector sum = new UnitVector(0, 0, 0);
        for (int row = 0; row < sample.rows(); row++) {
            if (Double.isFinite(sample.value(0, row)) && Math.abs(sample.value(1, row)) <= 90) {
                sum = sum.plus(frame.toIcrs(sample.value(0, row), sample.value(1, row)));
            }
        }
        if (sum.dot(sum) < 1e-12) {
            return new FlatSky.Whole();
        }
        UnitVector centre = sum.normalised();
        double[] distances = new double[sample.rows()];
        int kept = 0;
        for (int row = 0; row < sample.rows(); row++) {
            if (Double.isFinite(sample.value(0, row)) && Math.abs(sample.value(1, row)) <= 90) {
                distances[kept++] =
                        frame.toIcrs(sample.value(0, row), sample.value(1, row)).separationDeg(centre);
            }
        }
        double[] sorted = Arrays.copyOf(distances, kept);
        Arrays.sort(sorted);
        return sorted[(int) ((1 - OUTSIDE) * (kept - 1))] > widestDeg
                ? new FlatSky.Whole()
                : new FlatSky.Around(centre);
    }
}
