// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

/// A definition of a profile can't be used; the message names the file, the place where one is known, and what was
/// found there.
public final class ProfileException extends Exception {

    ProfileException(String message) {
        super(message);
    }

    ProfileException(String message, Throwable cause) {
        super(message, cause);
    }
}
