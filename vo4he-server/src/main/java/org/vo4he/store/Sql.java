// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The few ways the store speaks JDBC. Values are bound, bulk rows go through DuckDB's appender: JDBC batches are a
/// hundred times slower there.
final class Sql {

    private Sql() {}

    /// Reads one row.
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Some statements.
    interface Work {
        void run() throws SQLException;
    }

    /// Some reading.
    interface Reading<T> {
        T on(DuckDBConnection own) throws SQLException;
    }

    /// Reads on a connection of its own beside this one, which may be writing.
    static <T> T readBeside(DuckDBConnection connection, Reading<T> reading) throws StoreException {
        try (DuckDBConnection own = connection.duplicate()) {
            return reading.on(own);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    static void execute(Connection connection, String sql, Object... binds) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, binds)) {
            statement.execute();
        }
    }

    static <T> List<T> list(Connection connection, RowReader<T> reader, String sql, Object... binds)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, binds);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    static <T> Optional<T> first(Connection connection, RowReader<T> reader, String sql, Object... binds)
            throws SQLException {
        return list(connection, reader, sql, binds).stream().findFirst();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... binds) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < binds.length; i++) {
                statement.setObject(i + 1, binds[i]);
            }
            return statement;
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    /// All or nothing.
    static void transaction(Connection connection, Work work) throws SQLException {
        command(connection, "BEGIN TRANSACTION");
        try {
            work.run();
            command(connection, "COMMIT");
        } catch (SQLException | RuntimeException failure) {
            try {
                command(connection, "ROLLBACK");
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /// Whatever it does to the database is undone.
    static void undone(Connection connection, Work work) throws SQLException {
        command(connection, "BEGIN TRANSACTION");
        try {
            work.run();
        } finally {
            command(connection, "ROLLBACK");
        }
    }

    private static void command(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Appends rows of strings, integers, longs, doubles and nulls.
    static void append(DuckDBConnection connection, String schema, String table, Iterable<Object[]> rows)
            throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(schema, table)) {
            append(appender, rows);
        }
    }

    /// Appends rows to a temporary table of the connection.
    static void append(DuckDBConnection connection, String temporaryTable, Iterable<Object[]> rows)
            throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("temp", "main", temporaryTable)) {
            append(appender, rows);
        }
    }

    private static void append(DuckDBAppender appender, Iterable<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            append(appender, row);
        }
    }

    static void append(DuckDBAppender appender, Object[] row) throws SQLException {
        appender.beginRow();
        for (Object value : row) {
            append(appender, value);
        }
        appender.endRow();
    }

    private static void append(DuckDBAppender appender, Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Integer number -> appender.append(number.intValue());
            case Long number -> appender.append(number.longValue());
            case Double number -> appender.append(number.doubleValue());
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }
}
