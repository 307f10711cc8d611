// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;

/// `vo4he show` and `vo4he check`: what they print, and their exit codes.
class ShowAndCheckCommandTest {

    @TempDir
    Path folder;

    @Test
    void showAsJsonHasAllColumnsWithValueAndOrigin() throws Exception {
        CommandRun run = CommandRun.of("show", eventList(), "--json");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        JsonNode file = new ObjectMapper().readTree(run.out());
        assertThat(file.path("outcome").asText()).isEqualTo("published");
        JsonNode product = file.at("/products/0");
        assertThat(product.path("hdu").asInt()).isEqualTo(1);
        assertThat(product.path("findings").isArray()).isTrue();
        for (ObsCoreColumn column : ObsCoreColumn.values()) {
            JsonNode value = product.path("values").path(column.columnName());
            assertThat(value.has("value")).as(column.columnName()).isTrue();
            assertThat(value.at("/origin/kind").asText())
                    .as(column.columnName())
                    .isNotEmpty();
            assertThat(value.path("value").isNull())
                    .as(column.columnName())
                    .isEqualTo(value.at("/origin/kind").asText().equals("absent"));
        }
        assertThat(product.at("/values/s_ra/value").asDouble()).isEqualTo(83.633);
        assertThat(product.at("/native/TIMESYS").asText()).isEqualTo("TT");
    }

    @Test
    void showForAPersonNamesValueOriginAndWhatIsNotStated() {
        CommandRun run = CommandRun.of("show", eventList());

        assertThat(run.out())
                .containsPattern("target_name +Crab +card: EVENTS OBJECT")
                .containsPattern("(?s)Not stated:.*bib_reference +- +absent: ");
    }

    @Test
    void aTagIsShownAsWrittenInTheExtensionThatIsRead() {
        FitsBuilder fits = Samples.eventList();
        fits.image("VO-TAGS", 8).card("EXTVER", 1).card("TARG_NM", "first");
        fits.image("VO-TAGS", 8).card("EXTVER", 2).card("TARG_NM", "second").card("TARG_NM", "last");

        CommandRun run = CommandRun.of("show", fits.write(folder.resolve("several.fits")));

        assertThat(run.out()).containsPattern("target_name +last +tag: TARG_NM = 'last'");
    }

    @Test
    void aTagOfOursIsShownWithWhereItsValueCameFromWhenItWasWritten() throws Exception {
        Path tagged = folder.resolve("tagged");
        assertThat(CommandRun.of("annotate", eventList(), "--out", tagged, "--set", "obs_title=A nebula")
                        .exitCode())
                .isZero();

        CommandRun text = CommandRun.of("show", tagged.resolve("events.fits"));
        JsonNode values = new ObjectMapper()
                .readTree(CommandRun.of("show", tagged.resolve("events.fits"), "--json")
                        .out())
                .at("/products/0/values");

        assertThat(unwrapped(text.out()))
                .contains("tag: S_RA, written by vo4he from the card EVENTS RA_PNT+DEC_PNT = 83.633, 22.0145")
                .contains("tag: OBS_TITL, written by vo4he as given by --set obs_title=A nebula");
        assertThat(values.at("/s_ra/origin/recorded/kind").asText()).isEqualTo("card");
        assertThat(values.at("/s_ra/origin/recorded/detail").asText()).isEqualTo("EVENTS RA_PNT+DEC_PNT");
    }

    @Test
    void ofTwoHdusOfOneNameEachIsShownWithItsOwnCards() {
        FitsBuilder fits = new FitsBuilder();
        for (String target : List.of("Crab", "Vela", "Geminga")) {
            fits.table("SPECTRUM")
                    .card("HDUCLASS", "OGIP")
                    .card("HDUCLAS1", "SPECTRUM")
                    .card("EXTVER", target.equals("Crab") ? 1 : 2)
                    .card("OBJECT", target)
                    .column("CHANNEL", "J", 1, 2)
                    .column("COUNTS", "J", 1, 2);
        }

        CommandRun run = CommandRun.of("show", fits.write(folder.resolve("spectra.fits")));

        assertThat(run.out())
                .containsPattern("target_name +Crab +card: SPECTRUM OBJECT = 'Crab'")
                .containsPattern("target_name +Vela +card: SPECTRUM,2 OBJECT = 'Vela'")
                .containsPattern("target_name +Geminga +card: #3 OBJECT = 'Geminga'");
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void rulesAndProfilesThatAreNotThereAreToldSo() {
        CommandRun rules = CommandRun.of("show", eventList(), "--rules", folder.resolve("none.yaml"));
        CommandRun profiles = CommandRun.of("show", eventList(), "--profiles", folder.resolve("none"));

        assertThat(rules.exitCode()).isEqualTo(3);
        assertThat(rules.err()).contains("none.yaml: there is no such file");
        assertThat(profiles.exitCode()).isEqualTo(3);
        assertThat(profiles.err()).contains("there is no folder of profiles " + folder.resolve("none"));
    }

    @Test
    void checkFailsWithCode1OnAnErrorAndNamesFileAndCode() throws Exception {
        byte[] whole = Samples.eventList().bytes();
        Path broken = Files.write(folder.resolve("broken.fits"), Damage.cutAt(whole, whole.length - 2880));

        CommandRun run = CommandRun.of("check", eventList(), broken);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("events.fits: published")
                .contains("broken.fits: failed")
                .contains("fits-truncated");
    }

    @Test
    void strictMakesAWarningAnError() throws Exception {
        Path odd = Files.write(
                folder.resolve("odd.fits"),
                Damage.withCard(Samples.eventList().bytes(), "TIMESYS", "TIMESYS = '1993.0'"));

        assertThat(CommandRun.of("check", odd).exitCode()).isZero();
        assertThat(CommandRun.of("check", "--strict", odd).exitCode()).isEqualTo(1);
    }

    @Test
    void checkAsJsonIsOneListWithAnEntryForEachFile() throws Exception {
        Path text = Files.writeString(folder.resolve("read me.txt"), "not FITS");

        CommandRun run = CommandRun.of("check", "--json", eventList(), text);

        JsonNode list = new ObjectMapper().readTree(run.out());
        assertThat(list).hasSize(2);
        assertThat(list.at("/1/outcome").asText()).isEqualTo("not-fits");
        assertThat(list.at("/1/findings/0/code").asText()).startsWith("product-");
    }

    @Test
    void aMissingFileIsASentenceAndCode3AndTheOthersAreChecked() {
        CommandRun run = CommandRun.of("check", folder.resolve("none.fits"), eventList());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("there is no file " + folder.resolve("none.fits"));
        assertThat(run.out()).contains("events.fits: published");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"\"\", it is empty", "words, it does not begin with 'SIMPLE  ='"})
    void aFileThatIsNoFitsIsASentenceAndCode3(String content, String why) throws IOException {
        Path none = Files.writeString(folder.resolve("none.fits"), content);

        for (String command : List.of("show", "check")) {
            CommandRun run = CommandRun.of(command, none);

            assertThat(run.exitCode()).as(command).isEqualTo(3);
            assertThat(run.out()).contains("none.fits: not-fits").contains(why);
        }
        CommandRun json = CommandRun.of("check", "--json", none, eventList());
        assertThat(json.exitCode()).isEqualTo(3);
        assertThat(new ObjectMapper().readTree(json.out())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "check", "provenance", "verify"})
    void aFolderIsCalledOne(String command) {
        CommandRun run = CommandRun.of(command, folder);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(folder + " is a folder; a file is wanted");
    }

    @Test
    void aRulesFileWinsAndABrokenOneIsASentenceWithItsLine() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - match: "*.fits"
                    set:
                      target_name: by rule
                """);
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "rules:\n  - mtach: x\n");

        assertThat(CommandRun.of("show", eventList(), "--rules", rules).out())
                .containsPattern("target_name +by rule +rule: rules.yaml line 4");
        CommandRun run = CommandRun.of("show", eventList(), "--rules", broken);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("broken.yaml line 2");
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .as("a system that has mkfifo")
                .isZero();

        for (String[] command :
                new String[][] {{"show"}, {"check"}, {"annotate", "--in-place"}, {"strip", "--in-place"}}) {
            List<Object> words = new ArrayList<>(List.of((Object[]) command));
            words.add(pipe);
            CommandRun run = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> CommandRun.of(words.toArray()));

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
            assertThat(run.err()).contains(pipe + " is a pipe or a device");
        }
    }

    @Test
    void anEmptyNameIsASentence() {
        CommandRun run = CommandRun.of("show", "");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("'' names no file");
    }

    private Path eventList() {
        return Samples.eventList().write(folder.resolve("events.fits"));
    }
}
