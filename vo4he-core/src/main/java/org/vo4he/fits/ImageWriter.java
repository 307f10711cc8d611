// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/// Builds primary HDUs and image extensions in memory, with CHECKSUM and DATASUM. Equal input gives equal bytes.
public final class ImageWriter {

    private ImageWriter() {}

    /// A primary HDU without data.
    public static byte[] noData(Consumer<HduWriter> cards) {
        HduWriter hdu = new HduWriter()
                .card("SIMPLE", true, "conforms to the FITS standard")
                .card("BITPIX", 8, "8-bit bytes")
                .card("NAXIS", 0, "no data here")
                .card("EXTEND", true, "extensions may follow");
        cards.accept(hdu);
        return hdu.bytes(new byte[0], (byte) 0);
    }

    /// A primary HDU of 32-bit integers.
    ///
    /// @param pixels the first axis the fastest
    /// @throws IllegalArgumentException if there are not as many pixels as the axes say
    public static byte[] primary(int[] pixels, int width, int height, Consumer<HduWriter> cards) {
        HduWriter hdu = new HduWriter().card("SIMPLE", true, "conforms to the FITS standard");
        axes(hdu, width, height).card("EXTEND", true, "extensions may follow");
        cards.accept(hdu);
        return hdu.bytes(data(pixels, width, height), (byte) 0);
    }

    /// An image extension of 32-bit integers.
    ///
    /// @param pixels the first axis the fastest
    /// @throws IllegalArgumentException if there are not as many pixels as the axes say
    public static byte[] extension(String extname, int[] pixels, int width, int height, Consumer<HduWriter> cards) {
        HduWriter hdu = new HduWriter().card("XTENSION", "IMAGE", "image extension");
        axes(hdu, width, height)
                .card("PCOUNT", 0, "no parameters")
                .card("GCOUNT", 1, "one group")
                .card("EXTNAME", extname, "name of this extension");
        cards.accept(hdu);
        return hdu.bytes(data(pixels, width, height), (byte) 0);
    }

    private static HduWriter axes(HduWriter hdu, int width, int height) {
        return hdu.card("BITPIX", 32, "32-bit integers")
                .card("NAXIS", 2, "2-dimensional image")
                .card("NAXIS1", width, "")
                .card("NAXIS2", height, "");
    }

    private static byte[] data(int[] pixels, int width, int height) {
        if (pixels.length != (long) width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels are no image of " + width + " times " + height);
        }
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(pixels.length, Integer.BYTES));
        data.asIntBuffer().put(pixels);
        return data.array();
    }
}
