// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.SharedData;

/// Catalogues as maps of positions.
class CataloguePicturesTest {

    @TempDir
    Path folder;

    private static Plot map(Path file, int hdu) throws IOException, UndrawableException {
        return ProductPlots.of(file, hdu, Companions.none()).plot(PlotKind.SKY, PlotOptions.standard());
    }

    private static double[] column(Plot plot, String name) {
        return plot.data().column(name).orElseThrow().values();
    }

    private Plot map(String lonName, String unit, double[] lon, double[] lat) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SOURCES")
                .column(lonName, "D", lon)
                .unit(unit)
                .column(lonName.equals("GLON") ? "GLAT" : "DEC", "D", lat)
                .unit("deg");
        return map(fits.write(folder.resolve("sources.fits")), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "gammapy-data/catalogs/fermi/gll_psch_v13.fit.gz, 1, 1556",
        "gammapy-data/catalogs/gammacat/gammacat.fits.gz, 1, 162",
        "gammapy-data/catalogs/hgps_catalog_v1.fits.gz, 1, 78"
    })
    void everySourceOfASharedCatalogueHasItsMark(String file, int hdu, int sources) throws Exception {
        Plot map = map(SharedData.data(file), hdu);
        assertThat(map).isInstanceOf(SkyPlot.class);
        assertThat(map.data().rows()).isEqualTo(sources);
        assertThat(map.description()).contains(sources + " rows");
    }

    @Test
    void sourcesOnBothSidesOfRightAscensionZeroAreNeighbours() throws Exception {
        Plot map = map("RA", "deg", new double[] {359.95, 0.05, 0}, new double[] {10, 10, 10.1});
        double[] x = column(map, "x");
        assertThat(Math.abs(x[0] - x[1])).isCloseTo(0.1 * Math.cos(Math.toRadians(10)), within(1e-4));
        assertThat(x[0]).as("east is to the left").isGreaterThan(x[1]);
        assertThat(map.description()).contains("zenithal");
    }

    @Test
    void hoursAndGalacticLongitudesBecomeIcrs() throws Exception {
        assertThat(column(map("RA", "h", new double[] {5.5}, new double[] {22}), "ra")[0])
                .isCloseTo(82.5, within(1e-9));
        assertThat(column(map("GLON", "deg", new double[] {0}, new double[] {0}), "ra")[0])
                .isCloseTo(266.40499, within(1e-4));
    }

    @Test
    void manyPositionsBecomeCounts() throws Exception {
        int rows = CatalogueDrawer.MOST_MARKS + 1;
        double[] ra = new double[rows];
        double[] dec = new double[rows];
        Arrays.setAll(ra, i -> i * 0.017 % 360);
        Arrays.setAll(dec, i -> Math.toDegrees(Math.asin(2.0 * i / rows - 1)));
        Plot map = map("RA", "deg", ra, dec);
        assertThat(Arrays.stream(column(map, "rows")).filter(Double::isFinite).sum())
                .isEqualTo(rows);
        assertThat(map.description()).contains("Hammer-Aitoff", "all over the sky");
    }

    @Test
    void rowsWithoutPositionAreCounted() throws Exception {
        Plot map = map("RA", "deg", new double[] {10, Double.NaN, 11}, new double[] {1, 1, 100});
        assertThat(map.data().rows()).isEqualTo(1);
        assertThat(map.description()).contains("1 of 3 rows");
    }

    @Test
    void aTableOfPositionsAsTextIsRefusedWithTheReason() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SOURCES").column("RA", "12A", "05:34:32").column("DEC", "12A", "+22:00:52");
        Path file = fits.write(folder.resolve("text.fits"));
        assertThatThrownBy(() -> map(file, 1))
                .isInstanceOf(UndrawableException.class)
                .hasMessageContainingAll("text.fits", "SOURCES (HDU 1)", "its column RA holds text");
    }
}
