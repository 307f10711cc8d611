// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// The outlines of [Marker]s.
final class MarkerShapes {

    /// A bar of a cross is this part of its size wide.
    private static final double BAR = 0.3;

    private MarkerShapes() {}

    /// @param size across, in pixels
    static Path2D outline(double[] x, double[] y, Marker marker, double size) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double half = size / 2;
        for (int i = 0; i < x.length; i++) {
            switch (marker) {
                case DOT -> path.append(new Ellipse2D.Double(x[i] - half, y[i] - half, size, size), false);
                case SQUARE -> box(path, x[i] - 0.9 * half, y[i] - 0.9 * half, 0.9 * size, 0.9 * size);
                case DIAMOND ->
                    polygon(
                            path,
                            x[i],
                            y[i] - 1.2 * half,
                            x[i] + half,
                            y[i],
                            x[i],
                            y[i] + 1.2 * half,
                            x[i] - half,
                            y[i]);
                case TRIANGLE ->
                    polygon(
                            path,
                            x[i],
                            y[i] - 1.1 * half,
                            x[i] + half,
                            y[i] + 0.8 * half,
                            x[i] - half,
                            y[i] + 0.8 * half);
                case CROSS -> {
                    box(path, x[i] - half, y[i] - BAR * half, size, BAR * size);
                    box(path, x[i] - BAR * half, y[i] - half, BAR * size, size);
                }
            }
        }
        return path;
    }

    private static void box(Path2D path, double x, double y, double width, double height) {
        polygon(path, x, y, x + width, y, x + width, y + height, x, y + height);
    }

    private static void polygon(Path2D path, double... xy) {
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
    }
}
