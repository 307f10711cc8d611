// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `check` with its grades, `show --explain`, `diff` and `profile`: what they print, and their exit codes.
class GradesAndDifferencesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path eventList() {
        return Samples.eventList().write(folder.resolve("events.fits"));
    }

    @Test
    void checkTellsTheGradeAndWhatStandsAgainstABetterOne() throws Exception {
        Path events = eventList();

        CommandRun report = CommandRun.of("check", events);
        CommandRun quiet = CommandRun.of("check", "--quiet", events);
        JsonNode json = JSON.readTree(CommandRun.of("check", "--json", events).out());

        assertThat(report.out())
                .containsPattern("events.fits: published, grade [B-E]: \\w+")
                .contains("against a better grade:");
        assertThat(quiet.out()).matches("[A-F] \\S*events.fits\\R");
        assertThat(json.at("/0/grade").asText()).matches("[A-F]");
        assertThat(json.at("/0/reasons")).isNotEmpty();
        assertThat(quiet.exitCode()).isZero();
    }

    @Test
    void showHasTheTextOfEachCardAndExplainsTheRules() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - match: "*.img"
                    set: {obs_title: A}
                  - match: "*.fits"
                    set: {obs_title: "{NO_SUCH}", bib_reference: B}
                """);

        CommandRun run = CommandRun.of("show", eventList(), "--rules", rules, "--explain");
        JsonNode json = JSON.readTree(CommandRun.of("show", eventList(), "--rules", rules, "--explain", "--json")
                .out());

        assertThat(run.out())
                .containsPattern("target_name +Crab +card: EVENTS OBJECT = 'Crab'")
                .contains("rules.yaml line 2 '*.img': is not used, the path does not end as the pattern says")
                .contains("line 5 obs_title is NULL: the rule takes NO_SUCH, which this file does not state")
                .contains("line 5 bib_reference is set to B");
        assertThat(json.at("/rules/1/said/1/outcome").asText()).isEqualTo("is set to B");
        assertThat(json.at("/products/0/values/target_name/origin/cards/0/text").asText())
                .isEqualTo("Crab");
    }

    @Test
    void diffIsSilentAboutEqualFilesAndTellsWhatOthersDifferIn() throws Exception {
        Path one = eventList();
        Path out = Files.createDirectory(folder.resolve("out"));
        Path tagged = out.resolve("events.fits");
        assertThat(CommandRun.of("annotate", one, "--out", out, "--set", "obs_title=New")
                        .exitCode())
                .isZero();

        CommandRun same = CommandRun.of("diff", one, one);
        CommandRun other = CommandRun.of("diff", one, tagged);
        CommandRun apart = CommandRun.of("diff", "--tags-apart", one, tagged);
        JsonNode json =
                JSON.readTree(CommandRun.of("diff", "--json", one, tagged).out());

        assertThat(same.exitCode()).isZero();
        assertThat(same.out()).isEqualTo("nothing differs" + System.lineSeparator());
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).contains("tags of VO-TAGS").contains("> is there");
        assertThat(apart.exitCode()).as(apart.out()).isZero();
        assertThat(json.at("/differences/0/part").asText()).isEqualTo("tags");
        assertThat(CommandRun.of("diff", one, folder.resolve("none.fits")).exitCode())
                .isEqualTo(3);
    }

    @Test
    void aProfileIsImportedExportedListedAndTried() throws Exception {
        Path seed = Files.writeString(folder.resolve("sdb_upload_Obscore.json"), """
                {"keywords": [{"name": "CAL_LV", "description": "level", "format": "integer", "unit": "",
                  "default_value": 2, "expected values": [0, 1, 2]}]}
                """);
        Path profiles = Files.createDirectory(folder.resolve("profiles"));
        CommandRun imported = CommandRun.of("profile", "import", seed);
        Path own = Files.writeString(profiles.resolve("svom.yaml"), "match: \"*.fits\"\n" + imported.out());

        CommandRun exported = CommandRun.of("profile", "export", own, "--form", "seed");
        CommandRun listed = CommandRun.of("profile", "list", profiles);
        CommandRun tried = CommandRun.of("profile", "validate", "--profiles", profiles, eventList());

        assertThat(imported.exitCode()).as(imported.toString()).isZero();
        assertThat(imported.err()).contains("add 'card' or 'match' to say which files the profile is of");
        assertThat(JSON.readTree(exported.out())).isEqualTo(JSON.readTree(Files.readString(seed)));
        assertThat(exported.err()).contains("the form has no place for match");
        assertThat(listed.out()).contains("sdb_upload_Obscore: files *.fits; 1 keywords, 1 defaults, 0 for search");
        assertThat(tried.exitCode()).isZero();
        assertThat(tried.out()).contains("events.fits: sdb_upload_Obscore, no findings");
        assertThat(CommandRun.of("show", eventList(), "--profiles", profiles).out())
                .containsPattern("calib_level +2 +profile: sdb_upload_Obscore");
    }

    @Test
    void longSentencesAreWrappedUnderTheirBeginning() {
        StringWriter text = new StringWriter();

        Wrapped.print(new PrintWriter(text, true), "  - ", "one two three four five six seven", 16);

        assertThat(text.toString().lines())
                .containsExactly("  - one two", "    three four", "    five six", "    seven");
    }
}
