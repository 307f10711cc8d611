// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.vo4he.ogip.RegionShape;
import org.vo4he.sphere.UnitVector;

/// The shapes of a region on the sphere as rows on a plane of pixels that touches the sky in its middle. Nothing is
/// approximated: sides of polygons and boxes are great circles, which are straight there, and circles and ellipses
/// are cones, which are ellipses there.
///
/// @param middle the pixel in which the plane touches the sky, on both axes, counted from 1
record SkyRows(Tangent plane, double sideDeg, int middle) {

    /// Of a pixel: shapes are numbers of any size, so that it only has to be one that a reader can think of.
    private static final double SIDE_DEG = 0.01;

    private static final double ROUND = 1e-9;

    /// Empty where the shapes don't fit on the plane, or one that is taken out can't be said there.
    List<RegionShape> of(SphereRegion region) {
        List<RegionShape> rows = new ArrayList<>();
        for (int component = 1; component <= region.included().size(); component++) {
            rows.addAll(rows(region.included().get(component - 1), component));
            for (SphereShape hole : region.excluded()) {
                List<RegionShape> out = rows(hole, component);
                if (out.size() != 1 || plane.centre().separationDeg(hole.centre()) + hole.reachDeg() >= 90) {
                    return List.of();
                }
                rows.add(RegionRows.out(out.getFirst()));
            }
        }
        return rows;
    }

    private List<RegionShape> rows(SphereShape shape, int component) {
        return switch (shape) {
            case SphereShape.Cap cap -> {
                RegionShape outer = oval(cone(cap.centre(), cap.outerDeg()), component);
                if (cap.innerDeg() == 0) {
                    yield List.of(outer);
                }
                RegionShape inner = oval(cone(cap.centre(), cap.innerDeg()), component);
                yield outer.name().equals("CIRCLE") && inner.name().equals("CIRCLE")
                        ? List.of(new RegionShape(
                                "ANNULUS",
                                outer.x(),
                                outer.y(),
                                new double[] {inner.sizes()[0], outer.sizes()[0]},
                                0,
                                component))
                        : List.of(outer, RegionRows.out(inner));
            }
            case SphereShape.OnTangent(Tangent own, PlaneShape on, double _) -> List.of(row(own, on, component));
        };
    }

    private RegionShape row(Tangent own, PlaneShape shape, int component) {
        return switch (shape) {
            case PlaneShape.Oval oval -> oval(cone(own, oval), component);
            case PlaneShape.Rectangle box -> polygon(own, corners(box), component);
            case PlaneShape.Corners(PlanePolygon polygon) -> {
                List<double[]> corners = new ArrayList<>();
                for (int i = 0; i < polygon.xs().length; i++) {
                    corners.add(new double[] {polygon.xs()[i], polygon.ys()[i]});
                }
                yield polygon(own, corners, component);
            }
            case PlaneShape.Ring ring -> throw new IllegalStateException(ring + " is a circle of the sphere");
        };
    }

    private static List<double[]> corners(PlaneShape.Rectangle box) {
        List<double[]> corners = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            double u = corner == 0 || corner == 3 ? -box.halfWidth() : box.halfWidth();
            double v = corner < 2 ? -box.halfHeight() : box.halfHeight();
            PlaneShape.Axes axes = box.axes();
            corners.add(new double[] {
                box.x0() + (axes.d() * u - axes.b() * v) / axes.determinant(),
                box.y0() + (axes.a() * v - axes.c() * u) / axes.determinant()
            });
        }
        return corners;
    }

    private RegionShape polygon(Tangent own, List<double[]> corners, int component) {
        double[] x = new double[corners.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            UnitVector corner = own.direction(corners.get(i)[0], corners.get(i)[1]);
            x[i] = middle + SkyMap.rounded(plane.x(corner)) / sideDeg;
            y[i] = middle + SkyMap.rounded(plane.y(corner)) / sideDeg;
        }
        return new RegionShape("POLYGON", x, y, new double[0], 0, component);
    }

    /// A quadratic form of directions that is 0 on the edge of a shape: the sum of `weight (v · along)²`.
    private record Part(double weight, UnitVector along) {}

    private static List<Part> cone(UnitVector centre, double radiusDeg) {
        double square = Math.pow(Math.cos(Math.toRadians(radiusDeg)), 2);
        return List.of(
                new Part(1, centre),
                new Part(-square, new UnitVector(1, 0, 0)),
                new Part(-square, new UnitVector(0, 1, 0)),
                new Part(-square, new UnitVector(0, 0, 1)));
    }

    private static List<Part> cone(Tangent own, PlaneShape.Oval oval) {
        PlaneShape.Axes axes = oval.axes();
        UnitVector first = own.west().times(axes.a()).plus(own.north().times(axes.b()));
        UnitVector second = own.west().times(axes.c()).plus(own.north().times(axes.d()));
        return List.of(
                new Part(1, own.centre()),
                new Part(-1 / Math.pow(Math.toRadians(oval.first()), 2), first),
                new Part(-1 / Math.pow(Math.toRadians(oval.second()), 2), second));
    }

    /// Where a cone meets the plane: an ellipse, by the middle and the axes of its equation.
    private RegionShape oval(List<Part> cone, int component) {
        double a = form(cone, plane.west(), plane.west());
        double b = form(cone, plane.west(), plane.north());
        double d = form(cone, plane.north(), plane.north());
        double e = form(cone, plane.west(), plane.centre());
        double f = form(cone, plane.north(), plane.centre());
        double g = form(cone, plane.centre(), plane.centre());
        double determinant = a * d - b * b;
        double x = (b * f - d * e) / determinant;
        double y = (b * e - a * f) / determinant;
        double scale = -(g + e * x + f * y);
        double mean = (a + d) / 2 / scale;
        double half = Math.hypot((a - d) / 2, b) / scale;
        double angle = Math.toDegrees(Math.atan2(2 * b / scale, (a - d) / scale)) / 2;
        double first = pixels(1 / Math.sqrt(mean + Math.abs(half)));
        double second = pixels(1 / Math.sqrt(mean - Math.abs(half)));
        return second - first <= ROUND * second
                ? RegionRows.row(
                        "CIRCLE", middle + pixels(x), middle + pixels(y), 0, component, Math.sqrt(first * second))
                : RegionRows.row("ELLIPSE", middle + pixels(x), middle + pixels(y), angle, component, first, second);
    }

    private static double form(List<Part> cone, UnitVector one, UnitVector other) {
        return cone.stream()
                .mapToDouble(part ->
                        part.weight() * part.along().dot(one) * part.along().dot(other))
                .sum();
    }

    /// To 1e-11 degrees, so that a middle is at 0.
    private double pixels(double radians) {
        return SkyMap.rounded(Math.toDegrees(radians)) / sideDeg;
    }

    /// On the map of a region; empty where it reaches too far for one.
    static Optional<SkyRows> around(SphereRegion region) {
        return SkyMap.gnomonic(region).map(map -> {
            double reach = DoubleStream.of(
                            -map.bounds().firstLow(),
                            map.bounds().firstHigh(),
                            -map.bounds().secondLow(),
                            map.bounds().secondHigh())
                    .max()
                    .orElseThrow();
            return new SkyRows(map.plane(), SIDE_DEG, (int) Math.ceil(reach / SIDE_DEG) + 1);
        });
    }
}
