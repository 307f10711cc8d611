// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Rectangle2D;
import java.util.Optional;

/// Draws a raster with its axes and colour bar: over the sky with a grid, else over the numbers of the two axes.
///
/// @param unit of the values, beside the colour bar
/// @param square whether a cell is as tall as it is broad
/// @param painted the picture in colours of its own, without a bar; empty for that of `colours`
record RasterFigure(
        Raster raster,
        ColourScale colours,
        PlotData.Axis x,
        PlotData.Axis y,
        Optional<SkyCoordinates> sky,
        String unit,
        boolean square,
        Optional<Pixels> painted) {

    private static final int LINES_PER_AXIS = 5;

    RasterFigure(
            Raster raster,
            ColourScale colours,
            PlotData.Axis x,
            PlotData.Axis y,
            Optional<SkyCoordinates> sky,
            String unit,
            boolean square) {
        this(raster, colours, x, y, sky, unit, square, Optional.empty());
    }

    private Pixels picture() {
        return painted.orElseGet(() -> colours.paint(raster));
    }

    private void drawBar(Canvas canvas, MapFrame frame) {
        if (painted.isEmpty()) {
            frame.drawBar(canvas, colours, unit);
        }
    }

    Figure figure(PlotOptions options, Heading heading, String description) {
        return new Figure(
                options,
                heading.title(),
                description,
                sky.isPresent() ? onSky(options, heading, sky.get()) : overAxes(options, heading));
    }

    private double shape(PlotOptions options) {
        return square
                ? raster.xRange().length() / raster.yRange().length()
                : (double) options.width() / options.height();
    }

    private Drawing onSky(PlotOptions options, Heading heading, SkyCoordinates coordinates) {
        SkyAxes axes = coordinates.axes(LINES_PER_AXIS);
        Optional<Compass> compass = Compass.of(coordinates.icrs(), shape(options));
        return canvas -> {
            double size = Layout.of(options).textSize();
            MapFrame frame = new MapFrame(
                    options,
                    heading,
                    shape(options),
                    coordinates.whole() ? 2 * size : axes.widthLeft(size),
                    colours.numbersWidth(size));
            canvas.clipped(frame.area(), within -> {
                within.pixels(picture(), frame.area());
                axes.drawLines(within, frame);
            });
            compass.ifPresent(arrows -> arrows.draw(canvas, frame, true));
            frame.drawEdge(canvas, coordinates.whole());
            axes.drawNumbers(canvas, frame, true);
            drawBar(canvas, frame);
            frame.drawHeading(canvas);
        };
    }

    private Drawing overAxes(PlotOptions options, Heading heading) {
        return canvas -> {
            Layout layout = Layout.of(options);
            double size = layout.textSize();
            Ticks left = Ticks.of(y.scale(), y.range(), (int) (options.height() / (4 * size)));
            double numbers = left.major().stream()
                    .mapToDouble(tick -> Typeface.bundled().width(tick.label(), size))
                    .max()
                    .orElse(size);
            MapFrame frame = new MapFrame(options, heading, shape(options), numbers, colours.numbersWidth(size));
            canvas.clipped(frame.area(), within -> within.pixels(picture(), frame.area()));
            frame.drawEdge(canvas, false);
            drawAxes(canvas, frame, left);
            drawBar(canvas, frame);
            frame.drawHeading(canvas);
        };
    }

    private void drawAxes(Canvas canvas, MapFrame frame, Ticks left) {
        Rectangle2D area = frame.area();
        Layout layout = frame.layout();
        Ticks below = Ticks.of(x.scale(), x.range(), (int) (area.getWidth() / (5.5 * layout.textSize())));
        AxisMap across = new AxisMap(x.scale(), x.range(), area.getMinX(), area.getMaxX());
        AxisMap up = new AxisMap(y.scale(), y.range(), area.getMaxY(), area.getMinY());
        AxisTicks bottom = new AxisTicks(AxisTicks.Side.BOTTOM, across, below, area, layout, frame.options());
        AxisTicks side = new AxisTicks(AxisTicks.Side.LEFT, up, left, area, layout, frame.options());
        if (layout.ticks()) {
            bottom.draw(canvas);
            side.draw(canvas);
        }
        if (layout.labels()) {
            bottom.drawLabel(canvas, x);
            side.drawLabel(canvas, y);
        }
    }
}
