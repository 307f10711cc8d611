// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vo4he.diagnostics.Finding;
import org.vo4he.product.Annotator;
import org.vo4he.product.Outcome;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.votags.VoTagsFinding;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he annotate`: writes what is known of a file into the file.
@Command(
        name = "annotate",
        description =
                "Write a VO-TAGS extension into FITS files: the ObsCore values with their origins, and provenance.",
        footer = {
            "",
            "Examples:",
            "  vo4he annotate events.fits --out tagged",
            "  vo4he annotate *.fits --in-place --set obs_collection=XMM --set calib_level=2",
            "  vo4he annotate events.fits --out tagged --provenance steps.json",
            "  echo '{\"file\": \"events.fits\", \"in_place\": true}' | vo4he annotate --json-lines"
        })
final class AnnotateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final InputStream in;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "FITS files, plain or gzip.")
    private List<Path> files = new ArrayList<>();

    @ArgGroup(multiplicity = "0..1")
    private WriteTarget target;

    @ArgGroup(exclusive = false)
    private LinesOptions lines = new LinesOptions();

    @Option(
            names = "--set",
            paramLabel = "COLUMN=VALUE",
            description = "The value of an ObsCore column in every file; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--provenance",
            paramLabel = "FILE",
            description = "Provenance (JSON) to write in place of what a file carries.")
    private Path provenance;

    @Option(
            names = "--long-provenance",
            paramLabel = "HOW",
            defaultValue = "lists",
            description =
                    "Provenance of more than 28,799 characters: 'lists' (default) moves lists of inputs into files"
                            + " beside the product, 'rows' cuts into several rows what still is too long, 'refuse' does neither.")
    private String longProvenance;

    @Option(
            names = "--no-continue",
            description =
                    "Write no CONTINUE cards: texts longer than one card lie in the JSON and are read from there.")
    private boolean noContinue;

    @Option(names = "--durable", description = "Return only when everything is on the disk.")
    private boolean durable;

    @Option(names = "--strict", description = "Warnings too make the exit code 1.")
    private boolean strict;

    AnnotateCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        boolean filter = lines.wanted(line, files);
        WriteTarget where = WriteTarget.require(target, filter, line);
        GivenValues given = GivenValues.parse(settings, line);
        FileWriting writing = new FileWriting(line, strict);
        WriteOptions options = WriteOptions.DEFAULT
                .withDurable(durable)
                .withProvenance(provenance(writing))
                .withLongProvenance(LongProvenanceOption.read(longProvenance)
                        .orElseThrow(() -> new ParameterException(
                                line, "--long-provenance " + longProvenance + ": " + LongProvenanceOption.WANTED)))
                .withLongText(noContinue ? WriteOptions.LongText.JSON : WriteOptions.LongText.CONTINUE);
        Describing describing = new Describing(SettingOptions.settings(spec));
        if (filter) {
            where.prepare();
            return lines.run(new WriteLines(new AnnotateLines(describing, given, strict), options, where), in, line);
        }
        return writing.run(where.targets(files), (file, out) -> annotate(file, out, describing, given, options));
    }

    private static WriteReport annotate(
            Path file, Path out, Describing describing, GivenValues given, WriteOptions options) throws IOException {
        Annotator.Annotated annotated = describing.annotate(file, out, given::applyTo, options);
        if (annotated.report().isPresent()) {
            return annotated.report().get();
        }
        if (annotated.description().outcome() == Outcome.ASSOCIATED) {
            throw new SkippedFileException(file + ": skipped, because it is no data product");
        }
        throw new UnwrittenFileException(
                file + ": not annotated: "
                        + DescriptionJson.word(annotated.description().outcome()),
                annotated.description().findings());
    }

    /// What is odd about it is told once, before any file.
    private Optional<ProvenanceDocument> provenance(FileWriting writing) {
        if (provenance == null) {
            return Optional.empty();
        }
        try {
            ProvenanceJson.Reading reading = ProvenanceJson.read(Files.readString(provenance));
            writing.tell(remarks(reading, provenance.toString()));
            return Optional.of(reading.document());
        } catch (ProvenanceFormatException e) {
            throw new CommandFailure(provenance + " is no provenance: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailure(FileWriting.sentence(provenance, e), e);
        }
    }

    /// Findings about provenance that was given, and could be read.
    static List<Finding> remarks(ProvenanceJson.Reading reading, String where) {
        return reading.remarks().stream()
                .map(remark -> new Finding(VoTagsFinding.PROVENANCE_ODD, where, remark))
                .toList();
    }
}
