// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.reprocess.Verification;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

/// Products of Chandra's view of M82, made again by their own provenance, against products extracted so at once.
class ReprocessCommandTest {

    private static final String SOURCE = "circle(148.96,69.68,60\")";
    private static final String OTHER = "circle(148.965,69.678,30\")";
    private static final int ROW_BYTES = 32;
    private static final int PI_OFFSET = 26;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path events;

    @BeforeEach
    void productsOfACopyOfTheEvents() throws IOException {
        Path example = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");
        events = Files.copy(
                example, Files.createDirectory(folder.resolve("data")).resolve("m82.fits"));
        extract("", SOURCE, "0.5-7");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void extract(String prefix, String region, String energy) {
        CommandRun run = CommandRun.of(
                "extract",
                events,
                "--region",
                region,
                "--energy",
                energy,
                "--spectrum",
                file(prefix + "src.pha"),
                "--lightcurve",
                file(prefix + "lc.fits"),
                "--bin",
                "500");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private CommandRun reprocess(Object... more) {
        return CommandRun.of(
                Stream.concat(Stream.of("reprocess", file("src.pha"), "--inputs", events.getParent()), Stream.of(more))
                        .toArray());
    }

    private static ProvenanceDocument provenance(Path file) throws Exception {
        return VoTags.read(file).orElseThrow().provenance();
    }

    private static boolean same(Path one, Path other) throws Exception {
        return Verification.of(one, other).isIdentical();
    }

    @Test
    void aProductIsMadeOtherwiseAndSaysWhatItWasMadeFrom() throws Exception {
        String did = "ivo://example/m82?src.pha";
        assertThat(CommandRun.of("annotate", file("src.pha"), "--in-place", "--set", "obs_publisher_did=" + did)
                        .exitCode())
                .isZero();
        extract("direct-", OTHER, "1-3");

        CommandRun run = reprocess("--set", "region=" + OTHER, "--set", "energy=1-3", "--out", file("again"), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode told = JSON.readTree(run.out());
        assertThat(told.at("/changes/1/old").asText() + " "
                        + told.at("/changes/1/new").asText())
                .isEqualTo("0.5-7 1-3");
        assertThat(told.path("outputs").properties())
                .extracting(entry -> entry.getValue().asText())
                .containsExactly(
                        file("again/src.pha").toString(), file("again/lc.fits").toString());
        assertThat(same(file("again/src.pha"), file("direct-src.pha"))).isTrue();
        assertThat(same(file("again/lc.fits"), file("direct-lc.fits"))).isTrue();
        assertThat(same(file("again/src.pha"), file("src.pha"))).isFalse();
        ProvenanceDocument remade = provenance(file("again/src.pha"));
        assertThat(remade.parentDid()).contains(did);
        assertThat(provenance(file("again/lc.fits")).parentDid()).isEmpty();
        assertThat(StepRecord.values(remade.steps().getFirst()))
                .containsEntry("region", OTHER)
                .containsEntry("energy", "1-3")
                .containsEntry("bin", "500")
                .containsEntry("spectrum", "src.pha");
        assertThat(remade.steps().getFirst().host()).isPresent();
        assertThat(ProvenanceJson.write(remade)).doesNotContain(folder.toString());
        assertThat(remade.others().json().get("changes")).contains("\"old\":\"0.5-7\"");
        assertThat(Files.readString(Path.of(told.path("log").asText()))).contains("step 1 of 1: extract", "done");
        assertThat(CommandRun.of("diff", file("src.pha"), file("again/src.pha")).out())
                .contains("0.5-7", "1-3");
        try (Stream<Path> left = Files.list(file("again"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input=other.fits | reprocess-not-editable /edits/0/address",
                "spectrum=other.pha | reprocess-not-editable /edits/0/address",
                "bin=wide | reprocess-type /edits/0/value",
                "bin=0 | reprocess-range /edits/0/value",
                "7:1=2 | reprocess-edit-address /edits/0/address",
                "colour=red | reprocess-edit-address /edits/0/address",
                "region=/etc/passwd | reprocess-not-understood /edits/0/value",
                "energy=7-0.5 | reprocess-not-understood /edits/0/value",
                "filter=COLOUR > 3 | reprocess-not-understood /edits/0/value",
                "bin=0.0000001 | reprocess-not-understood /edits/0/value"
            })
    void anEditThatIsRefusedIsAFindingAndRunsNothing(String edit, String finding) {
        CommandRun run = reprocess("--set", edit, "--out", file("again"), "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("error " + finding + ": ");
        assertThat(run.out()).contains("\"code\":\"" + finding.split(" ")[0] + "\"");
        assertThat(file("again")).doesNotExist();
    }

    @Test
    void aCommandLineThatIsNoneIsUsage() {
        assertThat(reprocess("--set", "radius", "--out", file("again")).exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(reprocess("--set", "energy=1-2").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(reprocess("--inputs", "=x", "--dry-run").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("reprocess", events, "--dry-run").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(reprocess("--target", "fold", "--dry-run").err()).startsWith("error reprocess-target /target: ");
    }

    @Test
    void aDryRunTellsThePlanAndWritesNothing() throws Exception {
        CommandRun run = reprocess("--set", "energy=1-3", "--set", "time=GTI", "--dry-run", "--json");

        JsonNode plan = JSON.readTree(run.out());
        assertThat(run.exitCode()).isZero();
        assertThat(plan.at("/hash").asText()).startsWith("sha256:");
        assertThat(plan.at("/steps/0/arguments/energy").asText()).isEqualTo("1-3");
        assertThat(plan.at("/steps/0/inputs/input/file").asText()).isEqualTo("m82.fits");
        assertThat(plan.at("/changes/1/old").isNull()).isTrue();
        assertThat(reprocess("--set", "energy=1-3", "--dry-run").out())
                .isEqualTo("step 0: extract would be run\n  0:4 (energy): 0.5-7 -> 1-3\n");
    }

    @Test
    void theFormOfTheSlidesIsEditedByPlace() throws Exception {
        String seed =
                CommandRun.of("provenance", file("src.pha"), "--format", "seed").out();
        assertThat(seed).doesNotContain("\"name\"");
        Files.writeString(file("steps.json"), seed);
        extract("direct-", SOURCE, "1-3");

        CommandRun run = CommandRun.of(
                "reprocess",
                file("steps.json"),
                "--inputs",
                events.getParent(),
                "--set",
                "0:4=1-3",
                "--out",
                file("again"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning reprocess-input-unverified /steps/0/input: ");
        assertThat(same(file("again/src.pha"), file("direct-src.pha"))).isTrue();
    }

    @Test
    void aRunThatFailsSaysWhyAndLeavesItsLogAndNothingElse() throws Exception {
        Files.writeString(file("p.yaml"), "programs: {fail: {command: [/bin/false]}}");
        Files.writeString(file("steps.json"), """
                {"provenance": [{"name": "fail", "args": [{"index": 1, "outputdata": {"name": "out", "path": "x"}}]}]}""");

        CommandRun run =
                CommandRun.of("reprocess", file("steps.json"), "--steps", file("p.yaml"), "--out", file("again"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("fail ended with exit code 1 (log: " + file("again"));
        try (Stream<Path> left = Files.list(file("again"))) {
            List<Path> logs = left.toList();
            assertThat(logs).hasSize(1);
            assertThat(logs.getFirst().getFileName().toString()).matches("run-[0-9a-f]{12}\\.log");
            assertThat(Files.readString(logs.getFirst())).contains("failed: ");
        }
    }

    @Test
    void filesThatAreThereAreReplacedOnlyWhenAsked() {
        assertThat(reprocess("--out", file("again")).exitCode()).isZero();

        CommandRun second = reprocess("--out", file("again"));

        assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(second.err()).contains("src.pha is there already; --overwrite replaces it");
        assertThat(reprocess("--out", file("again"), "--overwrite").exitCode()).isZero();
    }

    @Test
    void aProductIsVerifiedAlsoUnderAnotherName() throws Exception {
        Files.copy(file("src.pha"), file("archived.pha"));

        CommandRun run = CommandRun.of("verify", file("archived.pha"), "--inputs", events.getParent());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("archived.pha: identical\n", "SPECTRUM: DATASUM ");
        assertThat(CommandRun.of("verify", file("lc.fits"), "--inputs", events.getParent())
                        .exitCode())
                .isZero();
    }

    /// All events come into one channel.
    @Test
    void aChangedInputIsNamedAndTheDataDiffer() throws Exception {
        changeChannels();

        CommandRun refused = reprocess("--out", file("again"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).startsWith("error reprocess-input-changed /steps/0/input: m82.fits has sha256:");

        CommandRun run = CommandRun.of("verify", file("src.pha"), "--inputs", events.getParent(), "--json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        JsonNode told = JSON.readTree(run.out());
        assertThat(told.path("identical").asBoolean()).isFalse();
        assertThat(told.path("findings").findValuesAsText("code"))
                .containsExactly("reprocess-input-accepted", "reprocess-different");
        assertThat(told.at("/findings/0/message").asText()).startsWith("m82.fits has sha256:");
        assertThat(told.at("/findings/1/where").asText()).isEqualTo("src.pha, SPECTRUM");
        assertThat(told.at("/findings/1/message").asText()).contains("it does not see their order");
    }

    private void changeChannels() throws Exception {
        try (FitsFile fits = FitsFile.open(events);
                RandomAccessFile file = new RandomAccessFile(events.toFile(), "rw")) {
            Hdu hdu = fits.hdu("EVENTS").orElseThrow();
            for (long row = 0; row < hdu.rows(); row++) {
                file.seek(hdu.dataOffset() + row * ROW_BYTES + PI_OFFSET);
                file.writeInt(100);
            }
        }
    }

    @Test
    void anInputThatIsGoneIsNamed() throws Exception {
        Files.delete(events);

        CommandRun run = CommandRun.of("verify", file("src.pha"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .startsWith("error reprocess-input-missing /steps/0/input: the input 'm82.fits' is not here");
    }
}
