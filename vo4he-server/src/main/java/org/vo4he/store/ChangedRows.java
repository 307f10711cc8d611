// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// What a change of the ledger takes out of the tables and puts into them, within the transaction of its caller.
final class ChangedRows {

    /// Tables with rows about products, and the column of the publisher DID.
    private static final String[][] BY_DID = {
        {"ivoa.obscore_hea", "obs_publisher_did"},
        {"ivoa.obscore", "obs_publisher_did"},
        {"vo4he.details", "did"},
        {"vo4he.observations", "did"},
        {"vo4he.versions", "obs_publisher_did"},
        {"vo4he.search_keywords", "obs_publisher_did"},
        {"vo4he.datasums", "did"},
        {"vo4he.links", "did"}
    };

    private static final List<String> BY_PATH = List.of("vo4he.products", "vo4he.findings", "vo4he.files");

    private final DuckDBConnection connection;
    private final Feed feed;

    ChangedRows(DuckDBConnection connection, Feed feed) {
        this.connection = connection;
        this.feed = feed;
    }

    /// All rows of a change, and its events in the feed.
    void write(LedgerChange change, GatheredRows gathered) throws SQLException {
        LiveProducts before = forget(List.copyOf(change.forget()));
        for (LedgerTable table : LedgerTable.values()) {
            gathered.flush(table.table());
        }
        entomb(change.tombstones());
        List<LiveProducts.Live> live =
                change.files().stream().flatMap(file -> file.live().stream()).toList();
        SkyOrder.addedToTail(connection, live.size());
        restamp(connection, change.restamped());
        ProvenanceLedger.write(connection, change, gathered);
        Instant now = Instant.now();
        Withdrawals.note(connection, change, now);
        feed.append(connection, before.until(live), now);
    }

    private void entomb(List<ProductRecord> tombstones) throws SQLException {
        if (!tombstones.isEmpty()) {
            Sql.append(
                    connection,
                    LedgerTable.PRODUCTS.schema(),
                    LedgerTable.PRODUCTS.table(),
                    tombstones.stream().map(LedgerRows::product).toList());
        }
    }

    /// @return what was published at these paths
    private LiveProducts forget(List<String> paths) throws SQLException {
        if (paths.isEmpty()) {
            return LiveProducts.none();
        }
        namePaths(connection, paths);
        LiveProducts before = LiveProducts.stored(connection);
        for (String[] table : BY_DID) {
            Sql.execute(connection, """
                    DELETE FROM %s WHERE %s IN (
                        SELECT obs_publisher_did FROM vo4he.products WHERE path IN (FROM named_paths))
                    """.formatted((Object[]) table));
        }
        for (String table : BY_PATH) {
            Sql.execute(connection, "DELETE FROM " + table + " WHERE path IN (FROM named_paths)");
        }
        Sql.execute(connection, "DROP TABLE named_paths");
        return before;
    }

    /// Files that look otherwise and are the same.
    static void restamp(DuckDBConnection connection, List<FileRecord> files) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        namePaths(connection, files.stream().map(FileRecord::path).toList());
        Sql.execute(connection, "DELETE FROM vo4he.files WHERE path IN (FROM named_paths)");
        Sql.execute(connection, "DROP TABLE named_paths");
        Sql.append(
                connection,
                "vo4he",
                "files",
                files.stream().map(LedgerRows::file).toList());
    }

    private static void namePaths(DuckDBConnection connection, List<String> paths) throws SQLException {
        Sql.execute(connection, "CREATE OR REPLACE TEMPORARY TABLE named_paths (path VARCHAR)");
        List<Object[]> rows = new ArrayList<>();
        paths.forEach(path -> rows.add(new Object[] {path}));
        Sql.append(connection, "named_paths", rows);
    }
}
