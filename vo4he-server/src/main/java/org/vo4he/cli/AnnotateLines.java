// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.product.Annotator;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Outcome;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.votags.WriteOptions;

/// `vo4he annotate --json-lines`: what the command line gives holds for each line that does not say otherwise.
final class AnnotateLines implements WriteLines.Writing {

    private static final Set<String> MEMBERS = Set.of("set", "provenance", "infer", "long_provenance", "no_continue");

    private final Describing describing;
    private final GivenValues given;
    private final boolean strict;

    AnnotateLines(Describing describing, GivenValues given, boolean strict) {
        this.describing = describing;
        this.given = given;
        this.strict = strict;
    }

    @Override
    public Set<String> members() {
        return MEMBERS;
    }

    @Override
    public WriteLines.Step step(LineRequest request, WriteOptions options) throws BadLineException {
        GivenValues values = given.and(settings(request));
        Optional<ProvenanceJson.Reading> provenance = provenance(request);
        WriteOptions wanted = options(request, options, provenance.map(ProvenanceJson.Reading::document));
        List<Finding> remarks = provenance
                .map(reading -> AnnotateCommand.remarks(reading, "provenance"))
                .orElse(List.of());
        boolean infer = request.flag("infer").orElse(true);
        return (in, out) -> {
            Annotator.Annotated annotated = infer
                    ? describing.annotate(in, out, values::applyTo, wanted)
                    : describing.annotateAsGiven(in, out, values::applyTo, wanted);
            return annotated
                    .report()
                    .map(report -> WriteLines.written(report.after(remarks), strict))
                    .orElseGet(() -> notWritten(annotated.description()));
        };
    }

    /// As the command says of a file among its arguments: what is no product is passed over with a warning.
    private LineResult notWritten(FileDescription description) {
        List<Finding> findings = description.findings();
        return description.outcome() == Outcome.ASSOCIATED
                ? LineResult.of("skipped", strict ? ExitCode.FINDINGS : ExitCode.DONE, findings, strict)
                        .because("it is no data product")
                : LineResult.of(DescriptionJson.word(description.outcome()), ExitCode.FAILED, findings, strict);
    }

    private static GivenValues settings(LineRequest request) throws BadLineException {
        Optional<JsonNode> set = request.value("set", JsonNode::isObject, "an object of columns and values");
        List<GivenValues.Given> values = new ArrayList<>();
        if (set.isPresent()) {
            for (var entry : set.get().properties()) {
                JsonNode value = entry.getValue();
                if (value.isContainerNode()) {
                    throw new BadLineException(
                            "'set': " + entry.getKey() + " is " + LineRequest.shown(value) + ", not a single value");
                }
                String text = value.isNull() ? "NotSet" : value.asText();
                try {
                    values.add(GivenValues.read(entry.getKey(), text, "set"));
                } catch (IllegalArgumentException e) {
                    throw new BadLineException("'set': " + e.getMessage());
                }
            }
        }
        return new GivenValues(values);
    }

    private static WriteOptions options(
            LineRequest request, WriteOptions options, Optional<ProvenanceDocument> provenance)
            throws BadLineException {
        WriteOptions wanted = provenance.isPresent() ? options.withProvenance(provenance) : options;
        Optional<String> rows = request.text("long_provenance");
        if (rows.isPresent()) {
            wanted = wanted.withLongProvenance(LongProvenanceOption.read(rows.get())
                    .orElseThrow(() -> new BadLineException(
                            "'long_provenance' is '" + rows.get() + "'; " + LongProvenanceOption.WANTED)));
        }
        Optional<Boolean> noContinue = request.flag("no_continue");
        if (noContinue.isPresent()) {
            wanted =
                    wanted.withLongText(noContinue.get() ? WriteOptions.LongText.JSON : WriteOptions.LongText.CONTINUE);
        }
        return wanted;
    }

    /// The document itself, or the path of a file that holds it.
    private static Optional<ProvenanceJson.Reading> provenance(LineRequest request) throws BadLineException {
        Optional<JsonNode> node =
                request.value("provenance", one -> one.isContainerNode() || one.isTextual(), "an object or a path");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        try {
            String json = node.get().isTextual()
                    ? Files.readString(request.path("provenance").orElseThrow())
                    : node.get().toString();
            return Optional.of(ProvenanceJson.read(json));
        } catch (ProvenanceFormatException e) {
            throw new BadLineException("'provenance' is no provenance: " + e.getMessage());
        } catch (IOException e) {
            throw new BadLineException("the provenance can't be read: "
                    + FileWriting.sentence(Path.of(node.get().textValue()), e));
        }
    }
}
