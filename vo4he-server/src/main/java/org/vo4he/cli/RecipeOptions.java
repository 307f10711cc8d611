// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vo4he.config.Settings;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.reprocess.PlanRequest;
import org.vo4he.reprocess.Planned;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What `reprocess` and `verify` have in common: the product, which of its steps is wanted, and where its inputs are.
final class RecipeOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PRODUCT",
            description =
                    "A FITS file that says how it was made, a file of provenance JSON, or with --state a publisher DID.")
    private String product;

    @Option(
            names = "--target",
            paramLabel = "STEP",
            description = "Whose outputs are wanted: name or number, from 0 (default: the last step).")
    private String target;

    /// A product, and what came of planning to make it again.
    ///
    /// @param product its file, or that of its provenance
    record PlannedProduct(Path product, PlanRequest request, Planned planned) {}

    /// What somebody wants changed.
    interface Wish {
        PlanRequest of(PlanRequest unchanged);
    }

    /// Plans with the inputs that this command line opens: folders of the settings, those of the product and the
    /// current one, and the products of a state folder.
    ///
    /// @throws CommandFailure when the product can't be found, or says nothing of its making
    PlannedProduct planned(Settings settings, Describing describing, Wish wish)
            throws IOException, InterruptedException {
        try (OpenedArchive archive = OpenedArchive.of(settings)) {
            Path file = new FileOrDid(product).in(archive.inputs(), settings, spec);
            PlanRequest request = wish.of(request(file, describing));
            List<Path> open =
                    List.of(file.toAbsolutePath().getParent(), Path.of("").toAbsolutePath());
            Planned planned = Remakers.planner(settings, open, archive.inputs()).plan(request);
            if (Thread.interrupted()) {
                throw new InterruptedException("told to stop while the inputs were read");
            }
            return new PlannedProduct(file, request, planned);
        } catch (UncheckedIOException e) {
            throw new CommandFailure(
                    "the archive can't be asked: " + e.getCause().getMessage(), e);
        }
    }

    /// The product's own words, and the DID that was given or that its tags declare.
    private PlanRequest request(Path file, Describing describing) throws IOException {
        ProvenanceDocument recipe = new FileAncestry(describing)
                .document(file)
                .orElseThrow(() -> new CommandFailure(product + " tells nothing of how it was made"));
        Optional<String> did = new FileOrDid(product).isDid() ? Optional.of(product) : describing.declaredDid(file);
        return PlanRequest.again(recipe).withParent(did).withTarget(Optional.ofNullable(target));
    }
}
