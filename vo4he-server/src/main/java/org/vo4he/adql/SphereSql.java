// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// The functions that a database must have for geometry beyond points and circles. Their bodies are those of
/// [org.vo4he.sphere.RegionFunctions] and [org.vo4he.sphere.Healpix]; whoever opens the database registers them
/// under these names.
///
/// Each constant reads: name, signature.
enum SphereSql {
    CONTAINS("vo4he_region_contains", "(region VARCHAR, ra DOUBLE, dec DOUBLE) -> BOOLEAN"),
    INTERSECT("vo4he_regions_intersect", "(a VARCHAR, b VARCHAR) -> BOOLEAN"),
    WITHIN("vo4he_region_within", "(inner VARCHAR, outer VARCHAR) -> BOOLEAN"),
    AREA("vo4he_region_area", "(region VARCHAR) -> DOUBLE, square degrees"),
    CENTROID("vo4he_region_centroid", "(region VARCHAR) -> VARCHAR, longitude and latitude"),
    HEALPIX("vo4he_healpix_index", "(order INTEGER, ra DOUBLE, dec DOUBLE) -> BIGINT");

    private final String sqlName;
    private final String signature;

    SphereSql(String sqlName, String signature) {
        this.sqlName = sqlName;
        this.signature = signature;
    }

    String call(String... arguments) {
        return sqlName + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String toString() {
        return sqlName + signature;
    }
}
