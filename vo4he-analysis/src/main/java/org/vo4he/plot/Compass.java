// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// Where north and east are in the middle of a picture, and how long an angle is there.
///
/// @param northRight the direction of north on the canvas, to the right; of length 1 with `northUp`
/// @param eastRight likewise of east
/// @param degPerWidth the angle that the breadth of the picture stands for
record Compass(double northRight, double northUp, double eastRight, double eastUp, double degPerWidth) {

    private static final double STEP = 1e-3;
    private static final double[] NICE = {1, 2, 5, 10, 20, 30};

    /// On a larger field there is no one direction to the north, nor one scale.
    private static final double LARGEST_FIELD_DEG = 40;

    /// @param shape breadth of the picture by its height
    /// @return empty for large fields, and where the middle is not on the sky
    static Optional<Compass> of(SkyPlane plane, double shape) {
        UnitVector centre = plane.at(0.5, 0.5);
        UnitVector right = plane.at(0.5 + STEP, 0.5);
        UnitVector up = plane.at(0.5, 0.5 + STEP);
        if (centre == null || right == null || up == null || Math.abs(centre.decDeg()) > 89.9) {
            return Optional.empty();
        }
        double degPerWidth = centre.separationDeg(right) / STEP;
        if (!(degPerWidth > 0 && degPerWidth < LARGEST_FIELD_DEG)) {
            return Optional.empty();
        }
        UnitVector east = new UnitVector(0, 0, 1).cross(centre).normalised();
        UnitVector north = centre.cross(east);
        double rightEast = right.dot(east);
        double rightNorth = right.dot(north);
        double upEast = up.dot(east) * shape;
        double upNorth = up.dot(north) * shape;
        double determinant = rightEast * upNorth - upEast * rightNorth;
        if (determinant == 0) {
            return Optional.empty();
        }
        double[] n = unit(-upEast / determinant, rightEast / determinant);
        double[] e = unit(upNorth / determinant, -rightNorth / determinant);
        return Optional.of(new Compass(n[0], n[1], e[0], e[1], degPerWidth));
    }

    private static double[] unit(double x, double y) {
        double length = Math.hypot(x, y);
        return new double[] {x / length, y / length};
    }

    /// @param overPixels whether the ground has any colour, not just that of the theme
    void draw(Canvas canvas, MapFrame frame, boolean overPixels) {
        Rectangle2D area = frame.area();
        double size = frame.layout().textSize();
        if (!frame.layout().labels() || area.getWidth() < 12 * size || area.getHeight() < 12 * size) {
            return;
        }
        drawArrows(canvas, frame, overPixels);
        drawScale(canvas, frame, overPixels);
    }

    private void drawArrows(Canvas canvas, MapFrame frame, boolean overPixels) {
        Rectangle2D area = frame.area();
        double size = frame.layout().textSize();
        double length = 2 * size;
        double x = area.getMaxX() - 1.9 * size - length * Math.max(0, Math.max(northRight, eastRight));
        double y = area.getMaxY() - 1.5 * size + length * Math.min(0, Math.min(northUp, eastUp));
        Path2D arrows = new Path2D.Double();
        arrows.moveTo(x + length * northRight, y - length * northUp);
        arrows.lineTo(x, y);
        arrows.lineTo(x + length * eastRight, y - length * eastUp);
        line(canvas, arrows, frame, overPixels);
        letters(canvas, "N", x + 1.35 * length * northRight, y - 1.35 * length * northUp, frame, overPixels);
        letters(canvas, "E", x + 1.35 * length * eastRight, y - 1.35 * length * eastUp, frame, overPixels);
    }

    private void drawScale(Canvas canvas, MapFrame frame, boolean overPixels) {
        Rectangle2D area = frame.area();
        double size = frame.layout().textSize();
        double angle = niceAngle(degPerWidth / 4);
        double length = angle / degPerWidth * area.getWidth();
        double x = area.getMinX() + size;
        double y = area.getMaxY() - size;
        Path2D line = new Path2D.Double();
        line.moveTo(x, y);
        line.lineTo(x + length, y);
        line(canvas, line, frame, overPixels);
        letters(canvas, AngleStep.inWords(angle), x + length / 2, y - 0.8 * size, frame, overPixels);
    }

    private void line(Canvas canvas, Path2D path, MapFrame frame, boolean overPixels) {
        double size = frame.layout().textSize();
        if (overPixels) {
            OnPixels.line(canvas, path, size);
        } else {
            canvas.stroke(path, Pen.of(frame.palette().ink(), 0.11 * size));
        }
    }

    private void letters(Canvas canvas, String text, double x, double y, MapFrame frame, boolean overPixels) {
        double size = 0.9 * frame.layout().textSize();
        if (overPixels) {
            OnPixels.letters(canvas, Label.plain(text), x, y, size);
        } else {
            canvas.text(
                    Label.plain(text),
                    x,
                    y + 0.35 * size,
                    TextStyle.middle(size, frame.palette().ink()));
        }
    }

    /// The greatest round angle that is not above.
    private static double niceAngle(double mostDeg) {
        double unit = mostDeg >= 1 ? 1 : mostDeg >= 1 / 60.0 ? 1 / 60.0 : 1 / 3600.0;
        double most = mostDeg / unit;
        if (most < 1) {
            double decade = Math.pow(10, Math.floor(Math.log10(most)));
            return unit * decade * (most / decade >= 5 ? 5 : most / decade >= 2 ? 2 : 1);
        }
        double nice = 1;
        for (double step : NICE) {
            nice = step <= most ? step : nice;
        }
        return nice * unit;
    }
}
