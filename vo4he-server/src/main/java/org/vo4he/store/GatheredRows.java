// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Rows of files on their way into the tables: they leave Java's memory as they are added, and are in the tables with
/// the
/// [Ledger#write] that they are given to. What is given to none is dropped. For one thread at a time.
public final class GatheredRows implements AutoCloseable {

    /// An appender writes by itself when it has 204,800 rows, which would be before the transaction begins.
    private static final int MOST_APPENDED = 100_000;

    /// Of text, in characters: more of it is not kept in memory.
    private static final long MUCH_TEXT = 32L << 20;

    private final DuckDBConnection source;
    private final Map<String, Gathered> tables = new LinkedHashMap<>();
    private DuckDBConnection connection;
    private long characters;

    /// @param source a connection to duplicate
    GatheredRows(DuckDBConnection source) {
        this.source = source;
    }

    /// The one to write them on.
    DuckDBConnection connection() throws SQLException {
        if (connection == null) {
            connection = source.duplicate();
        }
        return connection;
    }

    /// Takes the rows of a file.
    ///
    /// @param isNew whether the store knows nothing of its path and its products
    /// @return the file without these rows, for the change that is written with them
    public FileRows add(FileRows file, boolean isNew) throws StoreException {
        try {
            for (LedgerTable table : LedgerTable.values()) {
                add(table.schema(), table.table(), file.of(table));
            }
            for (Map.Entry<String, List<Object[]>> table : file.provenance().entrySet()) {
                add(ProvenanceLedger.SCHEMA, table.getKey(), table.getValue());
            }
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
        return file.withoutRows(isNew);
    }

    private void add(String schema, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Gathered gathered = tables.get(table);
        if (gathered == null) {
            gathered = new Gathered(connection().createAppender(schema, table));
            tables.put(table, gathered);
        }
        for (Object[] row : rows) {
            gathered.add(row);
            characters += characters(row);
        }
    }

    private static long characters(Object[] row) {
        long characters = 0;
        for (Object value : row) {
            if (value instanceof String text) {
                characters += text.length();
            }
        }
        return characters;
    }

    /// Whether it is time to write them.
    public boolean isMuch() {
        return characters > MUCH_TEXT;
    }

    boolean hasRows(String table) {
        return tables.containsKey(table);
    }

    /// Within a transaction.
    void flush(String table) throws SQLException {
        Gathered gathered = tables.get(table);
        if (gathered != null) {
            gathered.flush();
        }
    }

    /// An appender closes no other way than by writing what it has.
    @Override
    public void close() throws StoreException {
        if (connection == null) {
            return;
        }
        try (DuckDBConnection own = connection) {
            Sql.undone(own, () -> tables.values().forEach(Gathered::close));
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    /// The rows of one table.
    private static final class Gathered {

        private final DuckDBAppender appender;
        private final List<Object[]> late = new ArrayList<>();
        private int appended;

        Gathered(DuckDBAppender appender) {
            this.appender = appender;
            appender.unsafeBreakThreadConfinement();
        }

        void add(Object[] row) throws SQLException {
            if (appended < MOST_APPENDED) {
                Sql.append(appender, row);
                appended++;
            } else {
                late.add(row);
            }
        }

        void flush() throws SQLException {
            appender.flush();
            for (Object[] row : late) {
                Sql.append(appender, row);
            }
            appender.flush();
        }

        void close() {
            try {
                appender.close();
            } catch (SQLException _) {
                // The table did not take rows that are dropped anyway.
            }
        }
    }
}
