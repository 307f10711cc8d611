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
/// the [Ledger#write] that they are given to. What is given to none is dropped. For one thread at a time.
public final class GatheredRows implements AutoCloseable {

    /// An appender keeps a vector of 2,048 rows to itself; of more it writes when it likes, also before the transaction
    /// begins. Each is given fewer.
    private static final int ROWS_OF_AN_APPENDER = 2_000;

    /// More is not kept in memory.
    private static final long MANY_BYTES = 32L << 20;

    private static final int BYTES_OF_A_VALUE = 16;

    private final DuckDBConnection source;
    private final Map<String, Gathered> tables = new LinkedHashMap<>();
    private DuckDBConnection connection;
    private long bytes;

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
            gathered = new Gathered(connection(), schema, table);
            tables.put(table, gathered);
        }
        for (Object[] row : rows) {
            gathered.add(row);
            bytes += bytes(row);
        }
    }

    private static long bytes(Object[] row) {
        long bytes = (long) BYTES_OF_A_VALUE * row.length;
        for (Object value : row) {
            if (value instanceof String text) {
                bytes += text.length();
            }
        }
        return bytes;
    }

    /// Whether it is time to write them.
    public boolean isMuch() {
        return bytes > MANY_BYTES;
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

        private final DuckDBConnection connection;
        private final String schema;
        private final String table;
        private final List<DuckDBAppender> appenders = new ArrayList<>();
        private int inLast = ROWS_OF_AN_APPENDER;

        Gathered(DuckDBConnection connection, String schema, String table) {
            this.connection = connection;
            this.schema = schema;
            this.table = table;
        }

        void add(Object[] row) throws SQLException {
            if (inLast == ROWS_OF_AN_APPENDER) {
                DuckDBAppender next = connection.createAppender(schema, table);
                next.unsafeBreakThreadConfinement();
                appenders.add(next);
                inLast = 0;
            }
            Sql.append(appenders.getLast(), row);
            inLast++;
        }

        void flush() throws SQLException {
            for (DuckDBAppender appender : appenders) {
                appender.flush();
            }
        }

        void close() {
            for (DuckDBAppender appender : appenders) {
                try {
                    appender.close();
                } catch (SQLException _) {
                    // The table did not take rows that are dropped anyway.
                }
            }
        }
    }
}
