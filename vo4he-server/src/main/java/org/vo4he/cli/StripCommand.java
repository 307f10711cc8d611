// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vo4he.votags.VoTagsWriter;
import org.vo4he.votags.WriteOptions;
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

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "FITS files, plain or gzip.")
    private List<Path> files;

    @ArgGroup(multiplicity = "1")
    private WriteTarget target;

    @Option(names = "--durable", description = "Return only when everything is on the disk.")
    private boolean durable;

    @Option(names = "--strict", description = "Warnings too make the exit code 1.")
    private boolean strict;

    @Override
    public Integer call() {
        WriteOptions options = WriteOptions.DEFAULT.withDurable(durable);
        return new FileWriting(spec.commandLine(), strict)
                .run(target.targets(files), (in, out) -> VoTagsWriter.strip(in, out, options));
    }
}
