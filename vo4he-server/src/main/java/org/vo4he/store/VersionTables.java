// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Optional;
import org.vo4he.store.TapSchema.ColumnRow;
import org.vo4he.store.TapSchema.TableRow;

/// What product profiles say of products, for the world to query: versions, and keywords marked for search.
final class VersionTables {

    /// 1 unless another product has equal card and key and a greater version.
    private static final String LATEST = """
            CASE WHEN {t}.unicity_key <> '' AND EXISTS (
                SELECT 1 FROM vo4he.versions newer WHERE newer.card = {t}.card
                    AND newer.unicity_key = {t}.unicity_key AND newer.version > {t}.version) THEN 0 ELSE 1 END""";

    private VersionTables() {}

    static List<TableRow> tables() {
        return List.of(
                table(
                        "versions",
                        "Products that are versions of each other, as product profiles tell",
                        text("obs_publisher_did", "Publisher identifier", "meta.ref.ivoid;meta.main"),
                        text("profile", "Name of the product profile", "meta.id"),
                        text("card", "Kind of product: what CARD says, else the profile", "meta.code.class"),
                        text("unicity_key", "Keywords that make the product unique; empty if not known", "meta.id"),
                        text("version", "Of equal card and key, the greatest is the newest", "meta.version"),
                        column(
                                "latest",
                                "int",
                                "",
                                "1 for the newest of equal card and key, 0 for a superseded one",
                                "meta.code",
                                Optional.of(LATEST))),
                table(
                        "search_keywords",
                        "Keywords that product profiles mark for search, with their values",
                        text("obs_publisher_did", "Publisher identifier", "meta.ref.ivoid;meta.main"),
                        text("keyword", "Keyword of the header", "meta.id"),
                        text("keyword_value", "Its value as written", "meta.code")));
    }

    private static TableRow table(String name, String description, ColumnRow... columns) {
        return new TableRow(
                "vo4he",
                name,
                "table",
                "",
                description,
                "\"vo4he\".\"" + name + '"',
                List.of(columns),
                Optional.empty());
    }

    private static ColumnRow text(String name, String description, String ucd) {
        return column(name, "char", "*", description, ucd, Optional.empty());
    }

    private static ColumnRow column(
            String name, String datatype, String arraysize, String description, String ucd, Optional<String> computed) {
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
                true,
                false,
                computed);
    }
}
