// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.HduContent;

/// Three bands of an image as one picture: the softest red, the hardest blue, each as bright as suits it.
///
/// @param painted the picture
/// @param remark which colour is which band
record ColourBands(Pixels painted, String remark) {

    private static final List<String> NAMES = List.of("BAND1", "BAND2", "BAND3");
    private static final List<String> COLOURS = List.of("red", "green", "blue");
    private static final int BRIGHTEST = 255;
    private static final double KEV_PER_MEV = 1000;

    /// Of counts in the primary HDU whose file has just three bands of them, of the same size, as extensions.
    ///
    /// @param most cells on a side
    /// @param block pixels on a side of a cell, as the primary image is drawn
    static Optional<ColourBands> of(Source source, PlotOptions options, int most, int block)
            throws IOException, UndrawableException {
        List<Hdu> bands = source.file().hdus().stream()
                .filter(hdu -> hdu.name().startsWith("BAND") && HduContent.of(hdu) == HduContent.IMAGE)
                .toList();
        boolean three = source.hdu().index() == 0
                && bands.stream().map(Hdu::name).toList().equals(NAMES)
                && bands.stream().allMatch(band -> size(band).equals(size(source.hdu())));
        if (!three) {
            return Optional.empty();
        }
        List<int[]> planes = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Pixels last = null;
        for (int i = 0; i < bands.size(); i++) {
            last = plane(new Source(source.file(), bands.get(i), source.companions()), options, most, block);
            planes.add(last.argb());
            words.add(COLOURS.get(i) + " " + energies(bands.get(i).header()));
        }
        int[] argb = new int[planes.getFirst().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | planes.get(0)[i] << 16 | planes.get(1)[i] << 8 | planes.get(2)[i];
        }
        return Optional.of(new ColourBands(new Pixels(last.width(), last.height(), argb), String.join(", ", words)));
    }

    private static List<Long> size(Hdu image) {
        return List.of(
                image.header().integer("NAXIS1").orElse(0L),
                image.header().integer("NAXIS2").orElse(0L));
    }

    private static Pixels plane(Source band, PlotOptions options, int most, int block)
            throws IOException, UndrawableException {
        ImagePixels pixels = ImagePixels.of(band);
        pixels.read(band.hdu(), options.x(), options.y(), most);
        Raster raster = pixels.countsInBlocks(block);
        Brightness brightness = Brightness.of(raster, true, options.stretch());
        return raster.pixels(value -> (int) Math.round(BRIGHTEST * Math.clamp(brightness.level(value), 0.0, 1.0)));
    }

    private static String energies(FitsHeader header) {
        Optional<Double> low = header.number("E_MIN");
        Optional<Double> high = header.number("E_MAX");
        if (low.isEmpty() || high.isEmpty()) {
            return header.text("EXTNAME").orElse("");
        }
        String unit = header.text("E_UNIT").orElse("keV");
        boolean large = unit.equals("keV") && low.get() >= KEV_PER_MEV;
        return large
                ? NumberText.between(low.get() / KEV_PER_MEV, high.get() / KEV_PER_MEV, "MeV")
                : NumberText.between(low.get(), high.get(), unit);
    }
}
