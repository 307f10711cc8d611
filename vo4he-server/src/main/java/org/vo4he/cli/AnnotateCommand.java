// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vo4he.diagnostics.Severity;
import org.vo4he.fits.NotFitsException;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Outcome;
import org.vo4he.product.Product;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.votags.VoTagsWriter;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  vo4he annotate events.fits --out tagged --provenance steps.json"
        })
final class AnnotateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "FITS files, plain or gzip.")
    private List<Path> files;

    @ArgGroup(multiplicity = "1")
    private WriteTarget target;

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

    @Option(names = "--durable", description = "Return only when everything is on the disk.")
    private boolean durable;

    @Option(names = "--strict", description = "Warnings too make the exit code 1.")
    private boolean strict;

    @Override
    public Integer call() {
        GivenValues given = GivenValues.parse(settings, spec.commandLine());
        WriteOptions options = WriteOptions.DEFAULT.withDurable(durable).withProvenance(provenance());
        Describing describing = new Describing(SettingOptions.settings(spec));
        return new FileWriting(spec.commandLine(), strict)
                .run(target.targets(files), (in, out) -> annotate(in, out, describing, given, options));
    }

    private static WriteReport annotate(
            Path in, Path out, Describing describing, GivenValues given, WriteOptions options)
            throws IOException, NotFitsException {
        FileDescription description = describing.describe(in);
        if (description.outcome() == Outcome.ASSOCIATED) {
            throw new SkippedFileException(in + ": skipped, because it is no data product");
        }
        if (description.outcome() != Outcome.PUBLISHED) {
            throw new CommandFailure(in + ": not annotated: " + DescriptionJson.word(description.outcome()));
        }
        Product product = description.products().getFirst();
        ObsCoreRow row = given.applyTo(product.row());
        WriteReport report = VoTagsWriter.annotate(in, out, row, options.with(product.inferenceBeside(row)));
        return report.after(description.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList());
    }

    private Optional<ProvenanceDocument> provenance() {
        if (provenance == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProvenanceJson.read(Files.readString(provenance)).document());
        } catch (ProvenanceFormatException e) {
            throw new CommandFailure(provenance + " is no provenance: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailure("can't read " + provenance + ": " + e.getMessage(), e);
        }
    }
}
