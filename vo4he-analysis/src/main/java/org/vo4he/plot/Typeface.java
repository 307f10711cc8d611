// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The one font of all pictures, Liberation Sans: its letters have the widths of Arial and Helvetica, so that the
/// layout holds for SVG too, where the viewer's font is used. Letters are outlines; the font machinery of Java, which
/// needs fonts and fontconfig on the system, is never started. For several threads.
final class Typeface {

    private static final String RESOURCE = "LiberationSans-Regular.ttf";

    private static final class Bundled {
        static final Typeface TYPEFACE = new Typeface();
    }

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double unitsPerSize;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    /// @param outline in units of the font, y up
    private record Glyph(Path2D outline, double advance) {}

    private Typeface() {
        try (InputStream stored = Typeface.class.getResourceAsStream(RESOURCE)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stored));
            letters = font.getUnicodeCmapLookup();
            unitsPerSize = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    static Typeface bundled() {
        return Bundled.TYPEFACE;
    }

    /// @param size of the font in pixels
    /// @return pixels
    double width(String text, double size) {
        return text.codePoints().mapToDouble(letter -> glyph(letter).advance()).sum() * size / unitsPerSize;
    }

    double width(Label label, double size) {
        double width = 0;
        for (Label.Run run : label.runs()) {
            width += width(run.text(), run.raised() ? size * Canvas.RAISED_SIZE : size);
        }
        return width;
    }

    /// From the origin on to the right, y down. A new path each time.
    Path2D outline(Label label, double size) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (Label.Run run : label.runs()) {
            double scale = (run.raised() ? size * Canvas.RAISED_SIZE : size) / unitsPerSize;
            double y = run.raised() ? -Canvas.RAISED_BY * size : 0;
            for (int letter : run.text().codePoints().toArray()) {
                Glyph glyph = glyph(letter);
                AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, y);
                outline.append(glyph.outline().getPathIterator(place), false);
                x += glyph.advance() * scale;
            }
        }
        return outline;
    }

    /// The text itself, or what of it fits with an ellipsis.
    String shortened(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /// The text in lines of at most this width, broken at blanks.
    List<String> wrapped(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(shortened(word, size, width));
        }
        lines.add(line.toString());
        return lines;
    }

    private Glyph glyph(int letter) {
        return glyphs.computeIfAbsent(letter, this::read);
    }

    /// The parsed font reads from one buffer.
    private synchronized Glyph read(int letter) {
        try {
            int id = letters.getGlyphId(letter);
            var data = font.getGlyph().getGlyph(id);
            Path2D outline = data == null ? new Path2D.Double() : data.getPath();
            return new Glyph(outline, font.getAdvanceWidth(id));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
