// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a caller may have done.
public enum Scope {
    /// asynchronous queries
    QUERY,
    /// steps that make products anew
    RUN,
    /// making public what such steps made
    PUBLISH;

    /// As written in the token file: `query`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> named(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
