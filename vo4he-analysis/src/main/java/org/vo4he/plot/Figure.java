// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;

/// A picture that can be written in two formats, with the same layout in both.
public final class Figure {

    private static final double NOTICE_LINE = 1.4;

    private final PlotOptions options;
    private final String title;
    private final String description;
    private final Drawing drawing;

    Figure(PlotOptions options, String title, String description, Drawing drawing) {
        this.options = options;
        this.title = title;
        this.description = description;
        this.drawing = drawing;
    }

    /// A picture that only bears a sentence, where there is nothing to draw.
    public static Figure saying(String title, String sentence, PlotOptions options) {
        return new Figure(options, title, sentence, canvas -> {
            Palette palette = Palette.of(options.theme());
            double size = Layout.textSize(options);
            List<String> lines = Typeface.bundled().wrapped(sentence, size, options.width() - 4 * size);
            double y = options.height() / 2.0 - (lines.size() - 1) * size * NOTICE_LINE / 2;
            for (String line : lines) {
                canvas.text(Label.plain(line), options.width() / 2.0, y, TextStyle.middle(size, palette.ink()));
                y += size * NOTICE_LINE;
            }
        });
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /// As SVG 1.1: text as text, title and description for screen readers; no scripts, no style sheets, nothing from
    /// elsewhere. The same bytes each time.
    public String svg() {
        SvgCanvas canvas = new SvgCanvas(options, title, description);
        drawing.on(canvas);
        return canvas.finished();
    }

    /// As PNG, with text in a font of our own: those of the system are not looked at.
    public byte[] png() {
        return PngCanvas.png(options, drawing, PngCanvas.MOST_PIXELS);
    }
}
