// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// What stands above a picture.
///
/// @param title which product, and what of it
/// @param remark how it was made, in a few words; may be empty
record Heading(String title, String remark) {

    private static final double LINE_HEIGHT = 1.35;
    private static final double TITLE_SIZE = 1.15;
    private static final double REMARK_SIZE = 0.88;

    /// What it needs above the data.
    ///
    /// @param size of the text, in pixels
    double height(double size) {
        return (remark.isEmpty() ? 2.3 : 2.3 + LINE_HEIGHT * REMARK_SIZE) * size;
    }

    /// @param left where the data begin
    void draw(Canvas canvas, PlotOptions options, double left) {
        Typeface typeface = Typeface.bundled();
        Palette palette = Palette.of(options.theme());
        double size = Layout.of(options).textSize();
        double width = options.width() - 2 * size;
        double x = Math.min(left, options.width() * 0.2);
        double room = width + size - x;
        String shortened = typeface.shortened(title, TITLE_SIZE * size, room);
        canvas.text(Label.plain(shortened), x, 1.55 * size, TextStyle.start(TITLE_SIZE * size, palette.ink()));
        if (!remark.isEmpty()) {
            String line = typeface.shortened(remark, REMARK_SIZE * size, room);
            double y = (1.55 + LINE_HEIGHT * REMARK_SIZE) * size;
            canvas.text(Label.plain(line), x, y, TextStyle.start(REMARK_SIZE * size, palette.faint()));
        }
    }
}
