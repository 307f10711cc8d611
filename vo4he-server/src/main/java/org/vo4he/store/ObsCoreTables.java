// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.store.TapSchema.ColumnRow;
import org.vo4he.store.TapSchema.RegionColumns;
import org.vo4he.store.TapSchema.SchemaRow;
import org.vo4he.store.TapSchema.SkyColumns;
import org.vo4he.store.TapSchema.TableRow;

/// The tables of ObsCore 1.1 and of its high-energy extension, as the world queries them.
final class ObsCoreTables {

    /// `access_url`: the address of the file by its publisher DID (DIDs travel in query strings, `+` as
    /// `%2B`); NULL without a server. The session variable is set by [QueryRun].
    private static final String ACCESS_URL =
            "getvariable('base_url') || '/files?ID=' || url_encode({t}.obs_publisher_did)";

    private ObsCoreTables() {}

    static SchemaRow schema() {
        List<ColumnRow> columns =
                ObsCoreColumn.core().stream().map(ObsCoreTables::obsCore).toList();
        TableRow obscore = new TableRow(
                "ivoa",
                "obscore",
                "table",
                "ivo://ivoa.net/std/ObsCore#table-1.1",
                "Every data product of this archive, as IVOA ObsCore 1.1 describes observations",
                "\"ivoa\".\"obscore\"",
                columns,
                Optional.of(new SkyColumns(
                        "s_ra",
                        "s_dec",
                        "healpix",
                        "x",
                        "y",
                        "z",
                        new RegionColumns("s_region", "region_x", "region_y", "region_z", "region_radius"))));
        return new SchemaRow("ivoa", "", "Tables that the IVOA defines", List.of(obscore, highEnergy()));
    }

    private static TableRow highEnergy() {
        return new TableRow(
                "ivoa",
                "obscore_hea",
                "table",
                "",
                "A row for each of ivoa.obscore: what the draft of its high-energy extension (2026-08-03) adds; NATURAL JOIN",
                "\"ivoa\".\"obscore_hea\"",
                Stream.concat(Stream.of(ObsCoreColumn.OBS_PUBLISHER_DID), ObsCoreColumn.highEnergy().stream())
                        .map(ObsCoreTables::obsCore)
                        .toList(),
                Optional.empty());
    }

    private static ColumnRow obsCore(ObsCoreColumn column) {
        boolean position = column == ObsCoreColumn.S_RA || column == ObsCoreColumn.S_DEC;
        return new ColumnRow(
                column.columnName(),
                switch (column.type()) {
                    case TEXT, TIMESTAMP, REGION -> "char";
                    case INTEGER -> "int";
                    case BIGINT -> "long";
                    case DOUBLE -> "double";
                },
                switch (column.type()) {
                    case TEXT, TIMESTAMP, REGION -> "*";
                    case INTEGER, BIGINT, DOUBLE -> "";
                },
                switch (column.type()) {
                    case TIMESTAMP -> "timestamp";
                    case REGION -> "adql:REGION";
                    case TEXT, INTEGER, BIGINT, DOUBLE -> "";
                },
                Optional.empty(),
                column.description(),
                column.utype(),
                column.unit(),
                column.ucd(),
                position,
                column.need() != ObsCoreColumn.Need.OPTIONAL,
                column.isStandard(),
                column == ObsCoreColumn.ACCESS_URL ? Optional.of(ACCESS_URL) : timestamp(column));
    }

    /// Timestamps are stored as the text that was harvested; queries compare and compute with times.
    private static Optional<String> timestamp(ObsCoreColumn column) {
        return column.type() == ObsCoreColumn.Type.TIMESTAMP
                ? Optional.of("TRY_CAST({t}." + column.columnName() + " AS TIMESTAMP)")
                : Optional.empty();
    }
}
