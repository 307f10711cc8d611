// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Value;
import org.vo4he.product.Annotator;
import org.vo4he.product.Product;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.reprocess.FileLook;
import org.vo4he.reprocess.OutputTags;
import org.vo4he.reprocess.StepException;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// Writes VO-TAGS and provenance into what a step made: its own description, and the observation and collection of the
/// step's first input.
final class RunTags implements OutputTags {

    private record Known(Path file, FileLook look, Optional<Product> product) {}

    private final Describing describing;
    private volatile Known last;

    RunTags(Describing describing) {
        this.describing = describing;
    }

    @Override
    public List<String> write(Path output, ProvenanceDocument provenance, List<Path> inputs)
            throws IOException, StepException {
        Optional<Product> parent = inputs.isEmpty() ? Optional.empty() : parent(inputs.getFirst());
        Annotator.Annotated annotated = describing.annotate(
                output,
                output,
                own -> inherited(own, parent),
                WriteOptions.DEFAULT.withProvenance(Optional.of(provenance)));
        if (annotated.report().isEmpty()) {
            return List.of(output.getFileName() + " carries no tags: it is no product that could");
        }
        WriteReport report = annotated.report().get();
        if (report.outcome() == WriteReport.Outcome.REFUSED) {
            throw new StepException(output.getFileName() + " can't say how it was made: "
                    + report.findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .map(Finding::message)
                            .collect(Collectors.joining("; ")));
        }
        return List.of();
    }

    /// The outputs of a step ask one after the other.
    private Optional<Product> parent(Path input) throws IOException {
        FileLook look = FileLook.of(input);
        Known known = last;
        if (known == null || !known.file.equals(input) || !known.look.equals(look)) {
            known = new Known(
                    input, look, describing.describe(input).products().stream().findFirst());
            last = known;
        }
        return known.product;
    }

    /// A product of an observation is one of the same observation and collection.
    private static ObsCoreRow inherited(ObsCoreRow own, Optional<Product> parent) {
        ObsCoreRow.Builder row = own.with();
        for (ObsCoreColumn column : List.of(ObsCoreColumn.OBS_ID, ObsCoreColumn.OBS_COLLECTION)) {
            parent.map(product -> product.row().get(column))
                    .filter(Value::isPresent)
                    .ifPresent(value -> row.set(column, value));
        }
        return row.build();
    }
}
