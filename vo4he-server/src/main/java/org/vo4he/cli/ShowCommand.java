// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vo4he.mapping.RuleReport;
import org.vo4he.product.FileDescription;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he show`: what one file is.
@Command(
        name = "show",
        description = "Show what a file is: each value, where it came from, what is not stated, and findings.",
        footer = {
            "",
            "Examples:",
            "  vo4he show events.fits",
            "  vo4he show events.fits --json",
            "  vo4he show events.fits --rules rules.yaml --explain"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final InputStream in;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file, plain or gzip.")
    private Path file;

    @ArgGroup(exclusive = false)
    private LinesOptions lines = new LinesOptions();

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Option(names = "--explain", description = "Tell too what each entry of the rules file does for the file.")
    private boolean explain;

    ShowCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        Describing describing = new Describing(SettingOptions.settings(spec));
        if (lines.wanted(spec.commandLine(), file == null ? List.of() : List.of(file))) {
            return lines.run(new DescribeLines(describing, DescriptionJson::whole, false), in, spec.commandLine());
        }
        FileDescription description = describing.describe(file);
        WrittenCards cards = WrittenCards.of(file);
        List<RuleReport> reports = explain ? describing.explain(file) : List.of();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(DescriptionJson.of(description, cards, reports));
        } else {
            DescriptionText.print(description, cards, out);
            RuleReportText.print(reports, out);
        }
        FindingTally tally = new FindingTally(false);
        tally.add(description);
        return tally.exitCode();
    }
}
