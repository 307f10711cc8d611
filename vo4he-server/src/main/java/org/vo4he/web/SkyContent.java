// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.UnitVector;

/// Where on the sky the products are, as much of it as one picture can show: the cells of a coarse grid, the single
/// places where these are few, and wide footprints.
///
/// @param order of the cells
/// @param cells none if their products could not all be counted
/// @param places where the products of `cells` really are; empty when there are too many
/// @param footprints of products that are seen at the scale of the whole sky
record SkyContent(int order, List<SkyCell> cells, List<Place> places, List<Region> footprints) {

    private static final int FINE_ORDER = 9;
    private static final int MOST_CELLS = 3_072;
    private static final int MOST_PLACES = 1_500;
    private static final int MOST_FOOTPRINTS = 60;
    private static final int WIDE_DEG = 2;

    /// Products closer together than a picture of the whole sky shows.
    record Place(SkyPosition position, long products) {}

    static SkyContent of(QueryService queries, long positioned, String baseUrl) {
        for (int order = 5; order >= 2; order--) {
            List<SkyCell> cells = SkyCell.all(order, queries, baseUrl);
            boolean complete = cells.stream().mapToLong(SkyCell::products).sum() == positioned;
            if (complete && cells.size() <= MOST_CELLS) {
                return new SkyContent(order, cells, places(queries, positioned, baseUrl), footprints(queries, baseUrl));
            }
        }
        return new SkyContent(0, List.of(), List.of(), List.of());
    }

    /// The means of directions, because longitudes have no mean at 0h.
    private static List<Place> places(QueryService queries, long positioned, String baseUrl) {
        String cell = "ivo_healpix_index(" + FINE_ORDER + ", s_ra, s_dec)";
        String adql = """
                SELECT TOP %d COUNT(*) AS products,
                       AVG(COS(RADIANS(s_dec)) * COS(RADIANS(s_ra))) AS mean_x,
                       AVG(COS(RADIANS(s_dec)) * SIN(RADIANS(s_ra))) AS mean_y,
                       AVG(SIN(RADIANS(s_dec))) AS mean_z
                FROM ivoa.obscore
                WHERE %2$s IS NOT NULL
                GROUP BY %2$s""".formatted(MOST_PLACES + 1, cell);
        List<Place> places = queries.query(adql, MOST_PLACES + 1, baseUrl).rows().stream()
                .map(row -> new Place(
                        SkyPosition.of(new UnitVector(number(row.get(1)), number(row.get(2)), number(row.get(3)))),
                        ((Number) row.get(0)).longValue()))
                .sorted(Comparator.comparingLong(Place::products).reversed())
                .toList();
        boolean complete = places.stream().mapToLong(Place::products).sum() == positioned;
        return complete && places.size() <= MOST_PLACES ? places : List.of();
    }

    private static List<Region> footprints(QueryService queries, String baseUrl) {
        String adql = """
                SELECT TOP %d s_region
                FROM ivoa.obscore
                WHERE s_fov >= %d AND s_fov < 180 AND s_region IS NOT NULL
                ORDER BY s_fov DESC, obs_publisher_did""".formatted(MOST_FOOTPRINTS, WIDE_DEG);
        List<Region> regions = new ArrayList<>();
        queries.query(adql, MOST_FOOTPRINTS, baseUrl).rows().stream()
                .map(row -> row.getFirst().toString())
                .distinct()
                .forEach(text -> {
                    try {
                        regions.add(Region.parse(text));
                    } catch (IllegalArgumentException _) {
                        // A region that we can't read is not drawn; its product's page shows the text.
                    }
                });
        return regions;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
