// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import org.vo4he.sphere.UnitVector;

/// The published numbers that tie celestial frames to each other.
final class FrameTies {

    private static final double MAS = Math.toRadians(1 / 3.6e6);

    /// Obliquity of the ecliptic at J2000: 84381.406 arcsec (IAU 2006).
    private static final double OBLIQUITY_J2000_RAD = Math.toRadians(84381.406 / 3600);

    /// The FK5 equinox and pole in ICRS: eta0 = -19.9, xi0 = 9.1, d alpha0 = -22.9 mas (Hipparcos; USNO
    /// Circular 179, section 3.5).
    private static final Rotation FK5_TO_ICRS = Rotation.aboutX(19.9 * MAS)
            .after(Rotation.aboutY(9.1 * MAS))
            .after(Rotation.aboutZ(-22.9 * MAS))
            .inverse();

    /// The Hipparcos Catalogue, ESA SP-1200, volume 1, equation 1.5.11.
    private static final Rotation ICRS_TO_GALACTIC = new Rotation(
            new UnitVector(-0.0548755604162154, -0.8734370902348850, -0.4838350155487132),
            new UnitVector(0.4941094278755837, -0.4448296299600112, 0.7469822444972189),
            new UnitVector(-0.8676661490190047, -0.1980763734312015, 0.4559837761750669));

    /// Pole at l = 47.37, b = 6.32 deg, zero of longitude at l = 137.37 deg (de Vaucouleurs 1991, RC3).
    private static final Rotation GALACTIC_TO_SUPERGALACTIC = Rotation.aboutZ(Math.toRadians(90))
            .after(Rotation.aboutY(Math.toRadians(90 - 6.32)))
            .after(Rotation.aboutZ(Math.toRadians(47.37)));

    /// FK4 without E-terms at B1950 to FK5 at J2000, for objects at rest (Murray 1989, A&A 218, 325, equation
    /// 28).
    private static final Rotation B1950_TO_J2000 = new Rotation(
            new UnitVector(0.9999256794956877, -0.0111814832204662, -0.0048590038153592),
            new UnitVector(0.0111814832391717, 0.9999374848933135, -0.0000271625947142),
            new UnitVector(0.0048590037723143, -0.0000271702937440, 0.9999881946023742));

    /// E-terms of aberration at B1950 (Standish 1982, A&A 115, 20).
    private static final UnitVector E_TERMS = new UnitVector(-1.62557e-6, -0.31919e-6, -0.13843e-6);

    private FrameTies() {}

    static UnitVector toIcrs(CelestialFrame frame, UnitVector of) {
        return switch (frame) {
            case CelestialFrame.Icrs() -> of;
            case CelestialFrame.Fk5(double equinox) ->
                FK5_TO_ICRS.apply(
                        equinox == 2000 ? of : Precession.fk5ToJ2000(equinox).apply(of));
            case CelestialFrame.Fk4(double equinox) -> {
                UnitVector mean = withoutETerms(of);
                UnitVector b1950 =
                        equinox == 1950 ? mean : Precession.fk4ToB1950(equinox).apply(mean);
                yield FK5_TO_ICRS.apply(B1950_TO_J2000.apply(b1950).normalised());
            }
            case CelestialFrame.Galactic() -> ICRS_TO_GALACTIC.inverse().apply(of);
            case CelestialFrame.Supergalactic() ->
                ICRS_TO_GALACTIC
                        .inverse()
                        .apply(GALACTIC_TO_SUPERGALACTIC.inverse().apply(of));
            case CelestialFrame.Ecliptic() ->
                Rotation.aboutX(-OBLIQUITY_J2000_RAD).apply(of);
        };
    }

    static UnitVector ofIcrs(CelestialFrame frame, UnitVector icrs) {
        return switch (frame) {
            case CelestialFrame.Icrs() -> icrs;
            case CelestialFrame.Fk5(double equinox) -> {
                UnitVector j2000 = FK5_TO_ICRS.inverse().apply(icrs);
                yield equinox == 2000
                        ? j2000
                        : Precession.fk5ToJ2000(equinox).inverse().apply(j2000);
            }
            case CelestialFrame.Fk4(double equinox) -> {
                UnitVector b1950 = B1950_TO_J2000
                        .inverse()
                        .apply(FK5_TO_ICRS.inverse().apply(icrs))
                        .normalised();
                yield withETerms(
                        equinox == 1950
                                ? b1950
                                : Precession.fk4ToB1950(equinox).inverse().apply(b1950));
            }
            case CelestialFrame.Galactic() -> ICRS_TO_GALACTIC.apply(icrs);
            case CelestialFrame.Supergalactic() -> GALACTIC_TO_SUPERGALACTIC.apply(ICRS_TO_GALACTIC.apply(icrs));
            case CelestialFrame.Ecliptic() ->
                Rotation.aboutX(OBLIQUITY_J2000_RAD).apply(icrs);
        };
    }

    /// To first order, which leaves 1e-12.
    private static UnitVector withETerms(UnitVector mean) {
        return mean.plus(E_TERMS).plus(mean.times(-mean.dot(E_TERMS))).normalised();
    }

    private static UnitVector withoutETerms(UnitVector fk4) {
        return fk4.plus(E_TERMS.times(-1)).plus(fk4.times(fk4.dot(E_TERMS))).normalised();
    }
}
