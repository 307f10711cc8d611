// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// Draws pixels, without a display and without the fonts of the system: text is filled outlines.
final class PngCanvas implements Canvas {

    /// Of one band: 4 MB.
    static final int MOST_PIXELS = 1 << 20;

    private final Graphics2D graphics;

    private PngCanvas(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /// Draws in bands from top to bottom, each of them anew, so that memory does not grow with the picture.
    ///
    /// @param mostPixels of one band
    static byte[] png(PlotOptions options, Drawing drawing, int mostPixels) {
        int width = options.width();
        int rows = Math.clamp(mostPixels / width, 1, options.height());
        BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
        PngWriter writer = new PngWriter(width, options.height(), true);
        Rectangle2D all = new Rectangle2D.Double(0, 0, width, options.height());
        for (int top = 0; top < options.height(); top += rows) {
            Graphics2D graphics = band.createGraphics();
            graphics.translate(0, -top);
            PngCanvas canvas = new PngCanvas(graphics);
            canvas.rectangle(all, Palette.of(options.theme()).ground());
            drawing.on(canvas);
            graphics.dispose();
            writer.rows(pixels(band), Math.min(rows, options.height() - top));
        }
        return writer.finished();
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void stroke(Path2D path, Pen pen) {
        float width = (float) pen.width();
        float[] dash = pen.dashed() ? new float[] {4 * width, 3 * width} : null;
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        ink(pen.ink());
        graphics.draw(path);
    }

    @Override
    public void fill(Path2D path, Ink ink) {
        ink(ink);
        graphics.fill(path);
    }

    @Override
    public void markers(double[] x, double[] y, Marker marker, double size, Ink ink) {
        fill(MarkerShapes.outline(x, y, marker, size), ink);
    }

    @Override
    public void text(Label label, double x, double y, TextStyle style) {
        Typeface typeface = Typeface.bundled();
        double width = typeface.width(label, style.size());
        double shift = switch (style.anchor()) {
            case START -> 0;
            case MIDDLE -> -width / 2;
            case END -> -width;
        };
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(-Math.toRadians(style.rotationDeg()));
        place.translate(shift, 0);
        Path2D outline = typeface.outline(label, style.size());
        outline.transform(place);
        fill(outline, style.ink());
    }

    @Override
    public void pixels(Pixels pixels, Rectangle2D area) {
        boolean magnified = area.getWidth() > pixels.width();
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                magnified
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / pixels.width(), area.getHeight() / pixels.height());
        graphics.drawImage(image(pixels), place, null);
    }

    @Override
    public void clipped(Rectangle2D area, Drawing drawing) {
        Shape before = graphics.getClip();
        graphics.clip(area);
        drawing.on(this);
        graphics.setClip(before);
    }

    private void ink(Ink ink) {
        graphics.setComposite(
                ink.opacity() < 1
                        ? AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) ink.opacity())
                        : AlphaComposite.SrcOver);
        graphics.setColor(new Color(ink.rgb()));
    }

    static byte[] png(Pixels pixels) {
        PngWriter writer = new PngWriter(pixels.width(), pixels.height(), false);
        writer.rows(pixels.argb(), pixels.height());
        return writer.finished();
    }

    private static BufferedImage image(Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        return image;
    }
}
