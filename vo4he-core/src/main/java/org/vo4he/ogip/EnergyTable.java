// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.units.Unit;

/// The energies that a table of bins covers: EBOUNDS, the matrix of an RMF, an ARF, the planes of a cube.
public final class EnergyTable {

    private EnergyTable() {}

    /// A band and the columns it was read from, such as `MATRIX ENERG_LO+ENERG_HI`.
    public record Covered(EnergyBand band, Unit unit, String columns) {}

    /// From the first and the last row, whichever way they run (grating spectra descend).
    ///
    /// @param low names of columns, tried in turn with those of `high`
    /// @return empty when there are no such columns of numbers, their unit is no energy, or they make no band
    /// @throws IOException if the rows can't be read
    public static Optional<Covered> read(Hdu table, String low, String high) throws IOException {
        Optional<TableColumn> lower = table.column(low).filter(TableColumn::isScalarNumber);
        Optional<TableColumn> upper = table.column(high).filter(TableColumn::isScalarNumber);
        if (lower.isEmpty() || upper.isEmpty() || table.rows() == 0) {
            return Optional.empty();
        }
        Optional<Unit> unit = unit(lower.get()).or(() -> unit(upper.get()));
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        DoubleStream.Builder edges = DoubleStream.builder();
        for (long row : new long[] {0, table.rows() - 1}) {
            edges.add(table.numbers(lower.get(), row, 1)[0]);
            edges.add(table.numbers(upper.get(), row, 1)[0]);
        }
        var bounds = edges.build().filter(Double::isFinite).summaryStatistics();
        return EnergyBand.between(bounds.getMin(), bounds.getMax(), unit.get())
                .map(band -> new Covered(
                        band,
                        unit.get(),
                        table.name() + " " + lower.get().name() + "+"
                                + upper.get().name()));
    }

    /// keV when the column has no unit: what CAL/GEN/92-002, section 3, recommends.
    private static Optional<Unit> unit(TableColumn column) {
        return column.unit().isEmpty()
                ? Optional.of(Unit.KEV)
                : column.unit().flatMap(Unit::parse).filter(unit -> isSpectral(unit.dimension()));
    }

    private static boolean isSpectral(Unit.Dimension dimension) {
        return switch (dimension) {
            case ENERGY, LENGTH, FREQUENCY -> true;
            case ANGLE, TIME, PIXEL, CHANNEL -> false;
        };
    }
}
