// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vo4he.fits.FitsHeader;

/// Finds the two celestial axes of an image, in the primary description or else in one of A to Z (paper I,
/// section 2).
final class ImageAxes {

    private static final int MOST_AXES = 9;

    private final FitsHeader header;
    private final String alternate;

    private ImageAxes(FitsHeader header, String alternate) {
        this.header = header;
        this.alternate = alternate;
    }

    static Optional<AxisPair> of(FitsHeader header) {
        Optional<AxisPair> primary = new ImageAxes(header, "").pair();
        for (char letter = 'A'; primary.isEmpty() && letter <= 'Z'; letter++) {
            if (header.has("CTYPE1" + letter)) {
                primary = new ImageAxes(header, String.valueOf(letter)).pair();
            }
        }
        return primary;
    }

    /// The numbers of the two axes, from 1, for the description that [#of] takes.
    static Optional<int[]> numbers(FitsHeader header) {
        Optional<int[]> primary = new ImageAxes(header, "").numbers();
        for (char letter = 'A'; primary.isEmpty() && letter <= 'Z'; letter++) {
            primary = new ImageAxes(header, String.valueOf(letter)).numbers();
        }
        return primary;
    }

    private Optional<int[]> numbers() {
        for (int first = 1; first <= MOST_AXES; first++) {
            Optional<Ctype> one = ctype(first);
            for (int second = first + 1; one.isPresent() && second <= MOST_AXES; second++) {
                if (ctype(second).filter(one.get()::isPartnerOf).isPresent()) {
                    return Optional.of(new int[] {first, second});
                }
            }
        }
        return Optional.empty();
    }

    private Optional<AxisPair> pair() {
        return numbers().map(axes -> pair(axes[0], axes[1]));
    }

    private Optional<Ctype> ctype(int axis) {
        return header.text("CTYPE" + axis + alternate).flatMap(Ctype::parse);
    }

    private AxisPair pair(int first, int second) {
        AxisPair.Axis one = axis(first);
        boolean readsSip = alternate.isEmpty() && first == 1 && second == 2;
        int lat = one.ctype().isLongitude() ? second : first;
        int lon = lat == second ? first : second;
        Map<Integer, Double> pv = new HashMap<>();
        for (int m = 0; m <= Projection.Parameters.MOST; m++) {
            int number = m;
            header.number("PV" + lat + "_" + m + alternate).ifPresent(value -> pv.put(number, value));
        }
        return new AxisPair(
                one,
                axis(second),
                matrix(first, second, lat),
                scale(first, second),
                pv,
                number("PV" + lon + "_3").or(() -> number("LONPOLE")),
                number("PV" + lon + "_4").or(() -> number("LATPOLE")),
                header.text("RADESYS" + alternate).or(() -> header.text("RADECSYS")),
                header.text("EQUINOX" + alternate)
                        .or(() -> header.text("EPOCH"))
                        .flatMap(Equinox::year),
                movedReference(lon, pv),
                readsSip ? SipDistortion.of(header) : SipDistortion.NONE,
                UnreadDistortion.of(header, new int[] {first, second}, alternate, one.ctype(), readsSip));
    }

    /// PVi_1 and PVi_2 of the longitude (paper II, section 2.5). Beside TAN these are the polynomial of TPV.
    private Optional<String> movedReference(int lon, Map<Integer, Double> pv) {
        String code = ctype(lon).orElseThrow().projection();
        if (code.equals("TAN") || code.equals("TPV")) {
            return Optional.empty();
        }
        double theta0 = Projection.of(code)
                .map(projection -> projection.theta0Deg(new Projection.Parameters(pv, 0)))
                .orElse(Double.NaN);
        return Stream.of(moved("PV" + lon + "_1", 0), moved("PV" + lon + "_2", theta0))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + " and " + other);
    }

    private Optional<String> moved(String keyword, double usual) {
        return number(keyword).filter(value -> value != usual).map(value -> keyword + alternate + " = " + value);
    }

    private AxisPair.Axis axis(int axis) {
        double length = header.number("NAXIS" + axis).orElse(1.0);
        return new AxisPair.Axis(
                ctype(axis).orElseThrow(),
                card("CRPIX" + axis),
                card("CRVAL" + axis),
                card("CUNIT" + axis),
                0.5,
                length + 0.5);
    }

    private AxisPair.Matrix matrix(int i, int j, int lat) {
        if (has("CD", i, j)) {
            return new AxisPair.Matrix(
                    entry("CD", i, i, 0), entry("CD", i, j, 0), entry("CD", j, i, 0), entry("CD", j, j, 0));
        }
        double cdeltI = number("CDELT" + i).orElse(Double.NaN);
        double cdeltJ = number("CDELT" + j).orElse(Double.NaN);
        if (has("PC", i, j)) {
            double scaleI = Double.isNaN(cdeltI) ? 1 : cdeltI;
            double scaleJ = Double.isNaN(cdeltJ) ? 1 : cdeltJ;
            return new AxisPair.Matrix(
                    scaleI * entry("PC", i, i, 1),
                    scaleI * entry("PC", i, j, 0),
                    scaleJ * entry("PC", j, i, 0),
                    scaleJ * entry("PC", j, j, 1));
        }
        double rotation = number("CROTA" + lat).orElse(0.0);
        return lat == j
                ? AxisPair.Matrix.rotated(cdeltI, cdeltJ, rotation)
                : AxisPair.Matrix.rotated(cdeltI, cdeltJ, -rotation);
    }

    /// The cards that [#matrix] is made of.
    private List<WcsCard> scale(int i, int j) {
        if (has("CD", i, j)) {
            Set<WcsCard> entries = new LinkedHashSet<>(List.of(card("CD" + i + "_" + i), card("CD" + j + "_" + j)));
            entries.addAll(entries("CD", i, j));
            return List.copyOf(entries);
        }
        List<WcsCard> scale = new ArrayList<>(List.of(card("CDELT" + i), card("CDELT" + j)));
        if (has("PC", i, j)) {
            scale.removeIf(card -> !card.header().has(card.keyword()));
            scale.addAll(entries("PC", i, j));
        }
        return scale;
    }

    private List<WcsCard> entries(String name, int i, int j) {
        return Stream.of(i + "_" + i, i + "_" + j, j + "_" + i, j + "_" + j)
                .map(entry -> card(name + entry))
                .filter(card -> header.has(card.keyword()))
                .toList();
    }

    private WcsCard card(String keyword) {
        return new WcsCard(header, keyword + alternate);
    }

    private boolean has(String name, int i, int j) {
        return header.has(name + i + "_" + i + alternate)
                || header.has(name + i + "_" + j + alternate)
                || header.has(name + j + "_" + i + alternate)
                || header.has(name + j + "_" + j + alternate);
    }

    private double entry(String name, int i, int j, double otherwise) {
        return header.number(name + i + "_" + j + alternate).orElse(otherwise);
    }

    private Optional<Double> number(String keyword) {
        return header.number(keyword + alternate);
    }
}
