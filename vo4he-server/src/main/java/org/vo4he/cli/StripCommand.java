// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he strip`: takes VO-TAGS out of files.
@Command(
        name = "strip",
        description = "Take the VO-TAGS extension out of FITS files; no other byte changes.",
        footer = {"", "Examples:", "  vo4he strip events.fits --out plain", "  vo4he strip *.fits --in-place"})
final class StripCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final InputStream in;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "FITS files, plain or gzip.")
    private List<Path> files = new ArrayList<>();

    @ArgGroup(multiplicity = "0..1")
    private WriteTarget target;

    @ArgGroup(exclusive = false)
    private LinesOptions lines = new LinesOptions();

    @Option(names = "--durable", description = "Return only when everything is on the disk.")
    private boolean durable;

    @Option(names = "--strict", description = "Warnings too make the exit code 1.")
    private boolean strict;

    StripCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        boolean filter = lines.wanted(line, files);
        WriteTarget where = WriteTarget.require(target, filter, line);
        WriteOptions options = WriteOptions.DEFAULT.withDurable(durable);
        if (filter) {
            where.prepare();
            return lines.run(new WriteLines(new Stripping(strict), options, where), in, line);
        }
        return new FileWriting(line, strict).run(where.targets(files), (file, out) -> VoTags.strip(file, out, options));
    }

    /// The same for the lines of standard input.
    private record Stripping(boolean strict) implements WriteLines.Writing {

        @Override
        public Set<String> members() {
            return Set.of();
        }

        @Override
        public WriteLines.Step step(LineRequest request, WriteOptions options) {
            return (file, out) -> WriteLines.written(VoTags.strip(file, out, options), strict);
        }
    }
}
