// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;

/// A job writes more than it may.
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    TooLargeException(long maxBytes) {
        super("the result is larger than the " + maxBytes + " bytes that a job may leave here");
    }
}
