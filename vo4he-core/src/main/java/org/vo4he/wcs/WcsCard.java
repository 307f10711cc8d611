// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.Optional;
import org.vo4he.fits.FitsHeader;

/// A card of a coordinate system that should hold a number.
record WcsCard(FitsHeader header, String keyword) {

    Optional<Double> number() {
        return header.number(keyword);
    }

    /// Whether it holds something that is no number.
    boolean isNoNumber() {
        return header.text(keyword).isPresent() && number().isEmpty();
    }

    /// `CRVAL1 is missing`, `CRVAL1 is 'east', no number`, `CDELT1 is 0.0`.
    String inWords() {
        return keyword
                + number().map(number -> " is " + number)
                        .or(() -> header.text(keyword).map(text -> " is '" + text + "', no number"))
                        .orElse(" is missing");
    }
}
