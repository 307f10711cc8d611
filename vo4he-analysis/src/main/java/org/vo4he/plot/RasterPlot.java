// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.function.Supplier;

/// Pixels over two axes.
///
/// @param numbers a row for each cell of the picture, at most 512 by 512: put into columns at each call
public record RasterPlot(PlotKind kind, Figure figure, Supplier<PlotData> numbers) implements Plot {

    @Override
    public PlotData data() {
        return numbers.get();
    }
}
