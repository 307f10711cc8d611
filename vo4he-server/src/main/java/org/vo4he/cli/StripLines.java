// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vo4he.fits.NotFitsException;
import org.vo4he.votags.VoTagsWriter;
import org.vo4he.votags.WriteOptions;

/// `vo4he strip --json-lines`.
final class StripLines implements JsonLines.Work {

    private static final Set<String> MEMBERS = Set.of("file", "out", "in_place", "durable");

    private final WriteOptions options;
    private final WriteTarget target;
    private final boolean strict;

    StripLines(WriteOptions options, WriteTarget target, boolean strict) {
        this.options = options;
        this.target = target;
        this.strict = strict;
    }

    @Override
    public Set<String> members() {
        return MEMBERS;
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
        Describing.requireFile(in);
        try {
            return AnnotateLines.written(VoTagsWriter.strip(in, out, options.withDurable(durable)), strict)
                    .with("file", in.toString())
                    .with("target", out.toString());
        } catch (NotFitsException e) {
            return LineResult.of("not-fits", ExitCode.FAILED)
                    .because(e.getMessage())
                    .with("file", in.toString());
        } catch (IOException e) {
            return LineResult.failed(FileWriting.sentence(in, e)).with("file", in.toString());
        }
    }
}
