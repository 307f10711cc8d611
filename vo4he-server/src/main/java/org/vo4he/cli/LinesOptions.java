// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options of a command that may be a filter of JSON Lines.
final class LinesOptions {

    @Option(
            names = "--json-lines",
            description =
                    "Requests as JSON objects on the lines of standard input, results so on standard output, in order.")
    private boolean jsonLines;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "0",
            description = "With --json-lines: files worked on at once; 0 (default): one for each processor.")
    private int workers;

    /// Whether the command is a filter.
    ///
    /// @param files its arguments, of which a filter has none and any other command some
    boolean wanted(CommandLine line, List<Path> files) {
        if (jsonLines && !files.isEmpty()) {
            throw new ParameterException(
                    line, "--json-lines takes the files from standard input, not " + files.getFirst());
        }
        if (!jsonLines && files.isEmpty()) {
            throw new ParameterException(line, "Missing required parameter: 'FILE'");
        }
        if (workers < 0 || workers > 1000) {
            throw new ParameterException(line, "--workers " + workers + ": a number from 0 to 1000 is wanted");
        }
        return jsonLines;
    }

    /// @return the exit code
    int run(JsonLines.Work work, InputStream in, CommandLine line) {
        return new JsonLines(work, line.getOut(), workers).run(in);
    }
}
