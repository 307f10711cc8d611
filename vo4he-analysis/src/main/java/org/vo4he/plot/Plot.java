// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// One picture of a product, ready to be written down. Immutable; the file is not needed any more.
public sealed interface Plot permits CurvePlot, RasterPlot, SkyPlot {

    PlotKind kind();

    Figure figure();

    /// The plotted numbers.
    PlotData data();

    /// What is shown, in a few words.
    default String title() {
        return figure().title();
    }

    /// The picture in words, for who can't see it: what, which ranges, how many points or counts, how it was made.
    default String description() {
        return figure().description();
    }

    /// As SVG 1.1, see [Figure#svg].
    default String svg() {
        return figure().svg();
    }

    /// As PNG, see [Figure#png].
    default byte[] png() {
        return figure().png();
    }
}
