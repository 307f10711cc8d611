// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Marks and numbers on one side of an area.
final class AxisTicks {

    enum Side {
        BOTTOM,
        LEFT,
        RIGHT
    }

    private final Side side;
    private final AxisMap axis;
    private final Ticks ticks;
    private final Rectangle2D area;
    private final Layout layout;
    private final Palette palette;
    private final double width;
    private final double height;

    /// @param area at whose side the axis is
    AxisTicks(Side side, AxisMap axis, Ticks ticks, Rectangle2D area, Layout layout, PlotOptions options) {
        this.side = side;
        this.axis = axis;
        this.ticks = ticks;
        this.area = area;
        this.layout = layout;
        this.palette = Palette.of(options.theme());
        this.width = options.width();
        this.height = options.height();
    }

    void draw(Canvas canvas) {
        Path2D marks = new Path2D.Double();
        double length = 0.45 * layout.textSize();
        ticks.minor().forEach(value -> mark(marks, axis.at(value), length / 2));
        ticks.major().forEach(tick -> mark(marks, axis.at(tick.value()), length));
        canvas.stroke(marks, Pen.of(palette.ink(), layout.lineWidth()));
        drawNumbers(canvas);
    }

    /// Inwards, as in most journals; numbers need the room outside.
    private void mark(Path2D marks, double at, double length) {
        switch (side) {
            case BOTTOM -> {
                marks.moveTo(at, area.getMaxY());
                marks.lineTo(at, area.getMaxY() - length);
            }
            case LEFT -> {
                marks.moveTo(area.getMinX(), at);
                marks.lineTo(area.getMinX() + length, at);
            }
            case RIGHT -> {
                marks.moveTo(area.getMaxX(), at);
                marks.lineTo(area.getMaxX() - length, at);
            }
        }
    }

    /// A number that would touch the one before it, or the edge of the picture, is left out.
    private void drawNumbers(Canvas canvas) {
        double size = layout.textSize();
        double free = side == Side.BOTTOM ? 0 : Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : ticks.major()) {
            double at = axis.at(tick.value());
            double half = side == Side.BOTTOM ? Typeface.bundled().width(tick.label(), size) / 2 : 0.6 * size;
            double along = side == Side.BOTTOM ? at : area.getMaxY() + area.getMinY() - at;
            if (along - half < free || side == Side.BOTTOM && along + half > width) {
                continue;
            }
            free = along + half + 0.4 * size;
            switch (side) {
                case BOTTOM ->
                    canvas.text(tick.label(), at, area.getMaxY() + 1.3 * size, TextStyle.middle(size, palette.ink()));
                case LEFT ->
                    canvas.text(
                            tick.label(),
                            area.getMinX() - 0.45 * size,
                            at + 0.35 * size,
                            TextStyle.end(size, palette.ink()));
                case RIGHT ->
                    canvas.text(
                            tick.label(),
                            area.getMaxX() + 0.45 * size,
                            at + 0.35 * size,
                            TextStyle.start(size, palette.ink()));
            }
        }
    }

    /// What the axis measures, at the edge of the picture.
    void drawLabel(Canvas canvas, PlotData.Axis of) {
        Label label = Label.marked(text(of));
        double size = fitting(label);
        TextStyle style = TextStyle.middle(size, palette.ink());
        double edge = layout.textSize();
        switch (side) {
            case BOTTOM -> {
                double y = Math.min(height - 0.75 * edge, area.getMaxY() + 2.75 * edge);
                canvas.text(label, area.getCenterX(), y, style);
            }
            case LEFT -> {
                double x = Math.max(1.35 * edge, area.getMinX() - widest(edge) - 1.1 * edge);
                canvas.text(label, x, area.getCenterY(), style.upwards());
            }
            case RIGHT -> canvas.text(label, width - 0.6 * edge, area.getCenterY(), style.upwards());
        }
    }

    private double widest(double size) {
        return ticks.major().stream()
                .mapToDouble(tick -> Typeface.bundled().width(tick.label(), size))
                .max()
                .orElse(0);
    }

    /// Text longer than the axis is set smaller.
    private double fitting(Label label) {
        double room = 1.1 * (side == Side.BOTTOM ? area.getWidth() : area.getHeight());
        double needed = Typeface.bundled().width(label, layout.textSize());
        return layout.textSize() * Math.min(1, room / needed);
    }

    private String text(PlotData.Axis of) {
        String power =
                ticks.power() == 0 ? "" : "10^{" + (ticks.power() < 0 ? "−" : "") + Math.abs(ticks.power()) + "}";
        String unit = UnitText.marked(of.unit());
        if (power.isEmpty() && unit.isEmpty()) {
            return of.label();
        }
        return of.label() + " (" + power + (power.isEmpty() || unit.isEmpty() ? "" : " ") + unit + ")";
    }
}
