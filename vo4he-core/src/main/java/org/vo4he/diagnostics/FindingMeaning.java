// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diagnostics;

import java.util.Objects;

/// What is known of a [FindingCode].
///
/// @param id stable, short and unique in vo4he: `fits-truncated`
/// @param explanation for the reference page: when this is said, and what to do
public record FindingMeaning(String id, Severity severity, String explanation) {

    public FindingMeaning {
        Objects.requireNonNull(id);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(explanation);
    }
}
