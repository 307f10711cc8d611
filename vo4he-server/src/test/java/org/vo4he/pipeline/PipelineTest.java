// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.provenance.Sha256;
import org.vo4he.reprocess.ExternalProgram;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.OutputTags;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.Programs;
import org.vo4he.reprocess.RunListener;
import org.vo4he.steps.GroupStep;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

/// [PipelineFile] and [PipelineRun]: the script of the examples, then the step `group`.
class PipelineTest {

    private static final String PIPELINE = """
            name: grouped
            inputs: [spectrum]
            steps:
              - program: ignore-channels
                keep: false
                arguments: {input: "{spectrum}", first: 2, last: 5, output: "{spectrum.stem}_good.pha"}
              - program: group
                arguments:
                  input: "{ignore-channels.output}"
                  minimum: 10
                  output: "{spectrum.stem}_grp.pha"
            """;

    @TempDir
    private Path folder;

    private Path spectrum;

    @BeforeEach
    void makeSpectrum() throws IOException {
        FitsBuilder builder = new FitsBuilder();
        builder.primary();
        builder.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("TELESCOP", "SVOM")
                .column("CHANNEL", "J", 1, 2, 3, 4, 5, 6)
                .column("COUNTS", "J", 50, 8, 3, 10, 4, 50);
        spectrum = builder.write(folder.resolve("mxt.0042.pha"));
    }

    private static Programs programs(String python) throws PipelineException, IOException {
        Path examples = SharedData.checkout().resolve("examples/programs");
        Path here = Files.createTempFile("programs", ".yaml");
        Files.writeString(
                here,
                Files.readString(examples.resolve("programs.yaml"))
                        .replace(
                                "/opt/vo4he/ignore_channels.py",
                                examples.resolve("ignore_channels.py").toString())
                        .replace("/usr/bin/python3", python));
        List<ExternalProgram> programs = ProgramsFile.read(here);
        Files.delete(here);
        return new Programs(List.of(new GroupStep("1")), programs);
    }

    private Pipeline read(String yaml) throws IOException, PipelineException {
        return PipelineFile.read(Files.writeString(folder.resolve("pipeline.yaml"), yaml), programs("python3"));
    }

    @Test
    void thePythonScriptOfTheExamplesRunsBeforeAStepThatIsBuiltInAndEachIsRecorded() throws Exception {
        String python = Judges.require(Judges.Judge.PYTHON).toString();
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), PIPELINE);
        List<ProvenanceDocument> told = new ArrayList<>();
        OutputTags tags = (_, provenance, _) -> {
            told.add(provenance);
            return List.of();
        };
        PipelineRun run = new PipelineRun(
                PipelineFile.read(file, programs(python)),
                new LocalExecutor(tags, Optional.of("here")),
                _ -> Optional.of("ivo://x/y?z"));
        Path work = Files.createDirectory(folder.resolve("work"));

        PipelineRun.Made made = run.run(run.plan(Map.of("spectrum", spectrum)), work, RunListener.NONE);

        assertThat(made.files()).containsOnlyKeys("group.output");
        assertThat(made.log()).content().contains("4 of 6 channels are left", "6 channels in 2 groups of good quality");
        Path grouped = made.files().get("group.output");
        assertThat(grouped).hasFileName("mxt.0042_grp.pha");
        try (FitsFile fits = FitsFile.open(grouped)) {
            Hdu table = fits.hdus().get(1);
            assertThat(table.numbers(table.column("GROUPING").orElseThrow(), 0, 6))
                    .containsExactly(1, 1, -1, 1, 1, 1);
            assertThat(table.numbers(table.column("QUALITY").orElseThrow(), 0, 6))
                    .containsExactly(5, 0, 0, 0, 2, 5);
        }
        assertThat(told.getLast().steps())
                .extracting(ProvenanceStep::title)
                .containsExactly("ignore-channels", "group");
        assertThat(told.getLast().toString()).contains(Sha256.of(spectrum), "ivo://x/y?z", "mxt.0042_good.pha");
    }

    @Test
    void aPlanOfTheSamePipelineForTheSameContentHasTheSameHash() throws Exception {
        Pipeline pipeline = read(PIPELINE);
        Path other = Files.createDirectory(folder.resolve("other")).resolve("mxt.0042.pha");
        Files.copy(spectrum, other);

        Plan one = PipelinePlan.of(pipeline, Map.of("spectrum", spectrum), _ -> Optional.empty());
        Plan two = PipelinePlan.of(pipeline, Map.of("spectrum", other), _ -> Optional.empty());

        assertThat(one.hash()).isEqualTo(two.hash());
    }

    @Test
    void filesAreGivenByTheNamesOfInputs() throws Exception {
        Pipeline pipeline = read(PIPELINE);

        assertThatThrownBy(() -> PipelinePlan.of(pipeline, Map.of("events", spectrum), _ -> Optional.empty()))
                .hasMessage("the pipeline grouped has no input 'events'; it has spectrum");
        assertThatThrownBy(() -> PipelinePlan.of(pipeline, Map.of(), _ -> Optional.empty()))
                .hasMessage("the pipeline grouped needs a file for its input 'spectrum'");
        Path gone = folder.resolve("gone.pha");
        assertThatThrownBy(() -> PipelinePlan.of(pipeline, Map.of("spectrum", gone), _ -> Optional.empty()))
                .hasMessage("there is no file " + gone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {program: grouping}                                        | line 3, column 20: nothing here is called 'grouping'; there are group, ignore-channels, evselect, especget
            {arguments: {}}                                            | line 3, column 10: a step needs the key 'program'
            {program: group, arguments: {input: '{a}', out: x}}        | line 3, column 58: step group has no argument out; it has input, minimum, output
            {program: group, arguments: {input: '{b}', output: x}}     | line 3, column 46: {b} is neither an input of the pipeline (a) nor {step.output} of an earlier step
            {program: group, arguments: {input: 'x{a}', output: x}}    | line 3, column 46: 'x{a}' is neither the path of a file nor just {name}
            {program: group, arguments: {input: '{a}'}}                | line 3, column 10: step group needs a value of output: the grouped spectrum
            {program: group, arguments: {input: '{a}', output: x/y}}   | line 3, column 61: 'x/y' is no plain name of a file
            {program: group, arguments: {input: '{a}', output: '{c}'}} | line 3, column 61: {c} is not {input.stem} of an input: a
            {program: group, arguments: {input: '{a}', output: x, minimum: few}} | line 3, column 73: minimum takes a number, not 'few'
            {program: group, name: a, arguments: {input: '{a}', output: x}}      | line 3, column 10: two parts of the pipeline are called 'a'; give the step a 'name'
            """)
    void aFaultIsToldWithItsPlaceBeforeAnythingRuns(String step, String message) {
        assertThatThrownBy(() -> read("inputs: [a]\nsteps:\n  -      " + step))
                .isInstanceOf(PipelineException.class)
                .hasMessage(folder.resolve("pipeline.yaml") + " " + message);
    }

    @Test
    void twoOutputsOfOneNameAreRefused() {
        assertThatThrownBy(() -> read("""
                inputs: [a]
                steps:
                  - {program: group, name: one, arguments: {input: "{a}", output: x.pha}}
                  - {program: group, name: two, arguments: {input: "{one.output}", output: x.pha}}
                """)).hasMessageEndingWith(": two outputs of the pipeline are called 'x.pha'");
    }

    @Test
    void aPipelineNeedsInputsAndSteps() {
        assertThatThrownBy(() -> read("steps: []"))
                .hasMessageEndingWith("line 1, column 1: a pipeline needs the key 'inputs', a list of names");
        assertThatThrownBy(() -> read("inputs: [a]\nsteps: []"))
                .hasMessageEndingWith(": a pipeline has at least one step");
        Path gone = folder.resolve("gone.yaml");
        assertThatThrownBy(() -> PipelineFile.read(gone, programs("python3"))).hasMessage("there is no file " + gone);
    }
}
