// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.EnergyTable;
import org.vo4he.units.Unit;

/// The rows of a table of flux points, as gamma-ray programs write it (gamma-astro-data-formats 0.3, "Flux points"), in
/// the order of energy. All arrays have one number for each point; they are not to be changed.
///
/// @param energyKev of the point: E_REF, else the geometric mean of its bin
/// @param lowKev where the bin begins; that energy itself where the file states no bins
/// @param value NaN for an upper limit
/// @param below the error towards lower values, NaN where the file states none
/// @param above likewise
/// @param limit NaN where the point is a measurement
/// @param unit of the values, as in the file
record FluxPoints(
        double[] energyKev,
        double[] lowKev,
        double[] highKev,
        double[] value,
        double[] below,
        double[] above,
        double[] limit,
        String column,
        String quantity,
        String unit,
        Unit energyUnit,
        boolean hasBins) {

    private static final int MOST_POINTS = 1 << 16;

    /// What SED_TYPE calls the quantities, and the columns are called; the wanted one first.
    private static final Map<String, String> QUANTITIES = Map.of(
            "DNDE", "Differential photon flux",
            "E2DNDE", "E² dN/dE",
            "FLUX", "Flux",
            "EFLUX", "Energy flux",
            "DIFF_FLUX", "Differential flux",
            "NORM", "Norm");

    private static final List<String> ORDER = List.of("DNDE", "E2DNDE", "FLUX", "EFLUX", "DIFF_FLUX", "NORM");

    /// @throws UndrawableException if the table has no energies, or no values at them
    static FluxPoints read(Source source) throws IOException, UndrawableException {
        Hdu hdu = source.hdu();
        if (hdu.rows() == 0 || hdu.rows() > MOST_POINTS) {
            throw source.undrawable("it has " + hdu.rows() + " flux points; 1 to " + MOST_POINTS + " are drawn");
        }
        return new Reader(source).read();
    }

    int size() {
        return value.length;
    }

    long limits() {
        return Arrays.stream(limit).filter(Double::isFinite).count();
    }

    /// One reading of the table.
    private static final class Reader {

        private final Source source;
        private final Hdu hdu;
        private final int rows;

        Reader(Source source) {
            this.source = source;
            this.hdu = source.hdu();
            this.rows = (int) hdu.rows();
        }

        FluxPoints read() throws IOException, UndrawableException {
            Optional<EnergyBounds> bins = EnergyBounds.read(hdu, "E_MIN", "E_MAX");
            Optional<TableColumn> reference = scalar("E_REF").or(() -> scalar("ENERGY"));
            Unit unit = bins.map(EnergyBounds::unit)
                    .or(() -> reference.flatMap(column -> EnergyTable.unit(hdu, column, column)))
                    .orElseThrow(() -> source.undrawable("neither E_REF nor E_MIN and E_MAX state energies"));
            double[] energy = reference.isPresent() ? energies(reference.get(), unit) : means(bins.orElseThrow());
            double[] low = bins.map(EnergyBounds::lowKev).orElse(energy);
            double[] high = bins.map(EnergyBounds::highKev).orElse(energy);
            String name = quantity();
            double[] factor = name.equals("NORM") ? column("REF_DNDE", 1) : column("", 1);
            boolean isProduct = name.equals("NORM") && scalar("REF_DNDE").isPresent();
            double[] both = firstOf(name + "_ERR", name + "_ERROR", "E_" + name);
            double[] values = times(column(name, Double.NaN), factor);
            double[] limits = times(firstOf(name + "_UL", name + "_ULIM"), factor);
            boolean[] isLimit = limited(values, limits);
            int[] order = IntStream.range(0, rows)
                    .filter(i -> energy[i] > 0 && Double.isFinite(isLimit[i] ? limits[i] : values[i]))
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> energy[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (order.length == 0) {
                throw source.undrawable("none of its " + rows + " rows has an energy and a value or an upper limit");
            }
            return new FluxPoints(
                    picked(energy, order),
                    picked(low, order),
                    picked(high, order),
                    picked(measured(values, isLimit, false), order),
                    picked(measured(times(side(name + "_ERRN", both), factor), isLimit, false), order),
                    picked(measured(times(side(name + "_ERRP", both), factor), isLimit, false), order),
                    picked(measured(limits, isLimit, true), order),
                    isProduct ? "norm × ref_dnde" : name.toLowerCase(Locale.ROOT),
                    QUANTITIES.get(isProduct ? "DNDE" : name),
                    unitOf(isProduct ? "REF_DNDE" : name),
                    unit,
                    bins.isPresent());
        }

        /// Of SED_TYPE if the table has it, else the first that it has; upper limits alone will do.
        private String quantity() throws UndrawableException {
            String stated = hdu.header().text("SED_TYPE").orElse("").strip().toUpperCase(Locale.ROOT);
            return Stream.concat(Stream.of(stated).filter(QUANTITIES::containsKey), ORDER.stream())
                    .filter(name -> Stream.of(name, name + "_UL", name + "_ULIM")
                            .anyMatch(column -> scalar(column).isPresent()))
                    .findFirst()
                    .orElseThrow(() -> source.undrawable("no column of single numbers is known to hold fluxes"));
        }

        private Optional<TableColumn> scalar(String name) {
            return hdu.column(name).filter(TableColumn::isScalarNumber);
        }

        private String unitOf(String name) {
            return Stream.of(name, name + "_UL", name + "_ULIM")
                    .flatMap(column -> scalar(column).flatMap(TableColumn::unit).stream())
                    .findFirst()
                    .orElse("");
        }

        private double[] energies(TableColumn column, Unit otherwise) throws IOException, UndrawableException {
            Unit unit = EnergyTable.unit(hdu, column, column).orElse(otherwise);
            if (unit.dimension() != Unit.Dimension.ENERGY) {
                throw source.undrawable(column.name() + " is in " + unit.vounit() + ", which is no unit of energy");
            }
            return Arrays.stream(hdu.numbers(column, 0, rows))
                    .map(energy -> unit.convert(energy, Unit.KEV))
                    .toArray();
        }

        private double[] means(EnergyBounds bins) {
            double[] means = new double[rows];
            Arrays.setAll(means, i -> Math.sqrt(bins.lowKev()[i]) * Math.sqrt(bins.highKev()[i]));
            return means;
        }

        private double[] column(String name, double otherwise) throws IOException {
            Optional<TableColumn> column = scalar(name);
            if (column.isPresent()) {
                return hdu.numbers(column.get(), 0, rows);
            }
            double[] same = new double[rows];
            Arrays.fill(same, otherwise);
            return same;
        }

        private double[] firstOf(String... names) throws IOException {
            for (String name : names) {
                if (scalar(name).isPresent()) {
                    return column(name, Double.NaN);
                }
            }
            return column("", Double.NaN);
        }

        private double[] side(String name, double[] both) throws IOException {
            return scalar(name).isPresent() ? column(name, Double.NaN) : both;
        }

        /// By IS_UL; without it what has a limit and no value.
        private boolean[] limited(double[] values, double[] limits) throws IOException {
            boolean[] limited = new boolean[rows];
            Optional<TableColumn> flag = hdu.column("IS_UL").filter(TableColumn::holdsNumbers);
            if (flag.isPresent() && !hdu.isCompressed()) {
                hdu.forEachCell(
                        flag.get(), 0, rows, 1, (row, cell, count) -> limited[(int) row] = count > 0 && cell[0] == 1);
            }
            for (int i = 0; i < rows; i++) {
                limited[i] = (limited[i] || !Double.isFinite(values[i])) && Double.isFinite(limits[i]);
            }
            return limited;
        }

        private static double[] times(double[] values, double[] factor) {
            double[] product = new double[values.length];
            Arrays.setAll(product, i -> values[i] * factor[i]);
            return product;
        }

        private static double[] measured(double[] values, boolean[] isLimit, boolean wanted) {
            double[] kept = new double[values.length];
            Arrays.setAll(kept, i -> isLimit[i] == wanted ? values[i] : Double.NaN);
            return kept;
        }

        private static double[] picked(double[] values, int[] order) {
            return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        }
    }
}
