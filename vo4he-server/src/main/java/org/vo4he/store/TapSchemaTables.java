// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.vo4he.store.TapSchema.ColumnRow;
import org.vo4he.store.TapSchema.KeyColumn;
import org.vo4he.store.TapSchema.KeyRow;
import org.vo4he.store.TapSchema.SchemaRow;
import org.vo4he.store.TapSchema.TableRow;

/// Writes a [TapSchema] into the tables of `tap_schema`, when they hold another one.
final class TapSchemaTables {

    private static final String FACT = "tap_schema";
    private static final List<String> TABLES = List.of("schemas", "tables", "columns", "keys", "key_columns");

    private TapSchemaTables() {}

    static void write(DuckDBConnection connection, TapSchema schema) throws SQLException {
        String digest = Digest.hex(schema.toString());
        Optional<String> present =
                Sql.first(connection, row -> row.getString(1), "SELECT value FROM vo4he.facts WHERE name = ?", FACT);
        if (present.filter(digest::equals).isPresent()) {
            return;
        }
        Sql.transaction(connection, () -> {
            for (String table : TABLES) {
                Sql.execute(connection, "DELETE FROM tap_schema." + table);
            }
            Sql.append(connection, "tap_schema", "schemas", schemas(schema));
            Sql.append(connection, "tap_schema", "tables", tables(schema));
            Sql.append(connection, "tap_schema", "columns", columns(schema));
            Sql.append(connection, "tap_schema", "keys", keys(schema));
            Sql.append(connection, "tap_schema", "key_columns", keyColumns(schema));
            Sql.execute(connection, "DELETE FROM vo4he.facts WHERE name = ?", FACT);
            Sql.execute(connection, "INSERT INTO vo4he.facts VALUES (?, ?)", FACT, digest);
        });
    }

    private static List<Object[]> schemas(TapSchema schema) {
        List<Object[]> rows = new ArrayList<>();
        for (SchemaRow row : schema.schemas()) {
            rows.add(new Object[] {row.name(), orNull(row.utype()), orNull(row.description()), rows.size() + 1});
        }
        return rows;
    }

    private static List<Object[]> tables(TapSchema schema) {
        List<Object[]> rows = new ArrayList<>();
        for (TableRow row : schema.tables()) {
            rows.add(new Object[] {
                row.schema(),
                row.qualifiedName(),
                row.type(),
                orNull(row.utype()),
                orNull(row.description()),
                rows.size() + 1
            });
        }
        return rows;
    }

    private static List<Object[]> columns(TapSchema schema) {
        List<Object[]> rows = new ArrayList<>();
        for (TableRow table : schema.tables()) {
            int place = 1;
            for (ColumnRow row : table.columns()) {
                rows.add(new Object[] {
                    table.qualifiedName(),
                    row.name(),
                    row.datatype(),
                    orNull(row.arraysize()),
                    orNull(row.xtype()),
                    row.size().orElse(null),
                    orNull(row.description()),
                    orNull(row.utype()),
                    orNull(row.unit()),
                    orNull(row.ucd()),
                    row.indexed() ? 1 : 0,
                    row.principal() ? 1 : 0,
                    row.std() ? 1 : 0,
                    place++
                });
            }
        }
        return rows;
    }

    private static List<Object[]> keys(TapSchema schema) {
        List<Object[]> rows = new ArrayList<>();
        for (KeyRow row : schema.keys()) {
            rows.add(new Object[] {
                row.id(), row.fromTable(), row.targetTable(), orNull(row.description()), orNull(row.utype())
            });
        }
        return rows;
    }

    private static List<Object[]> keyColumns(TapSchema schema) {
        List<Object[]> rows = new ArrayList<>();
        for (KeyRow key : schema.keys()) {
            for (KeyColumn column : key.columns()) {
                rows.add(new Object[] {key.id(), column.from(), column.target()});
            }
        }
        return rows;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
