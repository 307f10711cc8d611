// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// Points and curves over two axes.
public record CurvePlot(PlotKind kind, Figure figure, PlotData data) implements Plot {}
