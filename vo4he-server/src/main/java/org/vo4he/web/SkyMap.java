// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vo4he.web.Html.Element;

/// The whole sky with a dot where products are: Hammer's equal-area projection of ICRS, 0h in the middle, east to the
/// left, the Galactic plane dashed.
record SkyMap(List<Dot> dots) {

    private static final int MOST_DOTS = 1_500;
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SCALE = 140;
    private static final double HALF_WIDTH = 2 * SQRT_2 * SCALE;
    private static final double HALF_HEIGHT = SQRT_2 * SCALE;

    /// The north Galactic pole in ICRS, and the longitude of the north celestial pole (Hipparcos catalogue, volume 1,
    /// section 1.5.3).
    private static final double POLE_RA_DEG = 192.85948;

    private static final double POLE_DEC_DEG = 27.12825;
    private static final double NORTH_LONGITUDE_DEG = 122.93192;

    /// Products of about the same position.
    record Dot(SkyPosition position, long products) {}

    private record Point(double x, double y) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f %.1f", x, y);
        }
    }

    static SkyMap of(QueryService queries, String baseUrl) {
        String adql = """
                SELECT TOP %d AVG(s_ra) AS ra, AVG(s_dec) AS dec, COUNT(*) AS products
                FROM (SELECT s_ra, s_dec, FLOOR(s_ra) AS cell_ra, FLOOR(s_dec) AS cell_dec
                      FROM ivoa.obscore
                      WHERE s_ra >= 0 AND s_ra < 360 AND s_dec BETWEEN -90 AND 90) AS positions
                GROUP BY cell_ra, cell_dec
                ORDER BY products DESC""".formatted(MOST_DOTS);
        return new SkyMap(queries.query(adql, MOST_DOTS, baseUrl).rows().stream()
                .map(row -> new Dot(
                        new SkyPosition(number(row.get(0)), number(row.get(1))), ((Number) row.get(2)).longValue()))
                .toList());
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    Element html() {
        Element svg = element("svg")
                .with("class", "sky")
                .with(
                        "viewBox",
                        String.format(
                                Locale.ROOT,
                                "%.0f %.0f %.0f %.0f",
                                -HALF_WIDTH - 4,
                                -HALF_HEIGHT - 4,
                                2 * HALF_WIDTH + 8,
                                2 * HALF_HEIGHT + 8))
                .with("role", "img")
                .with("aria-label", "Map of the sky with the positions of the products");
        svg.add(element("ellipse")
                .with("class", "outline")
                .with("rx", String.format(Locale.ROOT, "%.1f", HALF_WIDTH))
                .with("ry", String.format(Locale.ROOT, "%.1f", HALF_HEIGHT)));
        svg.add(element("path").with("class", "grid").with("d", graticule()));
        svg.add(element("path").with("class", "galactic").with("d", galacticPlane()));
        dots.forEach(dot -> svg.add(circle(dot)));
        return svg;
    }

    private static Element circle(Dot dot) {
        Point point = project(dot.position().raDeg(), dot.position().decDeg());
        return element("circle")
                .with("cx", String.format(Locale.ROOT, "%.1f", point.x()))
                .with("cy", String.format(Locale.ROOT, "%.1f", point.y()))
                .with("r", String.format(Locale.ROOT, "%.1f", 5 + Math.log10(dot.products())));
    }

    /// Hammer, with `y` growing downwards as on a screen.
    private static Point project(double raDeg, double decDeg) {
        double half = Math.toRadians((raDeg > 180 ? raDeg - 360 : raDeg) / 2);
        double dec = Math.toRadians(decDeg);
        double z = Math.sqrt(1 + Math.cos(dec) * Math.cos(half));
        return new Point(-SCALE * 2 * SQRT_2 * Math.cos(dec) * Math.sin(half) / z, -SCALE * SQRT_2 * Math.sin(dec) / z);
    }

    private static String graticule() {
        String meridians = IntStream.rangeClosed(-2, 2)
                .mapToObj(each -> line(-90, 90, dec -> project(Math.floorMod(each * 60, 360), dec)))
                .collect(Collectors.joining());
        String parallels = IntStream.rangeClosed(-2, 2)
                .mapToObj(each ->
                        line(-180, 180, lon -> project(lon == -180 ? 180.0001 : lon < 0 ? lon + 360 : lon, each * 30)))
                .collect(Collectors.joining());
        return meridians + parallels;
    }

    private static String line(int from, int to, IntFunction<Point> at) {
        return IntStream.iterate(from, degrees -> degrees <= to, degrees -> degrees + 5)
                .mapToObj(degrees -> (degrees == from ? "M" : "L") + at.apply(degrees))
                .collect(Collectors.joining());
    }

    /// Lifted where it crosses the edge of the map.
    private static String galacticPlane() {
        StringBuilder path = new StringBuilder();
        Point last = null;
        for (int longitude = 0; longitude <= 360; longitude += 2) {
            Point point = galactic(longitude);
            boolean edge = last == null || Math.abs(point.x() - last.x()) > SCALE / 3;
            path.append(edge ? "M" : "L").append(point);
            last = point;
        }
        return path.toString();
    }

    private static Point galactic(double longitudeDeg) {
        double pole = Math.toRadians(POLE_DEC_DEG);
        double along = Math.toRadians(NORTH_LONGITUDE_DEG - longitudeDeg);
        double dec = Math.asin(Math.cos(pole) * Math.cos(along));
        double ra = Math.toRadians(POLE_RA_DEG) + Math.atan2(Math.sin(along), -Math.sin(pole) * Math.cos(along));
        double raDeg = Math.toDegrees(ra) % 360;
        return project(raDeg < 0 ? raDeg + 360 : raDeg, Math.toDegrees(dec));
    }
}
