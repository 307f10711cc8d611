// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.time.GoodTimes;

/// Reads a GTI extension.
public final class GoodTimeTable {

    /// More rows than any observation has; what a header claims beyond is not believed.
    private static final int MOST_ROWS = 5_000_000;

    private GoodTimeTable() {}

    /// @return empty when there are no columns START and STOP of numbers
    /// @throws IOException if the rows can't be read
    public static Optional<GoodTimes> read(Hdu table) throws IOException {
        Optional<TableColumn> start = table.column("START").or(() -> table.column("TSTART"));
        Optional<TableColumn> stop = table.column("STOP").or(() -> table.column("TSTOP"));
        boolean readable = start.filter(TableColumn::isScalarNumber).isPresent()
                && stop.filter(TableColumn::isScalarNumber).isPresent();
        if (!readable || table.rows() > MOST_ROWS) {
            return Optional.empty();
        }
        int rows = (int) table.rows();
        return Optional.of(GoodTimes.of(table.numbers(start.get(), 0, rows), table.numbers(stop.get(), 0, rows)));
    }
}
