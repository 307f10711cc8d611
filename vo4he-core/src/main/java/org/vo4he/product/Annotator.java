// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vo4he.diagnostics.Severity;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.UnreadableFitsException;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// Describes a product and writes what is known of it into the product as VO-TAGS: one opening, one pass.
///
/// Immutable; may be used by several threads at once, for different files.
public final class Annotator {

    private final ProductDescriber describer;

    public Annotator(ProductDescriber describer) {
        this.describer = describer;
    }

    /// What came of it.
    ///
    /// @param report empty when the file is no product that could be annotated: the description's outcome says why.
    ///     Its findings are those of the description that are no mere remarks, then those of writing.
    public record Annotated(FileDescription description, Optional<WriteReport> report) {}

    /// @param in plain or gzip
    /// @param out the same file for annotating it in place
    /// @param siblings finds the files that the product names
    /// @param given puts the values that the caller knows better into what rules, tags and inference say
    /// @throws IOException if the file can't be read, or what a crash left beside the target can't be removed
    public Annotated annotate(
            Path in, Path out, Siblings siblings, UnaryOperator<ObsCoreRow> given, WriteOptions options)
            throws IOException {
        try (FitsFile file = FitsFile.open(in)) {
            FileDescription description = describer.describe(file, siblings);
            if (description.outcome() != Outcome.PUBLISHED) {
                return new Annotated(description, Optional.empty());
            }
            Product product = description.products().getFirst();
            ObsCoreRow row = given.apply(product.row());
            WriteReport report = VoTags.write(
                    file, out, row, options.with(product.inferenceBeside(row)).withCalibration(product.calibration()));
            return new Annotated(
                    description,
                    Optional.of(report.after(description.findings().stream()
                            .filter(finding -> finding.severity() != Severity.INFO)
                            .toList())));
        } catch (NotFitsException | UnreadableFitsException _) {
            return new Annotated(describer.describe(in, siblings), Optional.empty());
        }
    }

    /// Without inference and rules: what the tags of the file say already, and what is given. The cost does not depend
    /// on the size of the file.
    public Annotated annotateAsGiven(Path in, Path out, UnaryOperator<ObsCoreRow> given, WriteOptions options)
            throws IOException {
        try (FitsFile file = FitsFile.open(in)) {
            ObsCoreRow.Builder row = ObsCoreRow.builder();
            VoTags.read(file).ifPresent(tags -> tags.values().forEach(row::set));
            WriteReport report = VoTags.write(file, out, given.apply(row.build()), options);
            return new Annotated(undescribed(file), Optional.of(report));
        } catch (NotFitsException | UnreadableFitsException _) {
            return new Annotated(describer.describe(in, Siblings.none()), Optional.empty());
        }
    }

    private static FileDescription undescribed(FitsFile file) {
        return new FileDescription(
                file.path(), Outcome.PUBLISHED, List.of(), file.findings(), Optional.of(file.fingerprint()), List.of());
    }
}
