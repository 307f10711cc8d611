// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the pixels of an image from its first to its last in constant memory (FITS Standard 4.0, sections 3.3 and
/// 4.4.2.5).
final class PixelReader {

    private static final int PIXELS_AT_ONCE = 1 << 13;

    private final FitsFile file;
    private final Hdu image;
    private final int bitpix;
    private final Scale scale;

    PixelReader(FitsFile file, Hdu image) {
        this.file = file;
        this.image = image;
        this.bitpix = Math.clamp(image.header().integer("BITPIX").orElse(8L), -64, 64);
        this.scale = Scale.of(image.header());
    }

    /// How stored numbers become physical ones.
    ///
    /// @param blank the stored integer that means "no value"
    record Scale(double factor, double zero, boolean hasBlank, long blank) {

        static Scale of(FitsHeader header) {
            boolean integers = header.integer("BITPIX").orElse(8L) > 0;
            return new Scale(
                    header.number("BSCALE").orElse(1.0),
                    header.number("BZERO").orElse(0.0),
                    integers && header.integer("BLANK").isPresent(),
                    header.integer("BLANK").orElse(0L));
        }

        double of(long stored) {
            return hasBlank && stored == blank ? Double.NaN : stored * factor + zero;
        }

        double of(double stored) {
            return stored * factor + zero;
        }
    }

    void read(PixelRun run) throws IOException {
        if (image.isCompressed()) {
            CompressedHeap.require(file, image);
            CompressedPixels.read(file.path(), image, scale, run);
            return;
        }
        int width = Math.abs(bitpix) / 8;
        long count = image.dataSize() / width;
        byte[] bytes = new byte[PIXELS_AT_ONCE * width];
        ByteBuffer stored = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
        double[] values = new double[PIXELS_AT_ONCE];
        for (long first = 0; first < count; first += PIXELS_AT_ONCE) {
            int pixels = (int) Math.min(PIXELS_AT_ONCE, count - first);
            if (file.read(image.dataOffset() + first * width, bytes, 0, pixels * width) < pixels * width) {
                throw new IOException(image + ": the file ends before pixel " + (first + pixels) + " of " + count);
            }
            decode(stored, values, pixels);
            run.take(first, values, pixels);
        }
    }

    /// A loop for each type: images are large.
    private void decode(ByteBuffer stored, double[] values, int pixels) {
        switch (bitpix) {
            case 8 -> {
                for (int i = 0; i < pixels; i++) {
                    values[i] = scale.of(stored.get(i) & 0xffL);
                }
            }
            case 16 -> {
                for (int i = 0; i < pixels; i++) {
                    values[i] = scale.of((long) stored.getShort(2 * i));
                }
            }
            case 32 -> {
                for (int i = 0; i < pixels; i++) {
                    values[i] = scale.of((long) stored.getInt(4 * i));
                }
            }
            case 64 -> {
                for (int i = 0; i < pixels; i++) {
                    values[i] = scale.of(stored.getLong(8 * i));
                }
            }
            case -32 -> {
                for (int i = 0; i < pixels; i++) {
                    values[i] = scale.of((double) stored.getFloat(4 * i));
                }
            }
            default -> {
                for (int i = 0; i < pixels; i++) {
                    values[i] = scale.of(stored.getDouble(8 * i));
                }
            }
        }
    }
}
