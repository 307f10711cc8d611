// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Two axes around an area, with numbers, labels, grid, heading and legend; as much of it as there is room for.
final class Frame {

    private final PlotOptions options;
    private final Layout layout;
    private final Palette palette;
    private final Heading heading;
    private final PlotData.Axis xAxis;
    private final PlotData.Axis yAxis;
    private final Ticks xTicks;
    private final Ticks yTicks;
    private final Legend legend;
    private final Rectangle2D area;
    private final AxisMap x;
    private final AxisMap y;

    /// @param rightMargin what is to be kept free on the right, in sizes of the text: for a colour bar
    Frame(
            PlotOptions options,
            Heading heading,
            PlotData.Axis xAxis,
            PlotData.Axis yAxis,
            List<LegendEntry> legend,
            double rightMargin) {
        this.options = options;
        this.layout = Layout.of(options);
        this.palette = Palette.of(options.theme());
        this.heading = heading;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        double size = layout.textSize();
        double top = top(size);
        this.legend = new Legend(layout.labels() ? legend : List.of(), palette, size, options.width() - 3 * size);
        top += this.legend.height();
        double bottom = options.height() - below(size);
        this.yTicks = Ticks.of(yAxis.scale(), yAxis.range(), (int) ((bottom - top) / (3.2 * size)));
        double left = left(size);
        double right = options.width() - (layout.ticks() ? (rightMargin + 1.2) * size : 2);
        this.xTicks = Ticks.of(xAxis.scale(), xAxis.range(), (int) ((right - left) / (5.5 * size)));
        this.area = new Rectangle2D.Double(left, top, Math.max(8, right - left), Math.max(8, bottom - top));
        this.x = new AxisMap(xAxis.scale(), xAxis.range(), area.getMinX(), area.getMaxX());
        this.y = new AxisMap(yAxis.scale(), yAxis.range(), area.getMaxY(), area.getMinY());
    }

    private double top(double size) {
        if (!layout.labels()) {
            return layout.ticks() ? 0.8 * size : 2;
        }
        return heading.height(size);
    }

    private double below(double size) {
        return layout.labels() ? 3.4 * size : layout.ticks() ? 1.9 * size : 2;
    }

    private double left(double size) {
        if (!layout.ticks()) {
            return 2;
        }
        double widest = yTicks.major().stream()
                .mapToDouble(tick -> Typeface.bundled().width(tick.label(), size))
                .max()
                .orElse(size);
        return widest + (layout.labels() ? 3.0 : 1.2) * size;
    }

    /// Where the data are drawn.
    Rectangle2D area() {
        return area;
    }

    AxisMap x() {
        return x;
    }

    AxisMap y() {
        return y;
    }

    Layout layout() {
        return layout;
    }

    Palette palette() {
        return palette;
    }

    /// Everything: below the data the grid, the data themselves, cut off at the edges, and around them the axes.
    void draw(Canvas canvas, boolean grid, Drawing data) {
        if (grid && layout.ticks()) {
            drawGrid(canvas);
        }
        canvas.clipped(area, data);
        canvas.stroke(new Path2D.Double(area), Pen.of(palette.ink(), layout.lineWidth()));
        AxisTicks bottom = new AxisTicks(AxisTicks.Side.BOTTOM, x, xTicks, area, layout, options);
        AxisTicks left = new AxisTicks(AxisTicks.Side.LEFT, y, yTicks, area, layout, options);
        if (layout.ticks()) {
            bottom.draw(canvas);
            left.draw(canvas);
        }
        if (layout.labels()) {
            bottom.drawLabel(canvas, xAxis);
            left.drawLabel(canvas, yAxis);
            heading.draw(canvas, options, area.getMinX());
            legend.draw(canvas, area.getMinX(), area.getMinY() - legend.height() - 0.3 * layout.textSize());
        }
    }

    private void drawGrid(Canvas canvas) {
        Path2D lines = new Path2D.Double();
        for (Ticks.Tick tick : xTicks.major()) {
            double at = x.at(tick.value());
            lines.moveTo(at, area.getMinY());
            lines.lineTo(at, area.getMaxY());
        }
        for (Ticks.Tick tick : yTicks.major()) {
            double at = y.at(tick.value());
            lines.moveTo(area.getMinX(), at);
            lines.lineTo(area.getMaxX(), at);
        }
        canvas.stroke(lines, Pen.of(palette.faint().withOpacity(0.25), 0.7 * layout.lineWidth()));
    }
}
