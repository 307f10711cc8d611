// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// Names the series in rows above the data, where they hide nothing.
final class Legend {

    private static final double LINE_HEIGHT = 1.4;
    private static final double SYMBOL = 1.8;
    private static final double GAP = 1.4;
    private static final int MOST_ROWS = 2;

    private final Palette palette;
    private final double size;
    private final List<List<LegendEntry>> rows;

    /// One series needs no legend.
    ///
    /// @param width of the rows, in pixels
    Legend(List<LegendEntry> entries, Palette palette, double size, double width) {
        this.palette = palette;
        this.size = size;
        this.rows = entries.size() < 2 ? List.of() : inRows(entries, width);
    }

    private List<List<LegendEntry>> inRows(List<LegendEntry> entries, double width) {
        List<List<LegendEntry>> filled = new ArrayList<>(List.of(new ArrayList<>()));
        double used = 0;
        for (LegendEntry entry : entries) {
            if (used > 0 && used + width(entry) > width) {
                if (filled.size() == MOST_ROWS) {
                    break;
                }
                filled.add(new ArrayList<>());
                used = 0;
            }
            filled.getLast().add(entry);
            used += width(entry);
        }
        return filled;
    }

    private double width(LegendEntry entry) {
        return (SYMBOL + GAP) * size + Typeface.bundled().width(entry.label(), size);
    }

    double height() {
        return rows.size() * LINE_HEIGHT * size;
    }

    void draw(Canvas canvas, double left, double top) {
        double y = top + size;
        for (List<LegendEntry> row : rows) {
            double x = left;
            for (LegendEntry entry : row) {
                drawSymbol(canvas, entry, x, y - 0.35 * size);
                canvas.text(Label.plain(entry.label()), x + SYMBOL * size, y, TextStyle.start(size, palette.ink()));
                x += width(entry);
            }
            y += LINE_HEIGHT * size;
        }
    }

    private void drawSymbol(Canvas canvas, LegendEntry entry, double x, double y) {
        Ink ink = palette.ofSeries(entry.number());
        double end = x + 1.4 * size;
        switch (entry.style()) {
            case POINTS -> {
                canvas.line(x, y, end, y, Pen.of(ink, 0.1 * size));
                canvas.markers(
                        new double[] {(x + end) / 2},
                        new double[] {y},
                        Marker.ofSeries(entry.number()),
                        0.5 * size,
                        ink);
            }
            case LIMITS ->
                canvas.stroke(Curves.limit((x + end) / 2, x, end, y - 0.3 * size, 0.7 * size), Pen.of(ink, 0.1 * size));
            case STEPS, LINE -> {
                Path2D line = new Path2D.Double();
                line.moveTo(x, y);
                line.lineTo(end, y);
                canvas.stroke(line, Pen.of(ink, 0.16 * size));
            }
        }
    }
}
