// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.events.PlaneShape.Axes;
import org.vo4he.ogip.RegionShape;

/// A region as rows of a REGION extension (ASC-FITS-REGION-1.2): an event is in it that lies in all shapes of one
/// component. Shapes taken out are therefore repeated in the component of each that is put in.
///
/// @param map the plane that shapes of a list of directions are on, in pixels of its own;
///     empty where they are in the sky pixels of the events
/// @param unsaid why there are no rows: a part of a sentence about the region; empty where there are
public record RegionRows(List<RegionShape> shapes, Optional<Map> map, Optional<String> unsaid) {

    private static final String NO_RING =
            "takes out an annulus, which such rows can't say where it is none of two" + " circles around one middle";

    private static final String NO_HOLE = "takes out an annulus away from its middle, or a shape that reaches more"
            + " than 90 degrees from there, which such rows can't say";

    private static final String NO_PLANE = "reaches more than 60 degrees from its middle, or has no shape that is put"
            + " in: there is no plane for it";

    private static final double SAME = 1e-9;

    /// @param raDeg where the plane touches the sky, in the frame of the events
    /// @param sideDeg of a pixel
    /// @param middle the pixel of both axes where it does, counted from 1; there are as many beyond it
    public record Map(double raDeg, double decDeg, double sideDeg, int middle) {}

    /// Of no rows for what such rows can't say: an annulus that is taken out where it is none of two circles, and on
    /// the sky a region without an end.
    ///
    /// @throws EventsException if the events have no places, or the region can't be brought there
    public static RegionRows of(Region region, EventList events) throws EventsException {
        return switch ((SkyArea) RegionOnPlane.of(region, events)) {
            case PlaneRegion plane -> of(onPlane(plane), Optional.empty(), NO_RING);
            case SphereRegion sphere -> onSphere(sphere);
        };
    }

    private static RegionRows onSphere(SphereRegion sphere) {
        return SkyRows.around(sphere)
                .map(rows -> of(
                        rows.of(sphere),
                        Optional.of(new Map(
                                SkyMap.rounded(rows.plane().centre().raDeg()),
                                SkyMap.rounded(rows.plane().centre().decDeg()),
                                rows.sideDeg(),
                                rows.middle())),
                        NO_HOLE))
                .orElse(new RegionRows(List.of(), Optional.empty(), Optional.of(NO_PLANE)));
    }

    private static RegionRows of(List<RegionShape> shapes, Optional<Map> map, String otherwise) {
        return new RegionRows(shapes, map, shapes.isEmpty() ? Optional.of(otherwise) : Optional.empty());
    }

    private static List<RegionShape> onPlane(PlaneRegion plane) {
        if (plane.excluded().stream().anyMatch(RegionRows::isTurnedInsideOut)) {
            return List.of();
        }
        List<RegionShape> rows = new ArrayList<>();
        for (int component = 1; component <= Math.max(1, plane.included().size()); component++) {
            if (!plane.included().isEmpty()) {
                rows.addAll(rows(plane.included().get(component - 1), component));
            }
            for (PlaneShape hole : plane.excluded()) {
                rows.add(out(rows(hole, component).getFirst()));
            }
        }
        return rows;
    }

    private static List<RegionShape> rows(PlaneShape shape, int component) {
        return switch (shape) {
            case PlaneShape.Ring ring
            when isIsometric(ring.axes()) ->
                List.of(
                        ring.inner() == 0
                                ? row("CIRCLE", ring.x0(), ring.y0(), 0, component, ring.outer())
                                : row("ANNULUS", ring.x0(), ring.y0(), 0, component, ring.inner(), ring.outer()));
            case PlaneShape.Ring ring -> {
                RegionShape outer = oval(ring.x0(), ring.y0(), ring.axes(), ring.outer(), ring.outer(), component);
                yield ring.inner() == 0
                        ? List.of(outer)
                        : List.of(
                                outer,
                                out(oval(ring.x0(), ring.y0(), ring.axes(), ring.inner(), ring.inner(), component)));
            }
            case PlaneShape.Oval oval ->
                List.of(oval(oval.x0(), oval.y0(), oval.axes(), oval.first(), oval.second(), component));
            case PlaneShape.Rectangle box -> List.of(box(box, component));
            case PlaneShape.Corners corners ->
                List.of(new RegionShape(
                        "POLYGON", corners.polygon().xs(), corners.polygon().ys(), new double[0], 0, component));
        };
    }

    /// A ring that is taken out on pixels that are no squares: two ellipses, and what lies in the inner belongs again.
    private static boolean isTurnedInsideOut(PlaneShape hole) {
        return hole instanceof PlaneShape.Ring ring && ring.inner() > 0 && !isIsometric(ring.axes());
    }

    static RegionShape out(RegionShape shape) {
        return new RegionShape(
                "!" + shape.name(), shape.x(), shape.y(), shape.sizes(), shape.angleDeg(), shape.component());
    }

    static RegionShape row(String name, double x, double y, double angleDeg, int component, double... sizes) {
        return new RegionShape(name, new double[] {x}, new double[] {y}, sizes, angleDeg, component);
    }

    private static boolean isIsometric(Axes axes) {
        return Math.abs(Math.hypot(axes.a(), axes.b()) - 1) < SAME
                && Math.abs(Math.hypot(axes.c(), axes.d()) - 1) < SAME
                && Math.abs(axes.a() * axes.c() + axes.b() * axes.d()) < SAME;
    }

    /// The axes of the ellipse in pixels are the eigenvectors of its quadratic form.
    private static RegionShape oval(double x, double y, Axes axes, double first, double second, int component) {
        if (isIsometric(axes)) {
            return row("ELLIPSE", x, y, angleDeg(axes), component, first, second);
        }
        double p = square(axes.a() / first) + square(axes.c() / second);
        double q = axes.a() * axes.b() / square(first) + axes.c() * axes.d() / square(second);
        double r = square(axes.b() / first) + square(axes.d() / second);
        double middle = (p + r) / 2;
        double half = Math.hypot((p - r) / 2, q);
        double angle = Math.toDegrees(Math.atan2(2 * q, p - r)) / 2;
        return row("ELLIPSE", x, y, angle, component, 1 / Math.sqrt(middle + half), 1 / Math.sqrt(middle - half));
    }

    private static double square(double value) {
        return value * value;
    }

    /// On pixels that are no squares a turned box is a parallelogram.
    private static RegionShape box(PlaneShape.Rectangle box, int component) {
        Axes axes = box.axes();
        if (isIsometric(axes)) {
            double angle = angleDeg(axes);
            return row(
                    angle == 0 ? "BOX" : "ROTBOX",
                    box.x0(),
                    box.y0(),
                    angle,
                    component,
                    2 * box.halfWidth(),
                    2 * box.halfHeight());
        }
        double[] x = new double[4];
        double[] y = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double u = corner == 0 || corner == 3 ? -box.halfWidth() : box.halfWidth();
            double v = corner < 2 ? -box.halfHeight() : box.halfHeight();
            x[corner] = box.x0() + (axes.d() * u - axes.b() * v) / axes.determinant();
            y[corner] = box.y0() + (axes.a() * v - axes.c() * u) / axes.determinant();
        }
        return new RegionShape("POLYGON", x, y, new double[0], 0, component);
    }

    /// Of the first axis, counter-clockwise from that of the pixels; half a turn is none.
    private static double angleDeg(Axes axes) {
        double angle = Math.toDegrees(Math.atan2(axes.b(), axes.a()));
        double within = angle >= 180 - SAME ? angle - 180 : angle < -SAME ? angle + 180 : angle;
        return Math.abs(within) < SAME ? 0 : within;
    }
}
