// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.sphere.UnitVector;
import org.vo4he.testkit.FitsBuilder;

/// From the sky to a pixel, against the way from the pixel to the sky.
class PixelSearchTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TAN", "SIN", "ARC", "STG", "ZEA", "CAR", "CEA", "MER", "SFL", "PAR", "MOL", "AIT", "HPX"})
    void aPixelIsFoundAgainFromItsDirection(String projection) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.image("SKY", -32, 200, 200)
                .card("CTYPE1", "RA---" + projection)
                .card("CRVAL1", 83.63)
                .card("CRPIX1", 100.5)
                .card("CDELT1", -0.05)
                .card("CTYPE2", "DEC--" + projection)
                .card("CRVAL2", 22.01)
                .card("CRPIX2", 100.5)
                .card("CDELT2", 0.05);
        try (FitsFile file = FitsFile.open(fits.write(folder.resolve(projection + ".fits")))) {
            CelestialWcs wcs = ImageSky.ofImage(file.hdus().get(1), projection, new ArrayList<>())
                    .orElseThrow()
                    .wcs();
            for (double x = 3; x <= 200; x += 49) {
                for (double y = 7; y <= 200; y += 48) {
                    UnitVector sky = wcs.at(x, y).orElseThrow();
                    double[] pixel = wcs.pixelOf(sky).orElseThrow();
                    assertThat(pixel[0]).as(x + ", " + y).isCloseTo(x, within(1e-7));
                    assertThat(pixel[1]).as(x + ", " + y).isCloseTo(y, within(1e-7));
                }
            }
        }
    }
}
