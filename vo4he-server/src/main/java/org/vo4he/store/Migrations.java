// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/// Brings a database to the schema this program knows: numbered SQL files, each run once, in one transaction with the
/// note that it was.
final class Migrations {

    /// In order; the version is the place in the list, from 1. Only ever append.
    private static final List<String> FILES = List.of(
            "V1__start.sql",
            "V2__feed.sql",
            "V3__neighbours.sql",
            "V4__provenance.sql",
            "V5__high_energy.sql",
            "V6__provenance_tables.sql",
            "V7__versions.sql",
            "V8__datasums.sql",
            "V9__withdrawals.sql",
            "V10__usage_descriptions.sql",
            "V11__configuration.sql");

    private Migrations() {}

    static int newest() {
        return FILES.size();
    }

    /// Whether an earlier program filled this database: not for a new one.
    static boolean isOlder(Connection connection) throws SQLException {
        int found = version(connection);
        return found > 0 && found < newest();
    }

    /// @throws StoreException.Newer when the database knows more versions than this program
    static void run(Connection connection, Path state) throws SQLException, StoreException {
        int found = version(connection);
        if (found > newest()) {
            throw new StoreException.Newer(state, found, newest());
        }
        for (int version = found + 1; version <= newest(); version++) {
            apply(connection, version);
        }
    }

    /// 0 of a new database.
    static int version(Connection connection) throws SQLException {
        execute(connection, """
                CREATE TABLE IF NOT EXISTS main.migrations (version INTEGER NOT NULL, file VARCHAR NOT NULL)""");
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT coalesce(max(version), 0) FROM main.migrations")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void apply(Connection connection, int version) throws SQLException {
        String file = FILES.get(version - 1);
        execute(connection, "BEGIN TRANSACTION");
        try {
            for (String sql : statements(read(file))) {
                execute(connection, sql);
            }
            try (PreparedStatement note = connection.prepareStatement("INSERT INTO main.migrations VALUES (?, ?)")) {
                note.setInt(1, version);
                note.setString(2, file);
                note.execute();
            }
            execute(connection, "COMMIT");
        } catch (SQLException failure) {
            execute(connection, "ROLLBACK");
            throw failure;
        }
    }

    /// The statements of a file: each ends with a semicolon at the end of a line.
    static List<String> statements(String text) {
        return Arrays.stream(text.split(";\\s*(\\n|$)"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
