// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Locale;
import org.vo4he.wcs.CelestialFrame;

/// How the coordinates of a frame are called and written.
///
/// @param lon of the axis
/// @param hours whether longitude is written in hours
record SkyFrameName(String lon, String lat, boolean hours) {

    static SkyFrameName of(CelestialFrame frame) {
        return switch (frame) {
            case CelestialFrame.Icrs() -> equatorial("ICRS");
            case CelestialFrame.Fk5(double equinox) -> equatorial("J" + year(equinox));
            case CelestialFrame.Fk4(double equinox) -> equatorial("B" + year(equinox));
            case CelestialFrame.Galactic() -> new SkyFrameName("Galactic longitude", "Galactic latitude", false);
            case CelestialFrame.Supergalactic() ->
                new SkyFrameName("Supergalactic longitude", "Supergalactic latitude", false);
            case CelestialFrame.Ecliptic() -> new SkyFrameName("Ecliptic longitude", "Ecliptic latitude", false);
        };
    }

    private static SkyFrameName equatorial(String system) {
        return new SkyFrameName("Right ascension (" + system + ")", "Declination (" + system + ")", true);
    }

    private static String year(double equinox) {
        return equinox == Math.rint(equinox)
                ? String.valueOf((long) equinox)
                : String.format(Locale.ROOT, "%.1f", equinox);
    }
}
