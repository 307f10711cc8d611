// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HduContent;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;

/// Event lists as image, spectrum and light curve: each event is counted once, against a count of our own over
/// the same columns, and the exposure is that of the good times.
class EventPicturesTest {

    @TempDir
    Path folder;

    private static Plot plot(Path file, int hdu, PlotKind kind) throws IOException, UndrawableException {
        return ProductPlots.of(file, hdu, Companions.none()).plot(kind, PlotOptions.standard());
    }

    private static double[] column(Plot plot, String name) {
        return plot.data().column(name).orElseThrow().values();
    }

    private static double sum(Plot plot, String name) {
        return Arrays.stream(column(plot, name)).filter(Double::isFinite).sum();
    }

    @ParameterizedTest
    @CsvSource({
        "stingray/chandra_test.fits, 1, X, Y",
        "stingray/chandra_noener_test.fits, 1, X, Y",
        "gammalib/test/data/file.fits.gz, 1, ,",
        "gammalib/inst/lat/test/data/p6v3/ft1.fits.gz, 1, ,",
        "gammapy-data/tests/fermi/ft1_00.fits, 1, ,",
        "gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz, 1, ,"
    })
    void everyEventWithinThePictureIsInOneCell(String file, int index, String x, String y) throws Exception {
        Path path = SharedData.data(file);
        Plot plot = plot(path, index, PlotKind.IMAGE);
        try (FitsFile fits = FitsFile.open(path)) {
            Hdu events = fits.hdus().get(index);
            if (x == null) {
                assertThat(sum(plot, "counts"))
                        .isLessThanOrEqualTo(events.rows())
                        .isGreaterThan(0.985 * events.rows());
                return;
            }
            double[] xs = events.numbers(events.column(x).orElseThrow(), 0, (int) events.rows());
            double[] ys = events.numbers(events.column(y).orElseThrow(), 0, (int) events.rows());
            Range across = plot.data().x().range();
            Range up = plot.data().y().range();
            long within = 0;
            for (int i = 0; i < xs.length; i++) {
                within += across.contains(xs[i]) && up.contains(ys[i]) ? 1 : 0;
            }
            assertThat(sum(plot, "counts")).isEqualTo(within);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stingray/chandra_test.fits, 1",
        "gammalib/inst/lat/test/data/p6v3/ft1.fits.gz, 1",
        "gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz, 1",
        "gammalib/inst/cta/test/data/crab_events.fits.gz, 1"
    })
    void theExposedPartsOfTheBinsAddUpToTheGoodTime(String file, int index) throws Exception {
        Path path = SharedData.data(file);
        Plot curve = plot(path, index, PlotKind.LIGHT_CURVE);
        double exposure = 0;
        for (int i = 0; i < curve.data().rows(); i++) {
            exposure += column(curve, "exposed")[i]
                    * (column(curve, "time_high")[i] - column(curve, "time_low")[i])
                    * secondsPer(curve.data().x().unit());
        }
        try (FitsFile fits = FitsFile.open(path)) {
            Hdu goodTimes = fits.hdus().stream()
                    .filter(hdu -> HduContent.of(hdu) == HduContent.GOOD_TIMES)
                    .findFirst()
                    .orElseThrow();
            double stated = GoodTimeTable.read(goodTimes).orElseThrow().total();
            assertThat(exposure).isCloseTo(stated, within(1e-6 * stated));
        }
    }

    private static double secondsPer(String unit) {
        return switch (unit) {
            case "s" -> 1;
            case "ks" -> 1e3;
            case "d" -> 86400;
            default -> throw new AssertionError(unit);
        };
    }

    /// Two good intervals with a gap: 10 s and 5 s of 40 s, one event a second throughout.
    private Path withGap() {
        double[] times = DoubleStream.iterate(0.5, time -> time + 1).limit(40).toArray();
        FitsBuilder fits = new FitsBuilder();
        events(fits, times);
        fits.table("GTI")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "GTI")
                .column("START", "D", 0, 35)
                .unit("s")
                .column("STOP", "D", 10, 40)
                .unit("s");
        return fits.write(folder.resolve("gap.fits"));
    }

    private static FitsTable events(FitsBuilder fits, double[] times) {
        double[] ones = new double[times.length];
        Arrays.setAll(ones, i -> i % 7);
        return fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("MJDREFI", 51910)
                .column("TIME", "D", times)
                .unit("s")
                .column("RAWX", "I", ones)
                .column("RAWY", "I", ones)
                .column("PHA", "J", ones);
    }

    @Test
    void binsOutsideOfGoodTimesAreGapsAndTheirEventsAreLeftOut() throws Exception {
        Plot curve = plot(withGap(), 1, PlotKind.LIGHT_CURVE);
        double[] rate = column(curve, "rate");
        double[] low = column(curve, "time_low");
        assertThat(sum(curve, "counts")).isEqualTo(15);
        for (int i = 0; i < rate.length; i++) {
            boolean good = low[i] < 10 || low[i] >= 35;
            assertThat(Double.isNaN(rate[i])).as("bin at " + low[i]).isEqualTo(!good);
            assertThat(!good || Math.abs(rate[i] - 1) < 1e-9)
                    .as("rate of the bin at " + low[i])
                    .isTrue();
        }
        assertThat(curve.description()).contains("2 good time intervals", "15 events");
    }

    @Test
    void aBinThatIsHalfExposedHasTheRateOfItsExposedHalf() {
        GoodIntervals good = GoodIntervals.between(5, 20);
        RateBins bins = new RateBins(good, 0, 20, 10);
        for (double time = 5.5; time < 20; time++) {
            bins.add(time);
        }
        assertThat(bins.exposed()).containsExactly(0.5, 1);
        assertThat(bins.rates()).containsExactly(1, 1);
        assertThat(bins.errors()[0]).isCloseTo(Math.sqrt(5) / 5, within(1e-12));
    }

    @Test
    void pixelsOfADetectorGetCellsOfWholePixels() throws Exception {
        Plot image = plot(withGap(), 1, PlotKind.IMAGE);
        assertThat(image.title()).contains("RAWX and RAWY");
        double[] x = column(image, "x");
        assertThat(Arrays.stream(x).distinct()).allMatch(value -> value == Math.rint(value));
        assertThat(sum(image, "counts")).isEqualTo(40);
    }

    /// As in event lists of XMM-Newton: the coordinate system stands in REFX and REFY cards, and events without a
    /// place on the sky bear a number far outside of TLMIN to TLMAX.
    @Test
    void marksForNoPlaceDoNotWidenThePicture() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("REFXCTYP", "RA---TAN")
                .card("REFXCRPX", 25921)
                .card("REFXCRVL", 83.6)
                .card("REFXCDLT", -1.38888888888889e-05)
                .card("REFYCTYP", "DEC--TAN")
                .card("REFYCRPX", 25921)
                .card("REFYCRVL", 22.0)
                .card("REFYCDLT", 1.38888888888889e-05)
                .column("TIME", "D", 1, 2, 3, 4)
                .column("X", "J", 25900, -99999999, 26000, 26100)
                .limits(1, 51840)
                .column("Y", "J", 25900, -99999999, 26000, 26100)
                .limits(1, 51840);
        Plot image = plot(fits.write(folder.resolve("xmm.fits")), 1, PlotKind.IMAGE);
        assertThat(sum(image, "counts")).isEqualTo(3);
        assertThat(image.data().x().range().length()).isBetween(200.0, 400.0);
        assertThat(image.description()).contains("3 of 4 events", "RA 83.59");
    }

    @Test
    void channelsWithoutEnergiesStayChannels() throws Exception {
        Plot spectrum = plot(withGap(), 1, PlotKind.SPECTRUM);
        assertThat(spectrum.data().x().label()).isEqualTo("Channel");
        assertThat(sum(spectrum, "counts")).isEqualTo(40);
        assertThat(column(spectrum, "counts")).containsExactly(6, 6, 6, 6, 6, 5, 5);
    }

    @Test
    void channelsGetTheEnergiesOfEbounds() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        events(fits, new double[] {1, 2, 3, 4, 5, 6, 7, 8});
        fits.table("EBOUNDS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "EBOUNDS")
                .column("CHANNEL", "J", 0, 1, 2, 3, 4, 5, 6)
                .column("E_MIN", "E", 1, 2, 3, 4, 5, 6, 7)
                .unit("keV")
                .column("E_MAX", "E", 2, 3, 4, 5, 6, 7, 8)
                .unit("keV");
        Plot spectrum = plot(fits.write(folder.resolve("ebounds.fits")), 1, PlotKind.SPECTRUM);
        assertThat(spectrum.data().x().label()).isEqualTo("Energy");
        assertThat(column(spectrum, "energy_low")).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(column(spectrum, "counts")).containsExactly(2, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void anEnergySpectrumCountsTheSameEventsInEveryUnit() throws Exception {
        Path file = SharedData.data("stingray/chandra_test.fits");
        ProductPlots plots = ProductPlots.of(file, 1, Companions.none());
        Plot kev = plots.plot(PlotKind.SPECTRUM, PlotOptions.standard());
        Plot angstrom = plots.plot(PlotKind.SPECTRUM, PlotOptions.standard().withEnergyUnit(EnergyAxisUnit.ANGSTROM));
        assertThat(column(angstrom, "counts")).isEqualTo(column(kev, "counts"));
        assertThat(angstrom.data().x().label()).isEqualTo("Wavelength");
        for (int i = 0; i < kev.data().rows(); i++) {
            double area = column(angstrom, "density")[i]
                    * (column(angstrom, "wavelength_high")[i] - column(angstrom, "wavelength_low")[i]);
            assertThat(area).isCloseTo(column(kev, "counts")[i], within(1e-6));
        }
    }

    @Test
    void anEventListWithoutPlacesBeginsWithItsSpectrum() throws Exception {
        assertThat(ProductPlots.of(SharedData.data("stingray/monol_testA.evt"), 1, Companions.none())
                        .kinds())
                .containsExactly(PlotKind.SPECTRUM, PlotKind.LIGHT_CURVE);
    }

    @Test
    void anEmptyEventListIsRefusedWithTheReason() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, new double[0]);
        Path file = fits.write(folder.resolve("empty.fits"));
        for (PlotKind kind : new PlotKind[] {PlotKind.IMAGE, PlotKind.SPECTRUM, PlotKind.LIGHT_CURVE}) {
            assertThatThrownBy(() -> plot(file, 1, kind))
                    .isInstanceOf(UndrawableException.class)
                    .hasMessageContainingAll("empty.fits", "EVENTS (HDU 1)", "the event list is empty");
        }
    }
}
