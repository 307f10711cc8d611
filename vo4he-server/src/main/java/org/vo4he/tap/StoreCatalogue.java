// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vo4he.adql.AdqlType;
import org.vo4he.adql.Catalogue;
import org.vo4he.adql.CatalogueColumn;
import org.vo4he.adql.CatalogueTable;
import org.vo4he.adql.RegionIndex;
import org.vo4he.adql.SkyIndex;
import org.vo4he.store.TapSchema;

/// The store's tables as ADQL wants to see them.
final class StoreCatalogue {

    private StoreCatalogue() {}

    static Catalogue of(TapSchema schema) {
        return Catalogue.of(schema.tables().stream().map(StoreCatalogue::table).toList());
    }

    private static CatalogueTable table(TapSchema.TableRow table) {
        List<CatalogueColumn> columns =
                table.columns().stream().map(StoreCatalogue::column).toList();
        return new CatalogueTable(
                table.schema(),
                table.name(),
                table.sqlName(),
                columns,
                table.skyIndex().map(StoreCatalogue::skyIndex));
    }

    private static SkyIndex skyIndex(TapSchema.SkyColumns sky) {
        TapSchema.RegionColumns region = sky.region();
        return new SkyIndex(
                sky.ra(),
                sky.dec(),
                sky.healpix(),
                sky.x(),
                sky.y(),
                sky.z(),
                Optional.of(new RegionIndex(region.region(), region.x(), region.y(), region.z(), region.radius())));
    }

    private static CatalogueColumn column(TapSchema.ColumnRow column) {
        return new CatalogueColumn(
                column.plainName(),
                type(column),
                column.arraysize(),
                column.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description(),
                column.principal(),
                column.indexed(),
                column.std(),
                false,
                column.sql());
    }

    /// The ADQL type that goes out as this VOTable type; of several, the first.
    private static AdqlType type(TapSchema.ColumnRow column) {
        if (column.datatype().equals("char") && column.xtype().isEmpty()) {
            return AdqlType.VARCHAR;
        }
        return Arrays.stream(AdqlType.values())
                .filter(type -> type.datatype().equals(column.datatype())
                        && type.xtype().equals(column.xtype()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column " + column.name() + " has the type "
                        + column.datatype() + " " + column.xtype() + ", which no ADQL type has"));
    }
}
