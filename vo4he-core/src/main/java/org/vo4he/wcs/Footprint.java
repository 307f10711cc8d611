// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vo4he.sphere.SkyPolygon;
import org.vo4he.sphere.UnitVector;

/// The part of the sky under a rectangle of pixels.
///
/// @param centre of the rectangle
/// @param fovDeg diameter of the circle around the centre that holds all of it, at most 360
/// @param outline counter-clockwise on the sky (north up, east left) as DALI wants it; empty when the rectangle
///     leaves the sky or covers a hemisphere, where a polygon would be ambiguous
public record Footprint(UnitVector centre, double fovDeg, Optional<SkyPolygon> outline) {

    private static final double WIDE_FIELD_DEG = 5;
    private static final double WIDEST_OUTLINE_DEG = 170;
    private static final int POINTS_PER_SIDE = 8;

    /// @param left lower edge of the first pixel, 0.5 for an image
    /// @return empty when the middle is not on the sky
    static Optional<Footprint> of(CelestialWcs wcs, double left, double bottom, double right, double top) {
        return wcs.at((left + right) / 2, (bottom + top) / 2)
                .map(centre -> around(centre, wcs, left, bottom, right, top));
    }

    /// Of the corners of a shape.
    ///
    /// @param radiusDeg of a circle that must hold them
    /// @return empty when there are fewer than three, or when they lie farther apart
    public static Optional<Footprint> within(List<UnitVector> corners, double radiusDeg) {
        UnitVector first = corners.isEmpty() ? UnitVector.of(0, 0) : corners.getFirst();
        boolean near =
                corners.size() >= 3 && corners.stream().allMatch(corner -> first.separationDeg(corner) <= radiusDeg);
        return near ? Optional.of(ofNear(corners)) : Optional.empty();
    }

    private static Footprint ofNear(List<UnitVector> corners) {
        UnitVector centre = new SkyPolygon(corners.stream()
                        .map(corner -> new SkyPolygon.Vertex(corner.raDeg(), corner.decDeg()))
                        .toList())
                .centre();
        return new Footprint(centre, diameter(centre, corners), outline(centre, corners));
    }

    Footprint withoutOutline() {
        return new Footprint(centre, fovDeg, Optional.empty());
    }

    private static Footprint around(
            UnitVector centre, CelestialWcs wcs, double left, double bottom, double right, double top) {
        double[][] corners = {{left, bottom}, {right, bottom}, {right, top}, {left, top}};
        List<UnitVector> coarse = walk(wcs, corners, 1);
        double diameter = diameter(centre, coarse);
        if (coarse.size() == corners.length && diameter <= WIDE_FIELD_DEG) {
            return new Footprint(centre, diameter, outline(centre, coarse));
        }
        List<UnitVector> fine = walk(wcs, corners, POINTS_PER_SIDE);
        double fov = diameter(centre, fine);
        boolean whole = fine.size() == corners.length * POINTS_PER_SIDE;
        if (whole && fov <= WIDEST_OUTLINE_DEG) {
            return new Footprint(centre, fov, outline(centre, fine));
        }
        return new Footprint(centre, Math.min(360, Math.max(fov, extent(centre, wcs, corners))), Optional.empty());
    }

    private static List<UnitVector> walk(CelestialWcs wcs, double[][] corners, int pointsPerSide) {
        List<UnitVector> points = new ArrayList<>();
        for (int side = 0; side < corners.length; side++) {
            double[] from = corners[side];
            double[] to = corners[(side + 1) % corners.length];
            for (int i = 0; i < pointsPerSide; i++) {
                double part = (double) i / pointsPerSide;
                wcs.at(from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1]))
                        .ifPresent(points::add);
            }
        }
        return points;
    }

    /// For maps of the whole sky, whose corners lie outside it: the farthest of a grid of points.
    private static double extent(UnitVector centre, CelestialWcs wcs, double[][] corners) {
        double widest = 0;
        int steps = 32;
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= steps; j++) {
                double x = corners[0][0] + (corners[2][0] - corners[0][0]) * i / steps;
                double y = corners[0][1] + (corners[2][1] - corners[0][1]) * j / steps;
                widest =
                        Math.max(widest, wcs.at(x, y).map(centre::separationDeg).orElse(0.0));
            }
        }
        return 2 * widest;
    }

    private static double diameter(UnitVector centre, List<UnitVector> points) {
        return 2 * points.stream().mapToDouble(centre::separationDeg).max().orElse(0);
    }

    private static Optional<SkyPolygon> outline(UnitVector centre, List<UnitVector> points) {
        return Optional.of(new SkyPolygon(counterClockwise(centre, points).stream()
                .map(point -> new SkyPolygon.Vertex(rounded(point.raDeg()), rounded(point.decDeg())))
                .toList()));
    }

    /// To 1e-8 deg, 0.04 milliarcseconds: the text of a region stays readable.
    private static double rounded(double deg) {
        return Math.rint(deg * 1e8) / 1e8;
    }

    private static List<UnitVector> counterClockwise(UnitVector centre, List<UnitVector> outline) {
        double turn = 0;
        for (int i = 0; i < outline.size(); i++) {
            UnitVector from = outline.get(i);
            UnitVector to = outline.get((i + 1) % outline.size());
            turn += from.cross(to).dot(centre);
        }
        if (turn <= 0) {
            return outline;
        }
        List<UnitVector> reversed = new ArrayList<>(outline);
        Collections.reverse(reversed);
        return reversed;
    }
}
