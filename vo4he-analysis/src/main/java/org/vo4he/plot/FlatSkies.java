// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;

/// Chooses the map for a set of directions.
final class FlatSkies {

    /// What keeps within this latitude is a survey of the plane of the Galaxy.
    private static final double BAND_DEG = 15;

    private static final CelestialFrame GALACTIC = new CelestialFrame.Galactic();

    private FlatSkies() {}

    /// Around the middle of the directions, or the whole sky where they lie farther from it.
    ///
    /// @param outside the part of the directions that may lie farther
    static FlatSky around(List<UnitVector> directions, double outside, double widestDeg) {
        UnitVector sum = new UnitVector(0, 0, 0);
        for (UnitVector direction : directions) {
            sum = sum.plus(direction);
        }
        if (sum.dot(sum) < 1e-12) {
            return new FlatSky.Whole();
        }
        UnitVector centre = sum.normalised();
        double[] distances =
                directions.stream().mapToDouble(centre::separationDeg).sorted().toArray();
        double farthest = distances[(int) ((1 - outside) * (distances.length - 1))];
        return farthest > widestDeg ? wide(directions, centre) : new FlatSky.Around(centre);
    }

    private static FlatSky wide(List<UnitVector> directions, UnitVector centre) {
        boolean inPlane = directions.stream()
                .allMatch(direction -> Math.abs(GALACTIC.ofIcrs(direction).z()) < Math.sin(Math.toRadians(BAND_DEG)));
        return inPlane ? new FlatSky.Band(GALACTIC.ofIcrs(centre).raDeg()) : new FlatSky.Whole();
    }
}
