// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

/// What `extract` selects, and how it says no; on a list of Chandra and on small ones made here.
class ExtractSelectionsTest {

    @TempDir
    private Path folder;

    private final Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");

    private Path file(String name) {
        return folder.resolve(name);
    }

    private JsonNode told(Object... arguments) throws Exception {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aFilterOnColumnsTakesTheRowsForWhichItIsTrue() throws Exception {
        double[] pi;
        double[] grade;
        try (FitsFile fits = FitsFile.open(events)) {
            Hdu list = fits.hdu("EVENTS").orElseThrow();
            pi = list.numbers(list.column("pi").orElseThrow(), 0, 4612);
            grade = list.numbers(list.column("grade").orElseThrow(), 0, 4612);
        }
        long expected = IntStream.range(0, 4612)
                .filter(i -> pi[i] > 100 && (grade[i] == 0 || grade[i] == 2))
                .count();

        assertThat(expected).isBetween(100L, 4500L);
        assertThat(told("extract", events, "--filter", "PI > 100 && (GRADE == 0 || GRADE == 2)", "--json")
                        .get("selected")
                        .asLong())
                .isEqualTo(expected);
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        CommandRun run = CommandRun.of("extract", events, "--filter", "PI > 5 && PATTERN <= 4");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("the filter 'PI > 5 && PATTERN <= 4', at 11", "has no column PATTERN", "its columns are time")
                .contains("grade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--region     | circle(83.63         | circle(83.63,22.01,60\")",
                "--background | blob(1,2,3)          | circle(83.63,22.01,60\")",
                "--region     | circle(83.63,22,-60\") | is below 0",
                "--region     | nowhere.reg          | there is no region file nowhere.reg",
                "--energy     | blue                 | for example, 0.5-7",
                "--energy     | 7-0.5                | for example, 0.5-7",
                "--time       | yesterday            | for example, 339470000-339480000",
                "--time       | 20-10                | for example, 339470000-339480000",
                "--filter     | PI >                 | for example, PI in [35:480] && GRADE != 7",
                "--bands      | 0.5-2,red            | for example, 0.5-1.2,1.2-2,2-7",
                "--bin        | -5                   | bin takes from 1e-9 s, not -5"
            })
    void aTextThatIsNotUnderstoodIsAFaultOfTheCommandLineAndARightOneIsShown(String option, String text, String shown) {
        CommandRun run = CommandRun.of("extract", events, option, text, "--spectrum", file("s.pha"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(shown);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRegionFileIsRecordedByItsShapes() throws Exception {
        Files.writeString(
                file("src.reg"),
                "# Region file format: DS9\nglobal color=green\nfk5\ncircle(148.96,69.68,60\") # text={M82}\n");

        told("extract", events, "--region", file("src.reg"), "--spectrum", file("s.pha"), "--json");
        assertThat(recorded(file("s.pha"), "region")).isEqualTo("fk5; circle(148.96,69.68,60\")");
    }

    private static String recorded(Path product, String name) throws Exception {
        ProvenanceStep step =
                VoTags.read(product).orElseThrow().provenance().steps().getFirst();
        return StepRecord.values(step).get(name);
    }

    @Test
    void theGoodTimesOfAFileSelectAndTheFileIsAnInput() throws Exception {
        JsonNode byRange =
                told("extract", events, "--time", "339469500-339470000", "--events", file("part.fits"), "--json");
        JsonNode byFile = told("extract", events, "--time", file("part.fits"), "--spectrum", file("s.pha"), "--json");

        assertThat(byRange.get("selected").asLong()).isBetween(1L, 4000L);
        assertThat(byFile.get("selected")).isEqualTo(byRange.get("selected"));
        assertThat(byFile.get("exposure")).isEqualTo(byRange.get("exposure"));
        ProvenanceStep step =
                VoTags.read(file("s.pha")).orElseThrow().provenance().steps().getFirst();
        Argument.Input input = (Argument.Input) StepRecord.arguments(step).get("gti");
        assertThat(input.file().path()).isEqualTo("part.fits");
        assertThat(input.file().checksum().orElseThrow()).startsWith("sha256:");
    }

    @Test
    void startAndEndAreThoseOfTheTimesSelectedInEveryHeader() throws Exception {
        told(
                "extract",
                events,
                "--time",
                "339469500-339470000",
                "--events",
                file("part.fits"),
                "--spectrum",
                file("s.pha"),
                "--json");

        for (String[] place :
                new String[][] {{"part.fits", "EVENTS"}, {"part.fits", "GTI"}, {"s.pha", "SPECTRUM"}, {"s.pha", "GTI"}
                }) {
            try (FitsFile fits = FitsFile.open(file(place[0]))) {
                FitsHeader header = fits.hdu(place[1]).orElseThrow().header();
                assertThat(header.number("TSTART")).as(String.join(" ", place)).contains(339469500.0);
                assertThat(header.number("TSTOP")).contains(339470000.0);
                assertThat(header.text("DATE-OBS")).isIn(Optional.empty(), Optional.of("2008-10-04T01:05:00"));
                assertThat(header.text("DATE-END")).isIn(Optional.empty(), Optional.of("2008-10-04T01:13:20"));
                assertThat(header.has("DATE-OBS"))
                        .isEqualTo(!place[0].equals("part.fits") || place[1].equals("EVENTS"));
            }
        }
    }

    /// Right ascension and declination alone, as gamma-ray telescopes have them.
    private Path directions() throws Exception {
        int n = 400;
        double[] ra = new double[n];
        double[] dec = new double[n];
        double[] time = new double[n];
        for (int i = 0; i < n; i++) {
            ra[i] = (359 + 2.0 * (i % 20) / 19) % 360;
            dec[i] = -61 + 2.0 * (i / 20) / 19;
            time[i] = i;
        }
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLASS", "GADF")
                .card("HDUCLAS1", "EVENTS")
                .card("RADECSYS", "FK5")
                .card("EQUINOX", 2000.0)
                .card("RA_PNT", 0.25)
                .card("DEC_PNT", -60.0)
                .card("MJDREFI", 51910)
                .card("MJDREFF", 0.0)
                .card("TIMESYS", "TT")
                .column("TIME", "D", time)
                .unit("s")
                .column("RA", "D", ra)
                .unit("deg")
                .column("DEC", "D", dec)
                .unit("deg");
        fits.table("GTI").card("HDUCLAS1", "GTI").column("START", "D", 0).column("STOP", "D", 400);
        return fits.write(file("gamma.fits"));
    }

    /// Across 0 h, by astropy's TAN of the header that was written.
    @Test
    void anImageOfDirectionsLiesOnTheSkyWhereAstropyFindsIt() throws Exception {
        told("extract", directions(), "--image", file("image.fits"), "--image-bin", "5", "--json");

        assertThat(Judges.python(
                                """
                import sys
                import numpy as np
                from astropy.io import fits
                from astropy.wcs import WCS
                e = fits.getdata(sys.argv[1], 'EVENTS')
                im = fits.open(sys.argv[2])[0]
                w = WCS(im.header)
                x, y = w.all_world2pix(e['RA'], e['DEC'], 0)
                own = np.zeros(im.data.shape, int)
                np.add.at(own, (np.floor(y + 0.5).astype(int), np.floor(x + 0.5).astype(int)), 1)
                print(np.array_equal(own, im.data), im.data.sum(), list(w.wcs.ctype), im.header['RADESYS'], w.wcs.crval.tolist())
                """,
                                file("gamma.fits").toString(),
                                file("image.fits").toString())
                        .text())
                .contains("True 400 ['RA---TAN', 'DEC--TAN'] FK5 [0.25, -60.0]");
    }

    @Test
    void aBackgroundOfUnknownAreaIsRefused() throws Exception {
        CommandRun run = CommandRun.of(
                "extract",
                directions(),
                "--region",
                "icrs; circle(0.2,-60.1,0.5)",
                "--background",
                "icrs; -circle(0.2,-60.1,1)",
                "--lightcurve",
                file("lc.fits"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("the area of the background's region is not known")
                .contains("give a region with an end");
        assertThat(file("lc.fits")).doesNotExist();
    }
}
