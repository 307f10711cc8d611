// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The room for a picture of pixels or of the sky: as large as fits, of a given shape, with a colour bar on its
/// right.
final class MapFrame {

    private static final double BAR_GAP = 0.8;
    private static final double BAR_WIDTH = 1.1;

    /// A picture that is longer than this many times its breadth is drawn broader.
    private static final double LONGEST = 4;

    private final PlotOptions options;
    private final Layout layout;
    private final Palette palette;
    private final Heading heading;
    private final Rectangle2D area;
    private final Rectangle2D bar;

    /// @param shape breadth by height
    /// @param numbersLeft the width of the widest number left of the picture, in pixels
    /// @param numbersRight that of the colour bar; negative without a bar
    MapFrame(PlotOptions options, Heading heading, double shape, double numbersLeft, double numbersRight) {
        this.options = options;
        this.layout = Layout.of(options);
        this.palette = Palette.of(options.theme());
        this.heading = heading;
        double size = layout.textSize();
        boolean withBar = numbersRight >= 0 && layout.ticks();
        double left = layout.ticks() ? numbersLeft + (layout.labels() ? 2.6 : 0.9) * size : 2;
        double right = withBar ? numbersRight + (BAR_GAP + BAR_WIDTH + (layout.labels() ? 2.4 : 0.9)) * size : 2 + size;
        double top = layout.labels() ? heading.height(size) : layout.ticks() ? 0.8 * size : 2;
        double below = layout.labels() ? 3.4 * size : layout.ticks() ? 1.9 * size : 2;
        double width = Math.max(8, options.width() - left - (layout.ticks() ? right : 2));
        double height = Math.max(8, options.height() - top - below);
        double held = Math.clamp(shape, 1 / LONGEST, LONGEST);
        double breadth = Math.min(width, height * held);
        double tall = breadth / held;
        double x = left + (width - breadth) / 2;
        this.area = new Rectangle2D.Double(x, top + (height - tall) / 2, breadth, tall);
        this.bar = withBar
                ? new Rectangle2D.Double(area.getMaxX() + BAR_GAP * size, area.getY(), BAR_WIDTH * size, tall)
                : null;
    }

    Rectangle2D area() {
        return area;
    }

    Layout layout() {
        return layout;
    }

    Palette palette() {
        return palette;
    }

    PlotOptions options() {
        return options;
    }

    void drawHeading(Canvas canvas) {
        if (layout.labels()) {
            heading.draw(canvas, options, area.getMinX());
        }
    }

    /// @param round of a map of the whole sky
    void drawEdge(Canvas canvas, boolean round) {
        Path2D edge = round
                ? new Path2D.Double(new Ellipse2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight()))
                : new Path2D.Double(area);
        canvas.stroke(edge, Pen.of(palette.ink(), layout.lineWidth()));
    }

    /// @param unit of the values, marked as in [Label#marked]
    void drawBar(Canvas canvas, ColourScale scale, String unit) {
        if (bar == null) {
            return;
        }
        double size = layout.textSize();
        canvas.pixels(scale.strip(), bar);
        canvas.stroke(new Path2D.Double(bar), Pen.of(palette.ink(), layout.lineWidth()));
        for (Ticks.Tick tick : scale.ticks((int) (bar.getHeight() / (2 * size)))) {
            double y = bar.getMaxY() - scale.brightness().level(tick.value()) * bar.getHeight();
            canvas.line(bar.getMaxX() - 0.3 * size, y, bar.getMaxX(), y, Pen.of(palette.ink(), layout.lineWidth()));
            canvas.text(
                    tick.label(), bar.getMaxX() + 0.4 * size, y + 0.35 * size, TextStyle.start(size, palette.ink()));
        }
        if (layout.labels()) {
            String text = Typeface.bundled().shortened(unit, size, 1.1 * bar.getHeight());
            canvas.text(
                    Label.marked(text),
                    Math.min(options.width() - 0.6 * size, bar.getMaxX() + scale.numbersWidth(size) + 1.9 * size),
                    bar.getCenterY(),
                    TextStyle.middle(size, palette.ink()).upwards());
        }
    }
}
