// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.lang.reflect.Array;
import java.util.Locale;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.image.compression.hdu.CompressedImageHDU;

/// What the FITS library (release 1.21.2) adds too much to the pixels of floating images that were quantised without
/// dithering: it gives (I + 1/2) ZSCALE + ZZERO where the FITS Standard 4.0, section 10.2, has I ZSCALE + ZZERO, which
/// is what CFITSIO and astropy give. With dithering it agrees with them.
final class HalfQuantum {

    private final int[] lengths;
    private final int[] tileLengths;
    private final double[] halves;

    private HalfQuantum(int[] lengths, int[] tileLengths, double[] halves) {
        this.lengths = lengths;
        this.tileLengths = tileLengths;
        this.halves = halves;
    }

    static HalfQuantum of(CompressedImageHDU image) throws FitsException {
        Header header = image.getHeader();
        String dithering =
                header.getStringValue("ZQUANTIZ", "NO_DITHER").strip().toUpperCase(Locale.ROOT);
        int axes = header.getIntValue("ZNAXIS", 0);
        boolean isColumn = image.findColumn("ZSCALE") >= 0;
        boolean quantised = header.getIntValue("ZBITPIX", 8) < 0 && (isColumn || header.containsKey("ZSCALE"));
        if (!quantised || !dithering.equals("NO_DITHER") || axes < 1) {
            return new HalfQuantum(new int[0], new int[0], new double[0]);
        }
        int[] lengths = new int[axes];
        int[] tileLengths = new int[axes];
        for (int i = 0; i < axes; i++) {
            lengths[i] = header.getIntValue("ZNAXIS" + (i + 1), 1);
            tileLengths[i] = Math.max(1, header.getIntValue("ZTILE" + (i + 1), i == 0 ? lengths[0] : 1));
        }
        return new HalfQuantum(lengths, tileLengths, halves(image, isColumn, header.getDoubleValue("ZSCALE", 0)));
    }

    private static double[] halves(CompressedImageHDU image, boolean isColumn, double same) throws FitsException {
        int quantised = image.findColumn("COMPRESSED_DATA");
        int scale = image.findColumn("ZSCALE");
        double[] halves = new double[image.getNRows()];
        for (int tile = 0; tile < halves.length; tile++) {
            boolean lossless = quantised < 0 || Array.getLength(image.getElement(tile, quantised)) == 0;
            double quantum = isColumn ? Array.getDouble(image.getElement(tile, scale), 0) : same;
            halves[tile] = lossless ? 0 : quantum / 2;
        }
        return halves;
    }

    /// @param pixel from 0, the first axis running fastest
    double at(long pixel) {
        long tile = 0;
        long tiles = 1;
        long rest = pixel;
        for (int i = 0; i < lengths.length; i++) {
            tile += rest % lengths[i] / tileLengths[i] * tiles;
            tiles *= (lengths[i] + tileLengths[i] - 1) / tileLengths[i];
            rest /= lengths[i];
        }
        return tile < halves.length ? halves[(int) tile] : 0;
    }
}
