// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.vo4he.store.FileEntry.ProductEntry;

/// The writing side of the store: what a harvest knows of earlier ones, and how it adds to it.
///
/// Every [#write] is one transaction: a process killed at any moment leaves whole changes only. One thread writes at a
/// time; readers go on with what they saw when they began.
public final class Ledger {

    private static final String FILES = """
            SELECT path, size, mtime_nanos, file_key, outcome, media_type, fingerprint, described_by, lookups, consulted,
                   content_hash
            FROM vo4he.files
            ORDER BY path""";

    private final DuckDBConnection connection;
    private final Products products;
    private final Feed feed;
    private final Revision revision;
    private final ReentrantLock writing = new ReentrantLock();

    Ledger(DuckDBConnection connection, Feed feed, Revision revision) {
        this.connection = connection;
        this.products = new Products(connection);
        this.feed = feed;
        this.revision = revision;
    }

    /// Every file of the last harvest, by path.
    public List<FileRecord> files() throws StoreException {
        return read(own -> Sql.list(own, Ledger::file, FILES));
    }

    /// Every product, withdrawn ones too, by path.
    public List<ProductRecord> products() throws StoreException {
        return products.all();
    }

    /// Every finding, by path and place.
    public List<FindingRecord> findings() throws StoreException {
        return products.allFindings();
    }

    /// A fact about the store itself.
    public Optional<String> fact(String name) throws StoreException {
        return read(
                own -> Sql.first(own, row -> row.getString(1), "SELECT value FROM vo4he.facts WHERE name = ?", name));
    }

    public void setFact(String name, String value) throws StoreException {
        write(() -> writeFact(name, value));
    }

    /// All of the change with the events it leads to, or nothing of it.
    public void write(LedgerChange change) throws StoreException {
        if (change.changesNothingPublished()) {
            write(() -> restamp(change.restamped()));
        } else {
            publish(() -> apply(change));
        }
    }

    /// Makes these the only findings of these codes: for findings that concern several files at once, or no file.
    public void replaceFindings(List<String> codes, List<FindingRecord> findings) throws StoreException {
        if (new HashSet<>(findings).equals(new HashSet<>(products.findingsOf(codes)))) {
            return;
        }
        publish(() -> {
            for (String code : codes) {
                Sql.execute(connection, "DELETE FROM vo4he.findings WHERE code = ?", code);
            }
            Sql.append(connection, "vo4he", "findings", LedgerRows.lastFindings(findings));
        });
    }

    /// Brings `ivoa.obscore` into the order of the sky if many rows came since the last time, and the write-ahead log
    /// into the database file. To be called at the end of a harvest that wrote.
    public void settle() throws StoreException {
        writing.lock();
        try {
            SkyOrder.restore(connection);
            SkyOrder.checkpoint(connection);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        } finally {
            writing.unlock();
        }
    }

    private void apply(LedgerChange change) throws SQLException {
        LiveProducts before = forget(List.copyOf(change.forget()));
        List<ProductEntry> entries = change.files().stream()
                .flatMap(file -> file.products().stream())
                .toList();
        Sql.append(connection, "vo4he", "files", LedgerRows.files(change.files()));
        Sql.append(connection, "vo4he", "findings", LedgerRows.findings(change.files()));
        Sql.append(connection, "vo4he", "products", LedgerRows.products(entries, change.tombstones()));
        Sql.append(connection, "vo4he", "details", LedgerRows.details(entries));
        Sql.append(connection, "vo4he", "links", LedgerRows.links(entries));
        List<Object[]> rows = LedgerRows.obscore(entries);
        Sql.append(connection, "ivoa", "obscore", rows);
        SkyOrder.addedToTail(connection, rows.size());
        restamp(change.restamped());
        feed.append(before.until(entries), Instant.now());
    }

    /// @return what was published at these paths
    private LiveProducts forget(List<String> paths) throws SQLException {
        if (paths.isEmpty()) {
            return LiveProducts.none();
        }
        namePaths(paths);
        LiveProducts before = LiveProducts.stored(connection);
        forNamedPaths("""
                DELETE FROM ivoa.obscore WHERE obs_publisher_did IN (
                    SELECT obs_publisher_did FROM vo4he.products WHERE path IN (FROM named_paths))""", """
                DELETE FROM vo4he.details WHERE did IN (
                    SELECT obs_publisher_did FROM vo4he.products WHERE path IN (FROM named_paths))""", """
                DELETE FROM vo4he.links WHERE did IN (
                    SELECT obs_publisher_did FROM vo4he.products WHERE path IN (FROM named_paths))""", """
                DELETE FROM vo4he.products WHERE path IN (FROM named_paths)""", """
                DELETE FROM vo4he.findings WHERE path IN (FROM named_paths)""", """
                DELETE FROM vo4he.files WHERE path IN (FROM named_paths)""");
        return before;
    }

    private void restamp(List<FileRecord> files) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        namePaths(files.stream().map(FileRecord::path).toList());
        forNamedPaths("DELETE FROM vo4he.files WHERE path IN (FROM named_paths)");
        Sql.append(
                connection,
                "vo4he",
                "files",
                files.stream().map(LedgerRows::file).toList());
    }

    private void namePaths(List<String> paths) throws SQLException {
        Sql.execute(connection, "CREATE OR REPLACE TEMPORARY TABLE named_paths (path VARCHAR)");
        List<Object[]> rows = new ArrayList<>();
        paths.forEach(path -> rows.add(new Object[] {path}));
        Sql.append(connection, "named_paths", rows);
    }

    private void forNamedPaths(String... statements) throws SQLException {
        for (String statement : statements) {
            Sql.execute(connection, statement);
        }
        Sql.execute(connection, "DROP TABLE named_paths");
    }

    private void writeFact(String name, String value) throws SQLException {
        Sql.execute(connection, "DELETE FROM vo4he.facts WHERE name = ?", name);
        Sql.execute(connection, "INSERT INTO vo4he.facts VALUES (?, ?)", name, value);
    }

    /// A change that others see: raises the revision.
    private void publish(Sql.Work work) throws StoreException {
        writing.lock();
        try {
            Sql.transaction(connection, () -> {
                work.run();
                revision.raise(connection);
            });
            revision.committed();
            feed.committed();
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        } finally {
            writing.unlock();
        }
    }

    private void write(Sql.Work work) throws StoreException {
        writing.lock();
        try {
            Sql.transaction(connection, work);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        } finally {
            writing.unlock();
        }
    }

    /// Some reading on a connection of its own.
    private interface Reading<T> {
        T on(DuckDBConnection own) throws SQLException;
    }

    private <T> T read(Reading<T> reading) throws StoreException {
        try (DuckDBConnection own = connection.duplicate()) {
            return reading.on(own);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    private static FileRecord file(ResultSet row) throws SQLException {
        return new FileRecord(
                row.getString(1),
                new FileStamp(row.getLong(2), row.getLong(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                Optional.ofNullable(row.getString(7)),
                row.getString(8),
                StoredJson.lookups(row.getString(9)),
                StoredJson.consulted(row.getString(10)),
                row.getString(11));
    }
}
