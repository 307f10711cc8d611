// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is left of a product that was withdrawn.
///
/// @param since empty when nobody noted it
/// @param successors products that stand for it now: of the same content, declared by their tags to be it, or made
///     from its provenance
public record Tombstone(Optional<Instant> since, List<ProductCard> successors) {

    /// A DID three times; the last column says why, the best reason first.
    static final String SUCCESSORS = """
            SELECT %s
            FROM (
                SELECT did, min(reason) AS reason FROM (
                    SELECT l.obs_publisher_did AS did, 1 AS reason FROM vo4he.products w
                    JOIN vo4he.products l ON l.fingerprint = w.fingerprint AND l.withdrawn = 0
                    WHERE w.obs_publisher_did = ?
                    UNION ALL
                    SELECT obs_publisher_did, 2 FROM vo4he.products WHERE declared_did = ? AND withdrawn = 0
                    UNION ALL
                    SELECT d.product, 3 FROM vo4he.prov_derivations d
                    JOIN vo4he.prov_entities e ON e.product = d.product AND e.ref = d.from_ref
                    WHERE e.did = ?)
                GROUP BY did) s
            JOIN vo4he.products p ON p.obs_publisher_did = s.did AND p.withdrawn = 0 %s
            ORDER BY s.reason, s.did
            LIMIT 20""".formatted(NeighbourTable.CARD, NeighbourTable.ROW_OF_PRODUCT);

    static final String SINCE = "SELECT time_millis FROM vo4he.withdrawals WHERE did = ?";

    public Tombstone {
        successors = List.copyOf(successors);
    }

    static Instant instant(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(1));
    }

    /// `the product was withdrawn on 2026-11-23; there is ivo://… instead`
    public String sentence() {
        String instead = successors.stream().map(ProductCard::did).collect(Collectors.joining(" and "));
        return "the product was withdrawn"
                + since.map(time -> " on " + time.toString().substring(0, "2026-11-23".length()))
                        .orElse("")
                + (instead.isEmpty() ? "" : "; there is " + instead + " instead");
    }
}
