// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.extract.ExtractStep;
import org.vo4he.reprocess.Confinement;
import org.vo4he.reprocess.Container;
import org.vo4he.reprocess.ExternalProgram;
import org.vo4he.reprocess.Limits;
import org.vo4he.reprocess.Parameter.Role;
import org.vo4he.reprocess.Programs;
import org.vo4he.steps.GroupStep;
import org.vo4he.testkit.SharedData;

/// [ProgramsFile]: what the operator writes, and what is wrong with it.
class ProgramsFileTest {

    @TempDir
    private Path folder;

    private List<ExternalProgram> read(String yaml) throws IOException, PipelineException {
        return ProgramsFile.read(Files.writeString(folder.resolve("programs.yaml"), yaml));
    }

    @Test
    void allThatCanBeSaidOfAProgramIsTaken() throws Exception {
        ExternalProgram program = read("""
                programs:
                  evselect:
                    version: "21.0"
                    description: Selects
                    command: [evselect, "table={table}", [--shift, "{shift}"], "{{x}}"]
                    directory: /opt/sas
                    environment: {SAS_CCF: /ccf.cif}
                    inherit: [PATH, LANG]
                    seconds: 60
                    memory-mb: 500
                    output-mb: 100
                    output-files: 7
                    log-mb: 2
                    copy-inputs: true
                    confine: required
                    writable: [/dev/shm, /opt/sas/cache]
                    network: true
                    container: {engine: docker, image: "sas@sha256:12ab", options: [--gpus=all]}
                    arguments:
                      table: {role: input, description: events}
                      shift: {type: real, unit: s, minimum: -1, maximum: 2, optional: true, editable: false}
                      grade: {choices: [a, b], default: a}
                      out: {role: output}
                """).getFirst();

        assertThat(program.name()).isEqualTo("evselect");
        assertThat(program.version()).isEqualTo("21.0");
        assertThat(program.command().groups())
                .containsExactly(
                        List.of("evselect"), List.of("table={table}"), List.of("--shift", "{shift}"), List.of("{{x}}"));
        assertThat(program.directory()).contains(Path.of("/opt/sas"));
        assertThat(program.environment()).isEqualTo(Map.of("SAS_CCF", "/ccf.cif"));
        assertThat(program.inherited()).containsExactly("PATH", "LANG");
        assertThat(program.limits())
                .isEqualTo(new Limits(Duration.ofMinutes(1), 500_000_000L, 100_000_000L, 7, 2_000_000L));
        assertThat(program.copyInputs()).isTrue();
        assertThat(program.confinement())
                .isEqualTo(new Confinement(
                        Confinement.Wish.REQUIRED,
                        List.of(Path.of("/dev/shm"), Path.of("/opt/sas/cache")),
                        true,
                        List.of()));
        assertThat(program.container()).contains(new Container("docker", "sas@sha256:12ab", List.of("--gpus=all")));
        assertThat(program.arguments().orElseThrow())
                .extracting(argument -> argument.name() + " " + argument.role() + " " + argument.type() + " "
                        + argument.required() + " " + argument.editable())
                .containsExactly(
                        "table INPUT FILE true false",
                        "shift PARAMETER REAL false false",
                        "grade PARAMETER TEXT true true",
                        "out OUTPUT FILE true false");
    }

    @Test
    void whatIsLeftOutHasTheUsualLimits() throws Exception {
        ExternalProgram program =
                read("programs: {run: {command: [/bin/true, '{arguments}']}}").getFirst();

        assertThat(program.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(program.confinement()).isEqualTo(Confinement.DEFAULT);
        assertThat(program.inherited()).containsExactly("PATH");
        assertThat(program.arguments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {run: {comand: [x]}}                         | line 1, column 18: program run has the key 'comand'; known are arguments, command
            {run: {version: 1}}                          | line 1, column 17: program run needs the key 'command'
            {run: {command: x y}}                        | line 1, column 18: command of program run takes a list
            {run: {command: ['{x}']}}                    | line 1, column 18: program run: the program of a command is fixed, '{x}' is not
            {run: {command: [x], seconds: -3}}           | line 1, column 41: seconds of program run takes a whole number above 0, not '-3'
            {run: {command: [x], memory-mb: all}}        | line 1, column 43: memory-mb of program run takes a whole number; 0: not limited, not 'all'
            {run: {command: [x], directory: tmp}}        | line 1, column 43: directory of program run takes an absolute path, not 'tmp'
            {run: {command: [x, '{y}'], arguments: {z: {}}}} | line 1, column 18: the command of program run has a place for {y}, which is none of its arguments
            {run: {command: [x], arguments: {z: {type: int}}}} | line 1, column 54: type of argument z of program run takes one of text, integer, real, boolean, not 'int'
            {run: {command: [x], arguments: {z: {role: in}}}} | line 1, column 54: role of argument z of program run takes input, parameter or output, not 'in'
            {run: {command: [x], arguments: {z: {type: integer, maximum: 3, default: 4}}}} | line 1, column 84: default of argument z of program run: z takes to 3, not 4
            {run: {command: [x], confine: yes}}          | line 1, column 41: confine of program run takes one of required, if-possible, no, not 'yes'
            {run: {command: [x], network: on}}           | line 1, column 41: network of program run takes true or false, not 'on'
            {run: {command: [x], writable: [tmp]}}       | line 1, column 42: writable of program run takes absolute paths, not 'tmp'
            {run: {command: [x], container: {engine: sh, image: y}}} | line 1, column 52: engine of container of program run takes podman, docker, or a path to one of them, not 'sh'
            {run: {command: [x], container: {image: --privileged}}} | line 1, column 51: image of container of program run takes a name, best with its @sha256: digest, not '--privileged'
            {'a/b': {command: [x]}}                      | line 1, column 12: 'a/b' is no name of a program
            """)
    void aFaultIsToldWithFileLineKeyAndValue(String programs, String message) {
        assertThatThrownBy(() -> read("programs: " + programs))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith(folder.resolve("programs.yaml") + " " + message);
    }

    @Test
    void theExamplesThatAreShippedCanBeRead() throws Exception {
        Path examples = SharedData.checkout().resolve("examples/programs/programs.yaml");

        List<ExternalProgram> programs = ProgramsFile.read(examples);

        assertThat(programs)
                .extracting(ExternalProgram::name)
                .containsExactly("ignore-channels", "evselect", "especget");
        assertThat(programs)
                .allSatisfy(program -> assertThat(program.arguments().orElseThrow())
                        .extracting(argument -> argument.role())
                        .contains(Role.INPUT, Role.OUTPUT));
    }

    @Test
    void theProgramsAndThePipelineOfTheHowToPageCanBeRead() throws Exception {
        String page = Files.readString(SharedData.checkout().resolve("docs/how-to/run-a-pipeline.md"));
        List<String> blocks = Pattern.compile("(?s)```yaml\\n(.*?)```")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(read(blocks.get(1))).extracting(ExternalProgram::name).containsExactly("ignore-channels");
        Pipeline pipeline = PipelineFile.read(
                Files.writeString(folder.resolve("pipeline.yaml"), blocks.getFirst()),
                new Programs(List.of(new ExtractStep("1"), new GroupStep("1")), List.of()));
        assertThat(pipeline.steps()).extracting(Pipeline.Stage::name).containsExactly("extract", "group");
    }
}
