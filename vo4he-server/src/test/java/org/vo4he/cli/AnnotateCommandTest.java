// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// `vo4he annotate` and `strip`, seen through `show` and by fitsverify.
class AnnotateCommandTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeAnEventList() {
        file = Samples.eventList().write(folder.resolve("an event list.fits"));
    }

    @Test
    void theCopyCarriesItsTagsAndTheOriginalIsUntouched() throws Exception {
        byte[] before = Files.readAllBytes(file);

        CommandRun run = CommandRun.of("annotate", file, "--out", folder.resolve("tagged"));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(file).hasBinaryContent(before);
        Path tagged = folder.resolve("tagged/an event list.fits");
        assertThat(values(tagged).at("/target_name/origin/kind").asText()).isEqualTo("tag");
        assertThat(values(tagged).at("/target_name/value").asText()).isEqualTo("Crab");
        Verdict verdict = Judges.fitsverify(tagged);
        assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
    }

    @Test
    void aValueThatIsSetWinsAndIsReadBackAsATag() throws Exception {
        CommandRun run = CommandRun.of(
                "annotate", file, "--in-place", "--set", "obs_collection=My archive", "--set", "calib_level=3");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(values(file).at("/obs_collection/value").asText()).isEqualTo("My archive");
        assertThat(values(file).at("/calib_level/value").asInt()).isEqualTo(3);
        assertThat(values(file).at("/calib_level/origin/kind").asText()).isEqualTo("tag");
    }

    @Test
    void annotatingTwiceGivesIdenticalBytesAndStrippingGivesTheOriginal() throws Exception {
        byte[] before = Files.readAllBytes(file);
        CommandRun.of("annotate", file, "--in-place");
        byte[] once = Files.readAllBytes(file);

        CommandRun again = CommandRun.of("annotate", file, "--in-place");

        assertThat(again.out()).contains("already so");
        assertThat(file).hasBinaryContent(once);
        assertThat(CommandRun.of("strip", file, "--in-place").exitCode()).isZero();
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aFreshStatePublishesWhatTheTagsSay() {
        Path products = folder.resolve("tagged");
        CommandRun.of("annotate", file, "--out", products, "--set", "obs_collection=By tag", "--set", "t_exptime=1.5");

        CommandRun.of("harvest", products, "--state", folder.resolve("state"));

        CommandRun query = CommandRun.of(
                "query",
                "SELECT obs_collection, t_exptime, target_name FROM ivoa.obscore",
                "--state",
                folder.resolve("state"));
        assertThat(query.out().lines()).last().isEqualTo("By tag,1.5,Crab");
    }

    @Test
    void aColumnThatDoesNotExistAndAValueOfTheWrongTypeAreUsageErrors() throws Exception {
        byte[] before = Files.readAllBytes(file);

        CommandRun column = CommandRun.of("annotate", file, "--in-place", "--set", "s_raa=1");
        CommandRun value = CommandRun.of("annotate", file, "--in-place", "--set", "s_ra=north");

        assertThat(column.exitCode()).isEqualTo(2);
        assertThat(column.err()).contains("ObsCore has no column 's_raa'");
        assertThat(value.exitCode()).isEqualTo(2);
        assertThat(value.err()).contains("--set s_ra=north: s_ra").contains("'north'");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void whatIsBrokenIsRefusedAndTheOthersAreWritten() throws Exception {
        Path broken = Files.write(
                folder.resolve("broken.fits"),
                Damage.cutAt(Samples.eventList().bytes(), Samples.eventList().bytes().length - 2880));

        CommandRun run = CommandRun.of("annotate", broken, file, "--out", folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("error fits-truncated broken.fits")
                .contains("broken.fits: not annotated: failed");
        assertThat(folder.resolve("out/broken.fits")).doesNotExist();
        assertThat(folder.resolve("out/an event list.fits")).exists();
    }

    @Test
    void whatIsNoProductIsSkippedWithAWarning() {
        Path empty = new FitsBuilder().write(folder.resolve("empty.fits"));

        CommandRun run = CommandRun.of("annotate", empty, file, "--out", folder.resolve("out"));
        CommandRun strict = CommandRun.of("annotate", empty, "--strict", "--out", folder.resolve("strict"));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err()).contains("empty.fits: skipped, because it is no data product");
        assertThat(folder.resolve("out/empty.fits")).doesNotExist();
        assertThat(folder.resolve("out/an event list.fits")).exists();
        assertThat(strict.exitCode()).isEqualTo(1);
    }

    @Test
    void anOrderThatNoHeaderCanHoldRefusesTheFile() {
        CommandRun run = CommandRun.of("annotate", file, "--out", folder.resolve("out"), "--set", "target_name=Café");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("target_name was given as 'Café'").contains("printable ASCII");
        assertThat(folder.resolve("out/an event list.fits")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t_min=NaN", "t_exptime=Infinity", "s_ra=1e400", "obs_id=", "t_min=", "t_min= "})
    void whatIsNoValueIsAUsageError(String setting) throws Exception {
        byte[] before = Files.readAllBytes(file);

        CommandRun run = CommandRun.of("annotate", file, "--in-place", "--set", setting);

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
        assertThat(run.err()).contains("--set " + setting + ": " + setting.substring(0, setting.indexOf('=')) + " is ");
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t_min=60000", "t_max=1e8", "em_min=1"})
    void valuesThatContradictEachOtherRefuseTheFile(String setting) throws Exception {
        byte[] before = Files.readAllBytes(file);

        CommandRun run = CommandRun.of(
                "annotate", file, "--in-place", "--set", "em_max=0.5", "--set", "t_max=50000", "--set", setting);

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
        assertThat(run.err()).contains("reading it would leave values out");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aPublishersColumnIsWrittenWithTheWarningThatItIsOnlyDeclared() throws Exception {
        CommandRun run = CommandRun.of("annotate", file, "--in-place", "--set", "access_url=http://example.org/x");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err()).contains("votags-declared-only").contains("access_url = 'http://example.org/x'");
        assertThat(products(file).at("/declared/access_url").asText()).isEqualTo("http://example.org/x");
    }

    @Test
    void provenanceIsCarriedFromAFile() throws Exception {
        Path steps = Files.writeString(folder.resolve("steps.json"), """
                {"provenance": [{"args": [{"index": 0,
                  "parameter": {"description": "bin size", "editable": true, "value": "2"}}]}]}
                """);

        CommandRun run = CommandRun.of("annotate", file, "--in-place", "--provenance", steps);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(products(file).path("provenance").asText()).contains("bin size");
    }

    @Test
    void whatIsOddAboutTheGivenProvenanceIsTold() throws Exception {
        Path steps = Files.writeString(folder.resolve("steps.json"), "{\"steps\": []}");

        CommandRun run = CommandRun.of("annotate", file, "--in-place", "--provenance", steps);
        CommandRun missing = CommandRun.of("annotate", file, "--in-place", "--provenance", folder.resolve("none.json"));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err()).contains("info votags-provenance-odd " + steps + ": there is no list 'provenance'");
        assertThat(missing.err()).contains("there is no file " + folder.resolve("none.json"));
    }

    @Test
    void aFolderThatCannotBeMadeIsToldWithItsReason() {
        CommandRun run = CommandRun.of("annotate", file, "--out", file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("can't make the folder " + file + ": " + file + " is no folder");
    }

    private static JsonNode values(Path file) throws IOException {
        return products(file).path("values");
    }

    private static JsonNode products(Path file) throws IOException {
        CommandRun show = CommandRun.of("show", file, "--json");
        assertThat(show.exitCode()).as(show.toString()).isZero();
        return new ObjectMapper().readTree(show.out()).at("/products/0");
    }
}
