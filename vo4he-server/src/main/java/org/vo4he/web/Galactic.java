// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

/// Galactic coordinates of 1958 in the ICRS (Hipparcos catalogue, ESA SP-1200, volume 1, section 1.5.3).
final class Galactic {

    private static final double POLE_RA_DEG = 192.85948;
    private static final double POLE_DEC_DEG = 27.12825;
    /// Galactic longitude of the north celestial pole.
    private static final double NORTH_LONGITUDE_DEG = 122.93192;

    private Galactic() {}

    static SkyPosition icrs(double longitudeDeg, double latitudeDeg) {
        double pole = Math.toRadians(POLE_DEC_DEG);
        double along = Math.toRadians(NORTH_LONGITUDE_DEG - longitudeDeg);
        double latitude = Math.toRadians(latitudeDeg);
        double sinDec = Math.sin(pole) * Math.sin(latitude) + Math.cos(pole) * Math.cos(latitude) * Math.cos(along);
        double raDeg = POLE_RA_DEG
                + Math.toDegrees(Math.atan2(
                        Math.cos(latitude) * Math.sin(along),
                        Math.cos(pole) * Math.sin(latitude) - Math.sin(pole) * Math.cos(latitude) * Math.cos(along)));
        double turned = (raDeg % 360 + 360) % 360;
        return new SkyPosition(turned, Math.toDegrees(Math.asin(Math.clamp(sinDec, -1, 1))));
    }
}
