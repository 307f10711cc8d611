// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.HduSums;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.Sha256;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

class ExtractCommandTest {

    private static final String SOURCE = "circle(148.96,69.68,60\")";
    private static final String BACKGROUND = "annulus(148.96,69.68,90\",150\")";

    @TempDir
    private Path folder;

    private final Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void everyOutputIsMadeInOnePassTaggedCleanAndCountedAsNumpyCounts() throws Exception {
        CommandRun run = CommandRun.of(
                "extract",
                events,
                "--region",
                SOURCE,
                "--background",
                BACKGROUND,
                "--energy",
                "0.5-7",
                "--spectrum",
                file("src.pha"),
                "--lightcurve",
                file("lc.fits"),
                "--bin",
                "500",
                "--image",
                file("image.fits"),
                "--bands",
                "0.5-2,2-7",
                "--events",
                file("selected.fits"),
                "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode told = new ObjectMapper().readTree(run.out());
        assertThat(told.get("rows").asLong()).isEqualTo(4612);
        assertThat(told.get("outputs").properties())
                .extracting(entry -> entry.getKey())
                .containsExactly("background", "spectrum", "lightcurve", "image", "events");
        String counted = Judges.python("""
                import sys
                import numpy as np
                from astropy.io import fits
                folder = sys.argv[1] + '/'
                e = fits.getdata(folder + 'selected.fits', 'EVENTS')
                s = fits.open(folder + 'src.pha')['SPECTRUM']
                lc = fits.open(folder + 'lc.fits')['RATE']
                im = fits.open(folder + 'image.fits')
                assert s.header['BACKFILE'] == 'src_bkg.pha'
                assert np.array_equal(s.data['COUNTS'], np.bincount(e['pi'], minlength=1025)[1:1025])
                assert im[0].data.sum() == im['BAND1'].data.sum() + im['BAND2'].data.sum()
                b = fits.open(folder + 'src_bkg.pha')['SPECTRUM'].header
                assert abs(s.header['BACKSCAL'] / b['BACKSCAL'] - 60**2 / (150**2 - 90**2)) < 0.01
                print(len(e), s.data['COUNTS'].sum(), lc.data['COUNTS'].sum(), e['energy'].min() >= 500, e['energy'].max() <= 7000)
                """, folder.toString()).text();
        String selected = told.get("selected").asText();
        assertThat(counted.strip()).startsWith(selected + " " + selected + " ").endsWith("True True");
        for (String name : List.of("src.pha", "src_bkg.pha", "lc.fits", "image.fits")) {
            assertThat(Judges.fitsverify(file(name)).out())
                    .contains("verification OK")
                    .doesNotContain("arning");
            VoTags tags = VoTags.read(file(name)).orElseThrow();
            assertThat(tags.values().get(ObsCoreColumn.OBS_ID).value()).isEqualTo("10027");
            assertThat(tags.provenance().steps().getFirst().title()).isEqualTo("extract");
            assertThat(ProvenanceJson.write(tags.provenance()))
                    .contains("\"path\":\"" + events.getFileName() + "\"", Sha256.of(events))
                    .doesNotContain(events.getParent().toString());
            try (FitsFile fits = FitsFile.open(file(name))) {
                assertThat(HduSums.faults(fits)).isEmpty();
            }
        }
    }

    /// The centre of the image's brightest pixel, by astropy, is where its events lie.
    @Test
    void theSkyOfTheImageIsThatOfTheEvents() throws Exception {
        assertThat(CommandRun.of("extract", events, "--image", file("image.fits"), "--image-bin", "4")
                        .exitCode())
                .isZero();

        assertThat(Judges.python("""
                import sys
                import numpy as np
                from astropy.io import fits
                from astropy.wcs import WCS
                e = fits.open(sys.argv[1])['EVENTS']
                im = fits.open(sys.argv[2])[0]
                w = WCS(naxis=2)
                w.wcs.crpix = [e.header['TCRPX3'], e.header['TCRPX4']]
                w.wcs.crval = [e.header['TCRVL3'], e.header['TCRVL4']]
                w.wcs.cdelt = [e.header['TCDLT3'], e.header['TCDLT4']]
                w.wcs.ctype = ['RA---TAN', 'DEC--TAN']
                sky = w.all_pix2world(e.data['x'], e.data['y'], 1)
                x, y = WCS(im.header).all_world2pix(sky[0], sky[1], 0)
                own = np.zeros(im.data.shape, int)
                np.add.at(own, (np.floor(y + 0.5).astype(int), np.floor(x + 0.5).astype(int)), 1)
                print(np.abs(own - im.data).sum() <= 4, im.data.sum())
                """, events.toString(), file("image.fits").toString())
                        .text())
                .contains("True 4612");
    }

    @Test
    void withoutAnOutputEventsAreOnlyCounted() {
        CommandRun run = CommandRun.of("extract", events);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("4612 of 4612 events selected, exposure ");
    }

    @Test
    void identicalRunsGiveIdenticalFilesApartFromTheirTags() throws Exception {
        for (String name : List.of("a", "b")) {
            Files.createDirectory(file(name));
            CommandRun.of(
                    "extract",
                    events,
                    "--region",
                    SOURCE,
                    "--spectrum",
                    file(name).resolve("s.pha"));
            CommandRun.of("strip", file(name).resolve("s.pha"), "--in-place");
        }

        assertThat(file("a").resolve("s.pha")).hasSameBinaryContentAs(file("b").resolve("s.pha"));
    }

    @Test
    void selectedTimesCutTheGoodTimesAndTheExposure() throws Exception {
        CommandRun run = CommandRun.of(
                "extract", events, "--time", "339469500-339470000", "--events", file("part.fits"), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        try (FitsFile fits = FitsFile.open(file("part.fits"))) {
            var header = fits.hdu("EVENTS").orElseThrow().header();
            assertThat(header.number("TSTART")).contains(339469500.0);
            assertThat(header.number("ONTIME")).contains(500.0);
            var good = fits.hdu("GTI").orElseThrow();
            assertThat(good.numbers(good.columns().getFirst(), 0, 9)).containsExactly(339469500.0);
            assertThat(fits.hdus().getFirst().header().text("ORIGIN")).contains("ASC");
        }
    }

    @Test
    void whatIsThereAlreadyIsReplacedOnlyWhenAskedAndNothingIsLeftBehind() throws Exception {
        Files.writeString(file("s.pha"), "mine");

        CommandRun refused = CommandRun.of("extract", events, "--spectrum", file("s.pha"));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("s.pha is there already; --overwrite replaces it");
        assertThat(file("s.pha")).hasContent("mine");
        assertThat(CommandRun.of("extract", events, "--spectrum", file("s.pha"), "--overwrite")
                        .exitCode())
                .isZero();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file("s.pha"));
        }
    }

    @Test
    void theEventListIsNeverReplacedByWhatIsMadeOfIt() throws Exception {
        Path own = Files.copy(events, file("own_bkg.pha"));
        String circle = "circle(148.96,69.68,60\")";

        CommandRun itself = CommandRun.of("extract", own, "--events", own, "--overwrite");
        CommandRun partner = CommandRun.of(
                "extract",
                own,
                "--region",
                circle,
                "--background",
                circle,
                "--spectrum",
                file("own.pha"),
                "--overwrite");

        for (CommandRun refused : List.of(itself, partner)) {
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("own_bkg.pha is what the photons are read from");
        }
        assertThat(own).hasSameBinaryContentAs(events);
        assertThat(file("own.pha")).doesNotExist();
    }

    @Test
    void anOutputWithoutAFolderIsRefusedByTheNameOfTheFolder() throws Exception {
        CommandRun refused = CommandRun.of("extract", events, "--spectrum", file("none/s.pha"));

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("there is no folder " + file("none") + " for the output s.pha");
    }
}
