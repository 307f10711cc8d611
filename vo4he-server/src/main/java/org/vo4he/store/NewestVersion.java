// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/// The newest of the versions of a product that is not it.
///
/// @param version by which its profile tells it from the others
public record NewestVersion(ProductRecord product, String version) {

    /// Of a product whose DID is bound: the one of equal card and key with the greatest version, if that is greater
    /// than its own.
    static final String QUERY = """
            SELECT newer.version, p.obs_publisher_did, p.short_id, p.path, p.hdu_index, p.hdu_name, p.role, p.published,
                   p.obs_collection, p.file_size, p.media_type, p.fingerprint, p.declared_did, p.withdrawn
            FROM vo4he.versions own
            JOIN vo4he.versions newer ON newer.card = own.card AND newer.unicity_key = own.unicity_key
                AND newer.version > own.version
            JOIN vo4he.products p ON p.obs_publisher_did = newer.obs_publisher_did AND p.withdrawn = 0
            WHERE own.obs_publisher_did = ? AND own.unicity_key <> ''
            ORDER BY newer.version DESC, p.path, p.hdu_index LIMIT 1""";

    public NewestVersion {
        Objects.requireNonNull(product);
        Objects.requireNonNull(version);
    }

    static NewestVersion read(ResultSet row) throws SQLException {
        return new NewestVersion(Products.product(row, 1), row.getString(1));
    }
}
