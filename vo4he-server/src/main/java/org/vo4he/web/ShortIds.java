// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// The identifiers that addresses of pages use in place of publisher DIDs.
record ShortIds(QueryService queries, String baseUrl) {

    /// @return by publisher DID
    Map<String, String> of(Collection<String> dids) {
        if (dids.isEmpty()) {
            return Map.of();
        }
        String adql = dids.stream()
                .distinct()
                .map(SearchAdql::literal)
                .collect(Collectors.joining(
                        ", ",
                        "SELECT obs_publisher_did, short_id\nFROM vo4he.products\nWHERE obs_publisher_did IN (",
                        ")"));
        return queries.query(adql, dids.size(), baseUrl).rows().stream()
                .collect(Collectors.toMap(
                        row -> row.get(0).toString(), row -> row.get(1).toString()));
    }
}
