// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Severity;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.InputLists;
import org.vo4he.provenance.OtherKeys;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.Sha256;

/// A program that joins the files of a list, two of which have one name.
class ListedInputsTest {

    private static final String LIST = "sum.dat.step0.inputs.jsonl";

    @TempDir
    private Path folder;

    private Planner planner;
    private ExternalProgram join;
    private Path script;
    private Path run;
    private ProvenanceDocument told;

    @BeforeEach
    void aListOfThreeFiles() throws IOException {
        List<DataFile> files = new ArrayList<>();
        for (String name : List.of("a.dat", "b.dat", "second/a.dat")) {
            Path file = folder.resolve("in").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name + "\n");
            files.add(recorded("in/" + name, Optional.of(Sha256.of(file))));
        }
        Files.write(folder.resolve(LIST), InputLists.list(files));
        script = Files.writeString(folder.resolve("join.sh"), "cat $(cat \"$1\") > \"$2\"");
        join = ExternalProgram.of(
                        "join",
                        "1",
                        ArgumentVector.of("/bin/sh", script.toString(), "{images}", "{sum}"),
                        List.of(Parameter.input("images", "the images"), Parameter.output("sum", "their sum")))
                .within(new Limits(Duration.ofSeconds(20), 0, 30, 1, 1000));
        run = Files.createDirectories(folder.resolve("run"));
        planner = planner(join);
    }

    private Planner planner(ExternalProgram program) {
        return new Planner(
                new Programs(List.of(TwoSteps.COUNT), List.of(program)),
                new InputFolders(List.of(folder), Map.of(), KnownFiles.NONE));
    }

    private static DataFile recorded(String path, Optional<String> checksum) {
        return new DataFile(
                "",
                false,
                "",
                path,
                Optional.empty(),
                Optional.empty(),
                checksum,
                OptionalLong.empty(),
                OtherKeys.NONE);
    }

    private ProvenanceDocument recipe(String program, String input) throws Exception {
        return ProvenanceJson.read("""
                        {"provenance": [{"name": "%s", "args": [{"index": 1, %s},
                          {"index": 2, "outputdata": {"name": "sum", "path": "sum.dat"}}]}]}""".formatted(program, input)).document();
    }

    private ProvenanceDocument byReference(String program, String argument) throws Exception {
        return recipe(
                program,
                "\"inputlist\": {\"name\": \"%s\", \"path\": \"%s\", \"count\": 3, \"checksum\": \"%s\"}"
                        .formatted(argument, LIST, Sha256.of(folder.resolve(LIST))));
    }

    private Finished run(ProvenanceDocument recipe) throws Exception {
        Planned planned = planner.plan(PlanRequest.again(recipe));
        assertThat(planned).as(planned.findings().toString()).isInstanceOf(Plan.class);
        OutputTags tags = (_, provenance, _) -> {
            told = provenance;
            return List.of();
        };
        return new LocalExecutor(tags, Optional.empty()).run((Plan) planned, run, RunListener.NONE);
    }

    private List<String> refused(ProvenanceDocument recipe) {
        Planned planned = planner.plan(PlanRequest.again(recipe));
        assertThat(planned).isInstanceOf(Planned.Refused.class);
        return planned.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code().id() + " " + finding.where())
                .toList();
    }

    @Test
    void allFilesOfAListAreStagedAndTheOutputRefersToThemByAListBesideIt() throws Exception {
        Finished finished = run(byReference("join", "images"));

        assertThat(finished.outputs().getFirst().file()).hasContent("a.dat\nb.dat\nsecond/a.dat\n");
        Path list = finished.outputs().get(1).file();
        Argument.InputList recorded = InputLists.of(told).getFirst();
        assertThat(recorded.count()).hasValue(3);
        assertThat(recorded.list().wholePath()).isEqualTo(list.getFileName().toString());
        assertThat(recorded.list().checksum()).contains(Sha256.of(list));
        assertThat(list)
                .content()
                .contains(Sha256.of(folder.resolve("in/b.dat")))
                .doesNotContain("second/");
    }

    /// What is put into the folder for the program is no output of it: three files and their list, where one of 30
    /// bytes may be made.
    @Test
    void inputsDoNotCountAsOutputsAlsoWhenTheyAreCopiedAndMoreOutputsDo() throws Exception {
        assertThat(run(byReference("join", "images")).outputs()).hasSize(2);

        planner = planner(new ExternalProgram.Builder("join", "1", join.command())
                .arguments(join.arguments())
                .limits(join.limits())
                .copyInputs(true)
                .build());
        run = Files.createDirectories(folder.resolve("copied"));
        assertThat(run(byReference("join", "images")).outputs()).hasSize(2);

        Files.writeString(script, "cat $(cat \"$1\") > \"$2\"; : > more");
        run = Files.createDirectories(folder.resolve("more"));
        assertThatThrownBy(() -> run(byReference("join", "images"))).hasMessageContaining("more than 1 files");
    }

    @Test
    void whereTheOperatorsProgramsLieIsNotToldToWhoReadsTheLog() throws Exception {
        Files.delete(script);

        assertThatThrownBy(() -> run(byReference("join", "images"))).isInstanceOf(StepException.class);

        assertThat(run.resolve("run.log")).content().contains("join.sh").doesNotContain(folder.toString());
    }

    @Test
    void eachFileIsLookedForAndCheckedAndSoIsTheList() throws Exception {
        ProvenanceDocument recipe = byReference("join", "images");
        Files.writeString(folder.resolve("in/a.dat"), "another");
        Files.delete(folder.resolve("in/b.dat"));

        assertThat(refused(recipe))
                .containsExactly(
                        "reprocess-input-changed /steps/0/images/0", "reprocess-input-missing /steps/0/images/1");

        Files.writeString(folder.resolve(LIST), "in/a.dat\n");
        assertThat(refused(recipe)).containsOnly("reprocess-input-changed /steps/0/images");
    }

    @Test
    void aListOfPlainNamesIsTakenWithAWordOfWarningForEach() throws Exception {
        Files.writeString(folder.resolve("all.lis"), "# both\nin/b.dat\nin/a.dat\n");

        Finished finished = run(recipe("join", "\"inputdata\": {\"name\": \"images\", \"path\": \"@all.lis\"}"));

        assertThat(finished.outputs().getFirst().file()).hasContent("b.dat\na.dat\n");
        assertThat(InputLists.of(told).getFirst().count()).hasValue(2);
    }

    @Test
    void aStepThatIsBuiltInTakesNoList() throws Exception {
        assertThat(refused(byReference("count", "events"))).contains("reprocess-input-list /steps/0/events");
    }
}
