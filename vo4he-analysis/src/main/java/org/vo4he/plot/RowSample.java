// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// Some rows of a table, spread over all of it: enough to find out where its values lie. A small table is taken
/// whole.
final class RowSample {

    private static final int MOST_ROWS = 200_000;
    private static final int PARTS = 100;

    private final double[][] columns;
    private int rows;

    private RowSample(int columns, int room) {
        this.columns = new double[columns][room];
    }

    static RowSample of(Hdu table, List<TableColumn> wanted) throws IOException {
        long all = table.rows();
        boolean whole = all <= MOST_ROWS || table.isCompressed();
        RowSample sample = new RowSample(wanted.size(), (int) Math.min(all, MOST_ROWS));
        if (whole) {
            table.forEachRows(wanted, 0, all, sample::take);
        } else {
            for (int part = 0; part < PARTS; part++) {
                table.forEachRows(wanted, all / PARTS * part, MOST_ROWS / PARTS, sample::take);
            }
        }
        return sample;
    }

    private void take(long first, double[][] values, int count) {
        int taken = Math.min(count, columns.length == 0 ? 0 : columns[0].length - rows);
        for (int i = 0; i < columns.length; i++) {
            System.arraycopy(values[i], 0, columns[i], rows, taken);
        }
        rows += taken;
    }

    int rows() {
        return rows;
    }

    double value(int column, int row) {
        return columns[column][row];
    }

    /// The finite numbers of a column in order.
    double[] sorted(int column) {
        return Arrays.stream(columns[column], 0, rows)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
