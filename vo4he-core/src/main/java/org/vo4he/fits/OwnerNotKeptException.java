// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;

/// A file can't be replaced by one of the same owner and group; it was left as it is.
public final class OwnerNotKeptException extends IOException {

    OwnerNotKeptException(String message) {
        super(message);
    }
}
