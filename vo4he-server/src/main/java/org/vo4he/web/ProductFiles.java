// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// Where products are: the identifiers that addresses of pages use in place of publisher DIDs, and their files.
record ProductFiles(QueryService queries, String baseUrl) {

    /// @param shortId of its page
    /// @param path below the published folder
    record Filed(String shortId, String path) {

        String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /// @return by publisher DID
    Map<String, Filed> of(Collection<String> dids) {
        if (dids.isEmpty()) {
            return Map.of();
        }
        String adql = dids.stream()
                .distinct()
                .map(SearchAdql::literal)
                .collect(Collectors.joining(
                        ", ",
                        "SELECT obs_publisher_did, short_id, path\nFROM vo4he.products\nWHERE obs_publisher_did IN (",
                        ")"));
        return queries.query(adql, dids.size(), baseUrl).rows().stream()
                .collect(Collectors.toMap(
                        row -> row.get(0).toString(),
                        row -> new Filed(row.get(1).toString(), row.get(2).toString())));
    }
}
