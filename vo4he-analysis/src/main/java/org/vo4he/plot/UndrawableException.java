// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.nio.file.Path;
import org.vo4he.fits.Hdu;

/// A product of which no picture can be made. The message is a sentence for a person: file, HDU and reason.
public final class UndrawableException extends Exception {

    private final String reason;

    UndrawableException(Path file, Hdu hdu, String reason) {
        this(file + " " + hdu, reason);
    }

    UndrawableException(String where, String reason) {
        super(where + ": " + reason);
        this.reason = reason;
    }

    /// The message without the place: a line below the title of a picture.
    public String reason() {
        return reason;
    }
}
