// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.EnergyTable;
import org.vo4he.units.Unit;

/// A table of bins of energy: EBOUNDS, with the channels they belong to, or the bins of an ARF or RMF (CAL/GEN/92-002).
///
/// @param lowKev NaN where the row states no band
/// @param highKev likewise
/// @param unit in which the table has them
/// @param channel numbers of the channels, if the table has them
record EnergyBounds(double[] lowKev, double[] highKev, Unit unit, Optional<double[]> channel) {

    private static final int MOST_ROWS = 1 << 20;

    /// The bins of EBOUNDS.
    static Optional<EnergyBounds> read(Hdu table) throws IOException {
        return read(table, "E_MIN", "E_MAX");
    }

    /// @return empty when there are no such columns of numbers, or their unit is no energy
    static Optional<EnergyBounds> read(Hdu table, String lowName, String highName) throws IOException {
        Optional<TableColumn> low = table.column(lowName).filter(TableColumn::isScalarNumber);
        Optional<TableColumn> high = table.column(highName).filter(TableColumn::isScalarNumber);
        if (low.isEmpty() || high.isEmpty() || table.rows() == 0 || table.rows() > MOST_ROWS) {
            return Optional.empty();
        }
        Optional<Unit> unit = EnergyTable.unit(table, low.get(), high.get());
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        Optional<TableColumn> channel = table.column("CHANNEL").filter(TableColumn::isScalarNumber);
        List<TableColumn> wanted = Stream.concat(Stream.of(low.get(), high.get()), channel.stream())
                .toList();
        double[][] read = new double[3][(int) table.rows()];
        table.forEachRows(wanted, 0, table.rows(), (first, cells, count) -> {
            for (int i = 0; i < count; i++) {
                int row = (int) first + i;
                Optional<EnergyBand> band = EnergyBand.between(cells[0][i], cells[1][i], unit.get());
                read[0][row] = band.map(EnergyBand::lowKev).orElse(Double.NaN);
                read[1][row] = band.map(EnergyBand::highKev).orElse(Double.NaN);
                read[2][row] = cells.length > 2 ? cells[2][i] : Double.NaN;
            }
        });
        return Optional.of(new EnergyBounds(
                read[0], read[1], unit.get(), channel.isPresent() ? Optional.of(read[2]) : Optional.empty()));
    }
}
