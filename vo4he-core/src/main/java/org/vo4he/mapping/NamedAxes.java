// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.units.Unit;

/// The axes of an image or cube that CTYPE names by the words of FITS: spectral (WCS paper III), of time (WCS paper
/// IV and FITS 4.0, section 9) and of polarisation (FITS 4.0, table 29).
final class NamedAxes {

    private static final Set<String> SPECTRAL =
            Set.of("ENER", "ENERGY", "WAVE", "FREQ", "WAVN", "AWAV", "VRAD", "VOPT", "VELO", "ZOPT", "BETA", "FELO");

    private static final Set<String> TIME = Set.of(
            "TIME", "UTC", "TT", "TDT", "ET", "TAI", "IAT", "TDB", "TCB", "TCG", "GPS", "UT", "UT1", "GMT", "LOCAL");

    /// In the order of their numbers in FITS: 1 to 4, then -1 to -8.
    private static final List<String> STOKES =
            List.of("I", "Q", "U", "V", "RR", "LL", "RL", "LR", "XX", "YY", "XY", "YX");

    private static final int UNPOLARISED_KINDS = 4;

    private final FitsHeader header;
    private final long[] lengths;

    NamedAxes(Hdu hdu) {
        header = hdu.header();
        lengths = hdu.axes();
    }

    /// @param number from 1
    record Axis(int number, String type, long length) {

        String keyword() {
            return "CTYPE" + number;
        }
    }

    Optional<Axis> spectral() {
        return first(SPECTRAL::contains);
    }

    Optional<Axis> time() {
        return first(TIME::contains);
    }

    Optional<Axis> polarisation() {
        return first("STOKES"::equals);
    }

    private Optional<Axis> first(Predicate<String> isWanted) {
        for (int axis = 1; axis <= lengths.length; axis++) {
            Optional<String> word = header.text("CTYPE" + axis).map(NamedAxes::word);
            if (word.filter(isWanted).isPresent()) {
                return Optional.of(new Axis(axis, word.get(), lengths[axis - 1]));
            }
        }
        return Optional.empty();
    }

    /// The first four letters of a spectral type stand before the code of its algorithm, as in `ENER-LOG`.
    private static String word(String ctype) {
        return ctype.strip().toUpperCase(Locale.ROOT).replaceFirst("-.*", "").replaceFirst("\\(.*", "");
    }

    /// From the first edge of the first plane to the last edge of the last, of an axis of energies, wavelengths in
    /// vacuum or frequencies that runs evenly and has a unit.
    Optional<EnergyBand> band(Axis axis) {
        String type = header.text(axis.keyword()).orElse("").strip().toUpperCase(Locale.ROOT);
        boolean isEven = Set.of("ENER", "WAVE", "FREQ").contains(type);
        Optional<double[]> edges =
                at(axis, 0.5).flatMap(low -> at(axis, axis.length() + 0.5).map(high -> new double[] {low, high}));
        return isEven && edges.filter(of -> of[0] > 0 && of[1] > 0).isPresent()
                ? unit(axis).flatMap(of -> EnergyBand.between(edges.get()[0], edges.get()[1], of))
                : Optional.empty();
    }

    Optional<Unit> unit(Axis axis) {
        return header.text("CUNIT" + axis.number()).flatMap(Unit::parse);
    }

    /// The states in the order and spelling of ObsCore 1.1, section B.6.6.1; empty if a number names none.
    Optional<String> states(Axis axis) {
        List<Integer> places = new ArrayList<>();
        for (int plane = 1; plane <= axis.length() && plane <= STOKES.size(); plane++) {
            Optional<Integer> place = at(axis, plane).flatMap(NamedAxes::place);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        return axis.length() > STOKES.size()
                ? Optional.empty()
                : Optional.of(places.stream()
                                .sorted()
                                .distinct()
                                .map(STOKES::get)
                                .toList())
                        .map(names -> "/" + String.join("/", names) + "/");
    }

    private static Optional<Integer> place(double number) {
        boolean isStokes = number >= 1 && number <= UNPOLARISED_KINDS;
        boolean isCorrelation = number <= -1 && number >= UNPOLARISED_KINDS - STOKES.size();
        if (number != Math.rint(number) || !(isStokes || isCorrelation)) {
            return Optional.empty();
        }
        return Optional.of((int) (isStokes ? number - 1 : UNPOLARISED_KINDS - 1 - number));
    }

    /// The coordinate of a pixel; empty where the axis is turned into another one or a card is missing.
    private Optional<Double> at(Axis axis, double pixel) {
        int n = axis.number();
        for (int other = 1; other <= lengths.length; other++) {
            if (other != n && (isTurned(n, other) || isTurned(other, n))) {
                return Optional.empty();
            }
        }
        double step = header.number("CD" + n + "_" + n)
                .or(() -> header.number("CDELT" + n)
                        .map(delta -> delta * header.number("PC" + n + "_" + n).orElse(1.0)))
                .orElse(Double.NaN);
        double value = header.number("CRVAL" + n).orElse(Double.NaN)
                + (pixel - header.number("CRPIX" + n).orElse(0.0)) * step;
        return Double.isFinite(value) && step != 0 ? Optional.of(value) : Optional.empty();
    }

    private boolean isTurned(int one, int other) {
        return header.number("CD" + one + "_" + other).orElse(0.0) != 0
                || header.number("PC" + one + "_" + other).orElse(0.0) != 0;
    }
}
