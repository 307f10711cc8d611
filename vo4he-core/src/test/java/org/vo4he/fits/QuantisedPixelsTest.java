// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

/// Floating images that were quantised when they were compressed: each pixel is the one that astropy decompresses.
class QuantisedPixelsTest {

    /// Writes an image of 70 by 50 pixels, and what it reads back.
    private static final String ASTROPY = """
            import sys
            import numpy as np
            from astropy.io import fits
            path, method, tile, numbers = sys.argv[1:5]
            a = np.random.default_rng(3).normal(5, 2, (50, 70)).astype('f4')
            fits.CompImageHDU(a, compression_type='RICE_1', quantize_method=int(method), quantize_level=4,
                tile_size=[int(t) for t in tile.split('x')], dither_seed=7).writeto(path)
            np.savetxt(numbers, fits.getdata(path, 1).astype('f8').ravel())
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"-1, 70x1", "-1, 32x16", "1, 70x1", "2, 70x10"})
    void eachPixelIsTheOneThatAstropyDecompresses(String method, String tile) throws Exception {
        Path file = folder.resolve("quantised.fits");
        Path numbers = folder.resolve("numbers.txt");
        Judges.python(ASTROPY, file.toString(), method, tile, numbers.toString());
        double[] expected = Files.readAllLines(numbers).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(expected).hasSize(3500);
        assertThat(pixels(file)).containsExactly(expected, within(1e-5));
    }

    @Test
    void aFileWithoutAWordOnDitheringIsNotHalfAQuantumTooBright() throws Exception {
        String images = "nom-tam-fits/image/provided/";
        double[] quantised = pixels(SharedData.data(images + "m13real_rice.fits"));
        double[] original;
        try (FitsFile fits = FitsFile.open(SharedData.data(images + "m13real.fits"))) {
            original = pixels(fits.hdus().getFirst());
        }
        double[] sums = new double[2];
        for (int i = 0; i < original.length; i++) {
            sums[0] += quantised[i];
            sums[1] += original[i];
        }
        assertThat(sums[0]).isCloseTo(sums[1], within(2e-5 * sums[1]));
    }

    private static double[] pixels(Path file) throws IOException, NotFitsException {
        try (FitsFile fits = FitsFile.open(file)) {
            return pixels(fits.hdus().get(1));
        }
    }

    private static double[] pixels(Hdu image) throws IOException {
        double[] pixels = new double[(int) (image.axes()[0] * image.axes()[1])];
        image.forEachPixels((first, values, count) -> System.arraycopy(values, 0, pixels, (int) first, count));
        return pixels;
    }
}
