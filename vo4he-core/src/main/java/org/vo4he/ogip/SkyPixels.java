// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.List;
import org.vo4he.fits.HduWriter;

/// The sky of an image of events, and where its pixels lie in the sky columns of the events.
///
/// @param types CTYPE1 and CTYPE2, such as `RA---TAN`
/// @param valuesDeg CRVAL
/// @param referencePixels CRPIX, in pixels of the image
/// @param stepsDeg CDELT of a pixel of the image
/// @param frame RADESYS; empty for none
/// @param equinox EQUINOX, NaN for none
/// @param columns names of the columns that were binned
/// @param firstValues the values of the columns in the middle of the first pixel
/// @param columnStep the size of a pixel in the columns
public record SkyPixels(
        String[] types,
        double[] valuesDeg,
        double[] referencePixels,
        double[] stepsDeg,
        String frame,
        double equinox,
        String[] columns,
        double[] firstValues,
        double columnStep) {

    /// The cards of the frame that it states, which are not to be carried from the events.
    List<String> frameCards() {
        return frame.isEmpty() ? List.of() : List.of("RADESYS", "EQUINOX");
    }

    /// Puts the celestial coordinates into a header, and as alternative P those of the columns (FITS 4.0, section 8).
    void write(HduWriter hdu) {
        for (int i = 0; i < 2; i++) {
            int n = i + 1;
            hdu.card("CTYPE" + n, types[i], "")
                    .card("CRVAL" + n, valuesDeg[i], "[deg] at the reference pixel")
                    .card("CRPIX" + n, referencePixels[i], "reference pixel")
                    .card("CDELT" + n, stepsDeg[i], "[deg] size of a pixel")
                    .card("CUNIT" + n, "deg", "");
        }
        if (valuesDeg[1] == 90) {
            hdu.card("LONPOLE", 180.0, "[deg] as away from the pole");
        }
        if (!frame.isEmpty()) {
            hdu.card("RADESYS", frame, "frame of the sky");
        }
        if (Double.isFinite(equinox)) {
            hdu.card("EQUINOX", equinox, "[yr]");
        }
        hdu.card("WCSNAMEP", "PHYSICAL", "columns of the events");
        for (int i = 0; i < 2; i++) {
            int n = i + 1;
            hdu.card("CTYPE" + n + "P", columns[i], "")
                    .card("CRVAL" + n + "P", firstValues[i], "")
                    .card("CRPIX" + n + "P", 1.0, "")
                    .card("CDELT" + n + "P", columnStep, "");
        }
    }
}
