// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What may be queried, with the metadata of TAP 1.1 section 4: the content of `tap_schema`, which describes itself.
public record TapSchema(List<SchemaRow> schemas, List<KeyRow> keys) {

    public TapSchema {
        schemas = List.copyOf(schemas);
        keys = List.copyOf(keys);
    }

    public List<TableRow> tables() {
        return schemas.stream().flatMap(schema -> schema.tables().stream()).toList();
    }

    /// The table of that name, `ivoa.obscore` say, in any case.
    public Optional<TableRow> table(String qualifiedName) {
        return tables().stream()
                .filter(table -> table.qualifiedName().equalsIgnoreCase(qualifiedName))
                .findFirst();
    }

    /// A row of `tap_schema.schemas`, with its tables. Texts are empty, never null, when there is nothing to say.
    public record SchemaRow(String name, String utype, String description, List<TableRow> tables) {
        public SchemaRow {
            tables = List.copyOf(tables);
        }
    }

    /// A row of `tap_schema.tables`, with its columns.
    ///
    /// @param name without the schema, as a query writes it
    /// @param type `table` or `view`
    /// @param sqlName the physical table, quoted for DuckDB
    /// @param skyIndex of a table with positions
    public record TableRow(
            String schema,
            String name,
            String type,
            String utype,
            String description,
            String sqlName,
            List<ColumnRow> columns,
            Optional<SkyColumns> skyIndex) {

        public TableRow {
            columns = List.copyOf(columns);
            Objects.requireNonNull(skyIndex);
        }

        public String qualifiedName() {
            return schema + "." + name;
        }

        /// The column of that name; delimiters do not count: `size` and `"size"` are one.
        public Optional<ColumnRow> column(String columnName) {
            return columns.stream()
                    .filter(column -> column.plainName().equals(columnName))
                    .findFirst();
        }
    }

    /// A row of `tap_schema.columns`.
    ///
    /// @param name as a query writes it: with double quotes when it is a reserved word
    /// @param datatype of VOTable: `char`, `int`, `long`, `double`
    /// @param arraysize empty for a scalar
    /// @param size deprecated by TAP 1.1 but asked for: the length when `arraysize` is one number
    /// @param sql an expression to read instead of the plain column, with `{t}` for the table's alias
    public record ColumnRow(
            String name,
            String datatype,
            String arraysize,
            String xtype,
            Optional<Integer> size,
            String description,
            String utype,
            String unit,
            String ucd,
            boolean indexed,
            boolean principal,
            boolean std,
            Optional<String> sql) {

        /// The name without the double quotes of a delimited identifier.
        public String plainName() {
            return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
        }
    }

    /// The hidden columns behind a position: HEALPix (nested, order 29) of it, and its unit vector in ICRS; and those
    /// behind a region.
    public record SkyColumns(
            String ra, String dec, String healpix, String x, String y, String z, RegionColumns region) {}

    /// The hidden columns behind a region: the unit vector of the centre of a circle that holds it, and the circle's
    /// radius in degrees.
    public record RegionColumns(String region, String x, String y, String z, String radius) {}

    /// A row of `tap_schema.keys` with its columns.
    ///
    /// @param id unique
    /// @param fromTable qualified, the table that refers
    public record KeyRow(
            String id,
            String fromTable,
            String targetTable,
            String description,
            String utype,
            List<KeyColumn> columns) {
        public KeyRow {
            columns = List.copyOf(columns);
        }
    }

    /// A row of `tap_schema.key_columns`.
    public record KeyColumn(String from, String target) {}
}
