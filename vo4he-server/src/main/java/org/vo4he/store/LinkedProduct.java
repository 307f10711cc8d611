// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Optional;

/// A product with what belongs to it, as DataLink tells of it.
///
/// @param dataproductType of its row in `ivoa.obscore`; empty when it has none
/// @param related the files it names that are here, in the order of its header
public record LinkedProduct(ProductRecord product, Optional<String> dataproductType, List<Related> related) {

    public LinkedProduct {
        related = List.copyOf(related);
    }

    /// @param keyword of the header that names the file
    /// @param target the first product of that file
    public record Related(String keyword, ProductRecord target) {}
}
