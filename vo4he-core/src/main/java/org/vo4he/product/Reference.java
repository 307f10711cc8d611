// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.Objects;

/// Another file that a product names.
///
/// @param keyword the card or column that names it: `BACKFILE`, `ANCRFILE`, `RESPFILE`, …
/// @param name as written in the product, without an extension or row in brackets; may be a path of another
///     computer
public record Reference(String keyword, String name) {

    public Reference {
        Objects.requireNonNull(keyword);
        if (name.isBlank()) {
            throw new IllegalArgumentException(keyword + " names no file");
        }
    }
}
