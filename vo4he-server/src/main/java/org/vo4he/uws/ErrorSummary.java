// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.Objects;
import java.util.Optional;

/// Why a job ended without results (UWS 1.1, section 2.1.7).
///
/// @param message one sentence
/// @param mayPass whether the same job may succeed later (`transient`), or never (`fatal`)
/// @param detail more text than the sentence, when there is any
public record ErrorSummary(String message, boolean mayPass, Optional<String> detail) {

    public ErrorSummary {
        Objects.requireNonNull(message);
        Objects.requireNonNull(detail);
    }

    /// The same job would fail again.
    public static ErrorSummary fatal(String message) {
        return new ErrorSummary(message, false, Optional.empty());
    }

    /// The same job may succeed later.
    public static ErrorSummary passing(String message) {
        return new ErrorSummary(message, true, Optional.empty());
    }
}
