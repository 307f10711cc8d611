// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vo4he.config.Settings;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Change;
import org.vo4he.reprocess.Edit;
import org.vo4he.reprocess.FindingJson;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.Leftovers;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.Planned;
import org.vo4he.reprocess.RunListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `vo4he reprocess`: makes a product again, otherwise.
@Command(
        name = "reprocess",
        description =
                "Make a product again by the provenance that it carries, with other values of the arguments that it lets be changed. What is made says what it was made from and what was changed.",
        footer = {
            "",
            "'vo4he provenance PRODUCT' tells the arguments, their addresses, and which are editable. Inputs are found by",
            "DID and checksum in the state folder, else by path or name below the folders of --inputs, that of the product",
            "and the current one. What speaks against the run is told, each with its place, and nothing is run: exit code 3.",
            "A running server on the state is asked where they lie. Ctrl-C ends what runs, and leaves the log alone.",
            "",
            "Examples:",
            "  vo4he reprocess src.pha --set \"region=circle(83.63,22.01,20')\" --out again",
            "  vo4he reprocess src.pha --set 0:4=0.5-2 --dry-run",
            "  vo4he reprocess src.pha --set energy=2-7 --inputs /data/events --inputs /old/host=/data --out hard",
            "  vo4he reprocess 'ivo://example.org/m82?src.pha' --state S --set energy=2-7 --out hard"
        })
final class ReprocessCommand implements Callable<Integer> {

    private static final int DIGITS = 12;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecipeOptions recipe;

    @Option(
            names = "--set",
            paramLabel = "ARG=VALUE",
            description =
                    "Another value of an argument: by step:index, by name, or by a description that no other has; may be given several times.")
    private List<String> edits = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder that the outputs are written to.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace files that are there already.")
    private boolean overwrite;

    @Option(
            names = "--accept-changed-inputs",
            description = "Take inputs that have another checksum or calibration than recorded, too.")
    private boolean acceptChangedInputs;

    @Option(names = "--dry-run", description = "Tell what would be run, and run nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "As JSON: the plan, its findings, and the files written.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Edit> wanted = wanted();
        if (out == null && !dryRun) {
            throw new ParameterException(spec.commandLine(), "--out DIR is missing (or --dry-run)");
        }
        Settings settings = SettingOptions.settings(spec);
        return Shutdown.during(_ -> {
            RecipeOptions.PlannedProduct product = recipe.planned(
                    settings,
                    new Describing(settings),
                    unchanged -> acceptChangedInputs
                            ? unchanged.withEdits(wanted).acceptingChangedInputs()
                            : unchanged.withEdits(wanted));
            return switch (product.planned()) {
                case Planned.Refused(List<Finding> findings) -> refused(findings);
                case Plan plan -> planned(plan, settings);
            };
        });
    }

    private List<Edit> wanted() {
        List<Edit> wanted = new ArrayList<>();
        for (String edit : edits) {
            try {
                wanted.add(Edit.parse(edit));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--set " + e.getMessage());
            }
        }
        return wanted;
    }

    private int refused(List<Finding> findings) {
        findings.forEach(spec.commandLine().getErr()::println);
        if (json) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("findings", FindingJson.of(findings));
            spec.commandLine().getOut().println(answer);
        }
        return ExitCode.FAILED;
    }

    private int planned(Plan plan, Settings settings) throws IOException, InterruptedException {
        plan.findings().forEach(spec.commandLine().getErr()::println);
        ObjectNode answer = plan.toJson();
        if (!dryRun) {
            Leftovers.sweep();
            ObjectNode files = answer.putObject("outputs");
            Path log = log(plan);
            List<Finding> had = new ArrayList<>();
            made(plan, log, settings, had).forEach((name, file) -> files.put(name, file.toString()));
            had.forEach(spec.commandLine().getErr()::println);
            answer.withArray("findings").addAll(FindingJson.of(had));
            answer.put("log", log.toString());
        }
        tell(plan, answer);
        return ExitCode.DONE;
    }

    /// @param had takes what the steps found
    private Map<String, Path> made(Plan plan, Path log, Settings settings, List<Finding> had)
            throws InterruptedException {
        List<String> names = plan.target().outputNames().toList();
        return new PrivateRun(out, log, overwrite).made(names, folder -> {
            Map<String, Path> files = new LinkedHashMap<>();
            Finished finished = Remakers.executor(settings).run(plan, folder, RunListener.NONE);
            had.addAll(finished.findings());
            finished.wanted().forEach(output -> files.put(output.name(), output.file()));
            return files;
        });
    }

    /// Plans that are the same have the same.
    private Path log(Plan plan) {
        String digits = plan.hash().substring(plan.hash().indexOf(':') + 1);
        return out.resolve("run-" + digits.substring(0, DIGITS) + ".log");
    }

    private void tell(Plan plan, ObjectNode answer) {
        PrintWriter text = spec.commandLine().getOut();
        if (json) {
            text.println(answer);
            return;
        }
        plan.steps()
                .forEach(step ->
                        text.println("step " + step.number() + ": " + step.name() + (dryRun ? " would be run" : "")));
        plan.changes().forEach(change -> text.println("  " + words(change)));
        answer.path("outputs").forEach(file -> text.println(file.asText() + ": written"));
    }

    private static String words(Change change) {
        return change.address() + ": " + change.was().orElse("(nothing)") + " -> "
                + change.is().orElse("(nothing)");
    }
}
