// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;

/// Finds what belongs to a product.
final class Links {

    private final Products products;
    private final String baseUrl;

    Links(Products products, String baseUrl) {
        this.products = products;
        this.baseUrl = baseUrl;
    }

    /// At least one row for every ID, in their order.
    List<Link> of(List<String> ids) throws StoreException {
        List<String> wellFormed =
                ids.stream().filter(id -> new Did(id).isWellFormed()).toList();
        Map<String, LinkedProduct> found = products.linked(wellFormed);
        List<Link> links = new ArrayList<>();
        for (String id : ids) {
            links.addAll(of(id, Optional.ofNullable(found.get(id))));
        }
        return links;
    }

    private List<Link> of(String id, Optional<LinkedProduct> found) {
        if (!new Did(id).isWellFormed()) {
            return List.of(Link.Fault.usage(id, "an ID looks like ivo://authority/collection?file"));
        }
        if (found.isEmpty()) {
            return List.of(Link.Fault.notFound(id, "this archive has no product of this ID"));
        }
        if (found.get().product().withdrawn()) {
            return List.of(Link.Fault.notFound(id, "the product was withdrawn"));
        }
        List<Link> links = new ArrayList<>();
        links.add(self(id, found.get().product()));
        for (LinkedProduct.Related related : found.get().related()) {
            links.add(related(id, related));
        }
        return links;
    }

    private Link self(String id, ProductCard product) {
        return access(id, product, "the file " + product.fileName(), "#this", product.qualifier(), "");
    }

    private Link related(String id, LinkedProduct.Related related) {
        return access(
                id,
                related.target(),
                related.description(),
                related.semantics(),
                related.qualifier(),
                related.relation().label());
    }

    private Link access(
            String id,
            ProductCard target,
            String description,
            String semantics,
            Optional<String> qualifier,
            String localSemantics) {
        return new Link.Access(
                id,
                Did.fileUrl(baseUrl, target.did()),
                description,
                semantics,
                target.mediaType(),
                target.size(),
                qualifier.orElse(""),
                localSemantics);
    }
}
