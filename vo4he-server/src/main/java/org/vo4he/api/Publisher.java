// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vo4he.provenance.Sha256;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Products;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.StoreException;

/// Makes results of jobs products of the archive: puts them into a folder that is harvested like the published one.
/// Publishing twice is publishing once, also when the server was killed between.
public final class Publisher {

    /// Harvests.
    @FunctionalInterface
    public interface Harvester {

        /// @param paths to be brought up to date, as they are recorded
        void take(Set<String> paths) throws IOException;
    }

    private static final int NAME_LENGTH = 12;
    private static final int DIGEST_START = "sha256:".length();

    private final Path folder;
    private final Harvester harvester;
    private final Products products;

    /// @param folder of what is remade here
    public Publisher(Path folder, Harvester harvester, Products products) {
        this.folder = folder;
        this.harvester = harvester;
        this.products = products;
    }

    /// What is published first comes into the folder all at once: a server that is killed meanwhile has published
    /// nothing or all of it.
    ///
    /// @param names of files in the folder of the job
    synchronized List<ProductRecord> publish(String jobId, Path jobFolder, List<String> names)
            throws IOException, StoreException {
        Path target = folder.resolve(name(jobId));
        if (Files.exists(target)) {
            put(jobFolder, names, target);
        } else {
            Path hidden = Files.createDirectories(folder.resolve("." + name(jobId)));
            put(jobFolder, names, hidden);
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Set<String> paths = new LinkedHashSet<>();
        names.forEach(name -> paths.add(path(jobId, name)));
        harvester.take(paths);
        return published(jobId, names);
    }

    /// A file that is there is whole.
    private static void put(Path jobFolder, List<String> names, Path target) throws IOException {
        for (String name : names) {
            if (!Files.exists(target.resolve(name))) {
                Path whole = linkedOrCopied(jobFolder.resolve(name), target.resolve("." + name));
                Files.move(whole, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static Path linkedOrCopied(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        try {
            return Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException _) {
            return Files.copy(from, to); // Another disk.
        }
    }

    /// Those of these files that are products of the archive.
    List<ProductRecord> published(String jobId, List<String> names) throws StoreException {
        return known(jobId, names).stream()
                .filter(product -> !product.withdrawn())
                .toList();
    }

    /// Those of these files that were products of the archive, and are not here any more.
    List<ProductRecord> withdrawn(String jobId, List<String> names) throws StoreException {
        return known(jobId, names).stream().filter(ProductRecord::withdrawn).toList();
    }

    private List<ProductRecord> known(String jobId, List<String> names) throws StoreException {
        List<ProductRecord> found = new ArrayList<>();
        for (String name : names) {
            found.addAll(products.byPath(path(jobId, name)));
        }
        return found;
    }

    private static String path(String jobId, String name) {
        return PublishedFolder.REMADE + name(jobId) + "/" + name;
    }

    /// Of the folder of a job's products. Not the job's identifier: who knows that one may change the job.
    private static String name(String jobId) {
        return Sha256.of("published " + jobId).substring(DIGEST_START, DIGEST_START + NAME_LENGTH);
    }
}
