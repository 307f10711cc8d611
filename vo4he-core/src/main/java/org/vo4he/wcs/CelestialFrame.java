// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.Locale;
import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// A frame in which a file writes directions.
public sealed interface CelestialFrame {

    record Icrs() implements CelestialFrame {}

    /// @param equinox Julian year
    record Fk5(double equinox) implements CelestialFrame {}

    /// @param equinox Besselian year
    record Fk4(double equinox) implements CelestialFrame {}

    record Galactic() implements CelestialFrame {}

    record Supergalactic() implements CelestialFrame {}

    /// The mean ecliptic of J2000.
    record Ecliptic() implements CelestialFrame {}

    /// The direction in ICRS, good to some milliarcseconds (FK4: to 0.1 arcsec). Proper motions and the place
    /// of the observer are left out: positions of products need arcseconds.
    ///
    /// @param lonDeg any turn
    /// @param latDeg -90 to 90
    default UnitVector toIcrs(double lonDeg, double latDeg) {
        return FrameTies.toIcrs(this, UnitVector.of(lonDeg, latDeg));
    }

    /// The other way: longitude and latitude in this frame, as a vector, of a direction in ICRS.
    default UnitVector ofIcrs(UnitVector icrs) {
        return FrameTies.ofIcrs(this, icrs);
    }

    /// The equatorial frame that RADESYS and EQUINOX say, with the defaults of FITS 4.0, section 8.3. FK4 of an
    /// equinox after 1984 contradicts itself (ASCA files have it): the equinox is believed.
    ///
    /// @return empty if RADESYS is a word that the standard does not know
    static Optional<CelestialFrame> equatorial(Optional<String> radesys, Optional<Double> equinox) {
        if (radesys.isEmpty()) {
            return Optional.of(equinox.<CelestialFrame>map(year -> year < 1984 ? new Fk4(year) : new Fk5(year))
                    .orElse(new Icrs()));
        }
        return switch (radesys.get().strip().toUpperCase(Locale.ROOT)) {
            case "ICRS", "ICRF" -> Optional.of(new Icrs());
            case "FK5", "J2000" -> Optional.of(new Fk5(equinox.orElse(2000.0)));
            case "FK4", "FK4-NO-E", "B1950" ->
                Optional.of(equinox.orElse(1950.0) < 1984 ? new Fk4(equinox.orElse(1950.0)) : new Fk5(equinox.get()));
            default -> Optional.empty();
        };
    }
}
