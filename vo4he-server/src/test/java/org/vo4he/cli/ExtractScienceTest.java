// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Value;
import org.vo4he.ogip.GroupedSpectrum;
import org.vo4he.plot.Companions;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.ProductPlots;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

/// Profiles, bands and regions of the example of Chandra, against numpy, which reads the events itself.
class ExtractScienceTest {

    private static final String SOURCE = "circle(148.96,69.68,60\") - circle(148.97,69.68,5\")";
    private static final String BACKGROUND = "annulus(148.96,69.68,90\",150\")";

    @TempDir
    private Path folder;

    private final Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");

    private Path file(String name) {
        return folder.resolve(name);
    }

    private JsonNode extract(Object... more) throws Exception {
        List<Object> words = new ArrayList<>(List.of("extract", events, "--json"));
        words.addAll(List.of(more));
        CommandRun run = CommandRun.of(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aProfileHasTheRingsOfNumpyAndSaysItsCentre() throws Exception {
        extract(
                "--region",
                "circle(148.96,69.68,60\")",
                "--background",
                BACKGROUND,
                "--profile",
                file("profile.fits"),
                "--rings",
                "annulus(148.96,69.68,0\",60\",n=12)");

        VoTags tags = VoTags.read(file("profile.fits")).orElseThrow();
        assertThat(tags.values().get(ObsCoreColumn.DATAPRODUCT_SUBTYPE).value()).isEqualTo("spatial-profile");
        assertThat(tags.values().get(ObsCoreColumn.CALIB_LEVEL).value()).isEqualTo(3);
        assertThat((Double) tags.values().get(ObsCoreColumn.S_RA).value()).isCloseTo(148.96, within(1e-9));
        assertThat(ProductPlots.of(file("profile.fits"), 1, Companions.none())
                        .plot(PlotKind.PROFILE, PlotOptions.standard())
                        .kind())
                .isEqualTo(PlotKind.PROFILE);
        assertThat(Judges.fitsverify(file("profile.fits")).out())
                .contains("verification OK")
                .doesNotContain("arning");
        assertThat(Judges.python("""
                import sys
                import numpy as np
                from astropy.io import fits
                from astropy.wcs import WCS
                e = fits.open(sys.argv[1])['EVENTS']
                p = fits.open(sys.argv[2])['HISTOGRAM']
                w = WCS(naxis=2)
                h = e.header
                w.wcs.crpix, w.wcs.crval = [h['TCRPX3'], h['TCRPX4']], [h['TCRVL3'], h['TCRVL4']]
                w.wcs.cdelt, w.wcs.ctype = [h['TCDLT3'], h['TCDLT4']], [h['TCTYP3'], h['TCTYP4']]
                x, y = w.all_world2pix(148.96, 69.68, 1)
                r = np.hypot(e.data['x'] - x, e.data['y'] - y) * e.header['TCDLT4'] * 3600
                d = p.data
                print('counts', np.array_equal(np.histogram(r, np.append(d['R'][:, 0], d['R'][-1, 1]))[0], d['COUNTS']))
                print('area', np.allclose(d['AREA'], np.pi * (d['R'][:, 1] ** 2 - d['R'][:, 0] ** 2), rtol=1e-5))
                b = ((r >= 90) & (r <= 150)).sum() / (np.pi * (150 ** 2 - 90 ** 2)) * d['AREA']
                print('net', np.allclose(d['SUR_BRI'], (d['COUNTS'] - b) / d['AREA'] / p.header['EXPOSURE'], rtol=1e-4))
                print('centre', round(p.header['RA_CENT'], 6), round(p.header['DEC_CENT'], 6), d.columns['SUR_BRI'].unit)
                """, events.toString(), file("profile.fits").toString())
                        .text())
                .contains("counts True", "area True", "net True", "centre 148.96 69.68 count/s/arcsec**2");
    }

    @Test
    void aProfileIsAProductOfMeasurements() throws Exception {
        extract("--region", "circle(148.96,69.68,60\")", "--profile", file("profile.fits"));

        assertThat(VoTags.read(file("profile.fits"))
                        .orElseThrow()
                        .values()
                        .get(ObsCoreColumn.DATAPRODUCT_TYPE)
                        .value())
                .isEqualTo("measurements");
    }

    @Test
    void aProductSaysTheRegionAndEnergiesOfItsPhotonsAndNotThoseOfTheWholeList() throws Exception {
        extract(
                "--region",
                "circle(148.96,69.68,60\")",
                "--energy",
                "0.5-7",
                "--spectrum",
                file("src.pha"),
                "--profile",
                file("profile.fits"),
                "--events",
                file("events.fits"));

        for (String name : List.of("src.pha", "profile.fits", "events.fits")) {
            Map<ObsCoreColumn, Value> row =
                    VoTags.read(file(name)).orElseThrow().values();
            assertThat((double) row.get(ObsCoreColumn.S_RA).value()).as(name).isCloseTo(148.96, within(1e-6));
            assertThat((double) row.get(ObsCoreColumn.S_DEC).value()).as(name).isCloseTo(69.68, within(1e-6));
            assertThat((double) row.get(ObsCoreColumn.S_FOV).value()).as(name).isCloseTo(120 / 3600.0, within(1e-6));
            assertThat((String) row.get(ObsCoreColumn.S_REGION).value())
                    .as(name)
                    .startsWith("CIRCLE");
        }
        Map<ObsCoreColumn, Value> spectrum =
                VoTags.read(file("src.pha")).orElseThrow().values();
        assertThat((double) spectrum.get(ObsCoreColumn.ENERGY_MIN).value()).isEqualTo(500);
        assertThat((double) spectrum.get(ObsCoreColumn.ENERGY_MAX).value()).isEqualTo(7000);
    }

    @Test
    void theSumOfBandsSaysTheEnergiesOfAllOfThem() throws Exception {
        extract("--region", "circle(148.96,69.68,20\")", "--bands", "0.5-1.2,2-7", "--image", file("image.fits"));

        Map<ObsCoreColumn, Value> row =
                VoTags.read(file("image.fits")).orElseThrow().values();
        assertThat((double) row.get(ObsCoreColumn.ENERGY_MIN).value()).isEqualTo(500);
        assertThat((double) row.get(ObsCoreColumn.ENERGY_MAX).value()).isEqualTo(7000);
    }

    @Test
    void theRegionOfABoxOrPolygonIsAPolygonCounterClockwise() throws Exception {
        for (String region : List.of(
                "box(148.96,69.68,60\",30\",20)",
                "polygon(148.9,69.7,149.0,69.7,149.0,69.6,148.9,69.6)",
                "polygon(148.9,69.7,148.9,69.6,149.0,69.6,149.0,69.7)")) {
            extract("--region", region, "--lightcurve", file("lc.fits"), "--overwrite");

            Map<ObsCoreColumn, Value> row =
                    VoTags.read(file("lc.fits")).orElseThrow().values();
            String[] words = ((String) row.get(ObsCoreColumn.S_REGION).value()).split(" ");
            assertThat(words).as(region).hasSize(10).startsWith("POLYGON", "ICRS");
            double turn = 0;
            for (int i = 0; i < 4; i++) {
                int next = (i + 1) % 4;
                turn += Double.parseDouble(words[2 + 2 * i]) * Double.parseDouble(words[3 + 2 * next])
                        - Double.parseDouble(words[2 + 2 * next]) * Double.parseDouble(words[3 + 2 * i]);
            }
            assertThat(turn).as("east is to the left of " + region).isNegative();
        }
    }

    @Test
    void theProgramThatMadeAProductIsNoFileThatIsMissed() throws Exception {
        extract("--spectrum", file("src.pha"));

        assertThat(CommandRun.of("show", file("src.pha")).out())
                .contains("m82_10027_events.fits")
                .doesNotContainPattern("PROVENANCE_INPUT +extract");
    }

    @Test
    void theHardnessIsToldOfAllEventsAndOfEachBinOfALightCurve() throws Exception {
        JsonNode told = extract(
                "--region",
                SOURCE,
                "--background",
                BACKGROUND,
                "--hardness",
                "0.5-1.5,1.5-7",
                "--lightcurve",
                file("lc.fits"),
                "--bin",
                "2000");
        JsonNode soft = extract("--region", SOURCE, "--background", BACKGROUND, "--energy", "0.5-1.5");
        JsonNode hard = extract("--region", SOURCE, "--background", BACKGROUND, "--energy", "1.5-7");

        JsonNode hardness = told.get("hardness");
        assertThat(hardness.get("soft")).isEqualTo(soft.get("selected"));
        assertThat(hardness.get("hard")).isEqualTo(hard.get("selected"));
        assertThat(Judges.fitsverify(file("lc.fits")).out()).contains("verification OK");
        String counted = Judges.python("""
                import sys
                import numpy as np
                from astropy.io import fits
                l = fits.getdata(sys.argv[1], 'RATE')
                hr = (l['HARD_RATE'] - l['SOFT_RATE']) / (l['HARD_RATE'] + l['SOFT_RATE'])
                good = np.isfinite(l['HARDNESS']) & np.isfinite(hr)
                propagated = 2 * np.hypot(l['HARD_RATE'] * l['SOFT_ERROR'], l['SOFT_RATE'] * l['HARD_ERROR']) / (l['HARD_RATE'] + l['SOFT_RATE']) ** 2
                print('bins', np.allclose(hr[good], l['HARDNESS'][good]), np.allclose(propagated[good], l['HARDNESS_ERR'][good]), good.sum() > 0)
                """, file("lc.fits").toString()).text();
        assertThat(counted).contains("bins True True True");
        double s = Double.parseDouble(net(soft));
        double h = Double.parseDouble(net(hard));
        assertThat(hardness.get("ratio").asDouble()).isCloseTo((h - s) / (h + s), within(1e-12));
    }

    private static String net(JsonNode told) {
        return Double.toString(told.get("selected").asDouble()
                - told.get("background_selected").asDouble()
                        * told.get("background_scale").asDouble());
    }

    @Test
    void anImageOfARegionIsNoLargerAndHasItsEventsWhereNumpyPutsThem() throws Exception {
        extract("--region", SOURCE, "--image", file("part.fits"), "--image-bin", "2", "--events", file("ev.fits"));

        assertThat(Judges.fitsverify(file("part.fits")).out()).contains("verification OK");
        assertThat(Judges.python(
                                """
                import sys
                import numpy as np
                from astropy.io import fits
                from astropy.wcs import WCS
                part = fits.open(sys.argv[1])[0]
                e = fits.getdata(sys.argv[2], 'EVENTS')
                x, y = WCS(part.header, key='P').all_world2pix(e['x'], e['y'], 0)
                own = np.zeros(part.data.shape, int)
                np.add.at(own, (np.floor(y + 0.5).astype(int), np.floor(x + 0.5).astype(int)), 1)
                print(own.shape, np.array_equal(own, part.data), len(e) == own.sum())
                """,
                                file("part.fits").toString(),
                                file("ev.fits").toString())
                        .text())
                .contains("(123, 123) True True");
    }

    @Test
    void aGroupedSpectrumHasTheGroupsOfTheStepThatGroups() throws Exception {
        extract("--region", SOURCE, "--spectrum", file("grouped.pha"), "--grouping", "25");
        extract("--region", SOURCE, "--spectrum", file("plain.pha"));
        GroupedSpectrum.write(file("plain.pha"), file("later.pha"), 25, "test");

        assertThat(Judges.fitsverify(file("grouped.pha")).out()).contains("verification OK");
        assertThat(column("grouped.pha", "GROUPING")).isEqualTo(column("later.pha", "GROUPING"));
        assertThat(column("grouped.pha", "QUALITY")).isEqualTo(column("later.pha", "QUALITY"));
        assertThat(column("grouped.pha", "GROUPING")).contains(1, -1);
    }

    private double[] column(String name, String column) throws Exception {
        try (FitsFile fits = FitsFile.open(file(name))) {
            Hdu table = fits.hdu("SPECTRUM").orElseThrow();
            return table.numbers(table.column(column).orElseThrow(), 0, (int) table.rows());
        }
    }

    @Test
    void theRegionIsInTheFilesInThePixelsOfTheEvents() throws Exception {
        extract(
                "--region",
                SOURCE,
                "--background",
                BACKGROUND,
                "--spectrum",
                file("src.pha"),
                "--events",
                file("ev.fits"));

        for (String name : List.of("src.pha", "src_bkg.pha", "ev.fits")) {
            assertThat(Judges.fitsverify(file(name)).out()).contains("verification OK");
            try (FitsFile fits = FitsFile.open(file(name))) {
                Hdu region = fits.hdu("REGION").orElseThrow();
                List<String> shapes = region.texts(region.columns().getFirst(), 0, (int) region.rows()).stream()
                        .map(String::strip)
                        .toList();
                assertThat(shapes).isEqualTo(name.contains("bkg") ? List.of("ANNULUS") : List.of("CIRCLE", "!CIRCLE"));
                double radius = region.vector(region.columns().get(3), 0, 9)[0];
                double pixel = 3600 * region.header().number("TCDLT3").orElseThrow();
                assertThat(radius * pixel).isCloseTo(name.contains("bkg") ? 90 : 60, within(1e-6));
            }
        }
    }

    @Test
    void aSecondSelectionKeepsTheRegionOfTheFirst() throws Exception {
        extract("--region", SOURCE, "--events", file("one.fits"));
        CommandRun again = CommandRun.of(
                "extract", file("one.fits"), "--region", "circle(148.96,69.68,20\")", "--events", file("two.fits"));

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Judges.fitsverify(file("two.fits")).out()).contains("verification OK");
        try (FitsFile fits = FitsFile.open(file("two.fits"))) {
            assertThat(fits.hdus().stream().filter(hdu -> hdu.name().equals("REGION")))
                    .extracting(hdu -> hdu.header().integer("EXTVER").orElse(1L))
                    .containsExactly(1L, 2L);
        }
    }
}
