// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.time.GoodTimes;
import org.vo4he.units.Unit;

/// Reads a GTI extension.
public final class GoodTimeTable {

    /// More rows than any observation has; what a header claims beyond is not believed.
    private static final int MOST_ROWS = 1_000_000;

    private GoodTimeTable() {}

    /// The clock of a GTI extension: its own cards before those of the product. Its unit is that of its
    /// columns, or what its own TIMEUNIT says, else seconds: light curves in days have good times in seconds.
    public static Clock clock(Hdu table, Clock product, String where, List<Finding> findings) {
        Clock own = Clock.of(HeaderChain.of(table), where, findings);
        boolean dated = own.reference().isPresent();
        boolean zeroed = dated
                || table.header().has("TIMEZERO")
                || table.header().has("TIMEZERI")
                || table.header().has("TIMEZERF");
        Unit unit = start(table)
                .flatMap(TableColumn::unit)
                .flatMap(text -> Unit.parse(text, Unit.Dimension.TIME))
                .orElse(own.unit());
        return new Clock(
                dated ? own.reference() : product.reference(),
                zeroed ? own.zero() : product.zero(),
                unit,
                own.systemStated() ? own.system() : product.system(),
                own.systemStated() || product.systemStated(),
                dated ? own.referenceKeywords() : product.referenceKeywords());
    }

    private static Optional<TableColumn> start(Hdu table) {
        return table.column("START").or(() -> table.column("TSTART"));
    }

    /// @return empty when there are no columns START and STOP of numbers
    /// @throws IOException if the rows can't be read
    public static Optional<GoodTimes> read(Hdu table) throws IOException {
        return bounds(table).map(bounds -> GoodTimes.of(bounds[0], bounds[1]));
    }

    /// The starts and the stops as they stand in the rows, on the clock of the table.
    ///
    /// @return empty when there are no columns START and STOP of numbers
    /// @throws IOException if the rows can't be read
    public static Optional<double[][]> bounds(Hdu table) throws IOException {
        Optional<TableColumn> start = start(table);
        Optional<TableColumn> stop = table.column("STOP").or(() -> table.column("TSTOP"));
        boolean readable = start.filter(TableColumn::isScalarNumber).isPresent()
                && stop.filter(TableColumn::isScalarNumber).isPresent();
        if (!readable || table.rows() > MOST_ROWS) {
            return Optional.empty();
        }
        int rows = (int) table.rows();
        return Optional.of(new double[][] {table.numbers(start.get(), 0, rows), table.numbers(stop.get(), 0, rows)});
    }
}
