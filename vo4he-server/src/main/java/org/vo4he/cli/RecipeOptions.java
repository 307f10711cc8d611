// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vo4he.config.Settings;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.product.Product;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.reprocess.PlanRequest;
import org.vo4he.reprocess.Planner;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `reprocess` and `verify` have in common: the product, which of its steps is wanted, and where its inputs are.
final class RecipeOptions {

    @Parameters(
            paramLabel = "PRODUCT",
            description = "A FITS file that says how it was made, or a file of provenance JSON.")
    private Path product;

    @Option(
            names = "--target",
            paramLabel = "STEP",
            description = "Whose outputs are wanted: name or number, from 0 (default: the last step).")
    private String target;

    Path product() {
        return product;
    }

    Optional<String> target() {
        return Optional.ofNullable(target);
    }

    /// The product's own words, and the DID that its tags declare.
    ///
    /// @throws CommandFailure when it says nothing of its making
    PlanRequest request(Describing describing) throws IOException {
        ProvenanceDocument recipe = new FileAncestry(describing)
                .document(product)
                .orElseThrow(() -> new CommandFailure(product + " tells nothing of how it was made"));
        Optional<String> did = describing.describe(product).products().stream()
                .findFirst()
                .map(Product::declared)
                .map(declared -> declared.get(ObsCoreColumn.OBS_PUBLISHER_DID));
        return PlanRequest.again(recipe).withParent(did).withTarget(target());
    }

    /// What plans with the inputs that this command line opens: folders of the settings, those of the product and the
    /// current one, and the products of a state folder.
    static final class Inputs implements AutoCloseable {

        private final Planner planner;
        private final Optional<Store> store;

        private Inputs(Planner planner, Optional<Store> store) {
            this.planner = planner;
            this.store = store;
        }

        Planner planner() {
            return planner;
        }

        @Override
        public void close() {
            store.ifPresent(Store::close);
        }
    }

    /// @throws CommandFailure when the state folder can't be opened
    Inputs inputs(Settings settings) {
        Path beside = product.toAbsolutePath().getParent();
        List<Path> open = List.of(beside, Path.of("").toAbsolutePath());
        if (settings.state().isEmpty()) {
            return new Inputs(Remakers.planner(settings, open, KnownFiles.NONE), Optional.empty());
        }
        Path state = settings.state().get();
        if (!Files.isDirectory(state)) {
            throw new CommandFailure("there is no state folder " + state + ": 'vo4he serve' or 'harvest' makes one");
        }
        Store store;
        try {
            store = Store.open(state, settings.store());
        } catch (StoreException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        try {
            PublishedFolder folder = new PublishedFolder(
                    org.vo4he.harvest.Harvest.folderOf(store)
                            .orElseThrow(() -> new CommandFailure("nothing was harvested into " + state + " yet")),
                    settings.calibration().folders(),
                    Optional.of(settings.harvest().remadeFolder(store.directory())));
            return new Inputs(Remakers.planner(settings, store.products(), folder, open), Optional.of(store));
        } catch (StoreException e) {
            store.close();
            throw new CommandFailure(e.getMessage(), e);
        } catch (CommandFailure e) {
            store.close();
            throw e;
        }
    }
}
