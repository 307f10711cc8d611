// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.sphere.UnitVector;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsImage;

/// Every projection against WCSLIB (astropy.wcs 5.2), near and far from the poles, rotated and with a LONPOLE.
class ProjectionTest {

    private static final double MILLIARCSECOND = 1 / 3.6e6;

    /// WCSLIB computes CSC in single precision.
    private static final double SINGLE_PRECISION_DEG = 2e-5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvFileSource(resources = "projections.csv", numLinesToSkip = 1)
    void aPixelLiesWhereWcslibPutsIt(
            String projection,
            double crval1,
            double crval2,
            double cdelt,
            double crota2,
            Double lonpole,
            String pv,
            double x,
            double y,
            double ra,
            double dec)
            throws IOException, NotFitsException {
        FitsBuilder fits = new FitsBuilder();
        FitsImage image = fits.primary().axes(8, 192, 192);
        image.card("CTYPE1", "RA---" + projection).card("CTYPE2", "DEC--" + projection);
        image.card("CRPIX1", 90.5).card("CRPIX2", 100.0).card("RADESYS", "ICRS");
        image.card("CDELT1", -cdelt).card("CDELT2", cdelt).card("CROTA2", crota2);
        image.card("CRVAL1", crval1).card("CRVAL2", crval2);
        if (lonpole != null) {
            image.card("LONPOLE", lonpole);
        }
        for (String parameter : pv == null ? new String[0] : pv.split(" ")) {
            String[] parts = parameter.split("=");
            image.card("PV2_" + parts[0], Double.parseDouble(parts[1]));
        }
        List<Finding> findings = new ArrayList<>();
        try (FitsFile file = FitsFile.open(fits.write(folder.resolve("map.fits")))) {
            CelestialWcs wcs = ImageSky.ofImage(file.hdus().getFirst(), "map", findings)
                    .orElseThrow()
                    .wcs();

            assertThat(wcs.at(x, y).orElseThrow().separationDeg(UnitVector.of(ra, dec)))
                    .isCloseTo(0, within(projection.equals("CSC") ? SINGLE_PRECISION_DEG : MILLIARCSECOND));
            assertThat(findings).isEmpty();
        }
    }
}
