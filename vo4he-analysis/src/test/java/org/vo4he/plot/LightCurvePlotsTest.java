// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;

/// Light curves of real files, and small ones one can check by eye.
class LightCurvePlotsTest {

    @TempDir
    private Path folder;

    private final FitsBuilder fits = new FitsBuilder();

    /// A clock that counts seconds of UTC since 2010-01-01T00:00:00 (MJD 55197).
    private FitsTable rates() {
        return fits.table("RATE")
                .card("HDUCLAS1", "LIGHTCURVE")
                .card("MJDREFI", 55197)
                .card("MJDREFF", 0.0)
                .card("TIMESYS", "UTC")
                .card("TIMEUNIT", "s")
                .card("TIMEDEL", 10.0);
    }

    private Plot drawn() throws Exception {
        return drawn(fits.write(folder.resolve("curve.lc")), 1);
    }

    private static Plot drawn(Path file, int hdu) throws Exception {
        return ProductPlots.of(file, hdu, Companions.none()).plot(PlotKind.LIGHT_CURVE, PlotOptions.standard());
    }

    private static double[] values(Plot plot, String column) {
        return plot.data().column(column).orElseThrow().values();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gammalib/test/data/model_temporal_lightcurve.fits",
                "gammapy-data/tests/models/light_curve/lightcrv_PKSB1222+216.fits"
            })
    void aProfileOfTimesAndFactorsIsDrawn(String file) throws Exception {
        Plot plot = ProductPlots.of(SharedData.data(file), 1, Companions.none())
                .plot(PlotKind.LIGHT_CURVE, PlotOptions.standard());
        assertThat(plot.data().y().label()).isEqualTo("Norm");
        assertThat(plot.data().rows()).isGreaterThanOrEqualTo(10);
        assertThat(plot.description()).doesNotContain("counts");
    }

    @Test
    void timeCountsFromTheStartOfTheFirstBinInUtc() throws Exception {
        rates().column("TIME", "D", 3605, 3615).column("RATE", "E", 1, 2).unit("count/s");
        Plot plot = drawn();
        assertThat(plot.data().x().label()).isEqualTo("Time since 2010-01-01T01:00:00 UTC");
        assertThat(values(plot, "time")).containsExactly(new double[] {5, 15}, within(1e-3));
        assertThat(values(plot, "mjd_utc")[0]).isCloseTo(55197 + 3605 / 86400.0, within(1e-8));
        assertThat(values(plot, "rate")).containsExactly(1, 2);
    }

    @Test
    void terrestrialTimeIsBroughtToUtc() throws Exception {
        rates().card("NOTE", "x")
                .column("TIME", "D", 3605 + 66.184, 3615 + 66.184)
                .column("RATE", "E", 1, 2);
        Path file = fits.write(folder.resolve("tt.lc"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Damage.withCard(bytes, "TIMESYS", "TIMESYS = 'TT      '"));
        assertThat(drawn(file, 1).data().x().label()).isEqualTo("Time since 2010-01-01T01:00:00 UTC");
    }

    @Test
    void theLineIsBrokenWhereBinsAreMissing() throws Exception {
        rates().column("TIME", "D", 5, 15, 45, 55).column("RATE", "E", 1, 2, 3, 4);
        Plot plot = drawn();
        assertThat(values(plot, "rate")).containsExactly(1, 2, Double.NaN, 3, 4);
        assertThat(plot.description()).contains("The line is broken at 1 gap.");
    }

    @Test
    void theLineIsBrokenWhereGoodTimesEnd() throws Exception {
        rates().column("TIME", "D", 5, 15, 25, 35).column("RATE", "E", 1, 2, 3, 4);
        fits.table("GTI").card("HDUCLAS1", "GTI").column("START", "D", 0, 24).column("STOP", "D", 16, 40);
        assertThat(values(drawn(), "rate")).containsExactly(1, 2, Double.NaN, 3, 4);
    }

    @Test
    void binsWithoutAValueOrWithoutExposureAreLeftOut() throws Exception {
        rates().column("TIME", "D", 5, 15, 25, 35, 45)
                .column("RATE", "E", 1, Double.NaN, 3, -1000, 5)
                .column("FRACEXP", "E", 1, 1, 1, 1e-6, 1);
        Plot plot = drawn();
        assertThat(Arrays.stream(values(plot, "rate")).filter(Double::isFinite)).containsExactly(1.0, 3.0, 5.0);
    }

    @Test
    void aTimeMayBeTheStartOfABin() throws Exception {
        rates().card("TIMEPIXR", 0.0).column("TIME", "D", 0, 10).column("RATE", "E", 1, 2);
        assertThat(values(drawn(), "time_low")).containsExactly(new double[] {0, 10}, within(1e-3));
    }

    @Test
    void binsMayHaveTheirOwnBounds() throws Exception {
        rates().column("TSTART", "D", 0, 10).column("TSTOP", "D", 10, 30).column("COUNTS", "J", 100, 400);
        Plot plot = drawn();
        assertThat(values(plot, "time_high")).containsExactly(new double[] {10, 30}, within(1e-3));
        assertThat(values(plot, "counts_error")).containsExactly(10, 20);
    }

    @Test
    void severalRatesAreSeveralCurvesWithTheirErrors() throws Exception {
        rates().column("TIME", "D", 5, 15)
                .column("RATE1", "E", 1, 2)
                .column("ERROR1", "E", 0.5, 0.25)
                .column("RATE2", "E", 3, 4)
                .column("ERROR2", "E", 0.125, 0.75);
        Plot plot = drawn();
        assertThat(plot.data().series()).extracting(PlotData.Series::label).containsExactly("RATE1", "RATE2");
        assertThat(values(plot, "rate2_error")).containsExactly(0.125, 0.75);
    }

    @Test
    void manyBinsArePutTogetherAndTheirGreatestIsKept() throws Exception {
        double[] times = new double[5000];
        double[] rates = new double[5000];
        Arrays.setAll(times, i -> 5 + 10 * i);
        Arrays.fill(rates, 2);
        rates[1234] = 100;
        rates().column("TIME", "D", times).column("RATE", "E", rates);
        Plot plot = drawn();
        assertThat(plot.data().rows()).isLessThan(300);
        assertThat(values(plot, "rate_greatest")).contains(100);
        assertThat(Arrays.stream(values(plot, "rate")).average().orElseThrow()).isCloseTo(2.0196, within(1e-3));
    }

    @Test
    void aPartOfTheTimeIsShownFinely() throws Exception {
        double[] times = new double[5000];
        Arrays.setAll(times, i -> 5 + 10 * i);
        rates().column("TIME", "D", times).column("RATE", "E", times);
        Path file = fits.write(folder.resolve("long.lc"));
        PlotData data = ProductPlots.of(file, 1, Companions.none())
                .plot(PlotKind.LIGHT_CURVE, PlotOptions.standard().withX(new Range(1, 1.2)))
                .data();
        assertThat(data.x().unit()).isEqualTo("ks");
        assertThat(data.column("rate").orElseThrow().values()).contains(1105, 1115, 1125);
    }

    @Test
    void aClockWithoutADateIsSaid() throws Exception {
        Plot plot = drawn(SharedData.data("stingray/lcurveA.fits"), 1);
        assertThat(plot.data().x().label()).matches("Time since .* s of the clock of the file");
        assertThat(plot.description()).contains("1026 bins of 1 s");
    }

    @Test
    void theBandsOfAnArrayColumnAreCurves() throws Exception {
        Plot plot = drawn(SharedData.data("stingray/LightCurve_bexvar.fits"), 1);
        assertThat(plot.data().series())
                .extracting(PlotData.Series::label)
                .containsExactly("RATE 1 of 3", "RATE 2 of 3", "RATE 3 of 3");
        assertThat(plot.data().x().label()).startsWith("Time since 2019-11-07T04:5");
    }

    @Test
    void aTableWithoutTimesIsUndrawable() {
        rates().column("RATE", "E", 1, 2);
        assertThatThrownBy(this::drawn)
                .isInstanceOf(UndrawableException.class)
                .hasMessageEndingWith("RATE (HDU 1): it has no column of times");
    }
}
