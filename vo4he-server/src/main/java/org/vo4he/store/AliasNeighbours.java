// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/// The DIDs that tags declare, those in the temporary table `touched_aliases`: which products each is of.
final class AliasNeighbours {

    private final DuckDBConnection connection;
    private final NeighbourTable table;

    AliasNeighbours(DuckDBConnection connection, NeighbourTable table) {
        this.connection = connection;
        this.table = table;
    }

    void write() throws SQLException {
        if (!table.isTrue("SELECT EXISTS (FROM touched_aliases)")) {
            return;
        }
        Map<String, List<String>> declaring = new LinkedHashMap<>();
        Sql.list(
                connection,
                row -> declaring
                        .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(row.getString(2)),
                """
                SELECT p.declared_did, p.obs_publisher_did FROM vo4he.products p
                WHERE p.declared_did IN (FROM touched_aliases)
                    AND p.declared_did NOT IN (
                        SELECT obs_publisher_did FROM vo4he.products WHERE obs_publisher_did IN (FROM touched_aliases))
                QUALIFY p.withdrawn = min(p.withdrawn) OVER (PARTITION BY p.declared_did)
                ORDER BY ALL""");
        Set<String> names = new LinkedHashSet<>(Sql.list(connection, row -> row.getString(1), """
                SELECT DISTINCT did FROM touched_aliases
                WHERE did NOT IN (SELECT obs_publisher_did FROM vo4he.products)"""));
        Map<String, Neighbour> content = new LinkedHashMap<>();
        declaring.forEach((name, dids) -> content.put(name, new Neighbour.Alias(dids)));
        table.name(names);
        table.replace(content);
    }
}
