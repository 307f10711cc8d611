// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;

/// A table that queries may read.
///
/// @param schema as written in `TAP_SCHEMA.tables`, for example `ivoa`
/// @param name without the schema, for example `obscore`
/// @param sqlName the physical table, already quoted for the database
/// @param columns in the order of `SELECT *`
/// @param skyIndex the position index, if the table is kept with one
public record CatalogueTable(
        String schema, String name, String sqlName, List<CatalogueColumn> columns, Optional<SkyIndex> skyIndex) {

    public CatalogueTable {
        columns = List.copyOf(columns);
    }

    /// The name as a message writes it, for example `ivoa.obscore`.
    public String qualifiedName() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
