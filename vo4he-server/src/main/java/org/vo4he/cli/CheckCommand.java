// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vo4he.product.Assessment;
import org.vo4he.product.FileDescription;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he check`: how ready for ObsTAP files are, and what is wrong with them.
@Command(
        name = "check",
        description = {
            "Grade products for ObsTAP, from A to F, and tell what stands against a better grade.",
            "Findings follow; exit code 1 when one is an error."
        },
        footer = {
            "",
            "A: says all itself, checksums true. B: complete, nothing in doubt. C: found by place, time,",
            "energy and instrument. D: by place. E: listed. F: not published.",
            "",
            "Examples:",
            "  vo4he check events.fits",
            "  vo4he check --strict *.fits",
            "  vo4he check --quiet --rules rules.yaml *.fits",
            "  vo4he check --json *.fits"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final InputStream in;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files, plain or gzip.")
    private List<Path> files = new ArrayList<>();

    @ArgGroup(exclusive = false)
    private LinesOptions lines = new LinesOptions();

    @Option(names = "--json", description = "As one JSON list, for programs.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "One line for each file: its grade, and its name.")
    private boolean quiet;

    @Option(names = "--strict", description = "Warnings too make the exit code 1.")
    private boolean strict;

    CheckCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        boolean filter = lines.wanted(spec.commandLine(), files);
        Describing describing = new Describing(SettingOptions.settings(spec));
        if (filter) {
            return lines.run(
                    new DescribeLines(describing, file -> json(file, describing.assess(file)), strict),
                    in,
                    spec.commandLine());
        }
        PrintWriter out = spec.commandLine().getOut();
        FindingTally tally = new FindingTally(strict);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        boolean missing = false;
        for (Path file : files) {
            try {
                FileDescription description = describing.describe(file);
                Assessment assessment = describing.assess(description);
                tally.add(description);
                if (json) {
                    list.add(json(description, assessment));
                } else if (quiet) {
                    out.println(letter(assessment) + " " + file);
                } else {
                    print(description, assessment, out);
                }
            } catch (CommandFailure e) {
                missing = true;
                spec.commandLine().getErr().println("vo4he: " + e.getMessage());
            }
        }
        if (json) {
            out.println(list.toPrettyString());
        }
        return missing ? ExitCode.FAILED : tally.exitCode();
    }

    private static String letter(Assessment assessment) {
        return assessment.grade().map(Enum::name).orElse("-");
    }

    private static ObjectNode json(FileDescription description, Assessment assessment) {
        ObjectNode node = DescriptionJson.summary(description);
        node.put("grade", assessment.grade().map(Enum::name).orElse(null));
        ArrayNode reasons = node.putArray("reasons");
        assessment.reasons().forEach(reasons::add);
        return node;
    }

    private static void print(FileDescription description, Assessment assessment, PrintWriter out) {
        String grade = assessment
                .grade()
                .map(of -> ", grade " + of + ": " + of.meaning())
                .orElse(", not graded");
        String remark = description.findings().isEmpty() ? ", no findings" : "";
        out.println(description.file() + ": " + DescriptionJson.word(description.outcome()) + grade + remark);
        if (!assessment.reasons().isEmpty()) {
            out.println(assessment.grade().isPresent() ? "  against a better grade:" : "  why:");
            assessment.reasons().forEach(reason -> Wrapped.print(out, "    - ", reason));
        }
        description.findings().forEach(finding -> Wrapped.print(out, "  ", finding.toString()));
    }
}
