// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Objects;
import java.util.Optional;

/// A product as the store knows it: the rows of `vo4he.products`, the targets of DataLink.
///
/// @param did publisher DID, unique, for ever
/// @param shortId ten letters and digits made from the DID, for addresses of web pages
/// @param path relative to the published folder, `/` between its parts on every system
/// @param hduIndex 0 for the primary HDU
/// @param role name of an `org.vo4he.product.ProductRole`
/// @param published whether it is a row of `ivoa.obscore`
/// @param size of the whole file as stored, in bytes
/// @param fingerprint of the whole file: CRC-32, CRC-32C and length of its headers without VO-TAGS
/// @param declaredDid what the file's own tags say: an alias
/// @param withdrawn the file is gone: a tombstone
public record ProductRecord(
        String did,
        String shortId,
        String path,
        int hduIndex,
        String hduName,
        String role,
        boolean published,
        String collection,
        long size,
        String mediaType,
        Optional<String> fingerprint,
        Optional<String> declaredDid,
        boolean withdrawn) {

    public ProductRecord {
        Objects.requireNonNull(did);
        Objects.requireNonNull(path);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(declaredDid);
    }

    /// The last part of the path.
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The same product, its file gone.
    public ProductRecord asWithdrawn() {
        return new ProductRecord(
                did,
                shortId,
                path,
                hduIndex,
                hduName,
                role,
                false,
                collection,
                size,
                mediaType,
                fingerprint,
                declaredDid,
                true);
    }
}
