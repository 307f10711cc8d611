// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// Pixels over two axes.
public record RasterPlot(PlotKind kind, Figure figure, PlotData data) implements Plot {}
