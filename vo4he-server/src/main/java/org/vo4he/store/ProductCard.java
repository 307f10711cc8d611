// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Optional;

/// What a link tells of the product it leads to.
///
/// @param path relative to the published folder
/// @param role name of an `org.vo4he.product.ProductRole`
/// @param dataproductType of its row in `ivoa.obscore`; empty when it has none
/// @param instrument as its row states it
/// @param size of the whole file as stored, in bytes
public record ProductCard(
        String did,
        String shortId,
        String path,
        String role,
        Optional<String> dataproductType,
        Optional<String> instrument,
        String mediaType,
        long size,
        boolean withdrawn) {

    /// The last part of the path.
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Whether it is something to look at: a data product or a response.
    public boolean isShown() {
        return !withdrawn && (role.equals("PRODUCT") || role.startsWith("RESPONSE"));
    }

    /// What kind of thing it is: a term of `product-type` with `#`, or the URI of one of `response-type`.
    public Optional<String> qualifier() {
        return Relation.kind(role, dataproductType);
    }
}
