// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.IOException;

/// Nobody reads the answer any more: nobody's fault, and nothing for the log.
public final class ClientLeftException extends IOException {

    private static final long serialVersionUID = 1L;

    public ClientLeftException(Throwable cause) {
        super("the client left", cause);
    }
}
