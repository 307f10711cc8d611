// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.store.TapSchema.ColumnRow;
import org.vo4he.store.TapSchema.KeyColumn;
import org.vo4he.store.TapSchema.KeyRow;
import org.vo4he.store.TapSchema.SchemaRow;
import org.vo4he.store.TapSchema.TableRow;

/// Which tables and columns the world may query. What is not named here stays hidden.
final class PublicSchema {

    private PublicSchema() {}

    static TapSchema describe() {
        return new TapSchema(
                List.of(ObsCoreTables.schema(), tapSchema(), vo4he(), ProvenanceTables.schema()),
                Stream.concat(keys().stream(), ProvenanceKeys.all().stream()).toList());
    }

    private static SchemaRow vo4he() {
        return new SchemaRow(
                "vo4he",
                "",
                "What this archive knows of its files beyond ObsCore",
                Stream.concat(
                                Stream.of(
                                        table(
                                                "vo4he",
                                                "products",
                                                "Every product, also responses and other associated files, and those withdrawn",
                                                text(
                                                        "obs_publisher_did",
                                                        "Publisher identifier",
                                                        "meta.ref.ivoid;meta.main",
                                                        true),
                                                text(
                                                        "short_id",
                                                        "Identifier in the addresses of this archive's pages",
                                                        "meta.id",
                                                        true),
                                                text(
                                                        "path",
                                                        "File, relative to the published folder",
                                                        "meta.id;meta.file",
                                                        true),
                                                whole(
                                                        "hdu_index",
                                                        "HDU of the product; 0 is the primary one",
                                                        "meta.number"),
                                                text(
                                                        "hdu_name",
                                                        "EXTNAME of the HDU, or what stands for it",
                                                        "meta.id",
                                                        false),
                                                text(
                                                        "role",
                                                        "PRODUCT, or what an associated file is",
                                                        "meta.code.class",
                                                        true),
                                                whole(
                                                        "published",
                                                        "1 when the product is a row of ivoa.obscore",
                                                        "meta.code"),
                                                text(
                                                        "obs_collection",
                                                        "Collection the product belongs to",
                                                        "meta.id",
                                                        true),
                                                new ColumnRow(
                                                        "file_size",
                                                        "long",
                                                        "",
                                                        "",
                                                        Optional.empty(),
                                                        "Size of the file",
                                                        "",
                                                        "byte",
                                                        "phys.size;meta.file",
                                                        false,
                                                        true,
                                                        false,
                                                        Optional.empty()),
                                                text("media_type", "MIME type of the file", "meta.code.mime", true),
                                                text(
                                                        "declared_did",
                                                        "Publisher DID that the file's own tags declare",
                                                        "meta.id",
                                                        false),
                                                whole("withdrawn", "1 when the file is gone", "meta.code")),
                                        table(
                                                "vo4he",
                                                "findings",
                                                "What a person should know about the files: doubts, repairs and faults",
                                                text(
                                                        "path",
                                                        "File, relative to the published folder",
                                                        "meta.id;meta.file",
                                                        true),
                                                whole(
                                                        "number",
                                                        "Place among the findings of the file, from 1",
                                                        "meta.number"),
                                                text("code", "Stable code of the finding", "meta.code", true),
                                                text("severity", "INFO, WARNING or ERROR", "meta.code.qual", true),
                                                text(
                                                        "place",
                                                        "HDU and keyword, or what else it is about",
                                                        "meta.note",
                                                        true),
                                                text(
                                                        "message",
                                                        "One sentence with the value found",
                                                        "meta.note",
                                                        true))),
                                VersionTables.tables().stream())
                        .toList());
    }

    /// TAP 1.1, section 4: the tables of the schema describe themselves.
    private static SchemaRow tapSchema() {
        return new SchemaRow(
                "tap_schema",
                "",
                "The tables that describe all tables (TAP 1.1, section 4)",
                List.of(
                        table(
                                "tap_schema",
                                "schemas",
                                "The schemas of this service",
                                std("schema_name", "Name as queries write it"),
                                std("utype", "Data model identifier"),
                                std("description", "What the schema holds"),
                                stdInt("schema_index", "Recommended place in a list")),
                        table(
                                "tap_schema",
                                "tables",
                                "The tables of this service",
                                std("schema_name", "Schema of the table"),
                                std("table_name", "Name as queries write it, with the schema"),
                                std("table_type", "table or view"),
                                std("utype", "Data model identifier"),
                                std("description", "What the table holds"),
                                stdInt("table_index", "Recommended place in a list")),
                        table(
                                "tap_schema",
                                "columns",
                                "The columns of this service",
                                std("table_name", "Table of the column"),
                                std("column_name", "Name as queries write it"),
                                std("datatype", "VOTable datatype"),
                                std("arraysize", "VOTable arraysize"),
                                std("xtype", "VOTable xtype"),
                                stdInt("\"size\"", "Deprecated: length of a column of one dimension"),
                                std("description", "What the column holds"),
                                std("utype", "Data model identifier"),
                                std("unit", "Unit in VOUnits"),
                                std("ucd", "UCD of the column"),
                                stdInt("indexed", "1 when an index makes searches fast"),
                                stdInt("principal", "1 when the column is among the most important"),
                                stdInt("std", "1 when a standard defines the column"),
                                stdInt("column_index", "Recommended place in a list")),
                        table(
                                "tap_schema",
                                "keys",
                                "References from one table to another",
                                std("key_id", "Identifier of the reference"),
                                std("from_table", "Table that refers"),
                                std("target_table", "Table referred to"),
                                std("description", "What the reference means"),
                                std("utype", "Data model identifier")),
                        table(
                                "tap_schema",
                                "key_columns",
                                "The columns of the references",
                                std("key_id", "Identifier of the reference"),
                                std("from_column", "Column that refers"),
                                std("target_column", "Column referred to"))));
    }

    private static List<KeyRow> keys() {
        return List.of(
                key("tables_schemas", "tap_schema.tables", "tap_schema.schemas", "schema_name", "The table's schema"),
                key("columns_tables", "tap_schema.columns", "tap_schema.tables", "table_name", "The column's table"),
                key(
                        "keys_from",
                        "tap_schema.keys",
                        "tap_schema.tables",
                        "from_table",
                        "table_name",
                        "Table that refers"),
                key(
                        "keys_target",
                        "tap_schema.keys",
                        "tap_schema.tables",
                        "target_table",
                        "table_name",
                        "Table referred to"),
                key("key_columns_keys", "tap_schema.key_columns", "tap_schema.keys", "key_id", "The reference"),
                key(
                        "obscore_hea_obscore",
                        "ivoa.obscore_hea",
                        "ivoa.obscore",
                        "obs_publisher_did",
                        "The observation whose high-energy columns these are"),
                key(
                        "versions_products",
                        "vo4he.versions",
                        "vo4he.products",
                        "obs_publisher_did",
                        "The product that is a version"),
                key(
                        "search_keywords_products",
                        "vo4he.search_keywords",
                        "vo4he.products",
                        "obs_publisher_did",
                        "The product whose header has the keyword"),
                key(
                        "obscore_products",
                        "ivoa.obscore",
                        "vo4he.products",
                        "obs_publisher_did",
                        "The file behind the observation"));
    }

    private static KeyRow key(String id, String from, String target, String column, String description) {
        return key(id, from, target, column, column, description);
    }

    private static KeyRow key(
            String id, String from, String target, String fromColumn, String targetColumn, String description) {
        return new KeyRow(id, from, target, description, "", List.of(new KeyColumn(fromColumn, targetColumn)));
    }

    private static TableRow table(String schema, String name, String description, ColumnRow... columns) {
        return new TableRow(
                schema,
                name,
                "table",
                "",
                description,
                '"' + schema + "\".\"" + name + '"',
                List.of(columns),
                Optional.empty());
    }

    private static ColumnRow text(String name, String description, String ucd, boolean principal) {
        return column(name, "char", "*", description, ucd, principal, false);
    }

    private static ColumnRow whole(String name, String description, String ucd) {
        return column(name, "int", "", description, ucd, false, false);
    }

    private static ColumnRow std(String name, String description) {
        return column(name, "char", "*", description, "", true, true);
    }

    private static ColumnRow stdInt(String name, String description) {
        return column(name, "int", "", description, "", true, true);
    }

    private static ColumnRow column(
            String name,
            String datatype,
            String arraysize,
            String description,
            String ucd,
            boolean principal,
            boolean std) {
        return new ColumnRow(
                name,
                datatype,
                arraysize,
                "",
                Optional.empty(),
                description,
                "",
                "",
                ucd,
                false,
                principal,
                std,
                Optional.empty());
    }
}
