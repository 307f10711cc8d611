// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;
import java.util.Optional;

/// The numbers of a plot as a table, and how they are shown: enough to draw it again elsewhere.
///
/// @param x the axis that goes to the right
/// @param y the axis that goes up
/// @param columns all of one length
/// @param series what is drawn from the columns; empty for a picture of pixels or of positions, whose columns are the
///     pixels or the positions
public record PlotData(Axis x, Axis y, List<Column> columns, List<Series> series) {

    public PlotData {
        columns = List.copyOf(columns);
        series = List.copyOf(series);
        if (columns.stream().mapToInt(Column::size).distinct().count() > 1) {
            throw new IllegalArgumentException("columns of different lengths");
        }
    }

    /// @param label what it measures, without the unit
    /// @param unit in the spelling of VOUnits where it has one, else as the file has it; empty for a number without
    ///     unit
    /// @param scale as it is drawn
    /// @param range as it is drawn; the low end is the left or lower one. Only what such an axis can show is kept
    public record Axis(String label, String unit, Scale scale, Range range) {
        public Axis {
            range = scale.drawable(range);
        }
    }

    /// A curve, or points with errors.
    ///
    /// @param label for the legend
    /// @param x name of the column with the places of the points
    /// @param xLow where the bin of each point begins; empty when it has no width
    /// @param xHigh where it ends
    /// @param y name of the column with the values
    /// @param yError name of the column with one standard deviation, on both sides unless yErrorBelow is there
    /// @param yErrorBelow name of the column with the error towards lower values, where it is another
    /// @param style how the points belong together
    public record Series(
            String label,
            String x,
            Optional<String> xLow,
            Optional<String> xHigh,
            String y,
            Optional<String> yError,
            Optional<String> yErrorBelow,
            Style style) {

        /// With errors that are the same on both sides.
        Series(
                String label,
                String x,
                Optional<String> xLow,
                Optional<String> xHigh,
                String y,
                Optional<String> yError,
                Style style) {
            this(label, x, xLow, xHigh, y, yError, Optional.empty(), style);
        }
    }

    /// How the points of a series belong together.
    public enum Style {
        /// Each point for itself.
        POINTS,
        /// Each value holds for its whole bin.
        STEPS,
        /// Values between the points lie between them.
        LINE,
        /// Each value is an upper limit.
        LIMITS
    }

    /// The column of this name.
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    /// One column of numbers; NaN where there is none. Immutable.
    public static final class Column {

        private final String name;
        private final String unit;
        private final String description;
        private final double[] values;

        /// @param name a word that VOTable and ADQL take: letters, digits, underscore
        /// @param unit as in [Axis]
        /// @param values not to be changed any more
        Column(String name, String unit, String description, double[] values) {
            this.name = name;
            this.unit = unit;
            this.description = description;
            this.values = values;
        }

        public String name() {
            return name;
        }

        public String unit() {
            return unit;
        }

        public String description() {
            return description;
        }

        public int size() {
            return values.length;
        }

        public double value(int row) {
            return values[row];
        }

        /// A copy.
        public double[] values() {
            return values.clone();
        }
    }
}
