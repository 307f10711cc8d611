// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.function.Consumer;
import org.vo4he.fits.HduWriter;

/// The cards by which an HDU says what it is (OGIP/93-013, HDUCLASn).
record HduClass(String format, String version, String... words) {

    /// Puts them into a header.
    Consumer<HduWriter> cards() {
        return hdu -> {
            hdu.card("HDUCLASS", format, "whose format this is");
            for (int n = 1; n <= words.length; n++) {
                hdu.card("HDUCLAS" + n, words[n - 1], "");
            }
            if (!version.isEmpty()) {
                hdu.card("HDUVERS", version, "version of the format");
            }
        };
    }
}
