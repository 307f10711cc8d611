// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.Map;

/// One query for each optional part of ADQL 2.1 that the capabilities declare.
final class FeatureQueries {

    private static final Map<String, String> SELECTED = Map.ofEntries(
            Map.entry("POINT", "POINT(s_ra, s_dec)"),
            Map.entry("CIRCLE", "CIRCLE(POINT(s_ra, s_dec), 1)"),
            Map.entry("BOX", "AREA(BOX(10, 10, 1, 1))"),
            Map.entry("POLYGON", "POLYGON(0, 0, 1, 0, 1, 1)"),
            Map.entry("REGION", "CONTAINS(POINT(s_ra, s_dec), REGION('CIRCLE ICRS 83.6 22 1'))"),
            Map.entry("CENTROID", "CENTROID(CIRCLE(10, 20, 1))"),
            Map.entry("AREA", "AREA(CIRCLE(10, 20, 1))"),
            Map.entry("COORD1", "COORD1(POINT(s_ra, s_dec))"),
            Map.entry("COORD2", "COORD2(POINT(s_ra, s_dec))"),
            Map.entry("COORDSYS", "COORDSYS(POINT(s_ra, s_dec))"),
            Map.entry("CONTAINS", "CONTAINS(POINT(s_ra, s_dec), CIRCLE(83.6, 22, 1))"),
            Map.entry("INTERSECTS", "INTERSECTS(CIRCLE(83.6, 22, 1), CIRCLE(s_ra, s_dec, 1))"),
            Map.entry("DISTANCE", "DISTANCE(POINT(s_ra, s_dec), POINT(83.6, 22))"),
            Map.entry("LOWER", "LOWER(target_name)"),
            Map.entry("UPPER", "UPPER(target_name)"),
            Map.entry("CAST", "CAST(calib_level AS VARCHAR)"),
            Map.entry("IN_UNIT", "IN_UNIT(t_exptime, 'h')"),
            Map.entry("ivo_healpix_index", "ivo_healpix_index(10, s_ra, s_dec)"),
            Map.entry("ivo_hashlist_has", "ivo_hashlist_has('a#b', obs_id)"),
            Map.entry("ivo_hasword", "ivo_hasword(target_name, 'crab')"),
            Map.entry("ivo_interval_overlaps", "ivo_interval_overlaps(t_min, t_max, 58849, 58850)"),
            Map.entry("ivo_nocasematch", "ivo_nocasematch(target_name, 'crab%')"),
            Map.entry("ivo_to_jd", "ivo_to_jd(obs_creation_date)"),
            Map.entry("ivo_to_mjd", "ivo_to_mjd(obs_creation_date)"));

    private static final Map<String, String> WHOLE = Map.of(
            "ILIKE", "SELECT obs_id FROM ivoa.obscore WHERE target_name ILIKE 'CRAB%'",
            "WITH", "WITH t AS (SELECT obs_id FROM ivoa.obscore) SELECT obs_id FROM t",
            "UNION", "SELECT obs_id FROM ivoa.obscore UNION SELECT obs_collection FROM ivoa.obscore",
            "EXCEPT", "SELECT obs_id FROM ivoa.obscore EXCEPT SELECT obs_collection FROM ivoa.obscore",
            "INTERSECT", "SELECT obs_id FROM ivoa.obscore INTERSECT SELECT obs_collection FROM ivoa.obscore",
            "OFFSET", "SELECT obs_id FROM ivoa.obscore ORDER BY obs_id OFFSET 1");

    private FeatureQueries() {}

    /// @throws IllegalArgumentException when a feature is declared for which no query stands here
    static String using(String form) {
        String name = form.replaceAll("\\(.*", "");
        if (WHOLE.containsKey(name)) {
            return WHOLE.get(name);
        }
        if (!SELECTED.containsKey(name)) {
            throw new IllegalArgumentException("no query uses " + form);
        }
        return "SELECT " + SELECTED.get(name) + " AS feature FROM ivoa.obscore";
    }
}
