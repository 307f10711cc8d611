// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.image.compression.hdu.CompressedTableHDU;

/// Columns of tile-compressed tables, by the FITS library.
final class TileCompressed {

    private TileCompressed() {}

    static double[] numbers(Path file, Hdu hdu, TableColumn column, long firstRow, int count) throws IOException {
        try (Fits fits = new Fits(file.toFile())) {
            if (!(fits.getHDU(hdu.index()) instanceof CompressedTableHDU compressed)) {
                throw new IOException(hdu + " column " + column.name() + ": compressed in a way not supported");
            }
            int rows = Math.clamp(hdu.rows() - firstRow, 0, count);
            int first = Math.toIntExact(firstRow);
            BinaryTableHDU table = compressed.asBinaryTableHDU();
            Object cells = table.getColumn(column.number() - 1);
            double[] numbers = new double[rows];
            for (int i = 0; i < rows; i++) {
                double stored = ((Number) Array.get(cells, first + i)).doubleValue();
                boolean isNull =
                        column.nullValue().isPresent() && column.nullValue().get() == stored;
                numbers[i] = isNull ? Double.NaN : stored * column.scale() + column.zero();
            }
            return numbers;
        } catch (RuntimeException e) {
            throw new IOException(hdu + " column " + column.name() + ": " + e.getMessage(), e);
        }
    }
}
