// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

/// A form of failures that a protocol has for itself, where none of [ErrorStyle] is its standard's.
@FunctionalInterface
public interface ErrorForm {

    /// The whole answer, its status too: some protocols tell of failures with status 200.
    ///
    /// @param status what HTTP would call the failure
    /// @param message one sentence, plain text
    Response answer(int status, String message);
}
