// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.UnitVector;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;

/// HEALPix tables that hold, in each pixel, the declination of its middle or a single bright pixel: it is known what
/// must be seen where.
class HealpixPicturesTest {

    private static final int SIDE = 16;
    private static final int CELLS = 12 * SIDE * SIDE;

    @TempDir
    private Path folder;

    private final FitsBuilder builder = new FitsBuilder();

    private Plot drawn() throws Exception {
        return drawn(builder.write(folder.resolve("map.fits")));
    }

    private static Plot drawn(Path file) throws Exception {
        ProductPlots plots = ProductPlots.of(file, 1, Companions.none());
        assertThat(plots.kinds()).containsExactly(PlotKind.IMAGE);
        return plots.plot(PlotKind.IMAGE, PlotOptions.standard().withSize(400, 250));
    }

    private FitsTable table(String ordering, String system) {
        return builder.table("SKYMAP")
                .card("PIXTYPE", "HEALPIX")
                .card("ORDERING", ordering)
                .card("COORDSYS", system)
                .card("NSIDE", (long) SIDE);
    }

    private static double[] declinations(String ordering) {
        double[] declinations = new double[CELLS];
        Arrays.setAll(declinations, i -> centre(ordering, i).decDeg());
        return declinations;
    }

    private static UnitVector centre(String ordering, long index) {
        return ordering.equals("RING") ? Healpix.ringCentre(SIDE, index) : Healpix.centre(4, index);
    }

    /// Each cell of the picture shows the declination of its place, as finely as the map has it.
    private static void assertDeclinations(Plot plot, int least) {
        PlotData data = plot.data();
        int compared = 0;
        for (int row = 0; row < data.rows(); row++) {
            double value = data.column("value").orElseThrow().value(row);
            if (Double.isFinite(value)) {
                compared++;
                assertThat(Math.abs(value - data.column("dec").orElseThrow().value(row)))
                        .isLessThan(5);
            }
        }
        assertThat(compared).isGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource({"RING", "NESTED"})
    void aMapOfTheWholeSkyHasItsValuesWhereTheyBelong(String ordering) throws Exception {
        table(ordering, "EQU")
                .column("DEC_OF_CELL", "E", declinations(ordering))
                .unit("deg");
        Plot plot = drawn();
        assertThat(plot.description()).contains("3072 pixels (NSIDE 16").contains("-87");
        assertDeclinations(plot, 10_000);
    }

    @Test
    void galacticMapsAreTurned() throws Exception {
        double[] bright = new double[CELLS];
        bright[(int) Healpix.index(4, 0.1, 0.1)] = 7.5;
        table("NESTED", "GAL").column("FLUX", "E", bright);
        PlotData data = drawn().data();
        int brightest = 0;
        for (int row = 0; row < data.rows(); row++) {
            double value = data.column("value").orElseThrow().value(row);
            brightest = value > 7 ? row : brightest;
        }
        UnitVector seen = UnitVector.of(
                data.column("ra").orElseThrow().value(brightest),
                data.column("dec").orElseThrow().value(brightest));
        assertThat(seen.separationDeg(UnitVector.of(266.405, -28.936))).isLessThan(4);
    }

    @Test
    void pixelsWithIndicesAreDrawnAsTheFieldThatTheyFill() throws Exception {
        double[] indices = new double[40];
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            indices[i] = 839 - i;
            values[i] = centre("NESTED", 839 - i).decDeg();
        }
        table("NESTED", "EQU")
                .card("INDXSCHM", "EXPLICIT")
                .column("PIX", "J", indices)
                .column("VALUE", "D", values);
        Plot plot = drawn();
        assertThat(plot.data().x().range().length()).isLessThan(100);
        assertDeclinations(plot, 1000);
    }

    @Test
    void pixelsInArraysFollowEachOther() throws Exception {
        double[] all = declinations("RING");
        double[][] rows = new double[3][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(all, i * 1024, (i + 1) * 1024));
        table("RING", "C").vectors("TEMPERATURE", "1024E", rows);
        assertDeclinations(drawn(), 10_000);
    }

    @Test
    void countsOfSeveralBandsAreSummedOthersAreNot() throws Exception {
        double[] two = new double[CELLS];
        double[] three = new double[CELLS];
        Arrays.fill(two, 2);
        Arrays.fill(three, 3);
        table("RING", "GAL").column("CHANNEL1", "J", two).column("CHANNEL2", "J", three);
        Plot plot = drawn();
        assertThat(plot.description()).contains("CHANNEL1, sum of 2 bands from 5 to 5");
        Plot exposure = drawn(SharedData.data("gammalib/inst/lat/test/data/p6v3/ltcube.fits.gz"));
        assertThat(exposure.description())
                .contains("COSBINS, first of 20 bands")
                .contains("NSIDE 16, nested");
    }

    @Test
    void aMapInUnknownCoordinatesIsUndrawableAndSaysSo() {
        table("RING", "X").column("VALUE", "E", declinations("RING"));
        Path file = builder.write(folder.resolve("map.fits"));
        assertThatThrownBy(() -> drawn(file))
                .isInstanceOf(UndrawableException.class)
                .hasMessageEndingWith("COORDSYS is 'X': in which coordinates is not known");
    }

    @Test
    void aMapWithMorePixelsThanTheSkyIsUndrawableAndSaysSo() {
        table("RING", "C").card("FIRSTPIX", 1L).column("VALUE", "E", declinations("RING"));
        Path file = builder.write(folder.resolve("map.fits"));
        assertThatThrownBy(() -> drawn(file))
                .isInstanceOf(UndrawableException.class)
                .hasMessageContaining("it has 3072 pixels for NSIDE 16");
    }
}
