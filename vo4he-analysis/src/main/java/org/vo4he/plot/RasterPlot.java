// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.function.Supplier;

/// Pixels over two axes. Its numbers are many: they are put into columns when asked for.
public final class RasterPlot implements Plot {

    private final PlotKind kind;
    private final Figure figure;
    private final Supplier<PlotData> data;

    RasterPlot(PlotKind kind, Figure figure, Supplier<PlotData> data) {
        this.kind = kind;
        this.figure = figure;
        this.data = data;
    }

    @Override
    public PlotKind kind() {
        return kind;
    }

    @Override
    public Figure figure() {
        return figure;
    }

    /// A row for each cell of the picture, at most 512 by 512.
    @Override
    public PlotData data() {
        return data.get();
    }
}
