// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A grid of the sky over a picture, its numbers where the lines meet the lower and the left edge; where they
/// don't, as on maps of the whole sky, beside the lines.
final class SkyAxes {

    private static final Ink LINES = new Ink(0xa3b1bf, 0.55);
    private static final double ON_EDGE = 1e-9;

    private final SkyGrid grid;
    private final String lonName;
    private final String latName;

    SkyAxes(SkyGrid grid, String lonName, String latName) {
        this.grid = grid;
        this.lonName = lonName;
        this.latName = latName;
    }

    private record Crossing(double at, Label label) {}

    /// Whether the lower edge bears numbers of longitude; else it bears those of latitude.
    private boolean lonBelow() {
        int upright = crossings(true, 1).size() + crossings(false, 0).size();
        int turned = crossings(false, 1).size() + crossings(true, 0).size();
        return upright >= turned;
    }

    private List<Crossing> below() {
        return crossings(lonBelow(), 1);
    }

    private List<Crossing> left() {
        return crossings(!lonBelow(), 0);
    }

    /// @param edge 0 for the left one, 1 for the lower one
    private List<Crossing> crossings(boolean ofLongitude, int edge) {
        List<Crossing> crossings = new ArrayList<>();
        for (SkyGrid.Line line : grid.lines()) {
            if (line.ofLongitude() == ofLongitude) {
                for (double[][] strand : line.strands()) {
                    add(crossings, strand[0], line, edge);
                    add(crossings, strand[strand.length - 1], line, edge);
                }
            }
        }
        crossings.sort(Comparator.comparingDouble(Crossing::at));
        return crossings;
    }

    private static void add(List<Crossing> crossings, double[] place, SkyGrid.Line line, int edge) {
        if (place[edge] < ON_EDGE) {
            crossings.add(new Crossing(place[1 - edge], line.label()));
        }
    }

    double widthLeft(double size) {
        return left().stream()
                .mapToDouble(crossing -> Typeface.bundled().width(crossing.label(), size))
                .max()
                .orElse(0);
    }

    void drawLines(Canvas canvas, MapFrame frame) {
        Rectangle2D area = frame.area();
        Path2D path = new Path2D.Double();
        for (SkyGrid.Line line : grid.lines()) {
            for (double[][] strand : line.strands()) {
                for (int i = 0; i < strand.length; i++) {
                    double x = area.getMinX() + strand[i][0] * area.getWidth();
                    double y = area.getMaxY() - strand[i][1] * area.getHeight();
                    if (i == 0) {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
            }
        }
        canvas.stroke(path, Pen.of(LINES, frame.layout().lineWidth()));
    }

    /// @param overPixels whether numbers within the picture need a ground of their own
    void drawNumbers(Canvas canvas, MapFrame frame, boolean overPixels) {
        if (!frame.layout().ticks()) {
            return;
        }
        drawBelow(canvas, frame);
        drawLeft(canvas, frame);
        if (below().isEmpty() && left().isEmpty()) {
            drawWithin(canvas, frame, overPixels);
        } else if (frame.layout().labels()) {
            drawNames(canvas, frame);
        }
    }

    private void drawBelow(Canvas canvas, MapFrame frame) {
        double size = frame.layout().textSize();
        double free = Double.NEGATIVE_INFINITY;
        for (Crossing crossing : below()) {
            double x = frame.area().getMinX() + crossing.at() * frame.area().getWidth();
            double half = Typeface.bundled().width(crossing.label(), size) / 2;
            if (x - half > free && x + half < frame.options().width()) {
                canvas.text(
                        crossing.label(),
                        x,
                        frame.area().getMaxY() + 1.3 * size,
                        TextStyle.middle(size, frame.palette().ink()));
                free = x + half + 0.6 * size;
            }
        }
    }

    private void drawLeft(Canvas canvas, MapFrame frame) {
        double size = frame.layout().textSize();
        double free = Double.POSITIVE_INFINITY;
        for (Crossing crossing : left()) {
            double y = frame.area().getMaxY() - crossing.at() * frame.area().getHeight();
            if (y + 0.6 * size < free) {
                canvas.text(
                        crossing.label(),
                        frame.area().getMinX() - 0.45 * size,
                        y + 0.35 * size,
                        TextStyle.end(size, frame.palette().ink()));
                free = y - 0.8 * size;
            }
        }
    }

    private void drawNames(Canvas canvas, MapFrame frame) {
        double size = frame.layout().textSize();
        Ink ink = frame.palette().ink();
        Rectangle2D area = frame.area();
        canvas.text(
                Label.plain(lonBelow() ? lonName : latName),
                area.getCenterX(),
                Math.min(frame.options().height() - 0.75 * size, area.getMaxY() + 2.75 * size),
                TextStyle.middle(size, ink));
        canvas.text(
                Label.plain(lonBelow() ? latName : lonName),
                Math.max(1.35 * size, area.getMinX() - widthLeft(size) - 1.1 * size),
                area.getCenterY(),
                TextStyle.middle(size, ink).upwards());
    }

    /// Longitudes where they cross the middle of the picture, latitudes at their left ends.
    private void drawWithin(Canvas canvas, MapFrame frame, boolean overPixels) {
        double size = 0.9 * frame.layout().textSize();
        Rectangle2D area = frame.area();
        Ink ink = frame.palette().ink();
        for (SkyGrid.Line line : grid.lines()) {
            double[] place = line.ofLongitude() ? best(line, 1, 0.5) : best(line, 0, 0);
            double x = area.getMinX() + place[0] * area.getWidth();
            double y = area.getMaxY() - place[1] * area.getHeight();
            if (!line.ofLongitude()) {
                canvas.text(line.label(), x - 0.9 * size, y + 0.35 * size, TextStyle.end(size, ink));
            } else if (overPixels) {
                OnPixels.letters(canvas, line.label(), x, y - 0.7 * size, size);
            } else {
                canvas.text(
                        line.label(),
                        x,
                        y - 0.3 * size,
                        TextStyle.middle(size, frame.palette().faint()));
            }
        }
    }

    /// The place on a line where one coordinate comes nearest to a value.
    private static double[] best(SkyGrid.Line line, int coordinate, double value) {
        double[] best = line.strands().getFirst()[0];
        for (double[][] strand : line.strands()) {
            for (double[] place : strand) {
                best = Math.abs(place[coordinate] - value) < Math.abs(best[coordinate] - value) ? place : best;
            }
        }
        return best;
    }
}
