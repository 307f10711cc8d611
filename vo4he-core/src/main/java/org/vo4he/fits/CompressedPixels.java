// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import nom.tam.fits.Fits;
import nom.tam.fits.Header;
import nom.tam.image.compression.hdu.CompressedImageHDU;

/// Pixels of tile-compressed images (FITS Standard 4.0, section 10), decompressed by the FITS library. It is asked for
/// the whole image: what it gives out for parts is wrong for PLIO and for RICE of 16-bit integers (release 1.21.2).
final class CompressedPixels {

    /// 512 MiB of doubles; a header that claims more is refused.
    static final long MOST_PIXELS = 1L << 26;

    private final Hdu image;
    private final PixelReader.Scale scale;
    private final HalfQuantum excess;
    private final PixelRun run;
    private long first;

    private CompressedPixels(Hdu image, PixelReader.Scale scale, HalfQuantum excess, PixelRun run) {
        this.image = image;
        this.scale = scale;
        this.excess = excess;
        this.run = run;
    }

    static void read(Path file, Hdu image, PixelReader.Scale scale, PixelRun run) throws IOException {
        long pixels = product(image.axes());
        if (pixels > MOST_PIXELS) {
            throw new IOException(image + ": it has " + pixels + " tile-compressed pixels; at most " + MOST_PIXELS
                    + " are decompressed");
        }
        try (Fits fits = new Fits(file.toFile())) {
            if (!(fits.getHDU(image.index()) instanceof CompressedImageHDU compressed)) {
                throw new IOException(image + ": compressed in a way not supported");
            }
            requireRows(image, compressed.getHeader());
            CompressedPixels reader = new CompressedPixels(image, scale, HalfQuantum.of(compressed), run);
            reader.give(compressed.asImageHDU().getKernel());
            if (reader.first != pixels) {
                throw new IOException(
                        image + ": " + reader.first + " pixels were decompressed where " + pixels + " belong");
            }
        } catch (RuntimeException e) {
            throw new IOException(image + ": its tiles can't be decompressed: " + reason(e), e);
        }
    }

    /// Each tile is a row of the table (section 10.1.3). The library makes all tiles before it reads one.
    private static void requireRows(Hdu image, Header stored) throws IOException {
        long[] axes = image.axes();
        long[] tiles = new long[axes.length];
        for (int i = 0; i < axes.length; i++) {
            long side = stored.getLongValue("ZTILE" + (i + 1), i == 0 ? axes[i] : 1);
            tiles[i] = side <= 0 ? Long.MAX_VALUE : Math.ceilDiv(axes[i], side);
        }
        long rows = stored.getLongValue("NAXIS2");
        if (product(tiles) > rows) {
            throw new IOException(image + ": its axes make more tiles than the " + rows + " rows that its table has");
        }
    }

    /// The library puts the message of what caused a failure behind its own, also where there is none. What it does not
    /// foresee tells of its code only.
    private static String reason(RuntimeException failure) {
        boolean unforeseen = failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException
                || failure.getMessage() == null;
        return unforeseen
                ? "header or tiles are damaged (" + failure.getClass().getSimpleName() + ")"
                : failure.getMessage().replaceAll(": null$", "");
    }

    private static long product(long[] lengths) throws IOException {
        try {
            long product = 1;
            for (long length : lengths) {
                product = Math.multiplyExact(product, length);
            }
            return product;
        } catch (ArithmeticException e) {
            throw new IOException("its axes announce more pixels than a file can hold", e);
        }
    }

    private void give(Object kernel) {
        switch (kernel) {
            case byte[] row -> give(row.length, i -> scale.of(row[i] & 0xffL));
            case short[] row -> give(row.length, i -> scale.of((long) row[i]));
            case int[] row -> give(row.length, i -> scale.of((long) row[i]));
            case long[] row -> give(row.length, i -> scale.of(row[i]));
            case float[] row -> give(row.length, i -> scale.of(row[i] - excess.at(first + i)));
            case double[] row -> give(row.length, i -> scale.of(row[i] - excess.at(first + i)));
            default -> {
                for (int i = 0; i < Array.getLength(kernel); i++) {
                    give(Array.get(kernel, i));
                }
            }
        }
    }

    private void give(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        Arrays.setAll(values, value);
        run.take(first, values, length);
        first += length;
    }
}
