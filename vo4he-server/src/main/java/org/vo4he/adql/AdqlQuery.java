// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;

/// A parsed query: grammatical, not yet checked against any catalogue. Opaque outside this package.
public final class AdqlQuery {

    private final List<CommonTable> commonTables;
    private final Query query;

    AdqlQuery(List<CommonTable> commonTables, Query query) {
        this.commonTables = List.copyOf(commonTables);
        this.query = query;
    }

    /// `name AS (query)` of the `WITH` clause.
    record CommonTable(Identifier name, Query query) {}

    List<CommonTable> commonTables() {
        return commonTables;
    }

    Query query() {
        return query;
    }
}
