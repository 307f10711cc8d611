// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;
import org.vo4he.sphere.Healpix;

/// A nested HEALPix cell and how many products have their position in it.
record SkyCell(long index, long products) {

    /// The occupied cells of the whole sky.
    static List<SkyCell> all(int order, QueryService queries, String baseUrl) {
        return of(order, "s_ra IS NOT NULL AND s_dec IS NOT NULL", queries, baseUrl);
    }

    /// The occupied cells around a place.
    static List<SkyCell> around(SkyPosition centre, double radiusDeg, int order, QueryService queries, String baseUrl) {
        return of(order, SearchAdql.within(centre, radiusDeg), queries, baseUrl);
    }

    private static List<SkyCell> of(int order, String condition, QueryService queries, String baseUrl) {
        String adql = """
                SELECT %1$s AS cell, COUNT(*) AS products
                FROM ivoa.obscore
                WHERE %2$s
                GROUP BY %1$s""".formatted("ivo_healpix_index(" + order + ", s_ra, s_dec)", condition);
        return queries.query(adql, Healpix.cells(order), baseUrl).rows().stream()
                .filter(row -> row.getFirst() != null)
                .map(row -> new SkyCell(((Number) row.get(0)).longValue(), ((Number) row.get(1)).longValue()))
                .toList();
    }
}
