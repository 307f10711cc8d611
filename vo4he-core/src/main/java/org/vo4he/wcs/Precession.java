// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

/// Precession of the equinox, from a year to the standard epoch of a frame.
final class Precession {

    private static final double ARCSEC = Math.toRadians(1 / 3600.0);

    private Precession() {}

    /// Lieske et al. 1977, A&A 58, 1, with J2000 as the fixed epoch.
    static Rotation fk5ToJ2000(double julianYear) {
        double t = (julianYear - 2000) / 100;
        double zeta = 2306.2181 * t + 0.30188 * t * t + 0.017998 * t * t * t;
        double z = 2306.2181 * t + 1.09468 * t * t + 0.018203 * t * t * t;
        double theta = 2004.3109 * t - 0.42665 * t * t - 0.041833 * t * t * t;
        return fromEpoch(zeta, z, theta).inverse();
    }

    /// Newcomb's precession as given by Kinoshita 1975 (SAO Special Report 364), with B1950 as the fixed epoch:
    /// one century after 1850.
    static Rotation fk4ToB1950(double besselianYear) {
        double t = (besselianYear - 1950) / 100;
        double speed = 2303.5548 + 1.39720 + 0.000059;
        double zeta = speed * t + (0.30242 - 0.000269) * t * t + 0.017996 * t * t * t;
        double z = speed * t + (1.09478 + 0.000387) * t * t + 0.018324 * t * t * t;
        double theta = (2005.1125 - 0.85294 - 0.000365) * t - (0.42647 + 0.000365) * t * t - 0.041802 * t * t * t;
        return fromEpoch(zeta, z, theta).inverse();
    }

    /// @param zeta arcsec, as the others
    private static Rotation fromEpoch(double zeta, double z, double theta) {
        return Rotation.aboutZ(-z * ARCSEC)
                .after(Rotation.aboutY(theta * ARCSEC))
                .after(Rotation.aboutZ(-zeta * ARCSEC));
    }
}
