// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diagnostics;

/// One of the things a package can say about an input. Implemented by one enum per package, so that the list is
/// closed and can be documented.
public interface FindingCode {

    /// Everything about the code, once.
    FindingMeaning meaning();

    /// Stable, short and unique in vo4he, for scripts to filter on: `fits-truncated`.
    default String id() {
        return meaning().id();
    }

    default Severity severity() {
        return meaning().severity();
    }

    /// For the reference page: when this is said, and what to do.
    default String explanation() {
        return meaning().explanation();
    }
}
