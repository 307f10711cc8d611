// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// An image, or a primary HDU without data. Pixels are zero unless [#pixels] sets them.
public final class FitsImage extends FitsHdu<FitsImage> {

    private int bitpix;
    private long[] axes;
    private double[] pixels = new double[0];

    FitsImage(int bitpix, long[] axes) {
        axes(bitpix, axes);
    }

    @Override
    FitsImage self() {
        return this;
    }

    /// Gives the HDU this shape; for the primary one, which starts without data.
    public FitsImage axes(int newBitpix, long... newAxes) {
        this.bitpix = newBitpix;
        this.axes = newAxes.clone();
        return this;
    }

    /// Values in storage order, first axis fastest; missing ones are zero.
    public FitsImage pixels(double... values) {
        this.pixels = values.clone();
        return this;
    }

    /// A gnomonic WCS in ICRS, its reference pixel in the middle of the first two axes.
    ///
    /// @param raDeg of the middle
    /// @param pixelDeg size of a pixel; RA grows to the left
    public FitsImage wcs(double raDeg, double decDeg, double pixelDeg) {
        return card("CTYPE1", "RA---TAN")
                .card("CTYPE2", "DEC--TAN")
                .card("CUNIT1", "deg")
                .card("CUNIT2", "deg")
                .card("CRVAL1", raDeg)
                .card("CRVAL2", decDeg)
                .card("CRPIX1", (axes[0] + 1) / 2.0)
                .card("CRPIX2", (axes[1] + 1) / 2.0)
                .card("CDELT1", -pixelDeg)
                .card("CDELT2", pixelDeg)
                .card("RADESYS", "ICRS");
    }

    @Override
    List<String> structure(boolean primary) {
        List<String> cards =
                new ArrayList<>(primary ? FitsCard.of("SIMPLE", true, "") : FitsCard.of("XTENSION", "IMAGE", ""));
        cards.addAll(FitsCard.of("BITPIX", bitpix, ""));
        cards.addAll(FitsCard.of("NAXIS", axes.length, ""));
        for (int i = 0; i < axes.length; i++) {
            cards.addAll(FitsCard.of("NAXIS" + (i + 1), axes[i], ""));
        }
        if (primary) {
            cards.addAll(FitsCard.of("EXTEND", true, ""));
        } else {
            cards.addAll(FitsCard.of("PCOUNT", 0, ""));
            cards.addAll(FitsCard.of("GCOUNT", 1, ""));
        }
        return cards;
    }

    @Override
    byte[] data() {
        long count = axes.length == 0 ? 0 : 1;
        for (long axis : axes) {
            count *= axis;
        }
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(count * Math.abs(bitpix) / 8));
        char code = code();
        for (double pixel : pixels) {
            FitsColumn.put(buffer, code, pixel);
        }
        return buffer.array();
    }

    private char code() {
        return switch (bitpix) {
            case 8 -> 'B';
            case 16 -> 'I';
            case 32 -> 'J';
            case 64 -> 'K';
            case -32 -> 'E';
            case -64 -> 'D';
            default -> throw new IllegalArgumentException("BITPIX can't be " + bitpix);
        };
    }
}
