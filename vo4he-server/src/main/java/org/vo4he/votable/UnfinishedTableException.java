// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.IOException;

/// A table breaks off in a format that has no place to say so: only a broken connection tells the reader.
public final class UnfinishedTableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnfinishedTableException(String message) {
        super(message);
    }
}
