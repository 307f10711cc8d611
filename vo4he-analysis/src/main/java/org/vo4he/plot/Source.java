// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.HeaderChain;

/// The open product that is drawn.
///
/// @param hdu the one that holds the product
record Source(FitsFile file, Hdu hdu, Companions companions) {

    /// Its own header, then that of the primary HDU.
    HeaderChain headers() {
        return HeaderChain.of(hdu, file.hdus().getFirst());
    }

    UndrawableException undrawable(String reason) {
        return new UndrawableException(file.path(), hdu, reason);
    }
}
