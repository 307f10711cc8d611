// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// What can be drawn on. Places are in pixels from the upper left corner, x to the right, y down.
sealed interface Canvas permits SvgCanvas, PngCanvas {

    /// The part of a font's size by which exponents are raised, and to which they are made smaller.
    double RAISED_BY = 0.38;
    double RAISED_SIZE = 0.72;

    void stroke(Path2D path, Pen pen);

    void fill(Path2D path, Ink ink);

    /// @param size across, in pixels
    void markers(double[] x, double[] y, Marker marker, double size, Ink ink);

    /// @param y of the line the letters stand on
    void text(Label label, double x, double y, TextStyle style);

    /// Pixels, magnified or reduced to fill the area; without smoothing when magnified.
    void pixels(Pixels pixels, Rectangle2D area);

    /// What this draws is cut off at the edges of the area.
    void clipped(Rectangle2D area, Drawing drawing);

    default void line(double x1, double y1, double x2, double y2, Pen pen) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        stroke(path, pen);
    }

    default void rectangle(Rectangle2D area, Ink ink) {
        fill(new Path2D.Double(area), ink);
    }
}
