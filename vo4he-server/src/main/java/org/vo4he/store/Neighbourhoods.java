// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Keeps `vo4he.neighbours` true while a harvest writes: before and after a change it collects whose rows the change
/// touches, then has them written anew. All inside the transaction of the change.
///
/// Touched are the products of the changed files, those that name these files, those that these files name, and the
/// groups and aliases of the changed ones. The work depends on how much a change touches and, for a few scans, on the
/// length of the tables.
final class Neighbourhoods {

    /// Rows made at once, to bound memory.
    private static final int CHUNK = 2_000;

    private static final String TABLES = """
            CREATE TEMPORARY TABLE changed (path VARCHAR);
            CREATE TEMPORARY TABLE touched (did VARCHAR);
            CREATE TEMPORARY TABLE touched_groups (observation VARCHAR, source VARCHAR);
            CREATE TEMPORARY TABLE touched_aliases (did VARCHAR);
            CREATE TEMPORARY TABLE chunk (did VARCHAR);
            CREATE TEMPORARY TABLE edges (place BIGINT, source VARCHAR, relation VARCHAR, target VARCHAR);
            """;

    private static final String TOUCHED = """
            INSERT INTO touched
            WITH own AS MATERIALIZED (
                SELECT obs_publisher_did AS did, declared_did FROM vo4he.products WHERE path IN (FROM changed)),
            named AS MATERIALIZED (
                SELECT target_path, name FROM vo4he.links WHERE did IN (SELECT did FROM own))
            SELECT did FROM own
            UNION SELECT did FROM vo4he.links WHERE target_path IN (FROM changed)
            UNION SELECT did FROM vo4he.links WHERE target_path IS NULL
                AND name IN (SELECT did FROM own UNION SELECT declared_did FROM own WHERE declared_did IS NOT NULL)
            UNION SELECT obs_publisher_did FROM vo4he.products
                WHERE path IN (SELECT target_path FROM named WHERE target_path IS NOT NULL)
            UNION SELECT obs_publisher_did FROM vo4he.products
                WHERE obs_publisher_did IN (SELECT name FROM named WHERE target_path IS NULL)
            UNION SELECT obs_publisher_did FROM vo4he.products
                WHERE declared_did IN (SELECT name FROM named WHERE target_path IS NULL)""";

    private static final String TOUCHED_GROUPS = """
            INSERT INTO touched_groups
            SELECT DISTINCT observation, source FROM vo4he.observations
            WHERE did IN (SELECT obs_publisher_did FROM vo4he.products WHERE path IN (FROM changed))""";

    private static final String TOUCHED_ALIASES = """
            INSERT INTO touched_aliases
            SELECT DISTINCT declared_did FROM vo4he.products
            WHERE path IN (FROM changed) AND declared_did IS NOT NULL""";

    private final DuckDBConnection connection;

    private Neighbourhoods(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// Runs a change of files and makes good what it touches.
    ///
    /// @param known those that the store may hold something of
    /// @param paths all of them
    static void around(DuckDBConnection connection, Collection<String> known, Collection<String> paths, Sql.Work change)
            throws SQLException {
        Neighbourhoods neighbourhoods = new Neighbourhoods(connection);
        neighbourhoods.makeTables();
        if (!known.isEmpty()) {
            neighbourhoods.appendAll("changed", known);
            neighbourhoods.collect();
            Sql.execute(connection, "DELETE FROM changed");
        }
        change.run();
        neighbourhoods.appendAll("changed", paths);
        neighbourhoods.collect();
        neighbourhoods.write();
        neighbourhoods.dropTables();
    }

    /// For a database that an older version filled.
    static void fillIfEmpty(DuckDBConnection connection) throws SQLException {
        boolean missing = Sql.first(connection, row -> row.getBoolean(1), """
                        SELECT EXISTS (FROM vo4he.products) AND NOT EXISTS (FROM vo4he.neighbours)""").orElseThrow();
        if (!missing) {
            return;
        }
        List<String> paths =
                Sql.list(connection, row -> row.getString(1), "SELECT DISTINCT path FROM vo4he.products ORDER BY path");
        for (int from = 0; from < paths.size(); from += CHUNK) {
            List<String> chunk = paths.subList(from, Math.min(paths.size(), from + CHUNK));
            Sql.transaction(connection, () -> around(connection, List.of(), chunk, () -> {}));
        }
    }

    private void makeTables() throws SQLException {
        dropTables();
        for (String table : Migrations.statements(TABLES)) {
            Sql.execute(connection, table);
        }
    }

    private void dropTables() throws SQLException {
        for (String table : List.of("changed", "touched", "touched_groups", "touched_aliases", "chunk", "edges")) {
            Sql.execute(connection, "DROP TABLE IF EXISTS temp." + table);
        }
    }

    private void collect() throws SQLException {
        Sql.execute(connection, TOUCHED);
        Sql.execute(connection, TOUCHED_GROUPS);
        Sql.execute(connection, TOUCHED_ALIASES);
    }

    private void write() throws SQLException {
        NeighbourTable table = new NeighbourTable(connection);
        ProductNeighbours products = new ProductNeighbours(connection, table);
        List<String> dids =
                Sql.list(connection, row -> row.getString(1), "SELECT DISTINCT did FROM touched ORDER BY did");
        for (int from = 0; from < dids.size(); from += CHUNK) {
            table.name(dids.subList(from, Math.min(dids.size(), from + CHUNK)));
            products.write();
        }
        new GroupNeighbours(connection, table).write();
        new AliasNeighbours(connection, table).write();
    }

    private void appendAll(String table, Collection<String> texts) throws SQLException {
        Sql.append(
                connection,
                table,
                texts.stream().map(text -> new Object[] {text}).toList());
    }
}
