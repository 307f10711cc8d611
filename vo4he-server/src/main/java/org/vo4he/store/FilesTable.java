// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;

/// The table `vo4he.files`, as the last harvest left it. Each call uses a connection of its own.
final class FilesTable {

    private static final String FILES = """
            SELECT path, size, mtime_nanos, file_key, outcome, media_type, fingerprint, described_by, lookups, consulted,
                   content_hash
            FROM vo4he.files
            """;

    private static final int MOST_BOUND = 500;

    private final DuckDBConnection connection;

    FilesTable(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// Every file of the last harvest, by path.
    List<FileRecord> all() throws StoreException {
        return Sql.readBeside(connection, own -> Sql.list(own, FilesTable::file, FILES + "ORDER BY path"));
    }

    /// Those of these paths that the last harvest saw, by path.
    List<FileRecord> at(Collection<String> paths) throws StoreException {
        return eachOf(
                paths,
                (own, some) -> Sql.list(
                        own, FilesTable::file, FILES + "WHERE path IN (" + marks(some) + ") ORDER BY path", some));
    }

    /// Of every file of the last harvest, by path.
    Map<String, FileStamp> stamps() throws StoreException {
        Map<String, FileStamp> stamps = new HashMap<>();
        Sql.readBeside(
                connection,
                own -> Sql.list(
                        own,
                        row -> stamps.put(
                                row.getString(1), new FileStamp(row.getLong(2), row.getLong(3), row.getString(4))),
                        "SELECT path, size, mtime_nanos, file_key FROM vo4he.files"));
        return stamps;
    }

    /// Paths of files below these folders.
    List<String> pathsBelow(Collection<String> folders) throws StoreException {
        return eachOf(
                folders,
                (own, some) ->
                        Sql.list(own, row -> row.getString(1), """
                SELECT DISTINCT path FROM vo4he.files f JOIN (VALUES (?)%s) folder(name)
                  ON starts_with(f.path, folder.name || '/')
                ORDER BY path""".formatted(", (?)".repeat(some.length - 1)), some));
    }

    /// Paths of the files whose name, the last part of their path, has this plain form.
    List<String> pathsAlike(String plainName) throws StoreException {
        Object[] spellings = PlainName.spellings(plainName).toArray();
        return Sql.readBeside(
                connection,
                own -> Sql.list(
                        own, row -> row.getString(1), """
                SELECT path FROM vo4he.files
                WHERE EXISTS (FROM (VALUES (?)%s) spelled(name)
                    WHERE lower(path) = name OR ends_with(lower(path), '/' || name))
                ORDER BY path""".formatted(", (?)".repeat(spellings.length - 1)), spellings));
    }

    /// Files whose header may name one of these, whatever its case and compression, or whose rows hold values of one.
    /// More than do.
    List<FileRecord> thatName(Collection<String> paths) throws StoreException {
        List<String> names = paths.stream()
                .map(path -> PlainName.common(PlainName.of(path.substring(path.lastIndexOf('/') + 1))))
                .map(StoredJson::quoted)
                .distinct()
                .toList();
        Map<String, FileRecord> found = new TreeMap<>();
        for (FileRecord file : eachOf(
                names,
                (own, some) -> Sql.list(
                        own, FilesTable::file, FILES + """
                WHERE (lookups <> '[]' OR consulted <> '[]') AND EXISTS (
                    FROM (VALUES (?)%s) named(name)
                    WHERE contains(lower(lookups), name) OR contains(lower(consulted), name))""".formatted(", (?)".repeat(some.length - 1)), some))) {
            found.put(file.path(), file);
        }
        return List.copyOf(found.values());
    }

    /// Some reading about some texts, which are to be bound.
    private interface ReadingOf<T> {
        List<T> on(DuckDBConnection own, Object[] some) throws SQLException;
    }

    /// The texts in portions that one statement can bind.
    private <T> List<T> eachOf(Collection<String> texts, ReadingOf<T> reading) throws StoreException {
        List<String> all = List.copyOf(texts);
        return Sql.readBeside(connection, own -> {
            List<T> found = new ArrayList<>();
            for (int from = 0; from < all.size(); from += MOST_BOUND) {
                List<String> some = all.subList(from, Math.min(all.size(), from + MOST_BOUND));
                found.addAll(reading.on(own, some.toArray()));
            }
            return found;
        });
    }

    private static String marks(Object[] bound) {
        return "?" + ", ?".repeat(bound.length - 1);
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
