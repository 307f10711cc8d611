// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.store.LinkRecord;
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

    /// At least one row for every ID.
    List<Link> of(String id) throws StoreException {
        Did did = new Did(id);
        if (!did.isWellFormed()) {
            return List.of(Link.Fault.usage(id, "an ID looks like ivo://authority/collection?file"));
        }
        Optional<ProductRecord> product = did.product(products);
        if (product.isEmpty()) {
            return List.of(Link.Fault.notFound(id, "this archive has no product of this ID"));
        }
        if (product.get().withdrawn()) {
            return List.of(Link.Fault.notFound(id, "the product was withdrawn"));
        }
        List<Link> links = new ArrayList<>();
        links.add(self(id, product.get()));
        for (LinkRecord link : products.links(product.get().did())) {
            related(id, link).ifPresent(links::add);
        }
        return links;
    }

    private Link self(String id, ProductRecord product) throws StoreException {
        return access(
                id,
                product,
                "the file " + product.fileName(),
                "#this",
                productType(product).map(type -> "#" + type).orElse(""),
                "");
    }

    private Optional<Link> related(String id, LinkRecord link) throws StoreException {
        Relation relation = RELATIONS.get(link.keyword());
        if (relation == null || link.targetPath().isEmpty()) {
            return Optional.empty();
        }
        return products.byPath(link.targetPath().get()).stream()
                .filter(target -> !target.withdrawn())
                .findFirst()
                .map(target -> access(
                        id,
                        target,
                        relation.description(),
                        relation.semantics(),
                        relation.qualifier(),
                        link.keyword().toLowerCase(Locale.ROOT)));
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

    private Optional<String> productType(ProductRecord product) throws StoreException {
        return products.row(product.did())
                .flatMap(row -> row.text(ObsCoreColumn.DATAPRODUCT_TYPE))
                .map(type -> PRODUCT_TYPES.getOrDefault(type, type));
    }
}
