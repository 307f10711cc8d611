// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;

/// A small archive's tables, enough to name things of every type.
final class TestCatalogue {

    static final CatalogueTable OBSCORE_TABLE = new CatalogueTable(
            "ivoa",
            "obscore",
            "ivoa.obscore",
            List.of(
                    column("dataproduct_type", AdqlType.VARCHAR, "", "meta.code.class"),
                    column("calib_level", AdqlType.INTEGER, "", "meta.code;obs.calib"),
                    column("obs_id", AdqlType.VARCHAR, "", "meta.id"),
                    column("access_estsize", AdqlType.BIGINT, "kbyte", "phys.size;meta.file"),
                    column("s_ra", AdqlType.DOUBLE, "deg", "pos.eq.ra"),
                    column("s_dec", AdqlType.DOUBLE, "deg", "pos.eq.dec"),
                    column("s_region", AdqlType.REGION, "", "pos.outline;obs.field"),
                    column("t_exptime", AdqlType.DOUBLE, "s", "time.duration;obs.exposure"),
                    column("obs_release_date", AdqlType.TIMESTAMP, "", "time.release"),
                    computed("access_url", "getvariable('base_url') || {t}.\"obs_id\""),
                    hidden("secret_note")),
            Optional.of(new SkyIndex(
                    "s_ra",
                    "s_dec",
                    "healpix",
                    "x",
                    "y",
                    "z",
                    Optional.of(new RegionIndex("s_region", "region_x", "region_y", "region_z", "region_radius")))));

    static final CatalogueTable SOURCES_TABLE = new CatalogueTable(
            "cat",
            "sources",
            "cat.sources",
            List.of(
                    column("id", AdqlType.INTEGER, "", "meta.id;meta.main"),
                    column("ra", AdqlType.DOUBLE, "deg", "pos.eq.ra;meta.main"),
                    column("dec", AdqlType.DOUBLE, "deg", "pos.eq.dec;meta.main"),
                    column("obs_id", AdqlType.VARCHAR, "", "meta.id"),
                    column("flux", AdqlType.REAL, "erg.s**-1.cm**-2", "phot.flux"),
                    column("size", AdqlType.DOUBLE, "arcsec", "phys.angSize")),
            Optional.empty());

    static final Catalogue OBSCORE = Catalogue.of(List.of(OBSCORE_TABLE, SOURCES_TABLE));

    /// The physical form of the tables, for DuckDB.
    static final String DDL = """
            CREATE SCHEMA ivoa; CREATE SCHEMA cat;
            CREATE TABLE ivoa.obscore (
                dataproduct_type VARCHAR, calib_level INTEGER, obs_id VARCHAR, access_estsize BIGINT,
                s_ra DOUBLE, s_dec DOUBLE, s_region VARCHAR, t_exptime DOUBLE, obs_release_date TIMESTAMP,
                secret_note VARCHAR, healpix BIGINT, x DOUBLE, y DOUBLE, z DOUBLE,
                region_x DOUBLE, region_y DOUBLE, region_z DOUBLE, region_radius DOUBLE);
            CREATE TABLE cat.sources (id INTEGER, ra DOUBLE, dec DOUBLE, obs_id VARCHAR, flux REAL, size DOUBLE);
            """;

    private TestCatalogue() {}

    private static CatalogueColumn column(String name, AdqlType type, String unit, String ucd) {
        return new CatalogueColumn(
                name,
                type,
                type.arraysize(),
                type.xtype(),
                unit,
                ucd,
                "",
                "The " + name,
                true,
                false,
                true,
                false,
                Optional.empty());
    }

    private static CatalogueColumn computed(String name, String sql) {
        return new CatalogueColumn(
                name,
                AdqlType.VARCHAR,
                "*",
                "",
                "",
                "meta.ref.url",
                "",
                "",
                true,
                false,
                true,
                false,
                Optional.of(sql));
    }

    private static CatalogueColumn hidden(String name) {
        return new CatalogueColumn(
                name, AdqlType.VARCHAR, "*", "", "", "", "", "", false, false, false, true, Optional.empty());
    }
}
