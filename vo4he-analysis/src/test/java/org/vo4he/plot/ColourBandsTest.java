// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.ImageWriter;
import org.vo4he.fits.NewFits;

/// Pictures of images in bands, by the colours of their pixels.
class ColourBandsTest {

    private static final int SIDE = 64;

    @TempDir
    private Path folder;

    /// The left half shines in the first band, the right half in the last.
    private Path image(int bands) throws Exception {
        List<byte[]> hdus = new ArrayList<>();
        hdus.add(ImageWriter.primary(counts(_ -> true), SIDE, SIDE, hdu -> hdu.card("BUNIT", "count", "")));
        for (int band = 1; band <= bands; band++) {
            int last = bands;
            int number = band;
            hdus.add(ImageWriter.extension(
                    "BAND" + band,
                    counts(x -> number == 1 && x < SIDE / 2 || number == last && x >= SIDE / 2),
                    SIDE,
                    SIDE,
                    hdu -> hdu.card("E_MIN", 0.5 * number, "").card("E_MAX", 0.5 * number + 0.5, "")));
        }
        Path file = folder.resolve(bands + ".fits");
        NewFits.write(file, hdus);
        return file;
    }

    private static int[] counts(IntPredicate column) {
        return IntStream.range(0, SIDE * SIDE)
                .map(i -> column.test(i % SIDE) ? 20 : 0)
                .toArray();
    }

    private static long pixels(Plot plot, int colour) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(plot.png()));
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xffffff) == colour)
                .count();
    }

    private static Plot picture(Path file) throws Exception {
        return ProductPlots.of(file, 0, Companions.none()).plot(PlotKind.IMAGE, PlotOptions.standard());
    }

    @Test
    void whatShinesInTheSoftBandIsRedAndInTheHardOneBlue() throws Exception {
        Plot plot = picture(image(3));

        assertThat(pixels(plot, 0xff0000)).isGreaterThan(50_000);
        assertThat(pixels(plot, 0x0000ff)).isGreaterThan(50_000);
        assertThat(plot.svg()).contains("red 0.5 to 1 keV", "blue 1.5 to 2 keV");
        assertThat(plot.data().column("counts")).isPresent();
    }

    @Test
    void twoBandsAreNoColours() throws Exception {
        assertThat(pixels(picture(image(2)), 0xff0000)).isZero();
    }
}
