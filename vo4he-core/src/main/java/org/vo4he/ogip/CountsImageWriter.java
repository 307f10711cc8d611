// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vo4he.fits.HduWriter;
import org.vo4he.fits.ImageWriter;

/// Writes images of events: all energies in the primary HDU, each band in an extension.
public final class CountsImageWriter {

    private CountsImageWriter() {}

    /// The primary HDU and those of the bands.
    public static List<byte[]> hdus(CountsImage image, ScienceFile file) {
        List<byte[]> hdus = new ArrayList<>();
        hdus.add(ImageWriter.primary(
                image.counts(), image.width(), image.height(), cards(image, image.bandKev(), image.counts(), file)));
        for (CountsImage.Band band : image.bands()) {
            hdus.add(ImageWriter.extension(
                    band.name(),
                    band.counts(),
                    image.width(),
                    image.height(),
                    cards(image, Optional.of(band.kev()), band.counts(), file)));
        }
        return hdus;
    }

    private static Consumer<HduWriter> cards(
            CountsImage image, Optional<double[]> bandKev, int[] counts, ScienceFile file) {
        return hdu -> {
            new HduClass("OGIP", "1.0.0", "IMAGE", "TOTAL").cards().accept(hdu);
            file.making().accept(hdu);
            file.observation().without(image.sky().frameCards()).all().accept(hdu);
            if (Double.isFinite(image.exposureSeconds())) {
                hdu.card("EXPOSURE", image.exposureSeconds(), "[s] good time, dead time taken off");
            }
            hdu.card("BUNIT", "count", "unit of the pixels").card("TOTCTS", sum(counts), "events in all pixels");
            EnergyCards.write(bandKev, hdu);
            image.sky().write(hdu);
            file.selected().accept(hdu);
        };
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
