// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.extract.ExtractStep;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Product;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.FileIdentity;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.votags.WriteOptions;

/// Writes VO-TAGS and provenance into what was extracted: its own description, the observation and collection of the
/// event list, and the step with all its arguments.
final class ExtractedTags {

    private final Describing describing;
    private final Optional<Product> parent;
    private final FileIdentity identity;

    ExtractedTags(Describing describing, Path input) throws IOException {
        this.describing = describing;
        FileDescription description = describing.describe(input);
        this.parent = description.products().stream().findFirst();
        this.identity =
                FileIdentity.of(input, parent.map(product -> product.declared().get(ObsCoreColumn.OBS_PUBLISHER_DID)));
    }

    void write(Path file, Arguments arguments, Instant started) throws IOException {
        Map<String, FileIdentity> files = new HashMap<>();
        files.put(ExtractStep.INPUT, identity);
        Optional<Path> goodTimes = arguments.file(ExtractStep.GOOD_TIMES);
        if (goodTimes.isPresent()) {
            files.put(ExtractStep.GOOD_TIMES, FileIdentity.of(goodTimes.get(), Optional.empty()));
        }
        ProvenanceStep recorded = StepRecord.of(arguments, StepRecord.BUILT_IN, files);
        ProvenanceStep step = new ProvenanceStep(
                recorded.arguments(),
                recorded.name(),
                recorded.version(),
                recorded.image(),
                Optional.of(started.toString()),
                Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
                Optional.of("0"),
                recorded.host(),
                recorded.observed(),
                recorded.others());
        describing.annotate(
                file,
                file,
                own -> RunTags.inherited(own, parent),
                WriteOptions.DEFAULT.withProvenance(Optional.of(new ProvenanceDocument(List.of(step)))));
    }
}
