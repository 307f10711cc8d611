// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;

/// Finds what belongs to a product.
final class Links {

    /// @param semantics of `datalink/core`: applicable calibration has not been applied to a counts spectrum
    ///     (VEP-006)
    /// @param qualifier of the thing linked
    private record Relation(String description, String semantics, String qualifier) {}

    /// By the keyword of the header that names the other file.
    private static final Map<String, Relation> RELATIONS = Map.of(
            "RESPFILE",
            new Relation(
                    "redistribution matrix (RESPFILE)", "#calibration", "http://www.ivoa.net/rdf/response-type#rmf"),
            "ANCRFILE",
            new Relation("effective area (ANCRFILE)", "#calibration", "http://www.ivoa.net/rdf/response-type#arf"),
            "BACKFILE",
            new Relation("background spectrum (BACKFILE)", "#auxiliary", "#spectrum"));

    /// ObsCore's words for what the vocabulary `product-type` calls otherwise.
    private static final Map<String, String> PRODUCT_TYPES = Map.of("event", "event-list");

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
        links.add(self(id, found.get()));
        for (LinkedProduct.Related related : found.get().related()) {
            Optional.ofNullable(RELATIONS.get(related.keyword()))
                    .map(relation -> related(id, relation, related))
                    .ifPresent(links::add);
        }
        return links;
    }

    private Link self(String id, LinkedProduct linked) {
        String qualifier = linked.dataproductType()
                .map(type -> "#" + PRODUCT_TYPES.getOrDefault(type, type))
                .orElse("");
        ProductRecord product = linked.product();
        return access(id, product, "the file " + product.fileName(), "#this", qualifier, "");
    }

    private Link related(String id, Relation relation, LinkedProduct.Related related) {
        return access(
                id,
                related.target(),
                relation.description(),
                relation.semantics(),
                relation.qualifier(),
                related.keyword().toLowerCase(Locale.ROOT));
    }

    private Link access(
            String id,
            ProductRecord target,
            String description,
            String semantics,
            String qualifier,
            String localSemantics) {
        return new Link.Access(
                id,
                Did.fileUrl(baseUrl, target.did()),
                description,
                semantics,
                target.mediaType(),
                target.size(),
                qualifier,
                localSemantics);
    }
}
