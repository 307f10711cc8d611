// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;

/// A map of the sky of our own, with equal areas; x to the right and y up in degrees.
sealed interface FlatSky {

    /// @param place takes x and y
    void place(UnitVector icrs, double[] place);

    /// @return null where the map has no sky
    UnitVector direction(double x, double y);

    CelestialFrame frame();

    /// Around a point: Lambert's zenithal equal-area projection (FITS WCS paper II, section 5.1.8), north up
    /// and east to the left. For small fields the same as a tangential plane.
    final class Around implements FlatSky {

        private final UnitVector centre;
        private final UnitVector east;
        private final UnitVector north;

        Around(UnitVector centre) {
            this.centre = centre;
            UnitVector pole = new UnitVector(0, 0, 1);
            this.east = Math.abs(centre.z()) > 1 - 1e-12
                    ? new UnitVector(0, 1, 0)
                    : pole.cross(centre).normalised();
            this.north = centre.cross(east);
        }

        @Override
        public void place(UnitVector icrs, double[] place) {
            double factor = Math.toDegrees(Math.sqrt(2 / Math.max(1e-9, 1 + icrs.dot(centre))));
            place[0] = -factor * icrs.dot(east);
            place[1] = factor * icrs.dot(north);
        }

        @Override
        public UnitVector direction(double x, double y) {
            double toEast = -Math.toRadians(x);
            double toNorth = Math.toRadians(y);
            double squared = toEast * toEast + toNorth * toNorth;
            if (squared > 4) {
                return null;
            }
            double shrink = Math.sqrt(1 - squared / 4);
            return centre.times(1 - squared / 2)
                    .plus(east.times(toEast * shrink))
                    .plus(north.times(toNorth * shrink));
        }

        @Override
        public CelestialFrame frame() {
            return new CelestialFrame.Icrs();
        }
    }

    /// All of it: the projection of E. Hammer and A. J. Aitoff in galactic coordinates (paper II, section 5.4.2
    /// there called AIT), the centre of the Galaxy in the middle, longitude growing to the left.
    final class Whole implements FlatSky {

        static final Range X = new Range(-Math.toDegrees(2 * Math.sqrt(2)), Math.toDegrees(2 * Math.sqrt(2)));
        static final Range Y = new Range(-Math.toDegrees(Math.sqrt(2)), Math.toDegrees(Math.sqrt(2)));

        private static final CelestialFrame GALACTIC = new CelestialFrame.Galactic();

        @Override
        public void place(UnitVector icrs, double[] place) {
            UnitVector galactic = GALACTIC.ofIcrs(icrs);
            double halfLon = Math.atan2(galactic.y(), galactic.x()) / 2;
            double cosLat = Math.hypot(galactic.x(), galactic.y());
            double gamma = Math.toDegrees(Math.sqrt(2 / (1 + cosLat * Math.cos(halfLon))));
            place[0] = -2 * gamma * cosLat * Math.sin(halfLon);
            place[1] = gamma * galactic.z();
        }

        @Override
        public UnitVector direction(double xDeg, double yDeg) {
            double x = -Math.toRadians(xDeg);
            double y = Math.toRadians(yDeg);
            double squared = 1 - x * x / 16 - y * y / 4;
            if (squared < 0.5) {
                return null;
            }
            double z = Math.sqrt(squared);
            double lon = 2 * Math.atan2(z * x, 2 * (2 * squared - 1));
            double sinLat = Math.clamp(y * z, -1, 1);
            return GALACTIC.toIcrs(Math.toDegrees(lon), Math.toDegrees(Math.asin(sinLat)));
        }

        @Override
        public CelestialFrame frame() {
            return GALACTIC;
        }
    }

    /// A band along the plane of the Galaxy: the cylindrical equal-area projection of J. H. Lambert (paper II,
    /// section 5.2.2), longitude growing to the left.
    record Band(double middleLonDeg) implements FlatSky {

        private static final CelestialFrame GALACTIC = new CelestialFrame.Galactic();

        @Override
        public void place(UnitVector icrs, double[] place) {
            UnitVector galactic = GALACTIC.ofIcrs(icrs);
            double lon = ((galactic.raDeg() - middleLonDeg) % 360 + 540) % 360 - 180;
            place[0] = -lon;
            place[1] = Math.toDegrees(galactic.z());
        }

        @Override
        public UnitVector direction(double x, double y) {
            return Math.abs(x) > 180 || Math.abs(Math.toRadians(y)) > 1
                    ? null
                    : GALACTIC.toIcrs(middleLonDeg - x, Math.toDegrees(Math.asin(Math.toRadians(y))));
        }

        @Override
        public CelestialFrame frame() {
            return GALACTIC;
        }
    }
}
