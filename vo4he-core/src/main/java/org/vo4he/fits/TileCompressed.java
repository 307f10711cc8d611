// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.image.compression.hdu.CompressedTableHDU;

/// Columns of tile-compressed tables, by the FITS library: each time the whole column.
final class TileCompressed {

    private TileCompressed() {}

    static double[] numbers(Path file, Hdu hdu, TableColumn column, long firstRow, int count) throws IOException {
        return read(file, hdu, column, cells -> {
            double[] numbers = new double[Math.clamp(hdu.rows() - firstRow, 0, count)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = physical(column, Array.get(cells, Math.toIntExact(firstRow) + i));
            }
            return numbers;
        });
    }

    /// Without trailing blanks, as of plain tables.
    static List<String> texts(Path file, Hdu hdu, TableColumn column, long firstRow, int count) throws IOException {
        return read(file, hdu, column, cells -> {
            int rows = Math.clamp(hdu.rows() - firstRow, 0, count);
            List<String> texts = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++) {
                String text = text(column, Array.get(cells, Math.toIntExact(firstRow) + i));
                int end = text.indexOf('\0');
                texts.add((end < 0 ? text : text.substring(0, end)).stripTrailing());
            }
            return texts;
        });
    }

    /// Several texts in a cell (TDIM) stand beside each other, each as wide as the others.
    private static String text(TableColumn column, Object cell) {
        if (cell == null || !cell.getClass().isArray()) {
            return String.valueOf(cell);
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Array.getLength(cell); i++) {
            parts.add(text(column, Array.get(cell, i)));
        }
        int width = column.repeat() / Math.max(1, parts.size());
        return parts.stream()
                .map(part -> part + " ".repeat(Math.max(0, width - part.length())))
                .collect(Collectors.joining());
    }

    /// Arrays of a fixed length, row by row.
    static void arrays(Path file, Hdu hdu, TableColumn column, long firstRow, long rows, int most, CellRun run)
            throws IOException {
        if (column.variable() != ' ' || column.repeat() > most) {
            throw new IOException(hdu + " column " + column.name() + ": arrays of a variable length, or of more than "
                    + most + " numbers, of a tile-compressed table are not read");
        }
        double[][] all = read(file, hdu, column, cells -> {
            double[][] arrays = new double[(int) Math.clamp(hdu.rows() - firstRow, 0, rows)][];
            for (int i = 0; i < arrays.length; i++) {
                arrays[i] = array(column, Array.get(cells, Math.toIntExact(firstRow) + i));
            }
            return arrays;
        });
        for (int i = 0; i < all.length; i++) {
            run.take(firstRow + i, all[i], all[i].length);
        }
    }

    /// Of any number of dimensions (TDIM), in the order in which they are stored.
    private static double[] array(TableColumn column, Object cell) {
        double[] numbers = new double[column.repeat()];
        int filled = fill(column, cell, numbers, 0);
        return filled == numbers.length ? numbers : Arrays.copyOf(numbers, filled);
    }

    private static int fill(TableColumn column, Object cell, double[] numbers, int at) {
        if (cell == null || !cell.getClass().isArray()) {
            numbers[at] = physical(column, cell);
            return at + 1;
        }
        int end = at;
        for (int i = 0; i < Array.getLength(cell); i++) {
            end = fill(column, Array.get(cell, i), numbers, end);
        }
        return end;
    }

    private static double physical(TableColumn column, Object cell) {
        if (cell instanceof Boolean logical) {
            return logical ? 1 : 0;
        }
        if (cell == null) {
            return Double.NaN;
        }
        double stored = ((Number) cell).doubleValue();
        boolean isNull = column.nullValue().isPresent() && column.nullValue().get() == stored;
        return isNull ? Double.NaN : stored * column.scale() + column.zero();
    }

    private interface Reading<T> {
        T of(Object cells) throws IOException;
    }

    private static <T> T read(Path file, Hdu hdu, TableColumn column, Reading<T> reading) throws IOException {
        try (Fits fits = new Fits(file.toFile())) {
            if (!(fits.getHDU(hdu.index()) instanceof CompressedTableHDU compressed)) {
                throw new IOException(hdu + " column " + column.name() + ": compressed in a way not supported");
            }
            BinaryTableHDU table = compressed.asBinaryTableHDU();
            return reading.of(table.getColumn(column.number() - 1));
        } catch (RuntimeException e) {
            throw new IOException(hdu + " column " + column.name() + ": " + e.getMessage(), e);
        }
    }
}
