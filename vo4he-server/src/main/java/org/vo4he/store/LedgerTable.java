// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

/// The tables that a file has rows in, but for those of the provenance graph.
enum LedgerTable {
    FILES("vo4he", "files"),
    FINDINGS("vo4he", "findings"),
    PRODUCTS("vo4he", "products"),
    DETAILS("vo4he", "details"),
    LINKS("vo4he", "links"),
    OBSERVATIONS("vo4he", "observations"),
    VERSIONS("vo4he", "versions"),
    SEARCH_KEYWORDS("vo4he", "search_keywords"),
    DATASUMS("vo4he", "datasums"),
    OBSCORE("ivoa", "obscore"),
    OBSCORE_HEA("ivoa", "obscore_hea");

    private final String schema;
    private final String table;

    LedgerTable(String schema, String table) {
        this.schema = schema;
        this.table = table;
    }

    String schema() {
        return schema;
    }

    String table() {
        return table;
    }
}
