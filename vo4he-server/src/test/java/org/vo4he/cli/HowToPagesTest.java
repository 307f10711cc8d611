// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.SharedData;

/// The examples of the how-to pages on rules and profiles do what the pages say.
class HowToPagesTest {

    @TempDir
    Path folder;

    private static List<String> blocks(String page, String language) throws IOException {
        String text = Files.readString(SharedData.checkout().resolve("docs/how-to/" + page));
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void theRulesFileOfThePageDescribesALightCurve() throws Exception {
        Path rules = Files.writeString(
                folder.resolve("rules.yaml"), blocks("rules-file.md", "yaml").getFirst());
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("OBS_ID", "42");
        fits.table("RATE")
                .column("TIME", "D", 86400, 86500)
                .column("RATE", "D", 3, 4)
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "LIGHTCURVE")
                .card("OBJECT", "Crab")
                .card("E_MIN", 0.3)
                .card("E_MAX", 10.0)
                .card("MJDREFI", 57754)
                .card("MJDREFF", 0.0)
                .card("TSTART", 86400.0)
                .card("TSTOP", 86500.0)
                .card("EXPOSURE", 1.2);
        Path lightCurve = fits.write(folder.resolve("lc_Soft_007.fits"));

        CommandRun run = CommandRun.of("show", lightCurve, "--rules", rules, "--explain");

        assertThat(run.out())
                .containsPattern("obs_id +42/soft-007 +rule: rules.yaml line")
                .containsPattern("em_min +1.239841984\\d*E-10 m +rule")
                .containsPattern("em_max +4.13280661\\d*E-9 m +rule")
                .containsPattern("t_min +57754.9991\\d* d +rule")
                .containsPattern("t_exptime +1200.0 s +rule")
                .containsPattern("obs_title +Light curve of Crab +rule")
                .containsPattern("data_rights +public +rule")
                .contains("'2024/**/*.evt*': is not used");
    }

    @Test
    void theRefusalsOfThePageAreWhatIsSaid() throws Exception {
        Path rules = Files.writeString(
                folder.resolve("rules.yaml"), "rules:\n  - match: \"*\"\n    set:\n      colour: red\n");

        CommandRun run = CommandRun.of("show", Samples.eventList().write(folder.resolve("a.fits")), "--rules", rules);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("rules.yaml line 4, column 7: ObsCore 1.1 has no column 'colour'");
    }

    @Test
    void theProfileOfThePageMarksTheNewestOfEachKey() throws Exception {
        Path profiles = Files.createDirectory(folder.resolve("profiles"));
        Path profile = profiles.resolve("mxt-spectrum.yaml");
        String text = blocks("profiles.md", "yaml").getFirst();
        Path archive = Files.createDirectory(folder.resolve("archive"));
        spectrum(archive, "old_spec.fits", "7", 9);
        spectrum(archive, "new_spec.fits", "7", 10);
        spectrum(archive, "only_spec.fits", "8", 1);
        Path state = folder.resolve("state");

        Files.writeString(profile, text.replace("All: [OBS_ID]", "All: [TELESCOP]"));
        CommandRun.of("harvest", archive, "--state", state, "--profiles", profiles);
        Files.writeString(profile, text);
        CommandRun harvest = CommandRun.of("harvest", archive, "--state", state, "--profiles", profiles);
        List<String> sql = blocks("profiles.md", "sql");
        CommandRun newest = CommandRun.of("query", "--state", state, sql.getFirst());
        CommandRun searched = CommandRun.of("query", "--state", state, sql.getLast());

        assertThat(text).contains("All: [OBS_ID]");
        assertThat(harvest.exitCode()).as(harvest.toString()).isZero();
        assertThat(newest.out())
                .as(newest.toString())
                .contains("OBS_ID=7", "new_spec.fits", "only_spec.fits")
                .doesNotContain("old_spec.fits");
        assertThat(searched.out()).contains("new_spec.fits", "old_spec.fits").doesNotContain("only_spec.fits");
        assertThat(CommandRun.of("profile", "validate", "--profiles", profiles, archive.resolve("new_spec.fits"))
                        .out())
                .contains("MXT spectrum, SPEC_MXT OBS_ID=7, no findings");
    }

    private static void spectrum(Path archive, String name, String observation, int version) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .card("TELESCOP", "SVOM")
                .card("CARD", "SPEC_MXT")
                .card("OBS_ID", observation)
                .card("PROC_VER", version);
        FitsTable table = fits.table("SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 3, version)
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("RA_OBJ", 10.5);
        if (observation.equals("7")) {
            table.card("BURST_ID", "sb24010101");
        }
        fits.write(archive.resolve(name));
    }
}
