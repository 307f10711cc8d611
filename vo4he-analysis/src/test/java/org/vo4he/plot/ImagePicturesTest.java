// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.SharedData;

/// Images and cubes: the plotted counts are those of the file, as astropy summed them for the table of facts.
class ImagePicturesTest {

    @TempDir
    Path folder;

    private static Plot picture(Path file, int hdu) throws IOException, UndrawableException {
        return ProductPlots.of(file, hdu, Companions.none()).plot(PlotKind.IMAGE, PlotOptions.standard());
    }

    private static double total(Plot plot, String column) {
        return Arrays.stream(plot.data().column(column).orElseThrow().values())
                .filter(Double::isFinite)
                .sum();
    }

    @Test
    void noCountOfASharedImageIsLost() throws IOException {
        List<String> different = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(SharedData.data("FACTS.tsv"))) {
            String[] fact = line.split("\t", -1);
            if (!fact[3].equals("image") || fact[13].isEmpty()) {
                continue;
            }
            try {
                Plot plot = picture(SharedData.data(fact[0]), Integer.parseInt(fact[1]));
                if (plot.data().column("counts").isPresent()) {
                    compared++;
                    double sum = Double.parseDouble(fact[13]);
                    if (Math.abs(total(plot, "counts") - sum) > 1e-6 * sum) {
                        different.add(fact[0] + " " + fact[1] + ": " + total(plot, "counts") + " of " + sum);
                    }
                }
            } catch (UndrawableException refused) {
                refusals.add(refused.reason());
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(30);
        assertThat(refusals)
                .as("images that serve other files, or have one axis")
                .hasSizeLessThan(20);
    }

    @Test
    void aPlaneThatDiffersOnlyByRoundingIsOneColour() throws Exception {
        Plot plot = picture(SharedData.data("gammalib/inst/cta/test/data/stacked_psfcube.fits.gz"), 0);
        assertThat(plot.description()).contains("; all values are ").doesNotContain("values from");

        double[] pixels = new double[64];
        Arrays.setAll(pixels, i -> 0.3 * (1 + 1e-12 * i));
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(-64, 8, 8).pixels(pixels);
        assertThat(picture(fits.write(folder.resolve("even.fits")), 0).description())
                .contains("all values are 0.3");
        pixels[5] = 0.30001;
        FitsBuilder other = new FitsBuilder();
        other.primary().axes(-64, 8, 8).pixels(pixels);
        assertThat(picture(other.write(folder.resolve("uneven.fits")), 0).description())
                .contains("values from 0.3 to 0.3");
    }

    @Test
    void theFirstPlaneThatIsNotEmptyIsDrawn() throws Exception {
        Plot shared = picture(SharedData.data("gammalib/inst/cta/test/data/stacked_edispcube.fits.gz"), 0);
        assertThat(shared.description()).containsPattern("plane [0-9]+ of [0-9]+, the first that is not empty");

        double[] pixels = new double[4 * 64];
        Arrays.fill(pixels, 64, 128, Double.NaN);
        Arrays.setAll(pixels, i -> i < 140 ? pixels[i] : i * 0.5);
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(-64, 8, 8, 4).pixels(pixels);
        Plot plot = picture(fits.write(folder.resolve("empty-first.fits")), 0);
        assertThat(plot.description()).contains("plane 3 of 4, the first that is not empty");
        double[] values = plot.data().column("value").orElseThrow().values();
        assertThat(values[0]).isZero();
        assertThat(values[63]).isEqualTo(191 * 0.5);
    }

    @Test
    void anImageLargerThanThePictureKeepsItsBrightPixel() throws Exception {
        double[] pixels = new double[2000 * 1300];
        pixels[1111 * 2000 + 777] = 900;
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(16, 2000, 1300).pixels(pixels);
        Plot plot = picture(fits.write(folder.resolve("large.fits")), 0);
        assertThat(plot.data().rows()).isLessThanOrEqualTo(Raster.MOST_CELLS * Raster.MOST_CELLS);
        double[] counts = plot.data().column("counts").orElseThrow().values();
        int brightest = 0;
        for (int i = 0; i < counts.length; i++) {
            brightest = counts[i] > counts[brightest] ? i : brightest;
        }
        assertThat(counts[brightest]).isEqualTo(900);
        assertThat(plot.data().column("x").orElseThrow().value(brightest)).isCloseTo(778, within(2.5));
        assertThat(plot.data().column("y").orElseThrow().value(brightest)).isCloseTo(1112, within(2.5));
        assertThat(plot.description()).contains("sums of 4 × 4 pixels");
    }

    @Test
    void countsOfACubeAreSummedOverItsPlanes() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(32, 2, 2, 3).pixels(1, 2, 3, 4, 10, 20, 30, 40, 100, 200, 300, 400);
        Plot plot = picture(fits.write(folder.resolve("cube.fits")), 0);
        assertThat(plot.data().column("counts").orElseThrow().values()).containsExactly(111, 222, 333, 444);
        assertThat(plot.description()).contains("sum of 3 planes");
    }

    @Test
    void ofACubeOfOtherValuesTheFirstPlaneIsDrawn() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(-32, 2, 2, 2).pixels(0.5, 1.5, 2.5, Double.NaN, 9, 9, 9, 9);
        Plot plot = picture(fits.write(folder.resolve("cube.fits")), 0);
        assertThat(plot.data().column("value").orElseThrow().values()).containsExactly(0.5, 1.5, 2.5, Double.NaN);
        assertThat(plot.description()).contains("first of 2 planes");
    }

    @Test
    void blankAndScaledPixelsAreReadAsTheStandardSays() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 2, 2)
                .pixels(-32768, -99, 0, 1)
                .card("BZERO", 10)
                .card("BSCALE", 0.5)
                .card("BLANK", -99)
                .card("BUNIT", "Jy/beam");
        Plot plot = picture(fits.write(folder.resolve("scaled.fits")), 0);
        assertThat(plot.data().column("value").orElseThrow().values()).containsExactly(-16374, Double.NaN, 10, 10.5);
        assertThat(plot.svg()).contains("Jy/beam");
    }

    @Test
    void aPartOfAnImageIsDrawnOnDemand() throws Exception {
        double[] pixels = DoubleStream.iterate(0, value -> value + 1).limit(100).toArray();
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(32, 10, 10).pixels(pixels);
        Path file = fits.write(folder.resolve("part.fits"));
        PlotOptions options = PlotOptions.standard().withX(new Range(2.5, 4.5)).withY(new Range(0.5, 1.5));
        Plot plot = ProductPlots.of(file, 0, Companions.none()).plot(PlotKind.IMAGE, options);
        assertThat(plot.data().column("counts").orElseThrow().values()).containsExactly(2, 3);
    }

    @Test
    void anImageWithoutAnyValueIsRefusedWithTheReason() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(-64, 2, 2).pixels(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        Path file = fits.write(folder.resolve("nothing.fits"));
        assertThatThrownBy(() -> picture(file, 0))
                .isInstanceOf(UndrawableException.class)
                .hasMessageContainingAll("nothing.fits", "PRIMARY (HDU 0)", "none of its pixels has a value");
    }

    @Test
    void aHotPixelLeavesRoomForTheOthers() {
        double[] values = new double[10_000];
        Arrays.setAll(values, i -> i % 100);
        values[5] = 1e9;
        Raster raster = new Raster(100, 100, 0.5, 0.5, 1, 1, values);
        for (Stretch stretch : Stretch.values()) {
            Brightness brightness = Brightness.of(raster, true, Optional.of(stretch));
            assertThat(brightness.level(99) - brightness.level(0))
                    .as(stretch.word())
                    .isGreaterThan(stretch == Stretch.SQRT ? 0.3 : 0.4);
        }
    }

    @Test
    void everyStretchGrowsFromItsDarkestToItsLightestValue() {
        for (Stretch stretch : Stretch.values()) {
            Brightness brightness = new Brightness(stretch, -3, 70, 2);
            assertThat(brightness.level(-3)).isCloseTo(0, within(1e-12));
            assertThat(brightness.level(70)).isCloseTo(1, within(1e-12));
            for (double value = -10; value < 100; value += 0.5) {
                assertThat(brightness.level(value + 0.5)).isGreaterThan(brightness.level(value));
            }
        }
    }
}
