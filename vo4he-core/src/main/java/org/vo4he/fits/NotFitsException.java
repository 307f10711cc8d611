// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.file.Path;

/// The content of a file is not FITS; the message says what it is or lacks.
public final class NotFitsException extends Exception {

    private final String reason;

    NotFitsException(Path file, String reason) {
        super(file + " is not FITS: " + reason);
        this.reason = reason;
    }

    /// The message without the file's name.
    public String reason() {
        return reason;
    }
}
