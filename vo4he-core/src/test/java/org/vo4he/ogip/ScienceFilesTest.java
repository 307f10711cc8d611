// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduSums;
import org.vo4he.fits.ImageWriter;
import org.vo4he.fits.NewFits;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// What is written of events, before fitsverify, astropy and gammapy.
class ScienceFilesTest {

    @TempDir
    private Path folder;

    private ObservationCards observation;
    private ScienceFile file;

    @BeforeEach
    void carryCards() throws Exception {
        FitsBuilder events = new FitsBuilder();
        events.primary().card("OBJECT", "Crab Nebula").card("TELESCOP", "wrong");
        events.table("EVENTS")
                .card("TELESCOP", "SVOM", "mission")
                .card("INSTRUME", "MXT")
                .card("OBS_ID", "0042")
                .card("RADECSYS", "FK5")
                .card("MJDREFI", 57754)
                .card("MJDREFF", 0.00080074)
                .card("TIMESYS", "TT")
                .card("TSTART", 100.25, "[s] start")
                .card("TSTOP", 400.75, "[s] stop")
                .card("DATE-OBS", "2017-01-01T00:02:49")
                .card("SECRET", "not carried")
                .column("TIME", "D", 1);
        try (FitsFile opened = FitsFile.open(events.write(folder.resolve("events.fits")))) {
            observation =
                    ObservationCards.of(opened.hdus().get(1), opened.hdus().getFirst());
        }
        file = new ScienceFile(
                observation,
                "vo4he 0.1",
                Optional.empty(),
                List.of(
                        "Region: circle(83.63,22.01,60\") of the sky, and a sentence that is too long for one card of eighty"),
                Optional.empty());
    }

    private Path write(String name, byte[] first, List<byte[]> more) throws IOException {
        List<byte[]> hdus = new ArrayList<>(List.of(first));
        hdus.addAll(more);
        Path target = folder.resolve(name);
        NewFits.write(target, hdus);
        Verdict verdict = Judges.run(
                Judges.require(Judges.Judge.FITSVERIFY), List.of("-l", target.toString()), Duration.ofMinutes(3));
        assertThat(verdict.out()).contains("found 0 warning(s) and 0 error(s)");
        return target;
    }

    private byte[] primary() {
        return ImageWriter.noData(hdu -> {
            file.making().accept(hdu);
            observation.all().accept(hdu);
        });
    }

    private byte[] goodTimes() {
        return GoodTimeWriter.hdu(new double[] {100.25, 300}, new double[] {200, 400.75}, "s", observation);
    }

    private PhaSpectrum spectrum(Optional<double[]> edges) {
        return new PhaSpectrum(
                PhaSpectrum.Content.TOTAL,
                "PI",
                0,
                new int[] {1, 0, 7, 3},
                200.5,
                1.5e-8,
                "solid angle of the region [sr]",
                new PhaSpectrum.Files(Optional.of("back.pha"), Optional.empty(), Optional.of("x.arf")),
                Optional.empty(),
                Optional.of(new double[] {0.5, 7}),
                edges);
    }

    @Test
    void aSpectrumHasWhatItsMemoWantsAndIsReadAsOne() throws Exception {
        Path written = write(
                "src.pha",
                primary(),
                List.of(PhaWriter.hdus(spectrum(Optional.empty()), file).getFirst(), goodTimes()));

        try (FitsFile fits = FitsFile.open(written)) {
            Hdu hdu = fits.hdus().get(1);
            assertThat(HduContent.of(hdu)).isEqualTo(HduContent.SPECTRUM);
            assertThat(HduContent.of(fits.hdus().get(2))).isEqualTo(HduContent.GOOD_TIMES);
            assertThat(List.of("HDUCLAS1", "HDUCLAS2", "HDUCLAS3", "HDUCLAS4", "CHANTYPE", "BACKFILE", "RESPFILE"))
                    .extracting(keyword -> hdu.header().text(keyword).orElseThrow())
                    .containsExactly("SPECTRUM", "TOTAL", "COUNT", "TYPE:I", "PI", "back.pha", "none");
            assertThat(List.of("TLMIN1", "TLMAX1", "DETCHANS", "TOTCTS", "EXPOSURE", "AREASCAL", "BACKSCAL"))
                    .extracting(keyword -> hdu.header().number(keyword).orElseThrow())
                    .containsExactly(0.0, 3.0, 4.0, 11.0, 200.5, 1.0, 1.5e-8);
            assertThat(HduSums.faults(fits)).isEmpty();
        }
        assertThat(Judges.python("""
                import sys
                from astropy.io import fits
                s = fits.open(sys.argv[1])['SPECTRUM']
                print(list(s.data['CHANNEL']), list(s.data['COUNTS']), s.header['ANCRFILE'], s.header['POISSERR'])
                """, written.toString()).out())
                .contains("x.arf True")
                .contains("7");
    }

    /// gammapy finds the energies of a spectrum in EBOUNDS of the same file.
    @Test
    void gammapyReadsASpectrumWithTheEdgesOfItsChannels() throws Exception {
        Path written = write(
                "src.pha", primary(), PhaWriter.hdus(spectrum(Optional.of(new double[] {0.5, 1, 2, 4, 8})), file));

        String said = Judges.python("""
                import sys
                try:
                    from gammapy.maps import RegionNDMap
                except ImportError:
                    print('no gammapy')
                    sys.exit()
                counts = RegionNDMap.read(sys.argv[1], format='ogip', ogip_column='COUNTS')
                print(counts.geom.axes['energy'].edges.to_value('keV').round(9).tolist(), counts.data.ravel().tolist())
                """, written.toString()).text();
        assertThat(said)
                .satisfiesAnyOf(
                        text -> assertThat(text).contains("[0.5, 1.0, 2.0, 4.0, 8.0] [1, 0, 7, 3]"),
                        text -> assertThat(text).contains("no gammapy"));
    }

    @Test
    void aLightCurveSaysWhatItsTimesAndRatesAre() throws Exception {
        LightCurveTable curve = new LightCurveTable(
                LightCurveTable.Content.NET,
                new double[] {150.25, 250.25},
                100,
                "s",
                new int[] {20, 0},
                new double[] {0.15, Double.NaN},
                new double[] {0.05, Double.NaN},
                new double[] {0.9975, 0},
                Optional.of(new double[] {5, 0}),
                Optional.empty(),
                99.75,
                Optional.of(new double[] {0.5, Double.POSITIVE_INFINITY}));

        Path written = write("lc.fits", primary(), List.of(LightCurveWriter.hdu(curve, file), goodTimes()));

        try (FitsFile fits = FitsFile.open(written)) {
            Hdu hdu = fits.hdus().get(1);
            assertThat(HduContent.of(hdu)).isEqualTo(HduContent.LIGHT_CURVE);
            assertThat(hdu.header().text("HDUCLAS2")).contains("NET");
            assertThat(hdu.header().logical("BACKAPP")).contains(true);
            assertThat(hdu.header().number("TIMEDEL")).contains(100.0);
            assertThat(hdu.header().number("E_MIN")).contains(0.5);
            assertThat(hdu.header().has("E_MAX")).isFalse();
            assertThat(hdu.numbers(hdu.column("FRACEXP").orElseThrow(), 0, 2)).containsExactly(0.9975, 0);
        }
        assertThat(Judges.python("""
                import sys
                from astropy.timeseries import TimeSeries
                from astropy.table import Table
                t = Table.read(sys.argv[1], hdu='RATE')
                print(t['RATE'].unit, list(t['COUNTS']), t.meta['TIMEPIXR'])
                """, written.toString()).out()).contains("ct / s", "0.5");
    }

    @Test
    void theSkyOfAnImageIsWhereAstropyFindsItAndItsBandsLieOnTheSameSky() throws Exception {
        SkyPixels sky = new SkyPixels(
                new String[] {"RA---TAN", "DEC--TAN"},
                new double[] {83.63, 22.01},
                new double[] {1.5, 1},
                new double[] {-0.01, 0.01},
                "ICRS",
                Double.NaN,
                new String[] {"X", "Y"},
                new double[] {4001, 4005},
                8);
        CountsImage image = new CountsImage(
                3,
                2,
                new int[] {1, 2, 3, 4, 5, 6},
                sky,
                10,
                Optional.of(new double[] {0.5, 7}),
                List.of(new CountsImage.Band("BAND1", new double[] {0.5, 2}, new int[] {1, 0, 0, 4, 0, 0})));

        List<byte[]> hdus = CountsImageWriter.hdus(image, file);
        Path written = write("image.fits", hdus.getFirst(), List.of(hdus.get(1), goodTimes()));

        assertThat(Judges.python("""
                import sys
                from astropy.io import fits
                from astropy.wcs import WCS
                f = fits.open(sys.argv[1])
                for h in (f[0], f['BAND1']):
                    w, p = WCS(h.header), WCS(h.header, key='P')
                    print(h.data.tolist(), w.all_pix2world([[0.5, 0]], 0).round(9).tolist(), p.all_pix2world([[2, 1]], 0).tolist())
                """, written.toString()).out())
                .contains("[[1, 2, 3], [4, 5, 6]] [[83.63, 22.01]] [[4017.0, 4013.0]]")
                .contains("[[1, 0, 0], [4, 0, 0]] [[83.63, 22.01]] [[4017.0, 4013.0]]");
    }

    @Test
    void aRegionKeepsEachOfItsShapes() throws Exception {
        byte[] region = RegionWriter.hdu(
                List.of(
                        new RegionShape("CIRCLE", new double[] {10}, new double[] {20}, new double[] {5}, 0, 1),
                        new RegionShape(
                                "!POLYGON", new double[] {1, 2, 3}, new double[] {4, 5, 6}, new double[0], 0, 1)),
                Optional.of("circle(83.63,22.01,60\")\n-polygon(…)"),
                1,
                _ -> {},
                observation);

        Path written = write("region.fits", primary(), List.of(region));

        try (FitsFile fits = FitsFile.open(written)) {
            Hdu hdu = fits.hdus().get(1);
            assertThat(HduContent.of(hdu)).isEqualTo(HduContent.REGION);
            assertThat(hdu.texts(hdu.columns().getFirst(), 0, 2)).containsExactly("CIRCLE", "!POLYGON");
            assertThat(hdu.vector(hdu.columns().get(1), 0, 9)).containsExactly(10, 0, 0);
            assertThat(hdu.vector(hdu.columns().get(1), 1, 9)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void onlyCardsAboutTheObservationAreCarriedAndTheTablesOwnComeFirst() throws Exception {
        Path written = write("none.fits", primary(), List.of());

        try (FitsFile fits = FitsFile.open(written)) {
            var header = fits.hdus().getFirst().header();
            assertThat(header.text("OBJECT")).contains("Crab Nebula");
            assertThat(header.text("TELESCOP")).contains("SVOM");
            assertThat(header.text("FILTER")).contains("UNKNOWN");
            assertThat(header.text("RADESYS")).contains("FK5");
            assertThat(header.card("TSTART").orElseThrow().comment()).isEqualTo("[s] start");
            assertThat(header.has("SECRET")).isFalse();
            assertThat(header.has("DATE")).isFalse();
        }
    }

    @Test
    void timesSelectedReplaceStartAndEnd() throws Exception {
        observation = observation.within(110, 120, Optional.of("2017-01-01T00:02:59"), Optional.empty());
        Path written = write("none.fits", primary(), List.of());

        try (FitsFile fits = FitsFile.open(written)) {
            var header = fits.hdus().getFirst().header();
            assertThat(header.number("TSTART")).contains(110.0);
            assertThat(header.number("TSTOP")).contains(120.0);
            assertThat(header.text("DATE-OBS")).contains("2017-01-01T00:02:59");
        }
    }

    @Test
    void theSameIsTheSameBytes() throws Exception {
        byte[] one = Files.readAllBytes(write("a.pha", primary(), PhaWriter.hdus(spectrum(Optional.empty()), file)));

        assertThat(write("b.pha", primary(), PhaWriter.hdus(spectrum(Optional.empty()), file)))
                .hasBinaryContent(one);
    }
}
