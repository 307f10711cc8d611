// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// Positions on the sky.
public record SkyPlot(PlotKind kind, Figure figure, PlotData data) implements Plot {}
