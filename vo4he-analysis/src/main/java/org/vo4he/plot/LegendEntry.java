// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// One line of a legend.
///
/// @param number of the series, which decides colour and marker
record LegendEntry(String label, int number, PlotData.Style style) {}
