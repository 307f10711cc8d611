// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

/// A caller shows a token that is not known here. The message is a sentence for the caller, without the token.
public final class UnknownTokenException extends Exception {

    private static final long serialVersionUID = 1;

    UnknownTokenException(String message) {
        super(message);
    }
}
