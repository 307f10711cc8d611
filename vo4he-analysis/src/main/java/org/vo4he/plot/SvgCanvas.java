// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Base64;

/// Draws as SVG 1.1. Only presentation attributes: style sheets are forbidden by the pages' content security policy.
final class SvgCanvas implements Canvas {

    /// Fonts of the same widths as the bundled one, which PNG has.
    private static final String FONTS = "Liberation Sans, Arial, Helvetica, sans-serif";

    private final StringBuilder svg = new StringBuilder(1 << 14);
    private int clips;

    SvgCanvas(PlotOptions options, String title, String description) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
                .append(options.width())
                .append("\" height=\"")
                .append(options.height())
                .append("\" viewBox=\"0 0 ")
                .append(options.width())
                .append(' ')
                .append(options.height())
                .append("\" role=\"img\" aria-labelledby=\"t d\" font-family=\"")
                .append(FONTS)
                .append("\">\n<title id=\"t\">")
                .append(escaped(title))
                .append("</title>\n<desc id=\"d\">")
                .append(escaped(description))
                .append("</desc>\n");
        rectangle(
                new Rectangle2D.Double(0, 0, options.width(), options.height()),
                Palette.of(options.theme()).ground());
    }

    String finished() {
        return svg.append("</svg>\n").toString();
    }

    @Override
    public void stroke(Path2D path, Pen pen) {
        svg.append("<path fill=\"none\"");
        ink("stroke", pen.ink());
        attribute("stroke-width", pen.width());
        if (pen.dashed()) {
            svg.append(" stroke-dasharray=\"");
            number(4 * pen.width());
            svg.append(' ');
            number(3 * pen.width());
            svg.append('"');
        }
        svg.append(" stroke-linejoin=\"round\"");
        outline(path);
        svg.append("/>\n");
    }

    @Override
    public void fill(Path2D path, Ink ink) {
        svg.append("<path");
        ink("fill", ink);
        outline(path);
        svg.append("/>\n");
    }

    /// A round point is a line of no length with round ends: the shortest there is.
    @Override
    public void markers(double[] x, double[] y, Marker marker, double size, Ink ink) {
        if (marker != Marker.DOT) {
            fill(MarkerShapes.outline(x, y, marker, size), ink);
            return;
        }
        svg.append("<path fill=\"none\"");
        ink("stroke", ink);
        attribute("stroke-width", size);
        svg.append(" stroke-linecap=\"round\" d=\"");
        for (int i = 0; i < x.length; i++) {
            svg.append('M');
            number(x[i]);
            svg.append(' ');
            number(y[i]);
            svg.append("h0");
        }
        svg.append("\"/>\n");
    }

    @Override
    public void text(Label label, double x, double y, TextStyle style) {
        svg.append("<text");
        attribute("x", x);
        attribute("y", y);
        attribute("font-size", style.size());
        ink("fill", style.ink());
        switch (style.anchor()) {
            case START -> {}
            case MIDDLE -> svg.append(" text-anchor=\"middle\"");
            case END -> svg.append(" text-anchor=\"end\"");
        }
        if (style.rotationDeg() != 0) {
            svg.append(" transform=\"rotate(");
            number(-style.rotationDeg());
            svg.append(' ');
            number(x);
            svg.append(' ');
            number(y);
            svg.append(")\"");
        }
        svg.append('>');
        runs(label, style.size());
        svg.append("</text>\n");
    }

    private void runs(Label label, double size) {
        boolean raised = false;
        for (Label.Run run : label.runs()) {
            if (run.raised() == raised && !raised) {
                svg.append(escaped(run.text()));
                continue;
            }
            svg.append("<tspan");
            if (run.raised() != raised) {
                attribute("dy", (run.raised() ? -1 : 1) * RAISED_BY * size);
            }
            if (run.raised()) {
                attribute("font-size", RAISED_SIZE * size);
            }
            svg.append('>').append(escaped(run.text())).append("</tspan>");
            raised = run.raised();
        }
    }

    @Override
    public void pixels(Pixels pixels, Rectangle2D area) {
        String data = Base64.getEncoder().encodeToString(PngCanvas.png(pixels));
        svg.append("<image");
        attribute("x", area.getX());
        attribute("y", area.getY());
        attribute("width", area.getWidth());
        attribute("height", area.getHeight());
        svg.append(" preserveAspectRatio=\"none\" image-rendering=\"")
                .append(area.getWidth() > pixels.width() ? "pixelated" : "auto")
                .append("\" xlink:href=\"data:image/png;base64,")
                .append(data)
                .append("\"/>\n");
    }

    @Override
    public void clipped(Rectangle2D area, Drawing drawing) {
        String id = "c" + ++clips;
        svg.append("<clipPath id=\"").append(id).append("\"><rect");
        attribute("x", area.getX());
        attribute("y", area.getY());
        attribute("width", area.getWidth());
        attribute("height", area.getHeight());
        svg.append("/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
        drawing.on(this);
        svg.append("</g>\n");
    }

    private void outline(Path2D path) {
        svg.append(" d=\"");
        double[] c = new double[6];
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> segment('M', c, 2);
                case PathIterator.SEG_LINETO -> segment('L', c, 2);
                case PathIterator.SEG_QUADTO -> segment('Q', c, 4);
                case PathIterator.SEG_CUBICTO -> segment('C', c, 6);
                case PathIterator.SEG_CLOSE -> svg.append('Z');
                default -> throw new IllegalStateException("no such segment");
            }
        }
        svg.append('"');
    }

    private void segment(char command, double[] coordinates, int count) {
        svg.append(command);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                svg.append(' ');
            }
            number(coordinates[i]);
        }
    }

    private void ink(String attribute, Ink ink) {
        svg.append(' ').append(attribute).append("=\"#");
        String hex = Integer.toHexString(ink.rgb() | 0x1000000);
        svg.append(hex, 1, 7).append('"');
        if (ink.opacity() < 1) {
            attribute(attribute + "-opacity", ink.opacity());
        }
    }

    private void attribute(String name, double value) {
        svg.append(' ').append(name).append("=\"");
        number(value);
        svg.append('"');
    }

    /// With two decimals at most: a hundredth of a pixel.
    private void number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            svg.append('-');
            hundredths = -hundredths;
        }
        svg.append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest != 0) {
            svg.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                svg.append(rest % 10);
            }
        }
    }

    /// XML 1.0 has no place for most control characters; FITS headers may hold any.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xfffd);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c < 0xd800 || c == '\t' || c == '\n' || c > 0xdfff && c < 0xfffe || c > 0xffff;
    }
}
