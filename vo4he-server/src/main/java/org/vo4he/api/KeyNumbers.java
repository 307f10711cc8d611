// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduKind;
import org.vo4he.fits.NotFitsException;

/// By what one first compares two products that were made in the same way. What a file does not say stays empty.
///
/// @param counts photons: TOTCTS, or the rows of an event list
/// @param exposureSeconds EXPOSURE
public record KeyNumbers(Optional<Long> counts, Optional<Double> exposureSeconds) {

    public static final KeyNumbers NONE = new KeyNumbers(Optional.empty(), Optional.empty());

    /// Of the first HDU that says how long was observed; none of a file that can't be read.
    public static KeyNumbers of(Path file) {
        try (FitsFile fits = FitsFile.open(file)) {
            return fits.hdus().stream()
                    .filter(hdu -> hdu.header().number("EXPOSURE").isPresent())
                    .findFirst()
                    .map(KeyNumbers::of)
                    .orElse(NONE);
        } catch (IOException | NotFitsException _) {
            return NONE;
        }
    }

    private static KeyNumbers of(Hdu hdu) {
        FitsHeader header = hdu.header();
        boolean events = hdu.kind() == HduKind.BINARY_TABLE
                && header.text("HDUCLAS1").filter("EVENTS"::equals).isPresent();
        return new KeyNumbers(
                header.integer("TOTCTS").or(() -> Optional.of(hdu.rows()).filter(_ -> events)),
                header.number("EXPOSURE"));
    }
}
