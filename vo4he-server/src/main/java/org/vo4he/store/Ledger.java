// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/// The writing side of the store: what a harvest knows of earlier ones, and how it adds to it.
///
/// Every [#write] is one transaction: a process killed at any moment leaves whole changes only. One thread writes at a
/// time; readers go on with what they saw when they began.
public final class Ledger {

    private final DuckDBConnection connection;
    private final FilesTable files;
    private final Products products;
    private final Feed feed;
    private final Revision revision;
    private final ReentrantLock writing = new ReentrantLock();

    Ledger(DuckDBConnection connection, Feed feed, Revision revision) {
        this.connection = connection;
        this.files = new FilesTable(connection);
        this.products = new Products(connection, new LinkLookups(connection));
        this.feed = feed;
        this.revision = revision;
    }

    /// Every file of the last harvest, by path.
    public List<FileRecord> files() throws StoreException {
        return files.all();
    }

    /// Those of these paths that the last harvest saw, by path.
    public List<FileRecord> files(Collection<String> paths) throws StoreException {
        return files.at(paths);
    }

    /// Of every file of the last harvest, by path.
    public Map<String, FileStamp> stamps() throws StoreException {
        return files.stamps();
    }

    /// Paths of files below these folders.
    public List<String> pathsBelow(Collection<String> folders) throws StoreException {
        return files.pathsBelow(folders);
    }

    /// Paths of the files whose name, the last part of their path, has this plain form.
    public List<String> pathsAlike(String plainName) throws StoreException {
        return files.pathsAlike(plainName);
    }

    /// Files whose header may name one of these, whatever its case and compression, or whose rows hold values of one.
    /// More than do.
    public List<FileRecord> filesThatName(Collection<String> paths) throws StoreException {
        return files.thatName(paths);
    }

    /// The products of a path, withdrawn ones too.
    public List<ProductRecord> products(String path) throws StoreException {
        return products.byPath(path);
    }

    /// The products of files with this fingerprint, withdrawn ones too, by path.
    public List<ProductRecord> productsOf(String fingerprint) throws StoreException {
        return products.byFingerprint(fingerprint);
    }

    public boolean isGiven(String did) throws StoreException {
        return products.byDid(did).isPresent();
    }

    /// The findings about a path.
    public List<FindingRecord> findings(String path) throws StoreException {
        return products.findings(path);
    }

    /// Findings of these codes, about any path.
    public List<FindingRecord> findingsOf(List<String> codes) throws StoreException {
        return products.findingsOf(codes);
    }

    /// The paths of the files that declare a publisher DID in their tags, by DID, where there are several.
    public Map<String, List<String>> declarers() throws StoreException {
        Map<String, List<String>> paths = new TreeMap<>();
        Sql.readBeside(
                connection,
                own -> Sql.list(
                        own,
                        row -> paths.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(row.getString(2)),
                        """
                SELECT DISTINCT declared_did, path FROM vo4he.products
                WHERE withdrawn = 0 AND declared_did IN (
                    SELECT declared_did FROM vo4he.products WHERE withdrawn = 0 AND declared_did IS NOT NULL
                    GROUP BY declared_did HAVING count(DISTINCT path) > 1)
                ORDER BY path"""));
        return paths;
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
        return Sql.readBeside(
                connection,
                own -> Sql.first(own, row -> row.getString(1), "SELECT value FROM vo4he.facts WHERE name = ?", name));
    }

    public void setFact(String name, String value) throws StoreException {
        write(() -> writeFact(name, value));
    }

    /// All of the change with the events it leads to, or nothing of it.
    public void write(LedgerChange change) throws StoreException {
        try (GatheredRows gathered = gather()) {
            write(change.gatheredIn(gathered), gathered);
        }
    }

    /// For rows of files that come one after the other and are written together.
    public GatheredRows gather() {
        return new GatheredRows(connection);
    }

    /// The same, of files whose rows were gathered.
    public void write(LedgerChange change, GatheredRows gathered) throws StoreException {
        if (change.changesNothingPublished()) {
            write(() -> ChangedRows.restamp(connection, change.restamped()));
        } else {
            publish(gathered, change);
        }
    }

    private void publish(GatheredRows gathered, LedgerChange change) throws StoreException {
        try {
            DuckDBConnection own = gathered.connection();
            ChangedRows rows = new ChangedRows(own, feed);
            publish(
                    own,
                    () -> Neighbourhoods.around(
                            own, change.forget(), change.paths(), () -> rows.write(change, gathered)));
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    /// Makes these the only findings of these codes: for findings that concern several files at once, or no file.
    public void replaceFindings(List<String> codes, List<FindingRecord> findings) throws StoreException {
        if (new HashSet<>(findings).equals(new HashSet<>(products.findingsOf(codes)))) {
            return;
        }
        publish(connection, () -> {
            for (String code : codes) {
                Sql.execute(connection, "DELETE FROM vo4he.findings WHERE code = ?", code);
            }
            Sql.append(connection, "vo4he", "findings", LedgerRows.lastFindings(findings));
        });
    }

    /// Brings `ivoa.obscore` into the order of the sky if many rows came since the last time, and the write-ahead log
    /// into the database file. To be called at the end of a harvest that wrote.
    public void settle() throws StoreException {
        restoreOrder();
        writing.lock();
        try {
            SkyOrder.checkpoint(connection);
        } finally {
            writing.unlock();
        }
    }

    /// The first half of [#settle].
    public void restoreOrder() throws StoreException {
        writing.lock();
        try {
            SkyOrder.restore(connection);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        } finally {
            writing.unlock();
        }
    }

    /// Some work on files.
    interface FileWork {
        void run() throws IOException;
    }

    /// Runs something between two changes, after the write-ahead log was brought into the database file: if a query
    /// holds that up, the log is beside the file and belongs to it.
    void whileNobodyWrites(FileWork work) throws IOException {
        writing.lock();
        try {
            SkyOrder.checkpoint(connection);
            work.run();
        } finally {
            writing.unlock();
        }
    }

    private void writeFact(String name, String value) throws SQLException {
        Sql.execute(connection, "DELETE FROM vo4he.facts WHERE name = ?", name);
        Sql.execute(connection, "INSERT INTO vo4he.facts VALUES (?, ?)", name, value);
    }

    /// A change that others see: raises the revision.
    private void publish(DuckDBConnection on, Sql.Work work) throws StoreException {
        writing.lock();
        try {
            Sql.transaction(on, () -> {
                work.run();
                revision.raise(on);
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
}
