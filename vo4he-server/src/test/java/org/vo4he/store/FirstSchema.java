// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/// A state as the first released schema holds it: made by that schema's SQL alone, filled with the rows of a state of
/// today.
public final class FirstSchema {

    private FirstSchema() {}

    /// @param now a state that nobody has open
    /// @param old a folder that is not there yet
    public static void write(Path now, Path old) throws Exception {
        Files.createDirectories(old);
        try (Connection connection = connect(old.resolve("archive.duckdb"));
                Statement statement = connection.createStatement()) {
            for (String sql : Migrations.statements(Migrations.read("V1__start.sql"))) {
                statement.execute(sql);
            }
            Map<String, String> columns = columnsByTable(statement);
            statement.execute(
                    "ATTACH '" + now.resolve("archive.duckdb").toString().replace("'", "''") + "' AS now");
            for (Map.Entry<String, String> table : columns.entrySet()) {
                statement.execute("INSERT INTO %1$s (%2$s) SELECT %2$s FROM now.%1$s"
                        .formatted(table.getKey(), table.getValue()));
            }
            statement.execute("DELETE FROM vo4he.facts WHERE name = 'provenance_graph'");
            statement.execute("CREATE TABLE main.migrations (version INTEGER NOT NULL, file VARCHAR NOT NULL)");
            statement.execute("INSERT INTO main.migrations VALUES (1, 'V1__start.sql')");
        }
    }

    private static Map<String, String> columnsByTable(Statement statement) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT table_schema || '.' || table_name, string_agg('"' || column_name || '"', ', ')
                FROM information_schema.columns
                WHERE table_schema IN ('ivoa', 'vo4he', 'tap_schema')
                GROUP BY ALL""")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }

    /// The schema's version in a database that nobody has open.
    public static int versionOf(Path database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT max(version) FROM main.migrations")) {
            version.next();
            return version.getInt(1);
        }
    }

    private static Connection connect(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + database);
    }
}
