// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can happen to a publisher DID. It is live while it is a row of `ivoa.obscore`.
public enum FeedKind {
    /// It is live and was not: new, or back after it was withdrawn.
    PUBLISHED,
    /// It stays live, and its values, its links, its file's fingerprint, size or path are others than before.
    SUPERSEDED,
    /// It is live no longer: its file, or its HDU, is gone or is no product any more.
    WITHDRAWN;

    /// In answers and requests: `published`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FeedKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
