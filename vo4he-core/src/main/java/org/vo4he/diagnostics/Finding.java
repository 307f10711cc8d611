// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diagnostics;

import java.util.Objects;

/// Something a person should know about an input: data, not an exception.
///
/// @param where for humans: file, HDU and keyword, or line and column of a text
/// @param message one sentence that holds the value found
public record Finding(FindingCode code, String where, String message) {

    public Finding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(where);
        Objects.requireNonNull(message);
    }

    public Severity severity() {
        return code.severity();
    }

    @Override
    public String toString() {
        return code.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + code.id() + " " + where + ": "
                + message;
    }
}
