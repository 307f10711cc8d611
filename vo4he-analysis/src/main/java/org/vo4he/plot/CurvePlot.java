// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// Points and curves over two axes.
///
/// @param row of the table that holds the spectrum, from 1
/// @param rows spectra that the table holds: one of type I, several of type II (OGIP/92-007a)
public record CurvePlot(PlotKind kind, Figure figure, PlotData data, long row, long rows) implements Plot {

    CurvePlot(PlotKind kind, Figure figure, PlotData data) {
        this(kind, figure, data, 1, 1);
    }

    CurvePlot ofRow(long row, long rows) {
        return new CurvePlot(kind, figure, data, row, rows);
    }
}
