// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Queries over [TestCatalogue] put together at random from the grammar, types mostly right.
final class RandomQuery {

    private static final List<String> NUMBERS =
            List.of("s.id", "s.ra", "s.dec", "s.flux", "o.s_ra", "o.s_dec", "o.calib_level");
    private static final List<String> TEXTS =
            List.of("s.obs_id", "o.obs_id", "o.dataproduct_type", "'a'", "'it''s'", "''");

    private final Random random;

    RandomQuery(long seed) {
        this.random = new Random(seed);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String number(int depth) {
        if (depth == 0) {
            return random.nextInt(4) == 0
                    ? pick(List.of("1", "2.5", ".5e1", "0", "3000000000", "NULL"))
                    : pick(NUMBERS);
        }
        String a = number(depth - 1);
        String b = number(random.nextInt(depth));
        return switch (random.nextInt(14)) {
            case 0 -> a + " + " + b;
            case 1 -> a + " - " + b;
            case 2 -> "(" + a + ") * " + b;
            case 3 -> a + " / (" + b + ")";
            case 4 -> "-(" + a + ")";
            case 5 ->
                pick(List.of("ABS", "CEILING", "FLOOR", "SQRT", "EXP", "LOG10", "COS", "ATAN", "DEGREES")) + "(" + a
                        + ")";
            case 6 -> "MOD(" + a + ", " + b + ")";
            case 7 -> "ROUND(" + a + ", " + pick(List.of("1", "-1", "0")) + ")";
            case 8 -> "POWER(" + a + ", 2)";
            case 9 -> "COALESCE(" + a + ", " + b + ")";
            case 10 -> "DISTANCE(" + point() + ", " + point() + ")";
            case 11 -> pick(List.of("CONTAINS", "INTERSECTS")) + "(" + shape() + ", " + shape() + ")";
            case 12 -> "COORD1(" + point() + ")";
            default -> "CAST(" + a + " AS " + pick(List.of("REAL", "DOUBLE PRECISION", "VARCHAR")) + ")";
        };
    }

    private String point() {
        return pick(List.of(
                "POINT(o.s_ra, o.s_dec)",
                "POINT('ICRS', s.ra, s.dec)",
                "POINT(10, 20.5)",
                "CENTROID(" + circle() + ")",
                "CENTROID(o.s_region)"));
    }

    private String circle() {
        return pick(List.of("CIRCLE(10, 20, 1)", "CIRCLE(o.s_ra, o.s_dec, 0.5)", "CIRCLE(POINT(s.ra, s.dec), 120)"));
    }

    private String shape() {
        return pick(List.of(
                point(),
                circle(),
                "o.s_region",
                "POLYGON(0,0, 10,0, 10,10)",
                "BOX(10, 20, 2, 2)",
                "BOX(o.s_ra, o.s_dec, 1, 1)",
                "REGION('circle 1 2 3')",
                "POLYGON(s.ra,s.dec, 10,0, 10,10)"));
    }

    private String text(int depth) {
        if (depth == 0) {
            return pick(TEXTS);
        }
        return switch (random.nextInt(4)) {
            case 0 -> text(depth - 1) + " || " + text(0);
            case 1 -> "UPPER(" + text(depth - 1) + ")";
            case 2 -> "CAST(" + number(depth - 1) + " AS VARCHAR(5))";
            default -> text(0);
        };
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextBoolean()) {
            return switch (random.nextInt(3)) {
                case 0 -> "(" + condition(depth - 1) + " AND " + condition(depth - 1) + ")";
                case 1 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
                default -> "NOT (" + condition(depth - 1) + ")";
            };
        }
        return switch (random.nextInt(11)) {
            case 0 -> number(1) + pick(List.of(" = ", " <> ", " < ", " >= ", " != ")) + number(1);
            case 1 -> number(1) + " BETWEEN " + number(0) + " AND " + number(0);
            case 2 -> number(0) + " IN (1, 2.5, " + number(0) + ")";
            case 3 -> text(1) + pick(List.of(" LIKE ", " NOT LIKE ", " ILIKE ", " = ", " < ")) + text(0);
            case 4 -> pick(NUMBERS) + " IS NOT NULL";
            case 5 ->
                pick(List.of("CONTAINS(", "INTERSECTS(")) + shape() + ", " + shape() + ")"
                        + pick(List.of(" = 1", " = 0", " > 0", " <> s.id"));
            case 6 ->
                "DISTANCE(" + point() + ", " + point() + ")"
                        + pick(List.of(" < 1", " <= 100./3600", " > 120", " >= s.flux"));
            case 7 -> "EXISTS (SELECT * FROM obscore AS i WHERE i.obs_id = s.obs_id AND i.s_ra < " + number(0) + ")";
            case 8 -> text(0) + " IN (SELECT obs_id FROM obscore)";
            case 9 -> "o.obs_release_date " + pick(List.of("<", "=", ">=")) + " '2020-01-01T00:00:00'";
            default -> "ivo_hashlist_has(" + text(0) + ", 'a') = 1";
        };
    }

    private String from() {
        return pick(List.of(
                "cat.sources AS s, ivoa.obscore AS o",
                "sources s JOIN obscore o ON s.obs_id = o.obs_id",
                "sources s LEFT OUTER JOIN obscore o ON "
                        + "CONTAINS(POINT(s.ra, s.dec), CIRCLE(o.s_ra, o.s_dec, 1)) = 1",
                "(SELECT * FROM sources) AS s, (SELECT * FROM obscore WHERE s_ra > 1) AS o",
                "(sources AS s JOIN obscore AS o ON s.ra = o.s_ra AND s.dec < o.s_dec)"));
    }

    private String list(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> switch (random.nextInt(4)) {
                    case 0 -> text(1);
                    case 1 -> shape();
                    default -> number(2);
                })
                .collect(Collectors.joining(", "));
    }

    private String plain() {
        return "SELECT " + pick(List.of("", "DISTINCT ", "TOP 3 ")) + list(1 + random.nextInt(3)) + " FROM " + from()
                + " WHERE " + condition(2);
    }

    private String grouped() {
        List<String> keys = new ArrayList<>(List.of(number(1)));
        if (random.nextBoolean()) {
            keys.add(text(1));
        }
        String aggregate =
                pick(List.of("COUNT(*)", "SUM(s.id)", "AVG(s.flux)", "MAX(o.obs_id)", "COUNT(DISTINCT s.ra)"));
        return "SELECT " + String.join(", ", keys) + ", " + aggregate + " FROM " + from() + " WHERE " + condition(1)
                + " GROUP BY " + String.join(", ", keys) + " HAVING COUNT(*) > 0 ORDER BY " + aggregate + " DESC, 1";
    }

    @Override
    public String toString() {
        return switch (random.nextInt(6)) {
            case 0 -> grouped();
            case 1 -> plain() + " ORDER BY 1 DESC OFFSET 1";
            case 2 ->
                "SELECT " + number(2) + " AS a FROM " + from() + " UNION ALL SELECT TOP 2 " + number(1) + " FROM "
                        + from() + " ORDER BY a";
            case 3 ->
                "SELECT q.* FROM (SELECT " + number(2) + " AS a, " + shape() + " AS g FROM " + from()
                        + ") AS q WHERE q.a > 1";
            case 4 -> "WITH w AS (" + plain() + ") SELECT * FROM w";
            default -> plain() + " ORDER BY " + number(1);
        };
    }
}
