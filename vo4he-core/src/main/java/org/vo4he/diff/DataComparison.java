// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.diff.Difference.Part;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduKind;
import org.vo4he.fits.TableColumn;

/// Data of two HDUs as physical values: pixels of images, columns of tables by name.
final class DataComparison {

    private static final int ROWS_AT_ONCE = 4096;
    private static final int LONGEST_CELL = 1 << 24;

    private final String place;
    private final List<Difference> differences = new ArrayList<>();

    DataComparison(String place) {
        this.place = place;
    }

    List<Difference> of(Hdu left, Hdu right) throws IOException {
        if ((left.kind() == HduKind.IMAGE) != (right.kind() == HduKind.IMAGE)) {
            differences.add(Difference.of(
                    Part.STRUCTURE,
                    place,
                    "",
                    Optional.of(left.kind().toString()),
                    Optional.of(right.kind().toString())));
        } else if (left.kind() == HduKind.IMAGE) {
            images(left, right);
        } else {
            tables(left, right);
        }
        return differences;
    }

    private void images(Hdu left, Hdu right) throws IOException {
        if (!Arrays.equals(left.axes(), right.axes())) {
            differences.add(
                    Difference.of(Part.DATA, place, "shape", Optional.of(shape(left)), Optional.of(shape(right))));
            return;
        }
        long pixels = Arrays.stream(left.axes()).reduce(1, (a, b) -> a * b);
        if (left.axes().length == 0 || pixels == 0) {
            return;
        }
        Unequal unequal = new Unequal();
        try (Lockstep other =
                new Lockstep(sink -> right.forEachPixels((_, values, count) -> sink.take(values, count)))) {
            left.forEachPixels((first, values, count) -> {
                for (int i = 0; i < count; i++) {
                    unequal.add(first + i, values[i], next(other));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!unequal.isEmpty()) {
            differences.add(Difference.counted(place, "pixels", unequal.inWords(pixels, "pixels")));
        }
    }

    private static double next(Lockstep other) {
        try {
            return other.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shape(Hdu image) {
        return image.axes().length == 0
                ? "no data"
                : Arrays.stream(image.axes()).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }

    private void tables(Hdu left, Hdu right) throws IOException {
        if (left.rows() != right.rows()) {
            differences.add(Difference.of(
                    Part.DATA,
                    place,
                    "rows",
                    Optional.of(Long.toString(left.rows())),
                    Optional.of(Long.toString(right.rows()))));
        }
        List<TableColumn> numbersLeft = new ArrayList<>();
        List<TableColumn> numbersRight = new ArrayList<>();
        for (TableColumn column : left.columns()) {
            Optional<TableColumn> other = counterpart(right, column);
            if (other.isEmpty()) {
                differences.add(Difference.of(
                        Part.STRUCTURE, place, name(column), Optional.of("is a column"), Optional.empty()));
            } else if (column.isScalarNumber() && other.get().isScalarNumber()) {
                numbersLeft.add(column);
                numbersRight.add(other.get());
            } else if (left.rows() == right.rows()) {
                cells(left, right, column, other.get());
            }
        }
        for (TableColumn column : right.columns()) {
            if (counterpart(left, column).isEmpty()) {
                differences.add(Difference.of(
                        Part.STRUCTURE, place, name(column), Optional.empty(), Optional.of("is a column")));
            }
        }
        if (!numbersLeft.isEmpty() && left.rows() == right.rows()) {
            numbers(left, right, numbersLeft, numbersRight);
        }
    }

    private void numbers(Hdu left, Hdu right, List<TableColumn> one, List<TableColumn> other) throws IOException {
        Unequal[] unequal = new Unequal[one.size()];
        Arrays.setAll(unequal, _ -> new Unequal());
        try (Lockstep numbers = new Lockstep(sink -> rows(right, other, sink))) {
            left.forEachRows(one, 0, left.rows(), (firstRow, columns, count) -> {
                for (int row = 0; row < count; row++) {
                    for (int i = 0; i < unequal.length; i++) {
                        unequal[i].add(firstRow + row, columns[i][row], next(numbers));
                    }
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int i = 0; i < unequal.length; i++) {
            if (!unequal[i].isEmpty()) {
                differences.add(Difference.counted(place, name(one.get(i)), unequal[i].inWords(left.rows(), "rows")));
            }
        }
    }

    /// Row by row, so that both files may hand out another number of rows at a time.
    private static void rows(Hdu table, List<TableColumn> columns, Lockstep.Sink sink) throws IOException {
        table.forEachRows(columns, 0, table.rows(), (_, values, count) -> {
            double[] chunk = new double[count * values.length];
            for (int row = 0; row < count; row++) {
                for (int i = 0; i < values.length; i++) {
                    chunk[row * values.length + i] = values[i][row];
                }
            }
            sink.take(chunk, chunk.length);
        });
    }

    private void cells(Hdu left, Hdu right, TableColumn one, TableColumn other) throws IOException {
        Unequal unequal = new Unequal();
        if (one.isText() && other.isText()) {
            texts(left, right, one, other, unequal);
        } else if (!left.isCompressed() && !right.isCompressed()) {
            for (long row = 0; row < left.rows(); row++) {
                if (!Arrays.equals(left.cell(one, row, LONGEST_CELL), right.cell(other, row, LONGEST_CELL))) {
                    unequal.add(row);
                }
            }
        } else if (hasArrays(one) && hasArrays(other)) {
            arrays(left, right, one, other, unequal);
        } else {
            differences.add(Difference.counted(
                    place, name(one), "not compared: a compressed column of neither text nor fixed arrays of numbers"));
        }
        if (!unequal.isEmpty()) {
            differences.add(Difference.counted(place, name(one), unequal.inWords(left.rows(), "rows")));
        }
    }

    private static void texts(Hdu left, Hdu right, TableColumn one, TableColumn other, Unequal unequal)
            throws IOException {
        // A compressed column is decompressed whole each time it is asked for.
        int atOnce = left.isCompressed() || right.isCompressed() ? Integer.MAX_VALUE : ROWS_AT_ONCE;
        for (long row = 0; row < left.rows(); row += atOnce) {
            List<String> texts = left.texts(one, row, atOnce);
            List<String> others = right.texts(other, row, atOnce);
            for (int i = 0; i < texts.size(); i++) {
                if (!texts.get(i).equals(others.get(i))) {
                    unequal.add(row + i);
                }
            }
        }
    }

    private static boolean hasArrays(TableColumn column) {
        return column.holdsNumbers() && column.variable() == ' ';
    }

    /// As physical values: a compressed table doesn't give its bytes.
    private static void arrays(Hdu left, Hdu right, TableColumn one, TableColumn other, Unequal unequal)
            throws IOException {
        double[][] arrays = new double[Math.toIntExact(left.rows())][];
        left.forEachCell(
                one,
                0,
                left.rows(),
                LONGEST_CELL,
                (row, values, count) -> arrays[(int) row] = Arrays.copyOf(values, count));
        right.forEachCell(other, 0, right.rows(), LONGEST_CELL, (row, values, count) -> {
            if (!Arrays.equals(arrays[(int) row], Arrays.copyOf(values, count))) {
                unequal.add(row);
            }
        });
    }

    private static String name(TableColumn column) {
        return column.name().isEmpty() ? "column " + column.number() : column.name();
    }

    /// By name; of columns without one, by number.
    private static Optional<TableColumn> counterpart(Hdu table, TableColumn column) {
        return column.name().isEmpty()
                ? table.columns().stream()
                        .filter(other -> other.name().isEmpty() && other.number() == column.number())
                        .findFirst()
                : table.column(column.name());
    }
}
