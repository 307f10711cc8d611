// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Lines and letters on a picture of any colours: light with a dark edge.
final class OnPixels {

    private static final Ink LIGHT = Ink.of(0xffffff);
    private static final Ink EDGE = new Ink(0x000000, 0.6);
    private static final Ink GROUND = EDGE.withOpacity(0.45);

    private OnPixels() {}

    static void line(Canvas canvas, Path2D path, double size) {
        canvas.stroke(path, Pen.of(EDGE, 0.28 * size));
        canvas.stroke(path, Pen.of(LIGHT, 0.13 * size));
    }

    /// In the middle of the place.
    static void letters(Canvas canvas, Label label, double x, double y, double size) {
        double width = Typeface.bundled().width(label, size) + 0.5 * size;
        canvas.rectangle(new Rectangle2D.Double(x - width / 2, y - 0.65 * size, width, 1.3 * size), GROUND);
        canvas.text(label, x, y + 0.35 * size, TextStyle.middle(size, LIGHT));
    }
}
