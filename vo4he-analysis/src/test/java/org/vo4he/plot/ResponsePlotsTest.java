// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.HduContent;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.SharedData;

/// Responses of several missions: a matrix is brightest where the channel's energy is the photon's.
class ResponsePlotsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sherpa-test-data/3c273.rmf",
                "sherpa-test-data/acisf01575_001N001_r0085_rmf3.fits.gz",
                "sherpa-test-data/epn_ff20_dY9.rmf",
                "sherpa-test-data/rmf2278.fits",
                "sherpa-test-data/s0_mar24.rmf",
                "BXA/examples/sherpa/xmm/pn.rmf",
                "gammalib/test/data/rmf.fits",
                "gammapy-data/PKS2155-steady/pks2155-304_steady_rmf.fits.gz"
            })
    void photonsAreMostOftenSeenAtTheirOwnEnergy(String file) throws Exception {
        PlotData data = response(SharedData.data(file), HduContent.RMF).data();
        double wanted = Math.sqrt(data.x().range().low() * data.x().range().high());
        double[] x = values(data, "x");
        double nearest = Arrays.stream(x)
                .boxed()
                .min(Comparator.comparingDouble(one -> Math.abs(Math.log(one / wanted))))
                .orElseThrow();
        double brightest = 0;
        double at = 0;
        for (int i = 0; i < data.rows(); i++) {
            double value = data.column("value").orElseThrow().value(i);
            if (x[i] == nearest && value > brightest) {
                brightest = value;
                at = data.column("y").orElseThrow().value(i);
            }
        }
        assertThat(at).isCloseTo(nearest, within(0.25 * nearest));
    }

    @Test
    void aMatrixOfGroupsFillsTheChannelsThatTheyName() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("MATRIX")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .card("DETCHANS", 4)
                .card("TLMIN4", 1)
                .column("ENERG_LO", "E", 1, 2)
                .unit("keV")
                .column("ENERG_HI", "E", 2, 3)
                .unit("keV")
                .column("N_GRP", "I", 2, 1)
                .vectors("F_CHAN", "PI", new double[] {1, 4}, new double[] {3})
                .vectors("N_CHAN", "PI", new double[] {1, 1}, new double[] {1})
                .vectors("MATRIX", "PE", new double[] {0.75, 0.25}, new double[] {1});
        PlotData data = response(fits.write(folder.resolve("groups.rmf")), HduContent.RMF)
                .data();
        assertThat(at(data, 1.5, 1)).isCloseTo(0.75, within(1e-6));
        assertThat(at(data, 1.5, 4)).isCloseTo(0.25, within(1e-6));
        assertThat(at(data, 1.5, 2)).isNaN();
        assertThat(at(data, 2.5, 3)).isCloseTo(1, within(1e-6));
        assertThat(at(data, 2.5, 1)).isNaN();
        assertThat(data.y().label()).isEqualTo("Channel");
    }

    /// The value of the cell that lies nearest, if it is nearer than a quarter of a bin; else NaN.
    private static double at(PlotData data, double x, double y) {
        double[] xs = values(data, "x");
        double[] ys = values(data, "y");
        for (int i = 0; i < data.rows(); i++) {
            if (Math.abs(xs[i] - x) < 0.02 && Math.abs(ys[i] - y) < 0.25) {
                return data.column("value").orElseThrow().value(i);
            }
        }
        return Double.NaN;
    }

    @Test
    void anAreaIsTheColumnOfTheFile() throws Exception {
        Path file = SharedData.data("sherpa-test-data/3c273.arf");
        PlotData data = response(file, HduContent.ARF).data();
        try (FitsFile fits = FitsFile.open(file)) {
            Hdu hdu = fits.hdus().get(1);
            double[] area = hdu.numbers(hdu.column("SPECRESP").orElseThrow(), 0, (int) hdu.rows());
            assertThat(values(data, "area")).containsExactly(area);
        }
        assertThat(data.y().unit()).isEqualTo("cm**2");
        assertThat(data.x().unit()).isEqualTo("keV");
    }

    @Test
    void squareMetresBecomeSquareCentimetresAndTevStays() throws Exception {
        Path file = SharedData.data("gammalib/test/data/arf.fits");
        PlotData data = response(file, HduContent.ARF).data();
        try (FitsFile fits = FitsFile.open(file)) {
            Hdu hdu = fits.hdu("SPECRESP").orElseThrow();
            double first = hdu.numbers(hdu.column("SPECRESP").orElseThrow(), 0, 1)[0];
            assertThat(values(data, "area")[0]).isCloseTo(first * 1e4, within(1.0));
        }
        assertThat(data.y().unit()).isEqualTo("cm**2");
        assertThat(data.x().unit()).isEqualTo("TeV");
    }

    @Test
    void anEffectiveAreaByOffsetIsACurveForEach() throws Exception {
        Path file = SharedData.data("gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz");
        Plot plot = ProductPlots.of(file, 3, Companions.none()).plot(PlotKind.RESPONSE, PlotOptions.standard());
        assertThat(plot.data().series())
                .extracting(PlotData.Series::label)
                .containsExactly("0 deg", "0.5 deg", "1 deg", "1.5 deg", "2 deg", "2.5 deg");
    }

    @Test
    void otherGammaRayResponsesAreUndrawableAndSaySo() {
        Path file = SharedData.data("gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz");
        assertThatThrownBy(() -> ProductPlots.of(file, 4, Companions.none()))
                .isInstanceOf(UndrawableException.class)
                .hasMessageEndingWith("of gamma-ray responses only effective areas by offset are drawn");
    }

    private static Plot response(Path file, HduContent content) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            List<Hdu> hdus = fits.hdus().stream()
                    .filter(hdu -> HduContent.of(hdu) == content)
                    .toList();
            return ProductPlots.of(file, hdus.getFirst().index(), Companions.none())
                    .plot(PlotKind.RESPONSE, PlotOptions.standard());
        }
    }

    private static double[] values(PlotData data, String column) {
        return data.column(column).orElseThrow().values();
    }
}
