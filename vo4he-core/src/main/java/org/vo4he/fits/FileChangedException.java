// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;

/// A file was changed, or is being changed, by somebody else; nothing was written.
public final class FileChangedException extends IOException {

    FileChangedException(String message) {
        super(message);
    }
}
