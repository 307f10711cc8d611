// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;

/// The tables that the migrations make, against [ObsCoreColumn] and against TAP 1.1 (REC 2019-09-27), section 4.
class SchemaTest {

    /// TAP 1.1, tables 2 to 6, in the form `table.column`.
    private static final List<String> TAP_SCHEMA_COLUMNS = List.of(
            "schemas.schema_name",
            "schemas.utype",
            "schemas.description",
            "schemas.schema_index",
            "tables.schema_name",
            "tables.table_name",
            "tables.table_type",
            "tables.utype",
            "tables.description",
            "tables.table_index",
            "columns.table_name",
            "columns.column_name",
            "columns.datatype",
            "columns.arraysize",
            "columns.xtype",
            "columns.\"size\"",
            "columns.description",
            "columns.utype",
            "columns.unit",
            "columns.ucd",
            "columns.indexed",
            "columns.principal",
            "columns.std",
            "columns.column_index",
            "keys.key_id",
            "keys.from_table",
            "keys.target_table",
            "keys.description",
            "keys.utype",
            "key_columns.key_id",
            "key_columns.from_column",
            "key_columns.target_column");

    @TempDir
    private static Path folder;

    private static Store store;

    @BeforeAll
    static void open() throws StoreException {
        store = Store.open(folder.resolve("state"), StoreSettings.defaults());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void obscoreHasTheColumnsOfTheStandardInItsOrderThenTheSkyIndex() throws StoreException {
        List<String> expected = new ArrayList<>();
        for (ObsCoreColumn column : ObsCoreColumn.core()) {
            boolean required = column.need() == ObsCoreColumn.Need.NEVER_NULL;
            expected.add(column.columnName() + " " + sqlType(column) + (required ? " NO" : " YES"));
        }
        expected.addAll(List.of(
                "healpix BIGINT YES",
                "x DOUBLE YES",
                "y DOUBLE YES",
                "z DOUBLE YES",
                "region_x DOUBLE YES",
                "region_y DOUBLE YES",
                "region_z DOUBLE YES",
                "region_radius DOUBLE YES"));

        assertThat(rows("""
                SELECT column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns
                WHERE table_schema = 'ivoa' AND table_name = 'obscore' ORDER BY ordinal_position""")).isEqualTo(expected);
    }

    private static String sqlType(ObsCoreColumn column) {
        return switch (column.type()) {
            case TEXT, TIMESTAMP, REGION -> "VARCHAR";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case DOUBLE -> "DOUBLE";
        };
    }

    @Test
    void tapSchemaDescribesItselfWithTheThirtyTwoColumnsOfTheStandard() throws StoreException {
        assertThat(rows("""
                SELECT substr(table_name, 12) || '.' || column_name FROM tap_schema.columns
                WHERE table_name LIKE 'tap_schema.%' AND std = 1""")).containsExactlyElementsOf(TAP_SCHEMA_COLUMNS);
    }

    @Test
    void everyDescribedColumnExistsAndTheSkyIndexIsNotDescribed() throws StoreException {
        assertThat(rows("""
                SELECT c.table_name || '.' || c.column_name FROM tap_schema.columns c
                WHERE NOT EXISTS (
                    FROM information_schema.columns p
                    WHERE p.table_schema || '.' || p.table_name = c.table_name
                      AND p.column_name = trim(c.column_name, '"'))""")).isEmpty();
        assertThat(rows("SELECT count(*) FROM tap_schema.columns WHERE column_name IN ('healpix', 'x', 'y', 'z')"))
                .containsExactly("0");
    }

    @Test
    void theObsCoreTableIsKnownByItsUtypeAndItsColumnsByTheirMetadata() throws StoreException {
        assertThat(rows("SELECT utype FROM tap_schema.tables WHERE table_name = 'ivoa.obscore'"))
                .containsExactly("ivo://ivoa.net/std/ObsCore#table-1.1");
        List<String> expected = ObsCoreColumn.core().stream()
                .map(column -> String.join(
                        "|",
                        column.columnName(),
                        column.utype(),
                        column.ucd(),
                        column.unit().isEmpty() ? "null" : column.unit(),
                        "1"))
                .toList();
        assertThat(rows("""
                SELECT column_name, utype, ucd, unit, std FROM tap_schema.columns
                WHERE table_name = 'ivoa.obscore' ORDER BY column_index""")).isEqualTo(expected);
    }

    @Test
    void theHighEnergyExtensionHasTheColumnsOfItsDraftAndTwoOfOurs() throws StoreException {
        List<String> expected = Stream.concat(
                        Stream.of(ObsCoreColumn.OBS_PUBLISHER_DID), ObsCoreColumn.highEnergy().stream())
                .map(column -> String.join(
                        "|",
                        column.columnName(),
                        column.ucd().isEmpty() ? "null" : column.ucd(),
                        column.unit().isEmpty() ? "null" : column.unit(),
                        column.isStandard() ? "1" : "0",
                        sqlType(column)))
                .toList();

        assertThat(rows("""
                SELECT c.column_name, c.ucd, c.unit, c.std, i.data_type FROM tap_schema.columns c
                JOIN information_schema.columns i ON i.column_name = c.column_name
                WHERE c.table_name = 'ivoa.obscore_hea' AND i.table_name = 'obscore_hea'
                ORDER BY c.column_index""")).isEqualTo(expected);
    }

    @Test
    void keysLeadFromExistingColumnsToExistingColumns() throws StoreException {
        assertThat(rows("""
                SELECT key_id FROM tap_schema.keys JOIN tap_schema.key_columns USING (key_id)
                WHERE NOT EXISTS (FROM tap_schema.columns WHERE table_name = from_table AND column_name = from_column)
                   OR NOT EXISTS (FROM tap_schema.columns WHERE table_name = target_table AND column_name = target_column)""")).isEmpty();
        assertThat(rows("SELECT count(*) >= 5 FROM tap_schema.keys")).containsExactly("true");
    }

    @Test
    void theContentOfTapSchemaIsWrittenAnewWhenTheProgramDescribesMore() throws Exception {
        store.close();
        try (var connection =
                        java.sql.DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("state/archive.duckdb"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE vo4he.facts SET value = 'of another version' WHERE name = 'tap_schema'");
            statement.execute("DELETE FROM tap_schema.columns WHERE column_name = 's_ra'");
        }
        open();

        assertThat(rows("SELECT column_name FROM tap_schema.columns WHERE column_name = 's_ra'"))
                .containsExactly("s_ra");
    }

    private static List<String> rows(String sql) throws StoreException {
        List<String> rows = new ArrayList<>();
        try (QueryRun run = store.query(sql, List.of(), new QueryLimits(Duration.ofSeconds(20), ""))) {
            while (run.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int column = 0; column < run.columnCount(); column++) {
                    row.add(String.valueOf(run.get(column)));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
