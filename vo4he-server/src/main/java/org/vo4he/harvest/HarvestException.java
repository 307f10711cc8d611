// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

/// The harvest could not begin, or could not write its report. The message is a sentence for the user.
public final class HarvestException extends Exception {

    HarvestException(String message) {
        super(message);
    }

    HarvestException(String message, Throwable cause) {
        super(message, cause);
    }
}
