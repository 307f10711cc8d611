// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// Writes a table as Parquet. The database that does it is not the archive's, which may touch no file but its own: it
/// is made for the one table in a scratch folder, filled with its rows, and gone afterwards.
public final class ParquetFile {

    private static final String MEMORY = "512MB";

    private ParquetFile() {}

    /// The types of columns.
    public enum Type {
        VARCHAR,
        INTEGER,
        BIGINT,
        DOUBLE,
        /// given as text in ISO 8601, without zone
        TIMESTAMP
    }

    public record Column(String name, Type type) {}

    /// @param rows of texts, integers, longs, doubles and nulls, as the columns say
    /// @param metadata of the file: key and value
    /// @param scratch an empty folder
    public static void write(
            Path out, List<Column> columns, Iterator<Object[]> rows, Map<String, String> metadata, Path scratch)
            throws IOException {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", MEMORY);
        properties.setProperty("threads", "2");
        properties.setProperty("temp_directory", scratch.toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("preserve_insertion_order", "true");
        try (DuckDBConnection connection = (DuckDBConnection)
                DriverManager.getConnection("jdbc:duckdb:" + scratch.resolve("table.duckdb"), properties)) {
            Sql.execute(
                    connection,
                    "CREATE TABLE rows ("
                            + columns.stream()
                                    .map(column -> name(column) + " " + stored(column.type()))
                                    .collect(Collectors.joining(", "))
                            + ")");
            Sql.append(connection, "main", "rows", () -> rows);
            Sql.execute(connection, copy(out, columns, metadata));
        } catch (SQLException failure) {
            throw new IOException("can't write " + out + ": " + failure.getMessage(), failure);
        } finally {
            Files.deleteIfExists(scratch.resolve("table.duckdb"));
        }
    }

    private static String copy(Path out, List<Column> columns, Map<String, String> metadata) {
        String read = columns.stream()
                .map(column -> column.type() == Type.TIMESTAMP
                        ? "CAST(" + name(column) + " AS TIMESTAMP) AS " + name(column)
                        : name(column))
                .collect(Collectors.joining(", "));
        String pairs = metadata.entrySet().stream()
                .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT " + read + " FROM rows) TO " + text(out.toString())
                + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {" + pairs + "})";
    }

    private static String stored(Type type) {
        return type == Type.TIMESTAMP ? Type.VARCHAR.name() : type.name();
    }

    private static String name(Column column) {
        return '"' + column.name().replace("\"", "\"\"") + '"';
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
