// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.function.Supplier;

/// Positions on the sky. Its numbers are put into columns when asked for.
public final class SkyPlot implements Plot {

    private final PlotKind kind;
    private final Figure figure;
    private final Supplier<PlotData> data;

    SkyPlot(PlotKind kind, Figure figure, Supplier<PlotData> data) {
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

    /// A row for each position; of more than 20,000 a row for each cell of the map.
    @Override
    public PlotData data() {
        return data.get();
    }
}
