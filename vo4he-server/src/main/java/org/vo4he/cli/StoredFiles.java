// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Products;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.StoreException;

/// The archive's products as inputs of runs.
///
/// @param folder where their files lie
record StoredFiles(Products products, PublishedFolder folder) implements KnownFiles {

    @Override
    public Optional<Path> byDid(String did) {
        return answer(() -> {
            Map<String, LinkedProduct> found = did.startsWith("ivo://") ? products.linked(List.of(did)) : Map.of();
            return Optional.ofNullable(found.get(did))
                    .map(LinkedProduct::product)
                    .filter(product -> !product.withdrawn())
                    .flatMap(product -> file(product.path()));
        });
    }

    @Override
    public List<Found> byChecksum(String checksum) {
        return answer(() -> found(products.byChecksum(checksum)));
    }

    @Override
    public List<Found> byName(String name) {
        return answer(() -> found(products.byFileName(name)));
    }

    /// Each file once, under the DID of its first product.
    private List<Found> found(List<ProductRecord> records) {
        Map<Path, Found> files = new LinkedHashMap<>();
        for (ProductRecord product : records) {
            file(product.path())
                    .ifPresent(file -> files.putIfAbsent(file, new Found(file, Optional.of(product.did()))));
        }
        return List.copyOf(files.values());
    }

    private Optional<Path> file(String path) {
        try {
            return Optional.of(folder.file(path));
        } catch (IOException _) {
            return Optional.empty(); // gone since the last harvest
        }
    }

    private interface Question<T> {
        T ask() throws StoreException;
    }

    private static <T> T answer(Question<T> question) {
        try {
            return question.ask();
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }
}
