// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.plot.Companions;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Products;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Relation;
import org.vo4he.store.StoreException;

/// Finds the files of a product: its own, and those it names that were found when it was harvested.
record PreviewSources(Products products, PublishedFolder folder) {

    /// @throws ServiceException when there is no such product, it was withdrawn, or its file is gone
    PreviewSource of(String shortId) {
        try {
            ProductRecord product = products.byShortId(shortId)
                    .orElseThrow(() -> new ServiceException.NotFound(
                            "there is no product " + Parameters.quoted(shortId) + " here"));
            if (product.withdrawn()) {
                throw new ServiceException.Gone("the product " + Parameters.quoted(product.did()) + " was withdrawn");
            }
            return of(product);
        } catch (StoreException e) {
            throw new ServiceException.Internal("the product can't be read from the store", e);
        }
    }

    PreviewSource of(ProductRecord product) throws StoreException {
        List<LinkedProduct.Related> related = Optional.ofNullable(
                        products.linked(List.of(product.did())).get(product.did()))
                .map(LinkedProduct::related)
                .orElse(List.of());
        Companions companions = new Companions(
                first(related, Relation.BACKFILE, Relation.XMM_BACKGROUND),
                first(related, Relation.RESPFILE, Relation.XMM_RMF, Relation.ENERGY_GRID),
                first(related, Relation.ANCRFILE, Relation.XMM_ARF));
        try {
            return PreviewSource.of(product, folder.file(product.path()), companions);
        } catch (NoSuchFileException _) {
            throw new ServiceException.NotFound(
                    "the file of this product is not there any more; the next harvest will withdraw it");
        } catch (PublishedFolder.Outside e) {
            throw new ServiceException.Internal(
                    "the recorded path of this product is not below the published folder", e);
        } catch (IOException e) {
            throw new ServiceException.Internal("the file of this product can't be read", e);
        }
    }

    /// The file of the first of these relations that is there; one that can't be reached is none.
    private Optional<Path> first(List<LinkedProduct.Related> related, Relation... relations) {
        return Stream.of(relations)
                .flatMap(relation -> related.stream().filter(each -> each.relation() == relation))
                .flatMap(each -> reached(each.target().path()).stream())
                .findFirst();
    }

    private Optional<Path> reached(String path) {
        try {
            return Optional.of(folder.file(path));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
