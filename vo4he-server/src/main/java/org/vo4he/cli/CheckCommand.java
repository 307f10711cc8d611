// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vo4he.product.FileDescription;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he check`: what is wrong with files.
@Command(
        name = "check",
        description = "Tell the findings about files; exit code 1 when one is an error.",
        footer = {
            "",
            "Examples:",
            "  vo4he check events.fits",
            "  vo4he check --strict *.fits",
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
            return lines.run(new DescribeLines(describing, DescriptionJson::summary, strict), in, spec.commandLine());
        }
        PrintWriter out = spec.commandLine().getOut();
        FindingTally tally = new FindingTally(strict);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        boolean missing = false;
        for (Path file : files) {
            try {
                FileDescription description = describing.describe(file);
                tally.add(description.findings());
                if (json) {
                    list.add(DescriptionJson.summary(description));
                } else {
                    print(description, out);
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

    private static void print(FileDescription description, PrintWriter out) {
        String remark = description.findings().isEmpty() ? ", no findings" : "";
        out.println(description.file() + ": " + DescriptionJson.word(description.outcome()) + remark);
        description.findings().forEach(finding -> out.println("  " + finding));
    }
}
