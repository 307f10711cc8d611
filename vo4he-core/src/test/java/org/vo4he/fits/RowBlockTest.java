// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// What a [RowBlock] says of columns of every type, scaled and not, against the same columns read one by one.
class RowBlockTest {

    private static final int ROWS = 1000;
    private static final double[] ODD = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0, 1, 0x1p-140
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(3);
    private int columns;

    private FitsFile file() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        FitsTable table = fits.table("EVENTS");
        column(table, "B", () -> random.nextInt(256), "");
        column(table, "B", () -> random.nextInt(256), "TZERO -128");
        column(table, "B", () -> random.nextInt(256), "TNULL 7");
        column(table, "I", () -> random.nextInt(-32768, 32768), "");
        column(table, "I", () -> random.nextInt(-32768, 32768), "TZERO 32768");
        column(table, "I", () -> random.nextInt(-99, 99), "TSCAL 0.1 TNULL -99");
        column(table, "I", () -> random.nextInt(-99, 99), "TSCAL -2.7 TZERO 0.3 TNULL 5");
        column(table, "J", random::nextInt, "");
        column(table, "J", () -> random.nextInt(9) + Integer.MAX_VALUE - 8L, "TZERO 2147483648");
        column(table, "J", () -> random.nextInt(-9, 9), "TSCAL 0 TZERO 2");
        column(table, "J", () -> random.nextInt(-9, 9), "TNULL -2147483648");
        column(table, "K", () -> random.nextInt(-99, 99), "TNULL 3");
        column(table, "E", this::odd, "");
        column(table, "E", this::odd, "TSCAL -0.1 TZERO 2");
        column(table, "D", this::odd, "");
        column(table, "D", this::odd, "TSCAL 1E-3");
        return FitsFile.open(fits.write(folder.resolve("every-type.fits")));
    }

    private double odd() {
        return random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : random.nextGaussian();
    }

    private void column(FitsTable table, String type, DoubleSupplier number, String cards) {
        int n = ++columns;
        table.column("C" + n, type, DoubleStream.generate(number).limit(ROWS).toArray());
        String[] words = cards.split(" ");
        for (int i = 0; i + 1 < words.length; i += 2) {
            double value = Double.parseDouble(words[i + 1]);
            table.card(words[i] + n, words[i].equals("TNULL") ? (Object) (long) value : (Object) value);
        }
    }

    @Test
    void aRangeKeepsTheRowsWhoseNumberLiesInItWhateverTheTypeOfTheColumn() throws Exception {
        try (FitsFile file = file()) {
            Hdu table = file.hdus().getLast();
            for (TableColumn column : table.columns()) {
                double[] numbers = table.numbers(column, 0, ROWS);
                for (double[] bounds : bounds(numbers)) {
                    assertThat(kept(table, StoredRange.of(column, bounds[0], bounds[1])))
                            .as("%s of type %s in %s", column.name(), column.type(), Arrays.toString(bounds))
                            .isEqualTo(within(numbers, bounds));
                }
            }
        }
    }

    private List<double[]> bounds(double[] numbers) {
        List<double[]> bounds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            bounds.add(new double[] {bound(numbers), bound(numbers)});
        }
        return bounds;
    }

    private double bound(double[] numbers) {
        double one = numbers[random.nextInt(numbers.length)];
        return switch (random.nextInt(5)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> Math.nextUp(one);
            case 2 -> Math.nextDown(one);
            default -> one;
        };
    }

    /// Asked of all rows at first, of every third one, and of them once their numbers are known.
    private static List<List<Integer>> kept(Hdu table, StoredRange range) throws Exception {
        List<List<Integer>> kept = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (RowStream stream = table.rowStream(20_000);
                RowBlock block = stream.block()) {
            int[] rows = new int[block.capacity()];
            while (stream.next(block)) {
                collect(kept.getFirst(), block, rows, block.keep(range, rows, block.all(rows)));
                int some = third(block, rows);
                block.narrow(rows, some);
                collect(kept.get(1), block, rows, block.keep(range, rows, some));
                some = third(block, rows);
                block.doubles(range.column());
                collect(kept.get(2), block, rows, block.keep(range, rows, some));
            }
        }
        return kept;
    }

    private static int third(RowBlock block, int[] rows) {
        int all = block.all(rows);
        int some = 0;
        for (int i = 0; i < all; i++) {
            if ((block.firstRow() + i) % 3 == 0) {
                rows[some++] = i;
            }
        }
        return some;
    }

    private static void collect(List<Integer> into, RowBlock block, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            into.add((int) block.firstRow() + rows[i]);
        }
    }

    private static List<List<Integer>> within(double[] numbers, double[] bounds) {
        List<Integer> all = IntStream.range(0, numbers.length)
                .filter(i -> numbers[i] >= bounds[0] && numbers[i] <= bounds[1])
                .boxed()
                .toList();
        List<Integer> some = all.stream().filter(row -> row % 3 == 0).toList();
        return List.of(all, some, some);
    }
}
