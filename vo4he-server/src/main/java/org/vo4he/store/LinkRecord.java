// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Objects;
import java.util.Optional;

/// A file that a product names in its header.
///
/// @param did the product that names it
/// @param keyword `BACKFILE`, `ANCRFILE`, `RESPFILE`, …
/// @param name as written
/// @param targetPath the file of the published folder that is meant, empty when none is
public record LinkRecord(String did, String keyword, String name, Optional<String> targetPath) {
    public LinkRecord {
        Objects.requireNonNull(did);
        Objects.requireNonNull(targetPath);
    }
}
