// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// Reads PHA tables (OGIP/92-007): of type I, a channel in each row, and of type II, a spectrum in each row, of which
/// the one with the most counts is taken unless another is chosen. Quantities that are the same for all channels may be
/// cards.
final class SpectrumReader {

    private static final int MOST_CHANNELS = 1 << 20;
    private static final int MOST_SPECTRA = 1 << 12;
    private static final double GEHRELS = 0.75;
    private static final List<String> COLUMNS =
            List.of("CHANNEL", "COUNTS", "RATE", "STAT_ERR", "QUALITY", "GROUPING", "BACKSCAL", "AREASCAL");

    private final Source source;
    private final Hdu hdu;
    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private long row;

    private SpectrumReader(Source source) {
        this.source = source;
        this.hdu = source.hdu();
    }

    /// @param chosen which spectrum of several, from 1; else the brightest
    static Spectrum read(Source source, Optional<Long> chosen) throws IOException, UndrawableException {
        return new SpectrumReader(source).read(chosen);
    }

    private Spectrum read(Optional<Long> chosen) throws IOException, UndrawableException {
        TableColumn main = hdu.column("COUNTS")
                .or(() -> hdu.column("RATE"))
                .filter(TableColumn::holdsNumbers)
                .orElseThrow(() -> source.undrawable("it has no column COUNTS or RATE of numbers"));
        boolean typeTwo = !main.isScalarNumber();
        if (hdu.rows() == 0) {
            throw source.undrawable("the table has no rows");
        }
        if (typeTwo) {
            row = chosen.isPresent() ? checked(chosen.get()) : brightest(main);
            for (String name : COLUMNS) {
                readCell(name);
            }
        } else {
            readColumns();
        }
        double[] value = columns.get(main.name().toUpperCase(Locale.ROOT));
        int size = value.length;
        if (size == 0) {
            throw source.undrawable("the spectrum has no channels");
        }
        boolean isRate = main.name().equalsIgnoreCase("RATE");
        double[] error = spread("STAT_ERR", size, Double.NaN);
        return new Spectrum(
                columns.containsKey("CHANNEL") ? spread("CHANNEL", size, 0) : counted(size),
                value,
                error,
                errors(isRate, value, error),
                spread("QUALITY", size, 0),
                spread("GROUPING", size, 0),
                spread("BACKSCAL", size, 1),
                spread("AREASCAL", size, 1),
                isRate,
                hdu.header().number("EXPOSURE").filter(seconds -> seconds > 0).orElse(Double.NaN),
                typeTwo ? hdu.rows() : 1,
                row);
    }

    private long checked(long number) throws UndrawableException {
        if (number < 1 || number > hdu.rows()) {
            throw source.undrawable("spectrum " + number + " is not among the " + hdu.rows() + " of the table");
        }
        return number - 1;
    }

    private long brightest(TableColumn values) throws IOException, UndrawableException {
        if (hdu.rows() > MOST_SPECTRA) {
            throw source.undrawable("it holds " + hdu.rows() + " spectra; at most " + MOST_SPECTRA + " are looked at");
        }
        double[] sums = new double[(int) hdu.rows()];
        hdu.forEachCell(values, 0, hdu.rows(), MOST_CHANNELS, (at, cell, count) -> {
            for (int i = 0; i < count; i++) {
                sums[(int) at] += Double.isFinite(cell[i]) ? cell[i] : 0;
            }
        });
        int most = 0;
        for (int i = 1; i < sums.length; i++) {
            most = sums[i] > sums[most] ? i : most;
        }
        return most;
    }

    private void readCell(String name) throws IOException {
        Optional<TableColumn> column = hdu.column(name).filter(TableColumn::holdsNumbers);
        if (column.isPresent()) {
            columns.put(name, hdu.vector(column.get(), row, MOST_CHANNELS));
        }
    }

    /// In one pass, as compressed files want it; logical columns, which are rare, in one of their own.
    private void readColumns() throws IOException, UndrawableException {
        if (hdu.rows() > MOST_CHANNELS) {
            throw source.undrawable("it has " + hdu.rows() + " channels; at most " + MOST_CHANNELS + " are drawn");
        }
        int size = (int) hdu.rows();
        List<TableColumn> numbers = COLUMNS.stream()
                .flatMap(name -> hdu.column(name).stream())
                .filter(TableColumn::isScalarNumber)
                .toList();
        double[][] read = new double[numbers.size()][size];
        hdu.forEachRows(numbers, 0, size, (first, cells, count) -> {
            for (int i = 0; i < cells.length; i++) {
                System.arraycopy(cells[i], 0, read[i], (int) first, count);
            }
        });
        for (int i = 0; i < read.length; i++) {
            columns.put(numbers.get(i).name().toUpperCase(Locale.ROOT), read[i]);
        }
        Optional<TableColumn> logical =
                hdu.column("QUALITY").filter(column -> column.type() == 'L' && !hdu.isCompressed());
        if (logical.isPresent()) {
            double[] quality = new double[size];
            hdu.forEachCell(
                    logical.get(), 0, size, 1, (at, cell, count) -> quality[(int) at] = count > 0 ? cell[0] : 0);
            columns.put("QUALITY", quality);
        }
    }

    /// The column; else the card, or the default, for all channels.
    private double[] spread(String name, int size, double otherwise) {
        double[] column = columns.get(name);
        if (column != null && column.length == size) {
            return column;
        }
        double[] spread = new double[size];
        boolean single = column != null && column.length == 1;
        Arrays.fill(spread, single ? column[0] : hdu.header().number(name).orElse(otherwise));
        return spread;
    }

    /// Without a column CHANNEL they are counted from 1 on (OGIP/92-007, section 3.2).
    private static double[] counted(int size) {
        double[] channels = new double[size];
        Arrays.setAll(channels, i -> i + 1);
        return channels;
    }

    private Spectrum.Errors errors(boolean isRate, double[] value, double[] error) {
        boolean stated = columns.containsKey("STAT_ERR") && Arrays.stream(error).anyMatch(one -> one > 0);
        if (stated && !(isWhole(value) && isGehrels(value, error))) {
            return Spectrum.Errors.STATED;
        }
        return isRate ? Spectrum.Errors.NONE : Spectrum.Errors.POISSON;
    }

    private static boolean isWhole(double[] counts) {
        return Arrays.stream(counts).allMatch(count -> count >= 0 && count == Math.rint(count));
    }

    /// Whether the errors are 1 + sqrt(N + 3/4) of each single channel (Gehrels 1986, ApJ 303, 336): they say nothing
    /// that the counts don't, and must not be added up.
    private static boolean isGehrels(double[] counts, double[] errors) {
        for (int i = 0; i < counts.length; i++) {
            double gehrels = 1 + Math.sqrt(counts[i] + GEHRELS);
            if (!(Math.abs(errors[i] - gehrels) < 1e-3 * gehrels)) {
                return false;
            }
        }
        return true;
    }
}
