// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.sphere.UnitVector;

/// Lines of equal longitude and of equal latitude on a flat picture of the sky.
///
/// The lines are the contours of smooth functions of the direction, looked up on a mesh over the picture: only
/// the way from the picture to the sky is needed, and neither poles nor the jump from 360 to 0 degrees, nor
/// parts of the picture without sky, are special.
final class SkyGrid {

    private static final int CELLS = 120;

    /// Of neighbours on the mesh; farther ones lie on both sides of a cut through the sky.
    private static final double FARTHEST_COSINE = Math.cos(Math.toRadians(12));

    private static final double LARGE_FIELD_DEG = 100;

    /// A line this near to the edge, in steps, is the edge.
    private static final double ON_EDGE = 1e-3;

    /// @param number longitude or latitude, degrees
    /// @param strands places u, v along each connected piece
    record Line(boolean ofLongitude, double number, Label label, List<double[][]> strands) {}

    private final int side = CELLS + 1;
    private final UnitVector[] mesh = new UnitVector[side * side];
    private final double[] values = new double[side * side];
    private final List<Line> lines = new ArrayList<>();
    private double centreLon;
    private double leastLat = 90;
    private double greatestLat = -90;
    private double leastLon;
    private double greatestLon;

    /// @param hours whether longitude is written in hours
    /// @param decimal whether angles are written with decimals, not as minutes and seconds
    /// @param perAxis about as many lines of each kind
    SkyGrid(SkyPlane plane, boolean hours, boolean decimal, int perAxis) {
        for (int j = 0; j < side; j++) {
            for (int i = 0; i < side; i++) {
                mesh[j * side + i] = plane.at((double) i / CELLS, (double) j / CELLS);
            }
        }
        if (findExtent()) {
            addLines(hours, decimal, perAxis);
        }
    }

    /// Empty when no part of the picture lies on the sky.
    List<Line> lines() {
        return lines;
    }

    private boolean findExtent() {
        UnitVector centre = mesh[side / 2 * side + side / 2];
        for (int i = 0; centre == null && i < mesh.length; i++) {
            centre = mesh[i];
        }
        if (centre == null) {
            return false;
        }
        centreLon = centre.raDeg();
        leastLon = 180;
        greatestLon = -180;
        for (UnitVector point : mesh) {
            if (point != null) {
                double lon = turn(point.raDeg() - centreLon);
                leastLon = Math.min(leastLon, lon);
                greatestLon = Math.max(greatestLon, lon);
                leastLat = Math.min(leastLat, point.decDeg());
                greatestLat = Math.max(greatestLat, point.decDeg());
            }
        }
        return true;
    }

    private static double turn(double deg) {
        double turned = ((deg % 360) + 360) % 360;
        return turned > 180 ? turned - 360 : turned;
    }

    private void addLines(boolean hours, boolean decimal, int perAxis) {
        boolean around = greatestLon - leastLon > 300;
        boolean large = greatestLat - leastLat > LARGE_FIELD_DEG;
        double latStep = large ? 30 : (greatestLat - leastLat) / perAxis;
        double lonStep = around ? 30 : (greatestLon - leastLon) / perAxis;
        AngleStep lat = AngleStep.notBelow(latStep, decimal ? AngleStep.Style.DEGREES : AngleStep.Style.SEXAGESIMAL);
        AngleStep lon = AngleStep.notBelow(
                lonStep,
                hours ? AngleStep.Style.HOURS : decimal ? AngleStep.Style.DEGREES : AngleStep.Style.SEXAGESIMAL);
        double first = around ? 0 : Math.ceil((centreLon + leastLon) / lon.degrees() + ON_EDGE);
        double end = around ? 360 - 1e-6 : centreLon + greatestLon - ON_EDGE * lon.degrees();
        for (double n = first; n * lon.degrees() <= end; n++) {
            addMeridian(n * lon.degrees(), lon);
        }
        double top = greatestLat - ON_EDGE * lat.degrees();
        for (double n = Math.ceil(leastLat / lat.degrees() + ON_EDGE); n * lat.degrees() <= top; n++) {
            addParallel(n * lat.degrees(), lat);
        }
    }

    private void addMeridian(double lonDeg, AngleStep step) {
        double cosine = Math.cos(Math.toRadians(lonDeg));
        double sine = Math.sin(Math.toRadians(lonDeg));
        for (int i = 0; i < mesh.length; i++) {
            values[i] = mesh[i] == null ? Double.NaN : mesh[i].y() * cosine - mesh[i].x() * sine;
        }
        add(new Contour(mesh, values, side, point -> point.x() * cosine + point.y() * sine > 0), true, lonDeg, step);
    }

    private void addParallel(double latDeg, AngleStep step) {
        if (Math.abs(latDeg) > 89.999) {
            return;
        }
        for (int i = 0; i < mesh.length; i++) {
            values[i] = mesh[i] == null ? Double.NaN : mesh[i].decDeg() - latDeg;
        }
        add(new Contour(mesh, values, side, _ -> true), false, latDeg, step);
    }

    private void add(Contour contour, boolean ofLongitude, double number, AngleStep step) {
        List<double[][]> strands = contour.strands(FARTHEST_COSINE);
        if (!strands.isEmpty()) {
            lines.add(new Line(ofLongitude, number, step.label(number, !ofLongitude), strands));
        }
    }
}
