// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Hdu;
import org.vo4he.mapping.Dialect.SkyCards;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.sphere.UnitVector;
import org.vo4he.units.Unit;
import org.vo4he.wcs.CelestialFrame;
import org.vo4he.wcs.Equinox;
import org.vo4he.wcs.WcsFinding;

/// Positions that header cards state, in ICRS.
final class Positions {

    /// Cards of the axis of the telescope: where it looked (GADF, OGIP), where it was to look.
    static final List<SkyCards> POINTING =
            List.of(new SkyCards("RA_PNT", "DEC_PNT"), new SkyCards("RA_NOM", "DEC_NOM"));

    /// Cards of what was looked at.
    static final List<SkyCards> TARGET = List.of(
            new SkyCards("RA_OBJ", "DEC_OBJ"), new SkyCards("RA_TARG", "DEC_TARG"), new SkyCards("RA_SRC", "DEC_SRC"));

    /// All of these cards.
    static final List<String> KEYWORDS = Stream.concat(POINTING.stream(), TARGET.stream())
            .flatMap(pair -> Stream.of(pair.lon(), pair.lat()))
            .toList();

    private static final double SUPPORT_DEG = 1;
    private static final double DEGREES_PER_HOUR = 15;

    private final Draft draft;

    Positions(Draft draft) {
        this.draft = draft;
    }

    /// In ICRS.
    record Stated(double raDeg, double decDeg, Origin origin) {

        static Stated of(UnitVector direction, Origin origin) {
            return new Stated(
                    ComputedDegrees.longitude(direction.raDeg()), ComputedDegrees.of(direction.decDeg()), origin);
        }

        /// What is in ICRS already stays as it was written, to the last digit.
        static Stated of(CelestialFrame frame, double lonDeg, double latDeg, Origin origin) {
            if (frame instanceof CelestialFrame.Icrs) {
                return new Stated(lonDeg < 0 ? lonDeg + 360 : lonDeg == 360 ? 0 : lonDeg, latDeg, origin);
            }
            return of(frame.toIcrs(lonDeg, latDeg), origin);
        }
    }

    /// Where the telescope looked, by the cards of the standards, else by those of the mission.
    Optional<Stated> pointing() {
        return first(POINTING).or(() -> first(draft.dialect().pointing()));
    }

    /// The first pair that states a position.
    Optional<Stated> first(List<SkyCards> pairs) {
        return pairs.stream().map(this::read).flatMap(Optional::stream).findFirst();
    }

    /// The middle of a radial profile: RA_CENT and DEC_CENT, which are in ICRS whatever else the header says.
    Optional<Stated> centreOfRings() {
        Optional<HeaderChain.Found<Double>> lon = draft.headers().number("RA_CENT");
        Optional<HeaderChain.Found<Double>> lat = draft.headers().number("DEC_CENT");
        return lon.filter(ra -> ra.value() >= 0 && ra.value() < 360)
                .flatMap(ra -> lat.filter(dec -> Math.abs(dec.value()) <= 90)
                        .map(dec -> new Stated(
                                ra.value(),
                                dec.value(),
                                new Origin.Card(ra.hdu().label(), "RA_CENT+DEC_CENT"))));
    }

    private Optional<Stated> read(SkyCards pair) {
        Optional<HeaderChain.Found<Double>> lon = degrees(pair.lon(), DEGREES_PER_HOUR);
        Optional<Double> lat = degrees(pair.lat(), 1)
                .filter(found -> lon.isPresent() && found.hdu().equals(lon.get().hdu()))
                .map(HeaderChain.Found::value);
        if (lon.isEmpty() || lat.isEmpty()) {
            return Optional.empty();
        }
        Hdu hdu = lon.get().hdu();
        double lonDeg = lon.get().value();
        double latDeg = lat.get();
        String keywords = pair.lon() + "+" + pair.lat();
        if (!(lonDeg >= -180 && lonDeg <= 360 && Math.abs(latDeg) <= 90)) {
            draft.find(MappingFinding.POSITION_IMPOSSIBLE, hdu, keywords, lonDeg + ", " + latDeg + " is no position");
            return Optional.empty();
        }
        if (lonDeg == 0 && latDeg == 0 && !supported(pair)) {
            draft.find(MappingFinding.POSITION_UNSET, hdu, keywords, "0.0, 0.0 is taken as not set");
            return Optional.empty();
        }
        return frame(hdu).map(frame -> Stated.of(frame, lonDeg, latDeg, new Origin.Card(hdu.label(), keywords)));
    }

    /// A number of degrees or of what the comment says in brackets (`[h]`, `[rad]`), or what is written as
    /// 05:34:31.9, which counts hours for a right ascension.
    private Optional<HeaderChain.Found<Double>> degrees(String keyword, double degreesPerUnit) {
        return draft.headers()
                .text(keyword)
                .flatMap(card -> Sexagesimal.parse(card.value())
                        .map(units -> new HeaderChain.Found<>(card.hdu(), keyword, units * degreesPerUnit)))
                .or(() -> draft.headers()
                        .number(keyword)
                        .map(card -> new HeaderChain.Found<>(
                                card.hdu(), keyword, card.value() * degreesPer(card, degreesPerUnit))));
    }

    private static double degreesPer(HeaderChain.Found<Double> card, double degreesPerUnit) {
        return card.unit(Unit.Dimension.ANGLE)
                .map(unit -> unit.convert(1, Unit.DEGREE))
                .or(() -> card.unit().filter(Unit.HOUR::equals).map(_ -> degreesPerUnit))
                .orElse(1.0);
    }

    /// Whether a position card supports that the coordinate system of an image is centred on 0, 0.
    boolean supportsZero() {
        return Stream.concat(POINTING.stream(), TARGET.stream()).anyMatch(this::isNearZero);
    }

    /// Whether another pair of cards lies near to 0, 0 without being exactly there.
    private boolean supported(SkyCards zero) {
        List<SkyCards> others = new ArrayList<>(POINTING);
        others.addAll(TARGET);
        others.add(new SkyCards("REFXCRVL", "REFYCRVL"));
        others.add(new SkyCards("CRVAL1", "CRVAL2"));
        return others.stream().filter(pair -> !pair.equals(zero)).anyMatch(this::isNearZero);
    }

    private boolean isNearZero(SkyCards pair) {
        double lon = degrees(pair.lon(), DEGREES_PER_HOUR)
                .map(HeaderChain.Found::value)
                .orElse(Double.NaN);
        double lat = degrees(pair.lat(), 1).map(HeaderChain.Found::value).orElse(Double.NaN);
        double distance = Math.hypot(Math.IEEEremainder(lon, 360), lat);
        return distance > 0 && distance < SUPPORT_DEG;
    }

    /// The frame of positions in the cards of an HDU.
    Optional<CelestialFrame> frame(Hdu hdu) {
        HeaderChain own = HeaderChain.of(hdu, draft.file().hdus().getFirst());
        Optional<String> radesys = own.text("RADESYS", "RADECSYS").map(HeaderChain.Found::value);
        Optional<Double> equinox =
                own.text("EQUINOX", "EPOCH").map(HeaderChain.Found::value).flatMap(Equinox::year);
        Optional<CelestialFrame> frame = CelestialFrame.equatorial(radesys, equinox);
        if (frame.isEmpty()) {
            draft.findings()
                    .add(new Finding(
                            WcsFinding.FRAME_UNKNOWN,
                            draft.where(hdu) + " RADESYS",
                            "'" + radesys.orElse("") + "' is no celestial frame of FITS"));
        }
        return frame;
    }
}
