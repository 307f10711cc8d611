// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.vo4he.product.FileDescription;

/// `vo4he show --json-lines` and `check --json-lines`: the objects that `--json` prints, each on a line.
final class DescribeLines implements JsonLines.Work {

    private final Describing describing;
    private final Function<FileDescription, ObjectNode> form;
    private final boolean strict;

    DescribeLines(Describing describing, Function<FileDescription, ObjectNode> form, boolean strict) {
        this.describing = describing;
        this.form = form;
        this.strict = strict;
    }

    @Override
    public Set<String> members() {
        return Set.of("file");
    }

    @Override
    public List<Path> paths(LineRequest request) throws BadLineException {
        return List.of(request.file());
    }

    @Override
    public LineResult run(LineRequest request) throws BadLineException {
        FileDescription description = describing.describe(request.file());
        FindingTally tally = new FindingTally(strict);
        tally.add(description);
        return new LineResult(form.apply(description), tally.exitCode());
    }
}
