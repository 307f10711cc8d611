// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vo4he.adql.CheckedExpression.Column;
import org.vo4he.adql.CheckedExpression.Point;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.HealpixCover;
import org.vo4he.sphere.HealpixRange;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.UnitVector;

/// Distances on the sphere in the SQL of DuckDB.
///
/// Where one position is the indexed one of its table and the other is constant, a condition on their distance
/// reads: one range of HEALPix cells that bounds all, the OR of the ranges that cover the circle, and the exact
/// test on the unit vectors. On a table stored in the order of the index DuckDB then skips most of it.
final class DuckDbDistance {

    /// More ranges fit a circle better, but each costs a comparison per row of the bounding range.
    private static final int MAX_RANGES = 16;

    /// Degrees added to a band of declination, so that rounding cannot lose a row that the exact test would keep.
    private static final double BAND_MARGIN_DEG = 1e-9;

    private final DuckDbGeometry geometry;

    DuckDbDistance(DuckDbGeometry geometry) {
        this.geometry = geometry;
    }

    /// A position that a table keeps as a unit vector.
    private record Indexed(String relation, SkyIndex index) {

        String column(String name) {
            return relation + "." + SqlText.name(name);
        }

        List<String> vector() {
            return List.of(column(index.xColumn()), column(index.yColumn()), column(index.zColumn()));
        }
    }

    private static Optional<Indexed> indexed(CheckedExpression expression) {
        if (!(expression instanceof Point(Column ra, Column dec))
                || ra.skyIndex().isEmpty()) {
            return Optional.empty();
        }
        SkyIndex index = ra.skyIndex().get();
        boolean isIndexed = ra.relation().equals(dec.relation())
                && ra.template().isEmpty()
                && dec.template().isEmpty()
                && ra.sqlName().equals(index.raColumn())
                && dec.sqlName().equals(index.decColumn());
        return isIndexed ? Optional.of(new Indexed(ra.relation(), index)) : Optional.empty();
    }

    private static Optional<SkyCircle> constant(CheckedExpression point, double radiusDeg) {
        return ConstantGeometry.of(point)
                .map(SkyCircle.class::cast)
                .map(at -> new SkyCircle(at.raDeg(), at.decDeg(), radiusDeg));
    }

    String within(CheckedExpression from, CheckedExpression to, CheckedExpression radius, boolean inclusive) {
        OptionalDouble constantRadius = Constants.of(radius);
        boolean usual =
                constantRadius.isPresent() && constantRadius.getAsDouble() >= 0 && constantRadius.getAsDouble() <= 180;
        if (!usual) {
            return compared(from, to, geometry.number(radius), inclusive);
        }
        Optional<SkyCircle> aroundTo = constant(to, constantRadius.getAsDouble());
        if (aroundTo.isPresent()) {
            return withinConstant(from, aroundTo.get(), inclusive);
        }
        Optional<SkyCircle> aroundFrom = constant(from, constantRadius.getAsDouble());
        return aroundFrom.isPresent()
                ? withinConstant(to, aroundFrom.get(), inclusive)
                : withinOfEachOther(from, to, constantRadius.getAsDouble(), inclusive);
    }

    /// Whether a position is in a circle of constants.
    String withinConstant(CheckedExpression point, SkyCircle circle, boolean inclusive) {
        Optional<Indexed> indexed = indexed(point);
        if (indexed.isPresent()) {
            UnitVector centre = circle.centre();
            List<String> vector =
                    List.of(SqlText.number(centre.x()), SqlText.number(centre.y()), SqlText.number(centre.z()));
            String exact = exact(indexed.get().vector(), vector, circle.radiusDeg(), inclusive);
            return "(" + cover(indexed.get(), circle) + " AND " + exact + ")";
        }
        String decDeg = SqlText.number(circle.decDeg());
        String exact = compared(
                haversine(geometry.longitude(point), geometry.latitude(point), SqlText.number(circle.raDeg()), decDeg),
                SqlText.number(circle.radiusDeg()),
                inclusive);
        return "(" + band(geometry.latitude(point), decDeg, circle.radiusDeg()) + " AND " + exact + ")";
    }

    /// An exact condition on a position behind the cover of a circle that holds all positions which fulfil it.
    String preceded(CheckedExpression point, SkyCircle bounds, String exact) {
        return indexed(point)
                .map(indexed -> "(" + cover(indexed, bounds) + " AND " + exact + ")")
                .orElse(exact);
    }

    private String withinOfEachOther(
            CheckedExpression from, CheckedExpression to, double radiusDeg, boolean inclusive) {
        Optional<Indexed> left = indexed(from);
        Optional<Indexed> right = indexed(to);
        String exact = left.isPresent() && right.isPresent()
                ? exact(left.get().vector(), right.get().vector(), radiusDeg, inclusive)
                : compared(from, to, SqlText.number(radiusDeg), inclusive);
        return "(" + band(geometry.latitude(from), geometry.latitude(to), radiusDeg) + " AND " + exact + ")";
    }

    private String compared(CheckedExpression from, CheckedExpression to, String radius, boolean inclusive) {
        return "(" + compared(degrees(from, to), radius, inclusive) + ")";
    }

    private static String compared(String distance, String radius, boolean inclusive) {
        return distance + (inclusive ? " <= " : " < ") + radius;
    }

    /// What two positions not farther apart than the radius fulfil, and a database can test fast.
    private static String band(String latitude, String other, double radiusDeg) {
        String width = SqlText.number(radiusDeg + BAND_MARGIN_DEG);
        return latitude + " BETWEEN " + other + " - " + width + " AND " + other + " + " + width;
    }

    private static String cover(Indexed indexed, SkyCircle circle) {
        List<HealpixRange> ranges = HealpixCover.of(circle, MAX_RANGES);
        String column = indexed.column(indexed.index().healpixColumn());
        String bounding =
                between(column, ranges.getFirst().first(), ranges.getLast().last());
        return ranges.size() == 1
                ? bounding
                : ranges.stream()
                        .map(range -> between(column, range.first(), range.last()))
                        .collect(Collectors.joining(" OR ", bounding + " AND (", ")"));
    }

    private static String between(String column, long first, long last) {
        return column + " BETWEEN " + first + " AND " + last;
    }

    /// The exact test on unit vectors by the chord between them: good to 1e-11 arcseconds for the smallest
    /// circles, as no cosine is compared with 1. Beyond 90 degrees the chord to the opposite point says the same
    /// more sharply.
    private static String exact(List<String> a, List<String> b, double radiusDeg, boolean inclusive) {
        boolean large = radiusDeg > 90;
        double chord = 2 * Math.sin(Math.toRadians(large ? 180 - radiusDeg : radiusDeg) / 2);
        String operator = (large ? ">" : "<") + (inclusive ? "=" : "");
        return "(" + squared(a, b, large ? "+" : "-") + " " + operator + " " + SqlText.number(chord * chord) + ")";
    }

    private static String squared(List<String> a, List<String> b, String sign) {
        return IntStream.range(0, 3)
                .mapToObj(i -> "(" + a.get(i) + " " + sign + " " + b.get(i) + ")")
                .map(component -> component + " * " + component)
                .collect(Collectors.joining(" + "));
    }

    /// The distance in degrees.
    String degrees(CheckedExpression from, CheckedExpression to) {
        Optional<List<String>> left = vector(from);
        Optional<List<String>> right = vector(to);
        boolean oneIndexed = indexed(from).isPresent() || indexed(to).isPresent();
        return oneIndexed && left.isPresent() && right.isPresent()
                ? "degrees(2 * atan2(sqrt(" + squared(left.get(), right.get(), "-") + "), sqrt("
                        + squared(left.get(), right.get(), "+") + ")))"
                : haversine(
                        geometry.longitude(from),
                        geometry.latitude(from),
                        geometry.longitude(to),
                        geometry.latitude(to));
    }

    /// The unit vector of a position, if it need not be computed row by row.
    private static Optional<List<String>> vector(CheckedExpression point) {
        Optional<List<String>> kept = indexed(point).map(Indexed::vector);
        return kept.isPresent()
                ? kept
                : constant(point, 0)
                        .map(SkyCircle::centre)
                        .map(v -> List.of(SqlText.number(v.x()), SqlText.number(v.y()), SqlText.number(v.z())));
    }

    /// The cell of a position: read off the table's own index where it has one, as an order is 2 bits of it.
    String healpixIndex(CheckedExpression order, CheckedExpression point) {
        Optional<Indexed> indexed = indexed(point);
        OptionalDouble constant = Constants.of(order);
        if (indexed.isPresent() && constant.isPresent()) {
            int bits = 2 * (Healpix.FINEST_ORDER - (int) constant.getAsDouble());
            return "(" + indexed.get().column(indexed.get().index().healpixColumn()) + " >> " + bits + ")";
        }
        return SphereSql.HEALPIX.call(geometry.integer(order), geometry.longitude(point), geometry.latitude(point));
    }

    /// The haversine of R. W. Sinnott (Sky & Telescope 68, 158, 1984), with atan2 for separations near 180 degrees.
    private static String haversine(String lon1, String lat1, String lon2, String lat2) {
        String h = "(pow(sin(radians(" + lat2 + " - " + lat1 + ") / 2), 2) + cos(radians(" + lat1 + ")) * cos(radians("
                + lat2 + ")) * pow(sin(radians(" + lon2 + " - " + lon1 + ") / 2), 2))";
        return "degrees(2 * atan2(sqrt(" + h + "), sqrt(greatest(0, 1 - " + h + "))))";
    }
}
