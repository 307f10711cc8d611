// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.function.Supplier;

/// Positions on the sky.
///
/// @param numbers a row for each position, of more than 20,000 a row for each cell of the map: put into columns at each
///     call
public record SkyPlot(PlotKind kind, Figure figure, Supplier<PlotData> numbers) implements Plot {

    @Override
    public PlotData data() {
        return numbers.get();
    }
}
