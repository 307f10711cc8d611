// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// From the sky to a pixel, by Newton's method on the way from pixels to the sky: one code for every projection.
///
/// The first guess is the place on the plane where a zenithal or a cylindrical projection would put the
/// direction; where that leads nowhere (quad cubes, interrupted projections), places all over the plane are
/// tried.
final class PixelSearch {

    private static final int MOST_STEPS = 40;
    private static final double SETTLED_PIXELS = 1e-10;
    private static final double STEP_DEG = 1e-4;
    private static final double FOUND_DEG = 1e-9;
    private static final double GUESSES_APART_DEG = 22.5;

    private final CelestialWcs wcs;
    private final UnitVector target;
    private final UnitVector east;
    private final UnitVector north;
    private final double step;

    PixelSearch(CelestialWcs wcs, UnitVector target) {
        this.wcs = wcs;
        this.target = target;
        UnitVector pole = Math.abs(target.z()) > 0.9 ? new UnitVector(1, 0, 0) : new UnitVector(0, 0, 1);
        this.east = pole.cross(target).normalised();
        this.north = target.cross(east);
        this.step = STEP_DEG / Math.sqrt(Math.abs(wcs.linear().determinant()));
    }

    Optional<double[]> find() {
        double[] natively = wcs.toNative(target);
        Optional<double[]> found = from(firstGuess(natively[0], natively[1]));
        if (found.isPresent()) {
            return found;
        }
        List<double[]> guesses = new ArrayList<>();
        for (double x = -180; x <= 180; x += GUESSES_APART_DEG) {
            for (double y = -180; y <= 180; y += GUESSES_APART_DEG) {
                guesses.add(pixel(x, y));
            }
        }
        return guesses.stream()
                .filter(guess -> wcs.at(guess[0], guess[1])
                        .filter(sky -> sky.dot(target) > 0.5)
                        .isPresent())
                .map(this::from)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private double[] firstGuess(double phiDeg, double thetaDeg) {
        if (!wcs.isZenithal()) {
            return pixel(phiDeg, thetaDeg);
        }
        double radius = Math.min(90 - thetaDeg, 80);
        double phi = Math.toRadians(phiDeg);
        return pixel(radius * Math.sin(phi), -radius * Math.cos(phi));
    }

    /// The pixel of a place on the plane of projection; without distortion, as a guess has it.
    private double[] pixel(double xDeg, double yDeg) {
        LinearPart linear = wcs.linear();
        double determinant = linear.determinant();
        return new double[] {
            linear.crpix1() + (linear.lat2() * xDeg - linear.lon2() * yDeg) / determinant,
            linear.crpix2() + (linear.lon1() * yDeg - linear.lat1() * xDeg) / determinant
        };
    }

    private Optional<double[]> from(double[] guess) {
        double[] at = guess.clone();
        double[] miss = miss(at[0], at[1]);
        for (int n = 0; n < MOST_STEPS && miss != null; n++) {
            double[] right = miss(at[0] + step, at[1]);
            double[] up = miss(at[0], at[1] + step);
            if (right == null || up == null) {
                return Optional.empty();
            }
            double a = (right[0] - miss[0]) / step;
            double b = (up[0] - miss[0]) / step;
            double c = (right[1] - miss[1]) / step;
            double d = (up[1] - miss[1]) / step;
            double determinant = a * d - b * c;
            if (!(Math.abs(determinant) > 0)) {
                return Optional.empty();
            }
            double first = (d * miss[0] - b * miss[1]) / determinant;
            double second = (a * miss[1] - c * miss[0]) / determinant;
            double[] next = damped(at, first, second);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
            miss = miss(at[0], at[1]);
            if (Math.hypot(first, second) < SETTLED_PIXELS * Math.max(1, Math.hypot(at[0], at[1]) * 1e-3)) {
                break;
            }
        }
        return isFound(at) ? Optional.of(at) : Optional.empty();
    }

    /// A step that leaves the sky is shortened.
    private double[] damped(double[] at, double first, double second) {
        for (double part = 1; part > 1e-3; part /= 2) {
            double[] next = {at[0] - part * first, at[1] - part * second};
            if (miss(next[0], next[1]) != null) {
                return next;
            }
        }
        return null;
    }

    private boolean isFound(double[] at) {
        return wcs.at(at[0], at[1])
                .filter(sky -> sky.separationDeg(target) < FOUND_DEG)
                .isPresent();
    }

    /// By how much a pixel misses the direction, in the plane that touches the sky there; null where no sky is,
    /// or it is the other half of it.
    private double[] miss(double first, double second) {
        UnitVector sky = wcs.at(first, second).orElse(null);
        if (sky == null) {
            return null;
        }
        double along = Math.max(sky.dot(target), 0.05);
        return new double[] {sky.dot(east) / along, sky.dot(north) / along};
    }
}
