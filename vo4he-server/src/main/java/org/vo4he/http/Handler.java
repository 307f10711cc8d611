// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.IOException;

/// Reads parameters, calls one method, answers.
@FunctionalInterface
public interface Handler {

    /// @throws ServiceException to be shown to the caller
    /// @throws IOException our own trouble: the caller sees an internal error, the log sees the cause
    Response handle(Request request) throws IOException;
}
