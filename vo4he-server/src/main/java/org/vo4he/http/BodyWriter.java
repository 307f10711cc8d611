// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.IOException;
import java.io.OutputStream;

/// Writes the body of an answer while it is being computed.
@FunctionalInterface
public interface BodyWriter {

    /// A [ServiceException] thrown before the first byte left becomes a proper error answer; anything thrown later
    /// breaks the connection, so that the client can't take the torn answer for a whole one.
    void writeTo(OutputStream out) throws IOException;
}
