// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/// The table `vo4he.neighbours`: a row for each name that may be asked for.
final class NeighbourTable {

    /// Of a product `p` with its row `o`, for [#card].
    static final String CARD = """
            p.obs_publisher_did, p.short_id, p.path, p.role, o.dataproduct_type, o.instrument_name, p.media_type,
            p.file_size, p.withdrawn""";

    static final int CARD_COLUMNS = 9;

    static final String ROW_OF_PRODUCT = "LEFT JOIN ivoa.obscore o ON o.obs_publisher_did = p.obs_publisher_did";

    private final DuckDBConnection connection;

    NeighbourTable(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// @param before columns that come before those of [#CARD]
    static ProductCard card(ResultSet row, int before) throws SQLException {
        return new ProductCard(
                row.getString(before + 1),
                row.getString(before + 2),
                row.getString(before + 3),
                row.getString(before + 4),
                Optional.ofNullable(row.getString(before + 5)),
                Optional.ofNullable(row.getString(before + 6)),
                row.getString(before + 7),
                row.getLong(before + 8),
                row.getInt(before + 9) == 1);
    }

    boolean isTrue(String question) throws SQLException {
        return Sql.first(connection, row -> row.getBoolean(1), question).orElseThrow();
    }

    /// Names the rows that are to be replaced.
    void name(Collection<String> names) throws SQLException {
        Sql.execute(connection, "DELETE FROM chunk");
        Sql.append(
                connection,
                "chunk",
                names.stream().map(name -> new Object[] {name}).toList());
    }

    /// Gives the rows named in `chunk` this content; those without lose theirs.
    void replace(Map<String, Neighbour> content) throws SQLException {
        Sql.execute(connection, "DELETE FROM vo4he.neighbours WHERE name IN (FROM chunk)");
        List<Object[]> rows = new ArrayList<>(content.size());
        content.forEach((name, neighbour) -> rows.add(new Object[] {Neighbour.key(name), name, neighbour.json()}));
        Sql.append(connection, "vo4he", "neighbours", rows);
    }
}
