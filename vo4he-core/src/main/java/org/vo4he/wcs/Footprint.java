// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The part of the sky under a rectangle of pixels.
///
/// @param centre of the rectangle
/// @param fovDeg diameter of the circle around the centre that holds all of it, at most 360
/// @param outline corners of a polygon, counter-clockwise on the sky (north up, east left) as DALI wants them; empty
///     when the rectangle leaves the sky or covers a hemisphere, where a polygon would be ambiguous
public record Footprint(SkyPosition centre, double fovDeg, List<SkyPosition> outline) {

    private static final double WIDE_FIELD_DEG = 5;
    private static final double WIDEST_OUTLINE_DEG = 170;
    private static final int POINTS_PER_SIDE = 8;

    public Footprint {
        outline = List.copyOf(outline);
    }

    /// @param left lower edge of the first pixel, 0.5 for an image
    /// @return empty when the middle is not on the sky
    static Optional<Footprint> of(CelestialWcs wcs, double left, double bottom, double right, double top) {
        return wcs.at((left + right) / 2, (bottom + top) / 2)
                .map(centre -> around(centre, wcs, left, bottom, right, top));
    }

    private static Footprint around(
            SkyPosition centre, CelestialWcs wcs, double left, double bottom, double right, double top) {
        double[][] corners = {{left, bottom}, {right, bottom}, {right, top}, {left, top}};
        List<SkyPosition> coarse = walk(wcs, corners, 1);
        double diameter = diameter(centre, coarse);
        if (coarse.size() == corners.length && diameter <= WIDE_FIELD_DEG) {
            return new Footprint(centre, diameter, counterClockwise(centre, coarse));
        }
        List<SkyPosition> fine = walk(wcs, corners, POINTS_PER_SIDE);
        double fov = diameter(centre, fine);
        boolean whole = fine.size() == corners.length * POINTS_PER_SIDE;
        if (whole && fov <= WIDEST_OUTLINE_DEG) {
            return new Footprint(centre, fov, counterClockwise(centre, fine));
        }
        return new Footprint(centre, Math.min(360, Math.max(fov, extent(centre, wcs, corners))), List.of());
    }

    private static List<SkyPosition> walk(CelestialWcs wcs, double[][] corners, int pointsPerSide) {
        List<SkyPosition> points = new ArrayList<>();
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
    private static double extent(SkyPosition centre, CelestialWcs wcs, double[][] corners) {
        double widest = 0;
        int steps = 32;
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= steps; j++) {
                double x = corners[0][0] + (corners[2][0] - corners[0][0]) * i / steps;
                double y = corners[0][1] + (corners[2][1] - corners[0][1]) * j / steps;
                widest = Math.max(widest, wcs.at(x, y).map(centre::separationDeg).orElse(0.0));
            }
        }
        return 2 * widest;
    }

    private static double diameter(SkyPosition centre, List<SkyPosition> points) {
        return 2 * points.stream().mapToDouble(centre::separationDeg).max().orElse(0);
    }

    private static List<SkyPosition> counterClockwise(SkyPosition centre, List<SkyPosition> outline) {
        Direction middle = Direction.of(centre.raDeg(), centre.decDeg());
        double turn = 0;
        for (int i = 0; i < outline.size(); i++) {
            SkyPosition from = outline.get(i);
            SkyPosition to = outline.get((i + 1) % outline.size());
            turn += Direction.of(from.raDeg(), from.decDeg())
                    .cross(Direction.of(to.raDeg(), to.decDeg()))
                    .dot(middle);
        }
        if (turn <= 0) {
            return outline;
        }
        List<SkyPosition> reversed = new ArrayList<>(outline);
        Collections.reverse(reversed);
        return reversed;
    }
}
