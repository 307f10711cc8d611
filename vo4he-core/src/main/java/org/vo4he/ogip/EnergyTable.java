// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.units.Unit;

/// The energies that a table of bins covers: EBOUNDS, the matrix of an RMF, an ARF, the planes of a cube.
public final class EnergyTable {

    /// A lower edge below this part of the upper edge stands for 0: 1e-6 keV is met where others write 0.
    private static final double STARTS_AT_ZERO = 0.01;

    private static final int MOST_BINS = 1 << 17;
    private static final long MOST_NUMBERS = 1 << 22;

    private EnergyTable() {}

    /// A band and the columns it was read from, such as `MATRIX ENERG_LO+ENERG_HI`.
    public record Covered(EnergyBand band, Unit unit, String columns) {}

    /// From the first and the last row, whichever way they run (grating spectra descend); in a type II file, whose
    /// cells hold the bounds of all bins of a spectrum, from all its spectra.
    ///
    /// @param low names of columns, tried in turn with those of `high`
    /// @return empty when there are no such columns of numbers, their unit is no energy, or they make no band
    /// @throws IOException if the rows can't be read
    public static Optional<Covered> read(Hdu table, String low, String high) throws IOException {
        Optional<TableColumn> lower = table.column(low).filter(TableColumn::holdsNumbers);
        Optional<TableColumn> upper = table.column(high).filter(TableColumn::holdsNumbers);
        if (lower.isEmpty() || upper.isEmpty() || table.rows() == 0 || !isReadable(table, lower.get(), upper.get())) {
            return Optional.empty();
        }
        Optional<Unit> unit = unit(table, lower.get(), upper.get());
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean typeOne = lower.get().isScalarNumber();
        for (long row = 0; row < table.rows(); row += typeOne ? Math.max(1, table.rows() - 1) : 1) {
            double[] one = cell(table, lower.get(), row);
            double[] other = cell(table, upper.get(), row);
            for (int bin = 0; bin < Math.min(one.length, other.length); bin++) {
                double bottom = Math.min(one[bin], other[bin]);
                double top = Math.max(one[bin], other[bin]);
                if (typeOne || bottom >= 0 && top > 0) {
                    least = Math.min(least, aboveZero(bottom, top));
                    most = Math.max(most, top);
                }
            }
        }
        return EnergyBand.between(least, most, unit.get())
                .map(band -> new Covered(
                        band,
                        unit.get(),
                        table.name() + " " + lower.get().name() + "+"
                                + upper.get().name()));
    }

    private static double[] cell(Hdu table, TableColumn column, long row) throws IOException {
        return column.isScalarNumber() ? table.numbers(column, row, 1) : table.vector(column, row, MOST_BINS);
    }

    /// One number in a cell, or, in a type II file that is not too long to read, as many in both.
    private static boolean isReadable(Hdu table, TableColumn low, TableColumn high) {
        return low.isScalarNumber() == high.isScalarNumber()
                && (low.isScalarNumber()
                        || !table.isCompressed()
                                && low.repeat() <= MOST_BINS
                                && table.rows() <= MOST_NUMBERS / Math.max(1, low.repeat()));
    }

    /// The unit of energy, wavelength or frequency of the bounds of bins; keV where an OGIP file leaves it out.
    public static Optional<Unit> unit(Hdu table, TableColumn low, TableColumn high) {
        return unit(low).or(() -> unit(high)).or(() -> unitOfOgip(table, low));
    }

    /// A bin that starts at 0, or next to it, counts from its upper edge: no photon has energy 0.
    private static double aboveZero(double low, double high) {
        return low < high * STARTS_AT_ZERO ? high : low;
    }

    /// Whether the only thing missing is a unit.
    public static boolean lacksUnit(Hdu table, String low) {
        return table.column(low)
                .filter(column -> column.holdsNumbers() && column.unit().isEmpty())
                .flatMap(column -> unitOfOgip(table, column).isPresent() ? Optional.empty() : Optional.of(column))
                .isPresent();
    }

    private static Optional<Unit> unit(TableColumn column) {
        return column.unit().flatMap(Unit::parse).filter(unit -> isSpectral(unit.dimension()));
    }

    /// keV in OGIP responses without units: what CAL/GEN/92-002, section 3, recommends. The bins of grating spectra
    /// are wavelengths as a rule and no response: theirs stay unknown.
    private static Optional<Unit> unitOfOgip(Hdu table, TableColumn column) {
        boolean ogip =
                table.header().text("HDUCLASS").filter("OGIP"::equalsIgnoreCase).isPresent();
        boolean grating = column.name().toUpperCase(Locale.ROOT).startsWith("BIN_");
        return ogip && !grating && column.unit().isEmpty() ? Optional.of(Unit.KEV) : Optional.empty();
    }

    private static boolean isSpectral(Unit.Dimension dimension) {
        return switch (dimension) {
            case ENERGY, LENGTH, FREQUENCY -> true;
            case ANGLE, TIME, PIXEL, CHANNEL -> false;
        };
    }
}
