// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.units.Unit;

/// Reads light curves (OGIP/93-003; GADF light curves by TIME_MIN and TIME_MAX).
final class LightCurveReader {

    static final int MOST_BANDS = 6;
    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_ELEMENTS = 1 << 10;

    /// The part of a bin, FRACEXP, that was observed at least.
    static final double LEAST_EXPOSURE = 0.01;

    /// What is measured, by the names of columns, the wanted one first.
    private static final List<Measure> MEASURES = List.of(
            new Measure("Rate", "((COUNT|TOT|NET)_)?RATE_?(\\d*)"),
            new Measure("Counts", "COUNTS_?(\\d*)"),
            new Measure("Flux", "FLUX_?(\\d*)|EFLUX|DIFF_FLUX|DNDE|E2DNDE"),
            new Measure("Norm", "NORM"));

    private final Source source;
    private final Hdu hdu;
    private final Clock clock;
    private final double[][] scalars;
    private final List<TableColumn> scalarColumns;

    private record Measure(String quantity, Pattern names) {
        Measure(String quantity, String names) {
            this(quantity, Pattern.compile(names));
        }
    }

    private LightCurveReader(Source source) throws IOException, UndrawableException {
        this.source = source;
        this.hdu = source.hdu();
        this.clock = Clock.of(source.headers(), source.file().path().toString(), new ArrayList<>());
        if (hdu.rows() == 0) {
            throw source.undrawable("the table has no rows");
        }
        if (hdu.rows() > MOST_ROWS) {
            throw source.undrawable("it has " + hdu.rows() + " bins; at most " + MOST_ROWS + " are drawn");
        }
        this.scalarColumns = wanted();
        this.scalars = new double[scalarColumns.size()][(int) hdu.rows()];
        hdu.forEachRows(scalarColumns, 0, hdu.rows(), (first, cells, count) -> {
            for (int i = 0; i < cells.length; i++) {
                System.arraycopy(cells[i], 0, scalars[i], (int) first, count);
            }
        });
    }

    static LightCurve read(Source source) throws IOException, UndrawableException {
        return new LightCurveReader(source).read();
    }

    /// The columns of single numbers that say when and what.
    private List<TableColumn> wanted() throws UndrawableException {
        return Stream.concat(
                        Stream.of("TIME", "TIMEDEL", "XAX_E", "FRACEXP", "TSTART", "TSTOP", "TIME_MIN", "TIME_MAX")
                                .flatMap(name -> hdu.column(name).stream()),
                        measured().stream().flatMap(column -> Stream.concat(Stream.of(column), error(column).stream())))
                .filter(TableColumn::isScalarNumber)
                .distinct()
                .toList();
    }

    private List<TableColumn> measured() throws UndrawableException {
        for (Measure measure : MEASURES) {
            List<TableColumn> found = hdu.columns().stream()
                    .filter(TableColumn::holdsNumbers)
                    .filter(column -> measure.names.matcher(upper(column)).matches())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw source.undrawable("no column is known to hold rates, counts or fluxes");
    }

    private static String quantity(TableColumn column) {
        return MEASURES.stream()
                .filter(measure -> measure.names.matcher(upper(column)).matches())
                .map(Measure::quantity)
                .findFirst()
                .orElseThrow();
    }

    private static String upper(TableColumn column) {
        return column.name().strip().toUpperCase(Locale.ROOT);
    }

    /// The column with the errors of another: RATE and ERROR, RATE1 and ERROR1, FLUX and FLUX_ERR.
    private Optional<TableColumn> error(TableColumn of) {
        String name = upper(of);
        String number = name.replaceFirst("^\\D*", "");
        String bare = name.substring(0, name.length() - number.length());
        return Stream.of(
                        name + "_ERR",
                        name + "_ERROR",
                        bare + "_ERR" + number,
                        "ERROR" + number,
                        "ERR" + number,
                        "STAT_ERR" + number,
                        "E_" + name)
                .flatMap(candidate -> hdu.column(candidate).stream())
                .filter(column -> column.holdsNumbers() && column.repeat() == of.repeat())
                .findFirst();
    }

    private LightCurve read() throws IOException, UndrawableException {
        double[][] edges = edges();
        Integer[] order = IntStream.range(0, edges[0].length)
                .filter(i -> Double.isFinite(edges[0][i]) && edges[1][i] >= edges[0][i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> edges[0][i]))
                .toArray(Integer[]::new);
        if (order.length == 0) {
            throw source.undrawable("no row has a time");
        }
        List<LightCurve.Band> bands = new ArrayList<>();
        for (TableColumn column : measured()) {
            bands.addAll(bands(column, order));
        }
        double zero = clock.seconds(clock.zero());
        double[] start =
                Arrays.stream(order).mapToDouble(i -> edges[0][i] + zero).toArray();
        double[] stop =
                Arrays.stream(order).mapToDouble(i -> edges[1][i] + zero).toArray();
        Optional<GoodIntervals> good = GoodIntervals.of(source, clock)
                .filter(times -> times.start() < stop[stop.length - 1] && times.stop() > start[0]);
        return new LightCurve(start, stop, bands, clock, good);
    }

    /// Starts and stops of the rows, in seconds of the file's clock, without TIMEZERO.
    private double[][] edges() throws UndrawableException {
        for (List<String> pair : List.of(List.of("TSTART", "TSTOP"), List.of("TIME_MIN", "TIME_MAX"))) {
            Optional<double[]> starts = seconds(pair.get(0));
            Optional<double[]> stops = seconds(pair.get(1));
            if (starts.isPresent() && stops.isPresent()) {
                return new double[][] {starts.get(), stops.get()};
            }
        }
        double[] times = seconds("TIME").orElseThrow(() -> source.undrawable("it has no column of times"));
        double[] widths = widths(times.length);
        double pixr = source.headers()
                .number("TIMEPIXR")
                .map(HeaderChain.Found::value)
                .orElse(0.5);
        double[][] edges = new double[2][times.length];
        for (int i = 0; i < times.length; i++) {
            edges[0][i] = times[i] - widths[i] * pixr;
            edges[1][i] = edges[0][i] + widths[i];
        }
        return edges;
    }

    /// Widths of the bins in seconds: a column TIMEDEL, half widths as XRONOS writes them, or the card TIMEDEL; 0 where
    /// nothing states them.
    private double[] widths(int size) {
        Optional<double[]> column = seconds("TIMEDEL");
        if (column.isPresent()) {
            return orNone(column.get());
        }
        Optional<double[]> halves = seconds("XAX_E");
        if (halves.isPresent()) {
            return orNone(Arrays.stream(halves.get()).map(half -> 2 * half).toArray());
        }
        double[] widths = new double[size];
        source.headers()
                .number("TIMEDEL")
                .filter(card -> card.value() > 0)
                .ifPresent(card -> Arrays.fill(
                        widths,
                        card.unit(Unit.Dimension.TIME).orElse(clock.unit()).convert(card.value(), Unit.SECOND)));
        return widths;
    }

    private static double[] orNone(double[] widths) {
        return Arrays.stream(widths).map(width -> width > 0 ? width : 0).toArray();
    }

    /// A column of times, in its own unit, that of TIME or that of the clock.
    private Optional<double[]> seconds(String name) {
        return column(name).map(column -> {
            Unit unit = unit(column)
                    .or(() -> column("TIME").flatMap(LightCurveReader::unit))
                    .orElse(clock.unit());
            return Arrays.stream(values(column))
                    .map(value -> unit.convert(value, Unit.SECOND))
                    .toArray();
        });
    }

    private static Optional<Unit> unit(TableColumn column) {
        return column.unit().flatMap(text -> Unit.parse(text, Unit.Dimension.TIME));
    }

    private Optional<TableColumn> column(String name) {
        return scalarColumns.stream()
                .filter(column -> upper(column).equals(name))
                .findFirst();
    }

    private double[] values(TableColumn column) {
        return scalars[scalarColumns.indexOf(column)];
    }

    private List<LightCurve.Band> bands(TableColumn column, Integer[] order) throws IOException {
        Optional<TableColumn> error = error(column);
        double[][] values = exposed(elements(column));
        double[][] errors = error.isPresent() ? elements(error.get()) : new double[0][];
        List<LightCurve.Band> bands = new ArrayList<>();
        for (int n = 0; n < values.length; n++) {
            double[] value = inOrder(values[n], order);
            double[] stated = n < errors.length ? inOrder(errors[n], order) : poisson(column, value);
            String label = values.length == 1 ? column.name() : column.name() + " " + (n + 1) + " of " + values.length;
            bands.add(new LightCurve.Band(label, quantity(column), column.unit().orElse(""), value, stated));
        }
        return bands;
    }

    /// Values of bins that have next to no exposure are set to NaN: a rate from nothing says nothing.
    private double[][] exposed(double[][] values) throws IOException {
        Optional<TableColumn> column = hdu.column("FRACEXP").filter(TableColumn::holdsNumbers);
        if (column.isEmpty()) {
            return values;
        }
        double[][] exposures = elements(column.get());
        if (exposures.length == 0) {
            return values;
        }
        double[][] kept = new double[values.length][(int) hdu.rows()];
        for (int n = 0; n < values.length; n++) {
            double[] value = values[n];
            double[] exposure = exposures[Math.min(n, exposures.length - 1)];
            Arrays.setAll(kept[n], i -> exposure[i] < LEAST_EXPOSURE ? Double.NaN : value[i]);
        }
        return kept;
    }

    /// Of counts the errors are known: their square roots. Of rates nothing is known without a column.
    private static double[] poisson(TableColumn column, double[] value) {
        boolean counts = quantity(column).equals("Counts");
        return Arrays.stream(value)
                .map(one -> counts && one >= 0 ? Math.sqrt(one) : Double.NaN)
                .toArray();
    }

    /// The column, or its first elements where it holds arrays: an array of the rows for each of them.
    private double[][] elements(TableColumn column) throws IOException {
        if (column.isScalarNumber()) {
            return new double[][] {values(column)};
        }
        int size = (int) hdu.rows();
        int bands = column.variable() == ' ' ? Math.min(column.repeat(), MOST_BANDS) : 0;
        double[][] elements = new double[bands][size];
        hdu.forEachCell(column, 0, size, MOST_ELEMENTS, (row, cell, count) -> {
            for (int n = 0; n < bands; n++) {
                elements[n][(int) row] = n < count ? cell[n] : Double.NaN;
            }
        });
        return elements;
    }

    private static double[] inOrder(double[] values, Integer[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
