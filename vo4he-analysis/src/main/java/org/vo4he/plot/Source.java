// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;
import java.util.stream.Stream;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;

/// The open product that is drawn.
///
/// @param hdu the one that holds the product
record Source(FitsFile file, Hdu hdu, Companions companions) {

    /// Its own header, then that of the primary HDU.
    HeaderChain headers() {
        return HeaderChain.of(hdu, file.hdus().getFirst());
    }

    List<Hdu> all(HduContent content) {
        return file.hdus().stream()
                .filter(other -> HduContent.of(other) == content)
                .toList();
    }

    /// `3C 273, CHANDRA ACIS, spectrum`: object and instrument as far as the headers name them, else the file.
    String title(String what) {
        List<String> named = Stream.of(text("OBJECT"), (text("TELESCOP") + " " + text("INSTRUME")).strip())
                .filter(part -> !part.isEmpty())
                .toList();
        return (named.isEmpty() ? file.path().getFileName().toString() : String.join(", ", named)) + ", " + what;
    }

    private String text(String keyword) {
        return headers().text(keyword).map(HeaderChain.Found::value).orElse("");
    }

    UndrawableException undrawable(String reason) {
        return new UndrawableException(file.path(), hdu, reason);
    }
}
