// SPDX-License-Identifier: Apache-2.0
package org.vo4he.backup;

/// A backup can't be used. The message is a sentence that names the file and what is wrong.
public final class BackupException extends Exception {

    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
