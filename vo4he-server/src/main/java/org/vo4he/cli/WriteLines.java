// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vo4he.fits.NotFitsException;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// `annotate --json-lines` and `strip --json-lines`: which file each line means, where it is written to, and what is
/// said of one that can't be.
final class WriteLines implements JsonLines.Work {

    private static final Set<String> MEMBERS = Set.of("file", "out", "in_place", "durable");

    /// What one of the commands does.
    interface Writing {
        /// The members of a request that only this command has.
        Set<String> members();

        /// What a request asks for.
        ///
        /// @param options of the command line, and of the request as far as every command has them
        Step step(LineRequest request, WriteOptions options) throws BadLineException;
    }

    /// What is done with one file.
    @FunctionalInterface
    interface Step {
        LineResult write(Path in, Path out) throws IOException, NotFitsException;
    }

    private final Writing writing;
    private final WriteOptions options;
    private final WriteTarget target;

    WriteLines(Writing writing, WriteOptions options, WriteTarget target) {
        this.writing = writing;
        this.options = options;
        this.target = target;
    }

    @Override
    public Set<String> members() {
        Set<String> members = new TreeSet<>(MEMBERS);
        members.addAll(writing.members());
        return members;
    }

    @Override
    public List<Path> paths(LineRequest request) throws BadLineException {
        return List.of(request.file(), target.target(request));
    }

    @Override
    public LineResult run(LineRequest request) throws BadLineException {
        Path in = request.file();
        Path out = target.target(request);
        boolean durable = request.flag("durable").orElse(options.durable());
        Step step = writing.step(request, options.withDurable(durable));
        Describing.requireFile(in);
        try {
            return step.write(in, out).with("file", in.toString()).with("target", out.toString());
        } catch (NotFitsException e) {
            return LineResult.of("not-fits", ExitCode.FAILED)
                    .because(e.getMessage())
                    .with("file", in.toString());
        } catch (IOException e) {
            return LineResult.failed(FileWriting.sentence(in, e)).with("file", in.toString());
        }
    }

    static LineResult written(WriteReport report, boolean strict) {
        int exitCode = switch (report.outcome()) {
            case WRITTEN, UNCHANGED -> ExitCode.DONE;
            case REFUSED -> ExitCode.FAILED;
        };
        return LineResult.of(DescriptionJson.word(report.outcome()), exitCode, report.findings(), strict)
                .with("bytes", report.bytes());
    }
}
