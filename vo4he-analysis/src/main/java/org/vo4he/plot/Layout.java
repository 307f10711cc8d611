// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// How much is written around a picture of a size, and how large.
///
/// @param textSize of labels, in pixels
/// @param lineWidth of frames, in pixels
/// @param labels whether there is room for axis labels, title and legend
/// @param ticks whether there is room for numbers at the axes
record Layout(double textSize, double lineWidth, boolean labels, boolean ticks) {

    private static final int LABELS_FROM_WIDTH = 300;
    private static final int LABELS_FROM_HEIGHT = 200;
    private static final int TICKS_FROM_WIDTH = 150;
    private static final int TICKS_FROM_HEIGHT = 100;

    /// 14 pixels at 800 by 500.
    private static final double TEXT_PART = 0.0222;
    private static final double LEAST_TEXT = 10;

    static Layout of(PlotOptions options) {
        double textSize = textSize(options);
        return new Layout(
                textSize,
                Math.max(1, textSize / 14),
                options.width() >= LABELS_FROM_WIDTH && options.height() >= LABELS_FROM_HEIGHT,
                options.width() >= TICKS_FROM_WIDTH && options.height() >= TICKS_FROM_HEIGHT);
    }

    static double textSize(PlotOptions options) {
        double side = Math.sqrt((double) options.width() * options.height());
        double narrow = 1.6 * Math.min(options.width(), options.height());
        return Math.max(LEAST_TEXT, Math.rint(TEXT_PART * Math.min(side, narrow) * 2) / 2);
    }
}
