// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;
import java.util.Optional;

/// What is here, counted by the same queries that anybody may ask.
///
/// @param positioned those that state a position
/// @param timed those that state when they begin or when they end
/// @param startMjd of the earliest product that has a time
record Facets(
        long products,
        long positioned,
        long timed,
        List<Count> types,
        List<Count> instruments,
        List<Count> collections,
        Optional<Double> startMjd,
        Optional<Double> endMjd) {

    private static final int MOST = 500;

    /// How many products have this value in a column; empty for NULL.
    record Count(Optional<String> value, long products) {}

    static Facets of(QueryService queries, String baseUrl) {
        List<Object> totals = queries.query(
                        """
                        SELECT COUNT(*) AS products, COUNT(ivo_healpix_index(0, s_ra, s_dec)) AS positioned, COUNT(%s) AS timed,
                               MIN(%s) AS t_start, MAX(%s) AS t_end
                        FROM ivoa.obscore""".formatted(SearchAdql.BEGIN, SearchAdql.BEGIN, SearchAdql.END), 1, baseUrl)
                .rows()
                .getFirst();
        return new Facets(
                ((Number) totals.get(0)).longValue(),
                ((Number) totals.get(1)).longValue(),
                ((Number) totals.get(2)).longValue(),
                counts(queries, "dataproduct_type", baseUrl),
                counts(queries, "instrument_name", baseUrl),
                counts(queries, "obs_collection", baseUrl),
                number(totals.get(3)),
                number(totals.get(4)));
    }

    private static List<Count> counts(QueryService queries, String column, String baseUrl) {
        String adql = """
                SELECT TOP %d %s, COUNT(*) AS products
                FROM ivoa.obscore
                GROUP BY %s
                ORDER BY products DESC, %s""".formatted(MOST, column, column, column);
        return queries.query(adql, MOST, baseUrl).rows().stream()
                .map(row -> new Count(
                        Optional.ofNullable(row.get(0)).map(Object::toString), ((Number) row.get(1)).longValue()))
                .toList();
    }

    private static Optional<Double> number(Object value) {
        return Optional.ofNullable((Number) value).map(Number::doubleValue);
    }
}
