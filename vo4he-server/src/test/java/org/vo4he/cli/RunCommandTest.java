// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

/// `vo4he run` with the pipeline of the examples, on Chandra's view of M82.
class RunCommandTest {

    private static final Path EXAMPLES = SharedData.checkout().resolve("examples");
    private static final Path PIPELINE = EXAMPLES.resolve("programs/spectrum.yaml");
    private static final Path EVENTS = EXAMPLES.resolve("products/chandra/m82_10027_events.fits");

    @TempDir
    private Path folder;

    private CommandRun run(Object... more) {
        return CommandRun.of(Stream.concat(Stream.of("run", PIPELINE, "--out", folder.resolve("out")), Stream.of(more))
                .toArray());
    }

    @Test
    void thePipelineOfTheExamplesIsRecordedStepByStepAndCanBeRemadeFromItsLastProduct() throws Exception {
        CommandRun run = run("--input", "events=" + EVENTS, "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(run.out());
        Path grouped = Path.of(answer.at("/outputs/group.output").asText());
        assertThat(grouped).hasFileName("m82_10027_events_grp.pha");
        assertThat(folder.resolve("out/m82_10027_events_src.pha")).isRegularFile();
        assertThat(folder.resolve("out/spectrum.log")).content().contains("step 1 of 2: extract", "step 2 of 2: group");
        assertThat(VoTags.read(grouped).orElseThrow().provenance().steps())
                .extracting(ProvenanceStep::title)
                .containsExactly("extract", "group");

        assertThat(ProvenanceJson.write(VoTags.read(grouped).orElseThrow().provenance()))
                .contains("\"path\":\"m82_10027_events.fits\"")
                .doesNotContain(EVENTS.getParent().toString());
        Path again = folder.resolve("again");
        CommandRun reprocessed = CommandRun.of(
                "reprocess", grouped, "--inputs", EVENTS.getParent(), "--set", "minimum=50", "--out", again);
        assertThat(reprocessed.exitCode()).as(reprocessed.err()).isZero();
        assertThat(again.resolve("m82_10027_events_grp.pha")).isRegularFile();
    }

    @Test
    void aDryRunChecksEverythingAndRunsNothing() {
        CommandRun run = run("--input", "events=" + EVENTS, "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("extract: would be run\ngroup: would be run\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingRuns() throws Exception {
        assertThat(run().err()).contains("--input events=FILE is missing: the pipeline spectrum takes it");
        assertThat(run().exitCode()).isEqualTo(ExitCode.USAGE);
        CommandRun unknown = run("--input", "photons=" + EVENTS);
        assertThat(unknown.err()).contains("--input photons: the pipeline spectrum has no such input; it has events");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--input", EVENTS).err()).contains("NAME=FILE is wanted");
        assertThat(run("--input", "events=" + EVENTS, "--watch", folder).exitCode())
                .isEqualTo(ExitCode.USAGE);
        Path programs = Files.writeString(folder.resolve("p.yaml"), "programs: {group: {command: [x]}}");
        assertThat(run("--input", "events=" + EVENTS, "--steps", programs).err())
                .contains(programs + ": program group has the name of a step that is built in");

        Files.createDirectory(folder.resolve("out"));
        Path there = Files.writeString(folder.resolve("out/m82_10027_events_src.pha"), "mine");
        CommandRun refused = run("--input", "events=" + EVENTS);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains(there + " is there already; --overwrite replaces it");
        assertThat(there).hasContent("mine");
    }

    @Test
    void anInputThatTheStepCantReadIsSaidBeforeAnythingRuns() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no FITS");

        CommandRun run = run("--input", "events=" + text, "--dry-run");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("step extract of the pipeline spectrum: ", "notes.txt is not FITS");
    }

    @Test
    void aStepThatFailsLeavesItsLogAndNothingElse() throws Exception {
        Path programs = Files.writeString(folder.resolve("p.yaml"), """
                programs:
                  fail: {command: [/bin/false], arguments: {in: {role: input}, out: {role: output}}}
                """);
        Path pipeline = Files.writeString(
                folder.resolve("failing.yaml"),
                "inputs: [any]\nsteps: [{program: fail, arguments: {in: '{any}', out: x}}]");

        CommandRun run = CommandRun.of(
                "run", pipeline, "--steps", programs, "--input", "any=" + EVENTS, "--out", folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("fail ended with exit code 1", "(log: " + folder.resolve("out/failing.log") + ")");
        assertThat(folder.resolve("out").toFile().list()).containsExactly("failing.log");
    }
}
