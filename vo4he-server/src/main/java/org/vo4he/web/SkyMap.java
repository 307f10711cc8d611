// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.SkyPolygon;
import org.vo4he.sphere.UnitVector;
import org.vo4he.web.Html.Element;

/// The whole sky as one small picture: single places as dots, or where these are too many, the cells of a grid, the
/// fuller the stronger; wide footprints as outlines, the Galactic plane dashed.
/// @param drawn all but the dots, whose links depend on the address of the server: drawn once, printed often
record SkyMap(SkyContent content, List<Element> drawn) {

    /// The strengths of `style.css`.
    private static final int STRENGTHS = 5;

    private static final int MOST_LINKS = 200;
    private static final int MARGIN = 6;

    static SkyMap of(SkyContent content) {
        Element inside = element("g").with("clip-path", "url(#sky-edge)");
        inside.add(content.places().isEmpty() ? cells(content) : List.of());
        inside.add(path("grid", graticule())).add(path("galactic", galacticPlane()));
        content.footprints().forEach(region -> inside.add(path("footprint", footprint(region))));
        return new SkyMap(
                content,
                List.of(
                        element("clipPath").with("id", "sky-edge").add(outline()),
                        outline().with("class", "ground"),
                        inside,
                        outline().with("class", "outline")));
    }

    Element html(Links links) {
        Element svg = element("svg")
                .with("class", "sky")
                .with("viewBox", viewBox())
                .with("aria-hidden", "true")
                .add(drawn);
        content.places().forEach(place -> svg.add(dot(place, links)));
        return svg;
    }

    private static String viewBox() {
        long left = Math.round(Hammer.HALF_WIDTH) + MARGIN;
        long top = Math.round(Hammer.HALF_HEIGHT) + MARGIN;
        return -left + " " + -top + " " + 2 * left + " " + 2 * top;
    }

    private static Element outline() {
        return element("ellipse")
                .with("rx", Long.toString(Math.round(Hammer.HALF_WIDTH)))
                .with("ry", Long.toString(Math.round(Hammer.HALF_HEIGHT)));
    }

    private static Element path(String type, SvgPath path) {
        return element("path").with("class", type).with("d", path.toString());
    }

    /// All cells of one strength are one path.
    private static List<Element> cells(SkyContent content) {
        long most = content.cells().stream().mapToLong(SkyCell::products).max().orElse(1);
        long least = content.cells().stream().mapToLong(SkyCell::products).min().orElse(1);
        SvgPath[] paths = new SvgPath[STRENGTHS];
        for (SkyCell cell : content.cells()) {
            int strength = strength(cell.products(), least, most);
            paths[strength] = paths[strength] == null ? new SvgPath() : paths[strength];
            draw(content.order(), cell, paths[strength]);
        }
        return IntStream.range(0, STRENGTHS)
                .filter(strength -> paths[strength] != null)
                .mapToObj(strength -> path("cells strength-" + (strength + 1), paths[strength]))
                .toList();
    }

    /// By the logarithm, from the emptiest to the fullest; of medium strength where these hardly differ.
    private static int strength(long products, long least, long most) {
        double span = Math.log((double) most / least);
        return span < Math.log(4)
                ? STRENGTHS / 2
                : Math.min(STRENGTHS - 1, (int) (Math.log((double) products / least) / span * STRENGTHS));
    }

    /// A cell at the edge of the map is drawn at both ends; what is too much there is clipped.
    private static void draw(int order, SkyCell cell, SvgPath path) {
        double middle = Healpix.centre(order, cell.index()).raDeg();
        double turned = middle > 180 ? middle - 360 : middle;
        List<UnitVector> corners = Healpix.corners(order, cell.index());
        path.outline(corners(corners, turned));
        if (Math.abs(turned) + 90.0 / (1 << order) > 180) {
            path.outline(corners(corners, turned > 0 ? turned - 360 : turned + 360));
        }
    }

    /// Longitudes as near to that of the middle as they can be; at a pole, the middle's.
    private static List<Hammer.Point> corners(List<UnitVector> corners, double middleDeg) {
        return corners.stream()
                .map(corner -> Hammer.unturned(
                        Math.abs(corner.z()) > 1 - 1e-12
                                ? middleDeg
                                : middleDeg + Math.IEEEremainder(corner.raDeg() - middleDeg, 360),
                        corner.decDeg()))
                .toList();
    }

    private Element dot(SkyContent.Place place, Links links) {
        Hammer.Point point =
                Hammer.point(place.position().raDeg(), place.position().decDeg());
        Element circle = element("circle")
                .with("cx", decimal(point.x()))
                .with("cy", decimal(point.y()))
                .with("r", decimal(6 + 2.5 * Math.log10(place.products())));
        if (content.places().size() > MOST_LINKS) {
            return circle;
        }
        String what = Shown.count(place.products(), "product", "products") + " at "
                + place.position().sexagesimal();
        return element("a")
                .with("href", links.around(place.position(), Search.DEFAULT_RADIUS_DEG))
                .with("tabindex", "-1")
                .add(circle.add(element("title", what)));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static SvgPath graticule() {
        SvgPath grid = new SvgPath();
        for (int longitude = -150; longitude <= 150; longitude += 30) {
            int fixed = longitude;
            grid.line(points(-90, 90, 5, dec -> Hammer.unturned(fixed, dec)));
        }
        for (int dec = -60; dec <= 60; dec += 30) {
            int fixed = dec;
            grid.line(points(-180, 180, 5, longitude -> Hammer.unturned(longitude, fixed)));
        }
        return grid;
    }

    private static SvgPath galacticPlane() {
        return new SvgPath().line(points(0, 360, 1, longitude -> {
            SkyPosition position = Galactic.icrs(longitude, 0);
            return Hammer.point(position.raDeg(), position.decDeg());
        }));
    }

    private static List<Hammer.Point> points(int from, int to, int step, IntFunction<Hammer.Point> at) {
        return IntStream.iterate(from, each -> each <= to, each -> each + step)
                .mapToObj(at)
                .toList();
    }

    private static SvgPath footprint(Region region) {
        return new SvgPath().line(border(region).stream().map(Hammer::point).toList());
    }

    /// Close enough together that straight lines between them do.
    static List<UnitVector> border(Region region) {
        return switch (region) {
            case SkyCircle circle -> circleBorder(circle);
            case SkyPolygon polygon -> polygonBorder(polygon);
        };
    }

    private static List<UnitVector> circleBorder(SkyCircle circle) {
        UnitVector centre = circle.centre();
        UnitVector pole = Math.abs(centre.z()) < 0.9 ? new UnitVector(0, 0, 1) : new UnitVector(1, 0, 0);
        UnitVector across = centre.cross(pole).normalised();
        UnitVector up = across.cross(centre);
        double radius = Math.toRadians(circle.radiusDeg());
        return IntStream.rangeClosed(0, 72)
                .mapToObj(i -> Math.toRadians(5.0 * i))
                .map(angle -> centre.times(Math.cos(radius))
                        .plus(across.times(Math.sin(radius) * Math.cos(angle)))
                        .plus(up.times(Math.sin(radius) * Math.sin(angle)))
                        .normalised())
                .toList();
    }

    private static List<UnitVector> polygonBorder(SkyPolygon polygon) {
        List<UnitVector> vertices = polygon.vertices().stream()
                .map(vertex -> UnitVector.of(vertex.raDeg(), vertex.decDeg()))
                .toList();
        List<UnitVector> border = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            UnitVector from = vertices.get(i);
            UnitVector to = vertices.get((i + 1) % vertices.size());
            int steps = (int) Math.ceil(from.separationDeg(to) / 3) + 1;
            for (int step = 0; step < steps; step++) {
                double share = (double) step / steps;
                border.add(from.times(1 - share).plus(to.times(share)).normalised());
            }
        }
        border.add(vertices.getFirst());
        return border;
    }
}
