// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.Random;

/// Makes queries over `ivoa.obscore` that are grammatical, and often senseless.
final class RandomAdql {

    private static final int DEEPEST = 3;

    private final Random random;

    RandomAdql(long seed) {
        this.random = new Random(seed);
    }

    String query() {
        String condition = condition(0);
        return switch (random.nextInt(4)) {
            case 0 -> {
                String key = random.nextBoolean() ? number(1) : text(1);
                yield "SELECT %s AS k, COUNT(*) AS n, %s(%s) AS a FROM ivoa.obscore WHERE %s GROUP BY %s"
                        .formatted(key, pick("SUM", "AVG", "MIN", "MAX", "COUNT"), number(1), condition, key);
            }
            case 1 ->
                "WITH w AS (SELECT %s AS a FROM ivoa.obscore WHERE %s) SELECT * FROM w".formatted(value(), condition);
            default ->
                "SELECT %s%s AS a, %s AS b FROM ivoa.obscore WHERE %s%s"
                        .formatted(
                                pick("", "DISTINCT ", "TOP 3 "),
                                value(),
                                value(),
                                condition,
                                pick("", " ORDER BY a", " ORDER BY s_ra DESC", " OFFSET 1"));
        };
    }

    private String value() {
        return switch (random.nextInt(4)) {
            case 0 -> text(0);
            case 1 -> point(0);
            case 2 -> figure(0);
            default -> number(0);
        };
    }

    private String number(int depth) {
        int deeper = depth + 1;
        return switch (depth > DEEPEST ? 0 : random.nextInt(10)) {
            case 1 -> "(%s %s %s)".formatted(number(deeper), pick("+", "-", "*", "/"), number(deeper));
            case 2 -> pick("ABS", "FLOOR", "SQRT", "LOG", "EXP", "ACOS", "ROUND") + "(" + number(deeper) + ")";
            case 3 -> pick("POWER", "MOD", "ATAN2", "COALESCE") + "(" + number(deeper) + ", " + number(deeper) + ")";
            case 4 -> "-" + number(deeper);
            case 5 -> "DISTANCE(%s, %s)".formatted(point(deeper), point(deeper));
            case 6 -> pick("CONTAINS", "INTERSECTS") + "(" + figure(deeper) + ", " + figure(deeper) + ")";
            case 7 -> "CAST(%s AS %s)".formatted(number(deeper), pick("INTEGER", "BIGINT", "DOUBLE PRECISION"));
            default -> pick("s_ra", "t_min", "em_min", "calib_level", "s_xel1", "1", "-2.5", "0", "1e300");
        };
    }

    private String text(int depth) {
        int deeper = depth + 1;
        return switch (depth > DEEPEST ? 0 : random.nextInt(6)) {
            case 1 -> "(" + text(deeper) + " || " + text(deeper) + ")";
            case 2 -> pick("UPPER", "LOWER") + "(" + text(deeper) + ")";
            case 3 -> "CAST(" + number(deeper) + " AS VARCHAR)";
            default -> pick("obs_id", "target_name", "access_url", "'Crab'", "''", "'a''b%_'", "'é'");
        };
    }

    private String point(int depth) {
        return switch (depth > DEEPEST ? 0 : random.nextInt(4)) {
            case 1 -> "POINT('ICRS', " + number(depth + 1) + ", " + number(depth + 1) + ")";
            case 2 -> "CENTROID(" + figure(depth + 1) + ")";
            default -> "POINT(s_ra, s_dec)";
        };
    }

    private String figure(int depth) {
        return switch (depth > DEEPEST ? 0 : random.nextInt(5)) {
            case 1 -> "CIRCLE(" + point(depth + 1) + ", " + number(depth + 1) + ")";
            case 2 -> "POLYGON(" + number(depth + 1) + ", " + number(depth + 1) + ", 1, 1, 2, 0)";
            case 3 -> "s_region";
            default -> pick("CIRCLE(83.6, 22, 1)", "BOX(83, 22, 2, 2)", "REGION('CIRCLE ICRS 10 10 1')");
        };
    }

    private String condition(int depth) {
        int deeper = depth + 1;
        return switch (depth > 1 ? 0 : random.nextInt(8)) {
            case 1 -> text(1) + " LIKE " + text(1);
            case 2 -> number(1) + " IS NULL";
            case 3 -> number(1) + " BETWEEN " + number(1) + " AND " + number(1);
            case 4 -> "(" + condition(deeper) + pick(" AND ", " OR ") + condition(deeper) + ")";
            case 5 -> "NOT (" + condition(deeper) + ")";
            case 6 -> "1 = CONTAINS(" + point(1) + ", " + figure(1) + ")";
            case 7 -> "obs_id IN (SELECT obs_id FROM ivoa.obscore WHERE " + condition(deeper) + ")";
            default -> number(1) + pick(" < ", " = ", " <> ") + number(1);
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
