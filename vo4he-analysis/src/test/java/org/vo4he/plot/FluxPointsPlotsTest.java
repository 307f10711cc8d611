// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;

/// Flux points of two files of gammapy, whose numbers are also there as text, and of small tables.
class FluxPointsPlotsTest {

    private static final String FOLDER = "gammapy-data/tests/spectrum/flux_points/";

    @TempDir
    private Path folder;

    private final FitsBuilder builder = new FitsBuilder();

    private static Plot drawn(Path file) throws Exception {
        ProductPlots plots = ProductPlots.of(file, 1, Companions.none());
        assertThat(plots.kinds()).containsExactly(PlotKind.SPECTRUM);
        return plots.plot(PlotKind.SPECTRUM, PlotOptions.standard());
    }

    private Plot drawn() throws Exception {
        return drawn(builder.write(folder.resolve("points.fits")));
    }

    private static double[] values(Plot plot, String column) {
        return plot.data().column(column).orElseThrow().values();
    }

    private FitsTable table() {
        return builder.table("FLUX_POINTS").column("E_REF", "D", 1, 10, 3).unit("TeV");
    }

    @Test
    void valuesErrorsAndLimitsAreThoseOfTheFile() throws Exception {
        Plot plot = drawn(SharedData.data(FOLDER + "diff_flux_points.fits"));
        assertThat(plot.title()).isEqualTo("diff_flux_points.fits, flux points");
        assertThat(plot.data().y().unit()).isEqualTo("cm-2 MeV-1 ph s-1");
        assertThat(plot.data().x().unit()).isEqualTo("MeV");
        assertThat(plot.data().rows()).isEqualTo(24);
        assertThat(plot.description())
                .contains("19 points and 5 upper limits from 115 to 86600 MeV")
                .contains("Differential photon flux (dnde) from 6.45e-17 to 1.15e-10 cm-2 MeV-1 ph s-1")
                .contains("with a confidence of 95 %");
        assertThat(plot.svg()).contains("upper limits");
    }

    @Test
    void binsAreDrawnWhereTheFileHasThem() throws Exception {
        Plot plot = drawn(SharedData.data(FOLDER + "flux_points.fits"));
        assertThat(values(plot, "energy_low")[0]).isCloseTo(100, within(1e-6));
        assertThat(values(plot, "energy")[0]).isCloseTo(Math.sqrt(100 * values(plot, "energy_high")[0]), within(1e-6));
        assertThat(plot.data().series())
                .extracting(PlotData.Series::style)
                .containsExactly(PlotData.Style.POINTS, PlotData.Style.LIMITS);
    }

    @Test
    void pointsAreInTheOrderOfEnergyAndErrorsMayDifferOnBothSides() throws Exception {
        table().column("DNDE", "D", 100, 1, 10)
                .unit("cm-2 s-1 TeV-1")
                .column("DNDE_ERRN", "D", 20, 0.2, 2)
                .column("DNDE_ERRP", "D", 30, 0.3, 3);
        Plot plot = drawn();
        assertThat(values(plot, "energy")).containsExactly(1, 3, 10);
        assertThat(values(plot, "flux")).containsExactly(100, 10, 1);
        assertThat(values(plot, "flux_error")).containsExactly(30, 3, 0.3);
        assertThat(values(plot, "flux_error_below")).containsExactly(20, 2, 0.2);
        assertThat(plot.data().series()).hasSize(1);
    }

    @Test
    void whatHasALimitAndNoValueIsALimit() throws Exception {
        table().column("DNDE", "D", 100, Double.NaN, 10).unit("cm-2 s-1 TeV-1").column("DNDE_UL", "D", 200, 5, 20);
        Plot plot = drawn();
        assertThat(values(plot, "upper_limit")).containsExactly(Double.NaN, Double.NaN, 5);
        assertThat(values(plot, "flux")).containsExactly(100, 10, Double.NaN);
        assertThat(plot.description()).contains("2 points and 1 upper limit from");
    }

    @Test
    void normsAreMultipliedByTheirReference() throws Exception {
        table().card("SED_TYPE", "likelihood")
                .column("REF_DNDE", "D", 100, 1, 10)
                .unit("cm-2 s-1 TeV-1")
                .column("NORM", "D", 2, 2, 2)
                .column("NORM_ERR", "D", 0.5, 0.5, 0.5);
        Plot plot = drawn();
        assertThat(values(plot, "flux")).containsExactly(200, 20, 2);
        assertThat(values(plot, "flux_error")).containsExactly(50, 5, 0.5);
        assertThat(plot.data().y().unit()).isEqualTo("cm-2 s-1 TeV-1");
    }

    @Test
    void fluxPointsWithoutEnergiesAreUndrawableAndSaySo() {
        builder.table("FLUX_POINTS").column("E_REF", "D", 1, 10).unit("m2").column("DNDE", "D", 1, 2);
        Path file = builder.write(folder.resolve("points.fits"));
        assertThatThrownBy(() -> drawn(file))
                .isInstanceOf(UndrawableException.class)
                .hasMessageEndingWith("neither E_REF nor E_MIN and E_MAX state energies");
    }
}
