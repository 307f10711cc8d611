// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.fits.FitsHeader;

/// A distortion of which no more is read than that it is there, and how far it moves a pixel at most.
///
/// CPDISja, CQDISia with their CPERRja, CQERRia, and DVERRa for all of them, in pixels: FITS WCS paper IV (draft of
/// 2004), section 2. D2IMDISj with D2IMERRj: STScI, Distortion Correction in HST FITS Files (TSR 2012-01). The third
/// part of a CTYPE (`RA---TAN-TPD`): paper IV, section 2.4.
///
/// @param kind for people
/// @param mostPixels empty where nothing says it
record UnreadDistortion(String kind, Optional<Double> mostPixels) {

    /// What moves no pixel by more leaves the outline of an image as good as its corner pixels are.
    private static final double NEGLIGIBLE_PIXELS = 1;

    private static final int TPV_TERMS = 40;
    private static final int LAST_POLE_CARD = 4;

    private static final List<String> FUNCTIONS = List.of("CPDIS", "CQDIS", "D2IMDIS");

    boolean isNegligible() {
        return mostPixels.filter(most -> most >= 0 && most <= NEGLIGIBLE_PIXELS).isPresent();
    }

    /// Of an image.
    ///
    /// @param axes of the celestial pair, from 1
    /// @param alternate letter of the description, or empty
    static Optional<UnreadDistortion> of(
            FitsHeader header, int[] axes, String alternate, Ctype ctype, boolean readsSip) {
        List<String> kinds = new ArrayList<>();
        List<Optional<Double>> errors = new ArrayList<>();
        for (String function : FUNCTIONS) {
            String letter = function.equals("D2IMDIS") ? "" : alternate;
            List<String> used = Stream.of(axes[0], axes[1])
                    .map(axis -> function + axis + letter)
                    .filter(keyword ->
                            header.text(keyword).filter(word -> !word.isBlank()).isPresent())
                    .toList();
            used.forEach(keyword -> {
                kinds.add(keyword + " " + header.text(keyword).orElseThrow().strip());
                errors.add(header.number(keyword.replace("DIS", "ERR")).map(Math::abs));
            });
        }
        ofCtype(ctype, readsSip).ifPresent(kind -> {
            kinds.add(kind);
            errors.add(Optional.empty());
        });
        if (ctype.projection().equals("TAN") && hasPolynomial(header, axes, alternate)) {
            kinds.add("of TAN by PV cards");
            errors.add(Optional.empty());
        }
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnreadDistortion(
                        String.join(", ", kinds),
                        header.number("DVERR" + alternate).or(() -> sum(errors))));
    }

    /// TAN has no parameters. The polynomial that SCAMP wrote beside it before that had the name TPV (registry of
    /// FITS conventions) has PVi_1 of 1 and all others 0 where it changes nothing. PVi_1 to PVi_4 of the longitude
    /// alone are the native reference and its pole (paper II, section 2.5).
    private static boolean hasPolynomial(FitsHeader header, int[] axes, String alternate) {
        for (int axis : axes) {
            for (int m = 0; m < TPV_TERMS; m++) {
                boolean mayBePole = m <= LAST_POLE_CARD
                        && header.text("CTYPE" + axis + alternate)
                                .flatMap(Ctype::parse)
                                .filter(Ctype::isLongitude)
                                .isPresent();
                double nothing = m == 1 ? 1 : 0;
                if (!mayBePole
                        && header.number("PV" + axis + "_" + m + alternate).orElse(nothing) != nothing) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Of columns of sky pixels, which have no other place for one than CTYPE.
    static Optional<UnreadDistortion> of(Ctype ctype) {
        return ofCtype(ctype, false).map(kind -> new UnreadDistortion(kind, Optional.empty()));
    }

    private static Optional<String> ofCtype(Ctype ctype, boolean readsSip) {
        if (ctype.projection().equals("TPV")) {
            return Optional.of("TPV");
        }
        return ctype.distortion().filter(name -> !(name.equals("SIP") && readsSip));
    }

    private static Optional<Double> sum(List<Optional<Double>> errors) {
        return errors.stream().allMatch(Optional::isPresent)
                ? Optional.of(errors.stream().mapToDouble(Optional::get).sum())
                : Optional.empty();
    }
}
