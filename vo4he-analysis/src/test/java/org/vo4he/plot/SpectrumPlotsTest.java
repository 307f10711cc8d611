// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;

/// Spectra against the sums that astropy found in the same files, and against small ones one can check on paper.
class SpectrumPlotsTest {

    private static final String SHERPA = "sherpa-test-data/";

    @TempDir
    private Path folder;

    /// File, HDU and the sum of COUNTS, as the table of facts has them.
    private record Fact(Path file, int hdu, double sum) {}

    private static List<Fact> facts() throws Exception {
        List<String> lines = Files.readAllLines(SharedData.data("FACTS.tsv"));
        List<Fact> facts = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            if (cells.length > 5 && cells[3].equals("spectrum") && !cells[5].isBlank()) {
                facts.add(
                        new Fact(SharedData.data(cells[0]), Integer.parseInt(cells[1]), Double.parseDouble(cells[5])));
            }
        }
        return facts;
    }

    @Test
    void noCountIsLostButThoseOfBadChannels() throws Exception {
        List<Fact> facts = facts();
        int typeOne = 0;
        for (Fact fact : facts) {
            try (FitsFile fits = FitsFile.open(fact.file)) {
                Hdu hdu = fits.hdus().get(fact.hdu);
                if (!hdu.column("COUNTS").orElseThrow().isScalarNumber()) {
                    continue;
                }
                typeOne++;
                PlotData data = spectrum(fact.file, fact.hdu, Companions.none()).data();
                assertThat(sum(data, "counts")).as(fact.toString()).isEqualTo(fact.sum - countsOfBadChannels(hdu));
            }
        }
        assertThat(typeOne).isGreaterThan(50);
    }

    private static double countsOfBadChannels(Hdu hdu) throws Exception {
        int rows = (int) hdu.rows();
        double[] counts = hdu.numbers(hdu.column("COUNTS").orElseThrow(), 0, rows);
        double[] bad = new double[1];
        if (hdu.column("QUALITY").isPresent()) {
            hdu.forEachCell(hdu.column("QUALITY").get(), 0, rows, 1, (row, cell, _) -> {
                bad[0] += cell[0] == 0 ? 0 : counts[(int) row];
            });
        }
        return bad[0];
    }

    @ParameterizedTest
    @EnumSource(EnergyAxisUnit.class)
    void theAreaUnderTheCurveIsTheNumberOfCountsInEachUnit(EnergyAxisUnit unit) throws Exception {
        Plot plot = plots("source.pi", "source.rmf")
                .plot(PlotKind.SPECTRUM, options().withEnergyUnit(unit));
        PlotData data = plot.data();
        String x = data.series().getFirst().x();
        double area = 0;
        for (int i = 0; i < data.rows(); i++) {
            area += value(data, "density", i) * (value(data, x + "_high", i) - value(data, x + "_low", i));
        }
        assertThat(area).isCloseTo(sum(data, "counts"), within(1e-6 * area));
        assertThat(data.x().unit()).isEqualTo(unit.word());
        assertThat(data.y().unit()).isEqualTo("count." + unit.word() + "**-1");
    }

    @Test
    void energiesAreThoseOfTheResponse() throws Exception {
        Plot plot = plots("3c273.pi", "3c273.rmf").plot(PlotKind.SPECTRUM, options());
        PlotData data = plot.data();
        try (FitsFile fits = FitsFile.open(SharedData.data(SHERPA + "3c273.rmf"))) {
            Hdu bounds = fits.hdu("EBOUNDS").orElseThrow();
            int channel = (int) value(data, "first_channel", 20);
            double low = bounds.numbers(bounds.column("E_MIN").orElseThrow(), channel - 1, 1)[0];
            assertThat(value(data, "energy_low", 20)).isCloseTo(low, within(1e-6));
        }
        assertThat(plot.description()).contains("Energies are those of EBOUNDS of 3c273.rmf");
    }

    @Test
    void withoutAResponseTheAxisCountsChannels() throws Exception {
        Plot plot = spectrum(SharedData.data(SHERPA + "3c273.pi"), 1, Companions.none());
        assertThat(plot.data().x().label()).isEqualTo("Channel");
        assertThat(plot.data().y().unit()).isEqualTo("count.chan**-1");
        assertThat(plot.description()).contains("Neither the file nor a response states energies");
    }

    @Test
    void channelsOfAGratingLieAtTheWavelengthsOfTheirCoordinates() throws Exception {
        Path rgs = SharedData.data(SHERPA + "xmmrgs/P0112880201R1S004SRSPEC1003.FTZ");
        PlotData data = ProductPlots.of(rgs, 1, Companions.none())
                .plot(PlotKind.SPECTRUM, options().withEnergyUnit(EnergyAxisUnit.ANGSTROM))
                .data();
        // TCRVL1 4.005 Å at channel 1, TCDLT1 0.01 Å.
        double first = value(data, "first_channel", 7);
        double last = value(data, "last_channel", 7);
        assertThat(data.x().label()).isEqualTo("Wavelength");
        assertThat(value(data, "wavelength_low", 7)).isCloseTo(4.0 + (first - 1) * 0.01, within(1e-4));
        assertThat(value(data, "wavelength_high", 7)).isCloseTo(4.0 + last * 0.01, within(1e-4));
    }

    @Test
    void largeEnergiesAreToldInTheUnitThatSuitsThem() {
        assertThat(NumberText.between(0.3, 8, "keV")).isEqualTo("0.3 to 8 keV");
        assertThat(NumberText.between(401000, 1510000, "MeV")).isEqualTo("401 GeV to 1.51 TeV");
        assertThat(NumberText.between(30, 300, "MeV")).isEqualTo("30 to 300 MeV");
    }

    @Test
    void aResponseForOtherChannelsIsNotUsed() throws Exception {
        Plot plot = plots("3c273.pi", "pspcc_gain1_256.rsp").plot(PlotKind.SPECTRUM, options());
        assertThat(plot.data().x().label()).isEqualTo("Channel");
    }

    @Test
    void theGroupsOfTheFileAreThePoints() throws Exception {
        PlotData data = plots("3c273.pi", "3c273.rmf")
                .plot(PlotKind.SPECTRUM, options())
                .data();
        try (FitsFile fits = FitsFile.open(SharedData.data(SHERPA + "3c273.pi"))) {
            Hdu hdu = fits.hdus().get(1);
            double[] grouping = hdu.numbers(hdu.column("GROUPING").orElseThrow(), 0, 1024);
            assertThat(data.rows()).isEqualTo((int)
                    Arrays.stream(grouping).filter(flag -> flag == 1).count());
        }
    }

    @Test
    void theBackgroundIsScaledByExposureAndArea() throws Exception {
        Companions companions = new Companions(
                Optional.of(SharedData.data(SHERPA + "3c273_bg.pi")),
                Optional.of(SharedData.data(SHERPA + "3c273.rmf")),
                Optional.empty());
        Plot plot = spectrum(SharedData.data(SHERPA + "3c273.pi"), 1, companions);
        double factor = 2.5264364698914e-06 / 1.872535141462e-05;
        PlotData data = plot.data();
        double background = 0;
        for (int i = 0; i < data.rows(); i++) {
            background += value(data, "background_density", i)
                    * (value(data, "energy_high", i) - value(data, "energy_low", i));
        }
        assertThat(background).isCloseTo(216 * factor, within(2.0)).isPositive();
        assertThat(plot.description()).contains("The background is 3c273_bg.pi, scaled by 0.135.");
        assertThat(data.series()).extracting(PlotData.Series::label).containsExactly("data", "background, scaled");
    }

    @Test
    void aBackgroundInTheSameFileIsNotTheSpectrumItself() throws Exception {
        Path file = SharedData.data(SHERPA + "acisf01575_001N001_r0085_pha3.fits.gz");
        Plot plot = spectrum(file, 1, new Companions(Optional.of(file), Optional.empty(), Optional.empty()));
        assertThat(plot.description()).contains("scaled by 0.0417");
        assertThat(sum(plot.data(), "counts")).isEqualTo(855);
    }

    @Test
    void ofSeveralSpectraTheBrightestIsShownAndSaid() throws Exception {
        Plot plot = spectrum(SharedData.data(SHERPA + "3c120_pha2.gz"), 1, Companions.none());
        assertThat(plot.title()).isEqualTo("3C 120, CHANDRA ACIS, spectrum 10 of 12 (MEG order +1)");
        assertThat(sum(plot.data(), "counts")).isEqualTo(33930);
    }

    @Test
    void anotherOfSeveralSpectraIsShownWhenItIsChosen() throws Exception {
        ProductPlots plots = ProductPlots.of(SharedData.data(SHERPA + "3c120_pha2.gz"), 1, Companions.none());
        Plot third = plots.plot(PlotKind.SPECTRUM, options().withRow(3));
        assertThat(third.title()).startsWith("3C 120, CHANDRA ACIS, spectrum 3 of 12 (");
        assertThat(third.description()).doesNotContain("with the most counts");
        Plot brightest = plots.plot(PlotKind.SPECTRUM, options().withRow(10));
        assertThat(sum(brightest.data(), "counts")).isEqualTo(33930);
        assertThat(sum(third.data(), "counts")).isPositive().isLessThan(33930);
        assertThatThrownBy(() -> plots.plot(PlotKind.SPECTRUM, options().withRow(13)))
                .isInstanceOf(UndrawableException.class)
                .hasMessageEndingWith("spectrum 13 is not among the 12 of the table");
    }

    @Test
    void ratesHaveTheErrorsOfTheFile() throws Exception {
        PlotData data = plots("source_rate.pi", "source.rmf")
                .plot(PlotKind.SPECTRUM, options())
                .data();
        assertThat(data.y().unit()).isEqualTo("count.s**-1.keV**-1");
        assertThat(sum(data, "rate")).isCloseTo(10558 / 49429.233467924, within(1e-4));
        assertThat(value(data, "density_error", 5)).isPositive();
    }

    @Test
    void eachPointHasTheCountsThatAreAnnounced() throws Exception {
        Plot plot = plots("q1127_src1.pi", "q1127_src1.wrmf").plot(PlotKind.SPECTRUM, options());
        PlotData data = plot.data();
        assertThat(plot.description()).contains("at least 25 per point");
        for (int i = 0; i < data.rows() - 1; i++) {
            assertThat(value(data, "counts", i)).isGreaterThanOrEqualTo(25);
            double width = value(data, "energy_high", i) - value(data, "energy_low", i);
            assertThat(value(data, "density_error", i))
                    .isCloseTo(Math.sqrt(value(data, "counts", i)) / width, within(1e-6 / width));
        }
    }

    @Test
    void badChannelsCountForNothing() throws Exception {
        table().column("QUALITY", "I", 0, 0, 5, 0, 0, 1);
        PlotData data = drawn().data();
        assertThat(sum(data, "counts")).isEqualTo(1000 + 2000 + 4000 + 5000);
        assertThat(data.rows()).isEqualTo(4);
    }

    @Test
    void errorsOfSingleChannelsByGehrelsAreNotAddedUp() throws Exception {
        double[] errors = new double[6];
        Arrays.setAll(errors, i -> 1 + Math.sqrt((i + 1) * 1000 + 0.75));
        table().column("STAT_ERR", "D", errors);
        Plot plot = drawn();
        assertThat(plot.description()).contains("Errors are the square roots of the counts");
    }

    @Test
    void otherErrorsAreThoseOfTheFile() throws Exception {
        table().column("STAT_ERR", "D", 100, 100, 100, 100, 100, 100);
        Plot plot = drawn();
        assertThat(plot.description()).contains("Errors are STAT_ERR of the file");
        assertThat(value(plot.data(), "density_error", 0)).isEqualTo(100);
    }

    @Test
    void aSpectrumWithoutCountsIsAnEmptyPicture() throws Exception {
        Path file = folder.resolve("empty.pha");
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .card("HDUCLAS1", "SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 0, 0);
        fits.write(file);
        assertThat(spectrum(file, 1, Companions.none()).description()).contains("0 counts in 2 channels");
    }

    @Test
    void aSpectrumWithoutAGoodChannelIsUndrawableAndSaysSo() {
        Path file = folder.resolve("bad.pha");
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .card("HDUCLAS1", "SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 7, 8)
                .column("QUALITY", "I", 1, 1);
        fits.write(file);
        assertThatThrownBy(() -> spectrum(file, 1, Companions.none()))
                .isInstanceOf(UndrawableException.class)
                .hasMessage(file + " SPECTRUM (HDU 1): none of its 2 channels is good (QUALITY) and has a value");
    }

    private final FitsBuilder builder = new FitsBuilder();

    /// Channels 1 to 6 with 1000 to 6000 counts.
    private FitsTable table() {
        return builder.table("SPECTRUM")
                .card("HDUCLAS1", "SPECTRUM")
                .card("EXPOSURE", 100.0)
                .column("CHANNEL", "I", 1, 2, 3, 4, 5, 6)
                .column("COUNTS", "J", 1000, 2000, 3000, 4000, 5000, 6000);
    }

    private Plot drawn() throws Exception {
        return spectrum(builder.write(folder.resolve("spectrum.pha")), 1, Companions.none());
    }

    private static PlotOptions options() {
        return PlotOptions.standard();
    }

    private static ProductPlots plots(String spectrum, String rmf) throws Exception {
        return ProductPlots.of(
                SharedData.data(SHERPA + spectrum),
                1,
                new Companions(Optional.empty(), Optional.of(SharedData.data(SHERPA + rmf)), Optional.empty()));
    }

    private static Plot spectrum(Path file, int hdu, Companions companions) throws Exception {
        ProductPlots plots = ProductPlots.of(file, hdu, companions);
        assertThat(plots.kinds()).containsExactly(PlotKind.SPECTRUM);
        return plots.plot(PlotKind.SPECTRUM, options());
    }

    private static double value(PlotData data, String column, int row) {
        return data.column(column).orElseThrow().value(row);
    }

    private static double sum(PlotData data, String column) {
        return Arrays.stream(data.column(column).orElseThrow().values()).sum();
    }
}
