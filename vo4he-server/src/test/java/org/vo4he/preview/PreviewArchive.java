// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.store.FileEntry;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.FileStamp;
import org.vo4he.store.LedgerChange;
import org.vo4he.store.LinkRecord;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// A real server of previews over a folder of real files; what a harvest would have written is put into the store by
/// hand, so that nothing but previews is tested.
final class PreviewArchive implements AutoCloseable {

    /// @param hdu that holds the product
    record Product(String path, int hdu, List<LinkRecord> links) {

        static Product of(String path, int hdu) {
            return new Product(path, hdu, List.of());
        }

        /// The same, naming a file of the folder.
        Product naming(String keyword, String target) {
            List<LinkRecord> more = new ArrayList<>(links);
            more.add(new LinkRecord(did(path), keyword, target, Optional.of(target)));
            return new Product(path, hdu, more);
        }
    }

    private final Store store;
    private final PreviewService previews;
    private final HttpServer server;
    private final Path published;
    private final Path cache;

    private PreviewArchive(Store store, PreviewService previews, HttpServer server, Path published, Path cache) {
        this.store = store;
        this.previews = previews;
        this.server = server;
        this.published = published;
        this.cache = cache;
    }

    /// @param folder gets the state; the published files are expected in `published` below it
    static PreviewArchive start(Path folder, PreviewSettings settings, List<Product> products)
            throws IOException, StoreException {
        Path published = Files.createDirectories(folder.resolve("published"));
        Path cache = folder.resolve("state/previews");
        Store store = Store.open(folder.resolve("state"), StoreSettings.defaults());
        store.ledger()
                .write(new LedgerChange(
                        Set.of(),
                        products.stream()
                                .map(PreviewArchive::entry)
                                .map(FileRows::of)
                                .toList(),
                        List.of(record("withdrawn.fits", 0).asWithdrawn()),
                        List.of()));
        PreviewService previews = new PreviewService(store, new PublishedFolder(published), cache, settings);
        return new PreviewArchive(
                store, previews, HttpServer.start(HttpSettings.local(), List.of(previews)), published, cache);
    }

    /// The address of a preview.
    ///
    /// @param suffix `.png` and, if need be, a query
    String preview(String path, String suffix) {
        return server.url() + "/previews/" + shortId(path) + suffix;
    }

    PreviewService previews() {
        return previews;
    }

    ProductRecord product(String path) throws StoreException {
        return store.products().byShortId(shortId(path)).orElseThrow();
    }

    Path published() {
        return published;
    }

    Path cache() {
        return cache;
    }

    @Override
    public void close() throws IOException {
        server.close();
        previews.close();
        store.close();
    }

    private static FileEntry entry(Product product) {
        return new FileEntry(
                new FileRecord(
                        product.path(),
                        new FileStamp(1, 0, ""),
                        "PUBLISHED",
                        "application/fits",
                        Optional.empty(),
                        "",
                        List.of(),
                        List.of(),
                        ""),
                List.of(new FileEntry.ProductEntry(
                        record(product.path(), product.hdu()),
                        ObsCoreRow.builder().build(),
                        java.util.Map.of(),
                        java.util.Map.of(),
                        Optional.empty(),
                        product.links())),
                List.of());
    }

    private static ProductRecord record(String path, int hdu) {
        return new ProductRecord(
                did(path),
                shortId(path),
                path,
                hdu,
                "",
                "PRODUCT",
                false,
                "test",
                1,
                "application/fits",
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static String did(String path) {
        return "ivo://vo4he.example/test?" + path;
    }

    private static String shortId(String path) {
        return path.replaceAll("[^a-z0-9]", "");
    }
}
