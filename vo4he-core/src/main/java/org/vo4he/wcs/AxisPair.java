// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;
import org.vo4he.units.Unit;

/// The cards of two celestial axes, whatever they are called in images, in columns or by XMM-Newton.
///
/// @param first the axis that comes first in the file
/// @param scale the cards that the matrix was made of
/// @param pv numbered cards PVi_m of the latitude axis
/// @param movedReference the cards that put the native reference point elsewhere than the projection has it, in words
/// @param unread a distortion that stays out of the account
record AxisPair(
        Axis first,
        Axis second,
        Matrix matrix,
        List<WcsCard> scale,
        Map<Integer, Double> pv,
        Optional<Double> lonPole,
        Optional<Double> latPole,
        Optional<String> radesys,
        Optional<Double> equinox,
        Optional<String> movedReference,
        SipDistortion sip,
        Optional<UnreadDistortion> unread) {

    /// @param unit CUNIT
    /// @param lowEdge pixel coordinate where the range of the axis starts; NaN when nothing says it
    record Axis(Ctype ctype, WcsCard crpix, WcsCard crval, WcsCard unit, double lowEdge, double highEdge) {

        /// Whether CUNIT is there and holds no angle.
        boolean unitUnknown() {
            return cunit().isPresent()
                    && Unit.parse(cunit().get(), Unit.Dimension.ANGLE).isEmpty();
        }

        private Optional<String> cunit() {
            return unit.header().text(unit.keyword());
        }

        /// Factor to degrees; paper II wants degrees, other angles are met.
        double degreesPerUnit() {
            return cunit().flatMap(unit -> Unit.parse(unit, Unit.Dimension.ANGLE))
                    .map(unit -> unit.convert(1, Unit.DEGREE))
                    .orElse(1.0);
        }
    }

    /// In units of the axes, rows as in CDi_j.
    record Matrix(double m11, double m12, double m21, double m22) {

        /// CDELT and CROTA of the latitude axis (paper II, section 6.1).
        static Matrix rotated(double cdelt1, double cdelt2, double crotaDeg) {
            double cosine = Math.cos(Math.toRadians(crotaDeg));
            double sine = Math.sin(Math.toRadians(crotaDeg));
            return new Matrix(cdelt1 * cosine, -cdelt2 * sine, cdelt1 * sine, cdelt2 * cosine);
        }
    }

    /// The whole system, or empty with a finding.
    Optional<CelestialWcs> toWcs(String where, List<Finding> findings) {
        Axis lon = first.ctype.isLongitude() ? first : second;
        Axis lat = first.ctype.isLongitude() ? second : first;
        Optional<Projection> projection = Projection.of(lon.ctype.projection());
        if (projection.isEmpty()) {
            findings.add(new Finding(
                    WcsFinding.PROJECTION_UNKNOWN,
                    where + " CTYPE",
                    "projection " + lon.ctype.projection() + " is not supported"));
            return Optional.empty();
        }
        Optional<CelestialFrame> frame = frame(lon.ctype.family());
        if (frame.isEmpty()) {
            findings.add(new Finding(
                    WcsFinding.FRAME_UNKNOWN,
                    where + " RADESYS",
                    "'" + radesys.orElse("") + "' is no celestial frame of FITS"));
            return Optional.empty();
        }
        Optional<Axis> strange = Stream.of(lon, lat).filter(Axis::unitUnknown).findFirst();
        if (strange.isPresent()) {
            findings.add(new Finding(
                    WcsFinding.UNIT_UNKNOWN,
                    where + " " + strange.get().unit().keyword(),
                    "'" + strange.get().cunit().orElseThrow() + "' is no unit of angle"));
            return Optional.empty();
        }
        LinearPart linear = linear(lon, lat);
        double lon0 = lon.crval.number().orElse(Double.NaN) * lon.degreesPerUnit();
        double lat0 = lat.crval.number().orElse(Double.NaN) * lat.degreesPerUnit();
        Projection.Parameters parameters = new Projection.Parameters(pv, lat0);
        List<String> faults = faults(lon, lat, lat0, linear);
        if (!Double.isFinite(projection.get().theta0Deg(parameters))) {
            faults.add("the middle parallel, PVi_1 of the latitude axis, is missing");
        }
        movedReference.ifPresent(cards -> faults.add(cards + " moves the native reference point, which is not read"));
        if (!faults.isEmpty()) {
            findings.add(new Finding(
                    WcsFinding.INCOMPLETE,
                    where,
                    "the " + lon.ctype.projection() + " system is not used: " + String.join("; ", faults)));
            return Optional.empty();
        }
        noteDistortion(where, findings);
        return Optional.of(new CelestialWcs(
                linear,
                projection.get(),
                parameters,
                frame.get(),
                lon0,
                lonPole.orElse(Double.NaN),
                latPole.orElse(90.0)));
    }

    /// What stands against the system, card by card.
    private List<String> faults(Axis lon, Axis lat, double lat0, LinearPart linear) {
        List<String> faults = new ArrayList<>();
        Stream.of(first.crpix, second.crpix)
                .filter(WcsCard::isNoNumber)
                .map(WcsCard::inWords)
                .forEach(faults::add);
        Stream.of(lon.crval, lat.crval)
                .filter(card -> card.number().isEmpty())
                .map(WcsCard::inWords)
                .forEach(faults::add);
        if (Math.abs(lat0) > 90) {
            faults.add(lat.crval.inWords() + ", beyond the pole");
        }
        if (!linear.isRegular()) {
            List<WcsCard> none = scale.stream()
                    .filter(card -> card.number().filter(size -> size != 0).isEmpty())
                    .toList();
            String cards = (none.isEmpty() ? scale : none)
                    .stream().map(WcsCard::inWords).collect(Collectors.joining(", "));
            faults.add("pixels have no size that can be used: " + cards);
        }
        return faults;
    }

    private Optional<CelestialFrame> frame(Ctype.Family family) {
        return switch (family) {
            case EQUATORIAL -> CelestialFrame.equatorial(radesys, equinox);
            case GALACTIC -> Optional.of(new CelestialFrame.Galactic());
            case ECLIPTIC -> Optional.of(new CelestialFrame.Ecliptic());
            case SUPERGALACTIC -> Optional.of(new CelestialFrame.Supergalactic());
        };
    }

    private LinearPart linear(Axis lon, Axis lat) {
        boolean lonFirst = lon == first;
        double toDegLon = lon.degreesPerUnit();
        double toDegLat = lat.degreesPerUnit();
        double lon1 = lonFirst ? matrix.m11 : matrix.m21;
        double lon2 = lonFirst ? matrix.m12 : matrix.m22;
        double lat1 = lonFirst ? matrix.m21 : matrix.m11;
        double lat2 = lonFirst ? matrix.m22 : matrix.m12;
        return new LinearPart(
                first.crpix.number().orElse(0.0),
                second.crpix.number().orElse(0.0),
                sip,
                lon1 * toDegLon,
                lon2 * toDegLon,
                lat1 * toDegLat,
                lat2 * toDegLat);
    }

    private void noteDistortion(String where, List<Finding> findings) {
        unread.ifPresent(distortion -> findings.add(new Finding(
                WcsFinding.DISTORTION_LEFT_OUT,
                where,
                "the distortion " + distortion.kind() + " is not read; "
                        + (distortion.isNegligible()
                                ? "it moves no pixel by more than "
                                        + distortion.mostPixels().orElseThrow() + " pixels, as the header says"
                                : "no outline is drawn without it"))));
    }
}
