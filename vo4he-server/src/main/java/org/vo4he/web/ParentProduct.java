// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vo4he.api.KeyNumbers;
import org.vo4he.http.ServiceException;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Products;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.StoreException;

/// A product that is being made again.
record ParentProduct(ProductCard card, KeyNumbers numbers) {

    /// Finds the product of a DID.
    @FunctionalInterface
    interface Finder {
        Optional<ParentProduct> find(String did);
    }

    /// Finds those that are published, in a store.
    static Finder in(Products products, PublishedFolder folder) {
        return did -> {
            try {
                return Optional.ofNullable(products.linked(List.of(did)).get(did))
                        .map(LinkedProduct::product)
                        .filter(card -> !card.withdrawn())
                        .map(card -> new ParentProduct(card, numbers(card, folder)));
            } catch (StoreException e) {
                throw new ServiceException.Internal("the product can't be read from the store", e);
            }
        };
    }

    private static KeyNumbers numbers(ProductCard card, PublishedFolder folder) {
        try {
            return KeyNumbers.of(folder.file(card.path()));
        } catch (IOException _) {
            return KeyNumbers.NONE; // The next harvest will see that the file is gone.
        }
    }
}
