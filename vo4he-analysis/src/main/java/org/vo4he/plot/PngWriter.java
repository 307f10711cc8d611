// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNG (ISO/IEC 15948) row by row, so that a large picture is never held as a whole: 8 bits for each of red,
/// green and blue, and opacity if wanted.
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /// Twice as fast as the usual 6, and a sixth longer.
    private static final int LEVEL = 3;

    private static final byte RGB = 2;
    private static final byte RGB_AND_OPACITY = 6;

    private final ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 16);
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 16);
    private final Deflater deflater = new Deflater(LEVEL);
    private final int width;
    private final boolean opaque;
    private final byte[] row;
    private final byte[] buffer = new byte[1 << 14];

    /// @param opaque whether the opacity of the pixels is not looked at
    PngWriter(int width, int height, boolean opaque) {
        this.width = width;
        this.opaque = opaque;
        this.row = new byte[1 + width * (opaque ? 3 : 4)];
        png.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk("IHDR", header.put((byte) 8).put(opaque ? RGB : RGB_AND_OPACITY).array());
    }

    /// The next rows, each without a filter: lines and letters compress well as they are.
    ///
    /// @param argb `0xAARRGGBB`, row by row
    void rows(int[] argb, int count) {
        for (int y = 0; y < count; y++) {
            int at = 1;
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                row[at++] = (byte) (pixel >> 16);
                row[at++] = (byte) (pixel >> 8);
                row[at++] = (byte) pixel;
                if (!opaque) {
                    row[at++] = (byte) (pixel >> 24);
                }
            }
            deflater.setInput(row);
            drain();
        }
    }

    byte[] finished() {
        deflater.finish();
        drain();
        deflater.end();
        chunk("IDAT", packed.toByteArray());
        chunk("IEND", new byte[0]);
        return png.toByteArray();
    }

    private void drain() {
        for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
            packed.write(buffer, 0, n);
        }
    }

    private void chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
