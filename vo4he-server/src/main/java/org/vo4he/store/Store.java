// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;

/// The database in a state directory. One process opens it at a time; all threads of that process may use it.
public final class Store implements AutoCloseable {

    /// A sort of some ten million rows; without a limit one query could fill the disk.
    private static final String MOST_SPILLED = "8GB";

    /// Bringing the log into the database file writes the index of the neighbours anew: done more often, each file of a
    /// long harvest costs more than the one before. Reading such a log after a kill takes some three seconds.
    private static final String LONGEST_LOG = "128MB";

    private final StateDirectory state;
    private final StoreSettings settings;
    private final DuckDBConnection connection;
    private final TapSchema tapSchema;
    private final Feed feed;
    private final Revision revision;
    private final Ledger ledger;
    private final LinkLookups lookups;
    private final Products products;
    private final Semaphore places;
    private final QueryTally tally = new QueryTally();
    private final ScheduledExecutorService clock;

    /// Not the store itself: a harvest holds that while it waits to write.
    private final Object databaseFileLock = new Object();

    private FileChannel databaseFile;

    private Store(StateDirectory state, StoreSettings settings, DuckDBConnection connection) throws SQLException {
        this.state = state;
        this.settings = settings;
        this.connection = connection;
        this.tapSchema = PublicSchema.describe();
        this.feed = new Feed(connection, settings.keptEvents());
        this.revision = new Revision(connection);
        this.ledger = new Ledger(connection, feed, revision);
        this.lookups = new LinkLookups(connection);
        this.products = new Products(connection, lookups);
        this.places = new Semaphore(settings.maxQueries(), true);
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("vo4he-query-clock").daemon().factory());
    }

    /// Opens the state directory, making it if need be, and brings its schema up to date.
    ///
    /// @throws StoreException.Locked if another process, or another store of this one, has it open
    /// @throws StoreException.Unwritable if it cannot be written, or its database is damaged
    /// @throws StoreException.Newer if a newer vo4he wrote it
    public static Store open(Path stateDir, StoreSettings settings) throws StoreException {
        StateDirectory state = StateDirectory.take(stateDir);
        DuckDBConnection connection = null;
        try {
            connection = connect(state, settings);
            if (Migrations.isOlder(connection)) {
                int version = Migrations.version(connection);
                connection.close();
                EarlierDatabase.keep(state.path(), version);
                connection = connect(state, settings);
            }
            Migrations.run(connection, stateDir);
            SkyOrder.dropUnfinishedCopy(connection);
            Neighbourhoods.fillIfEmpty(connection);
            ProvenanceLedger.fillOnce(connection);
            Store store = new Store(state, settings, connection);
            TapSchemaTables.write(connection, store.tapSchema);
            RegionFunctions.register(connection);
            return store;
        } catch (SQLException | IOException failure) {
            release(connection, state);
            throw new StoreException.Unwritable(stateDir, failure);
        } catch (StoreException failure) {
            release(connection, state);
            throw failure;
        }
    }

    /// From the first statement on, DuckDB can read no file but its own, load nothing and be told nothing else: SQL
    /// that is not ours cannot widen this.
    private static DuckDBConnection connect(StateDirectory state, StoreSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("jdbc_instance_cache", "false");
        properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", state.temporary().toString());
        properties.setProperty("max_temp_directory_size", MOST_SPILLED);
        properties.setProperty("checkpoint_threshold", LONGEST_LOG);
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("enable_external_access", "false");
        DuckDBConnection connection = (DuckDBConnection)
                DriverManager.getConnection("jdbc:duckdb:" + state.path().resolve(StateDirectory.DATABASE), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_configuration = true");
        }
        return connection;
    }

    private static void release(DuckDBConnection connection, StateDirectory state) {
        try (state;
                connection) {
            // Both are closed; what failed before is what the caller hears of.
        } catch (SQLException | IOException _) {
            // As above.
        }
    }

    /// What may be queried.
    public TapSchema tapSchema() {
        return tapSchema;
    }

    /// Prepares a query in a read-only transaction on a connection of its own; the first [QueryRun#next] starts it.
    ///
    /// @param sql printed from a checked query, never taken from a user
    /// @param binds values of its question marks, in order
    /// @throws StoreException.Limit if all places are taken, also after waiting for [StoreSettings#queueTime]
    /// @throws StoreException.Failed if DuckDB does not accept the SQL
    public QueryRun query(String sql, List<Object> binds, QueryLimits limits) throws StoreException {
        takePlace();
        DuckDBConnection own = null;
        try {
            own = connection.duplicate();
            return new QueryRun(own, sql, binds, limits, clock, tally, this::leavePlace);
        } catch (SQLException failure) {
            leavePlace();
            closeQuietly(own);
            throw new StoreException.Failed(failure);
        } catch (RejectedExecutionException _) {
            leavePlace(); // The store is being closed: a connection that stays open would keep its files open.
            closeQuietly(own);
            throw new StoreException.Cancelled();
        }
    }

    private void takePlace() throws StoreException {
        try {
            if (!places.tryAcquire(settings.queueTime().toNanos(), TimeUnit.NANOSECONDS)) {
                tally.refused.increment();
                throw new StoreException.Limit(settings.maxQueries());
            }
            tally.started.increment();
            tally.running.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StoreException.Cancelled();
        }
    }

    private void leavePlace() {
        tally.running.decrementAndGet();
        places.release();
    }

    private static void closeQuietly(AutoCloseable resource) {
        try (resource) {
            // Only closed.
        } catch (Exception _) {
            // The failure that led here is the one to report.
        }
    }

    /// Of the queries since the store was opened.
    public QueryTally queryTally() {
        return tally;
    }

    /// What is in the store now. Reads every row of some columns: for a question each few seconds, not for each
    /// request.
    public StoreCounts counts() throws StoreException {
        try (DuckDBConnection own = connection.duplicate()) {
            return StoreCounts.read(own);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    /// Products, their values, links and findings.
    public Products products() {
        return products;
    }

    /// Copies the database as it is now; queries go on, and a harvest waits meanwhile.
    ///
    /// @throws IOException when there is no room for the copy
    public Snapshot snapshot() throws IOException {
        AtomicReference<Snapshot> taken = new AtomicReference<>();
        ledger.whileNobodyWrites(() -> taken.set(Snapshot.of(state, databaseFile())));
        return taken.get();
    }

    /// Opened once and never closed before the store: DuckDB guards its file by a POSIX lock, which is gone as soon as
    /// anyone in the process closes that file.
    private FileChannel databaseFile() throws IOException {
        synchronized (databaseFileLock) {
            if (databaseFile == null) {
                databaseFile = FileChannel.open(state.path().resolve(StateDirectory.DATABASE), StandardOpenOption.READ);
            }
            return databaseFile;
        }
    }

    /// The version of the schema that this program writes; it reads every earlier one.
    public static int schemaVersion() {
        return Migrations.newest();
    }

    /// The names of the files that make a state: the database, and its write-ahead log where there is one.
    public static List<String> fileNames() {
        return List.of(StateDirectory.DATABASE, StateDirectory.LOG);
    }

    /// The writing side, for the harvester.
    public Ledger ledger() {
        return ledger;
    }

    /// What was published, superseded and withdrawn.
    public Feed feed() {
        return feed;
    }

    /// Larger after every change of what is published: rows, links, findings. Never smaller, also across restarts: what
    /// was computed from the store at one revision holds as long as that is the revision.
    public long revision() {
        return revision.now();
    }

    /// The state directory.
    public Path directory() {
        return state.path();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        closeQuietly(lookups);
        checkpoint();
        release(connection, state);
        closeDatabaseFile();
    }

    /// DuckDB would do so when the last reference to the database goes, which one of its threads may hold longer than
    /// this call: then the log lay there still, for whoever copies the state right after.
    private void checkpoint() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException _) {
            // A query still runs: the log stays, and the next start reads it.
        }
    }

    private void closeDatabaseFile() {
        synchronized (databaseFileLock) {
            try (FileChannel _ = databaseFile) {
                // Only closed.
            } catch (IOException _) {
                // It was only read.
            }
        }
    }
}
