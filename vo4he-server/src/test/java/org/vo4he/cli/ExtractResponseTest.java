// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.votags.VoTags;

/// Channels of a mission that nobody knows get their energies from a response.
class ExtractResponseTest {

    @TempDir
    private Path folder;

    /// 400 events, four in each of 100 channels.
    private Path list(String named) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary();
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", "NEWSAT")
                .card("INSTRUME", "NEWCAM")
                .card("MJDREF", 55_000.0)
                .card("TIMESYS", "TT")
                .card("TSTART", 0.0)
                .card("TSTOP", 400.0)
                .card("RESPFILE", named)
                .column("TIME", "D", IntStream.range(0, 400).asDoubleStream().toArray())
                .unit("s")
                .column(
                        "PI",
                        "J",
                        IntStream.range(0, 400).mapToDouble(i -> i % 100).toArray())
                .limits(0, 99);
        return fits.write(folder.resolve("list.fits"));
    }

    /// Channel n goes from n to n + 1 tenths of a keV.
    @BeforeEach
    void writeAResponse() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EBOUNDS")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "EBOUNDS")
                .column("CHANNEL", "J", IntStream.range(0, 100).asDoubleStream().toArray())
                .column(
                        "E_MIN",
                        "D",
                        IntStream.range(0, 100).mapToDouble(i -> i / 10.0).toArray())
                .unit("keV")
                .column(
                        "E_MAX",
                        "D",
                        IntStream.range(0, 100).mapToDouble(i -> (i + 1) / 10.0).toArray())
                .unit("keV");
        fits.write(folder.resolve("new.rmf"));
    }

    private FitsHeader spectrum() throws Exception {
        try (FitsFile fits = FitsFile.open(folder.resolve("s.pha"))) {
            return fits.hdu("SPECTRUM").orElseThrow().header();
        }
    }

    private CommandRun run(Object... words) {
        Object[] all = new Object[words.length + 5];
        System.arraycopy(
                new Object[] {
                    "extract", folder.resolve("list.fits"), "--spectrum", folder.resolve("s.pha"), "--overwrite"
                },
                0,
                all,
                0,
                5);
        System.arraycopy(words, 0, all, 5, words.length);
        return CommandRun.of(all);
    }

    @Test
    void aBandOfChannelsIsOneOfEnergiesByTheResponseThatIsGiven() throws Exception {
        list("none");

        CommandRun run = run("--energy", "pi:20-49", "--response", folder.resolve("new.rmf"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("120 of 400");
        assertThat(spectrum().text("RESPFILE")).contains("new.rmf");
        VoTags tags = VoTags.read(folder.resolve("s.pha")).orElseThrow();
        assertThat(tags.values().get(ObsCoreColumn.ENERGY_MIN).value()).isEqualTo(2000.0);
        assertThat(tags.values().get(ObsCoreColumn.ENERGY_MAX).value()).isEqualTo(5000.0);
    }

    /// Channels whose middles lie within.
    @Test
    void theResponseThatTheEventsNameSelectsByEnergy() {
        list("new.rmf");

        CommandRun run = run("--energy", "2-5");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("120 of 400");
    }

    @Test
    void withoutAResponseEnergiesAreRefusedWithWhatToGiveAndChannelsAreNot() {
        list("other.rmf");

        CommandRun refused = run("--energy", "2-5");
        CommandRun channels = run("--energy", "pi:20-49");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("select by channel instead, or give their response (RMF), which has");
        assertThat(channels.exitCode()).as(channels.err()).isZero();
    }

    @Test
    void aFileWithoutEnergiesIsNoResponse() {
        Path list = list("none");

        CommandRun run = run("--energy", "2-5", "--response", list);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("has no EBOUNDS that gives channels their energies");
    }
}
