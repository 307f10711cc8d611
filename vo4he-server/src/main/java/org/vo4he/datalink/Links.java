// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vo4he.reprocess.Remake;
import org.vo4he.store.Contested;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;
import org.vo4he.votable.ServiceDescriptor;

/// Finds what belongs to a product. No file is opened for it.
final class Links {

    /// A picture or table that the server makes of a product.
    private record Preview(String suffix, String semantics, String mediaType, String description) {}

    private static final List<Preview> PREVIEWS = List.of(
            new Preview(".png", "#preview", "image/png", "picture"),
            new Preview(".svg", "#preview", "image/svg+xml", "picture that can be enlarged"),
            new Preview(".vot", "#preview-plot", "application/x-votable+xml", "numbers that the picture shows"));

    /// How a product was made, as the server tells of it.
    private record Making(String format, String mediaType, String description) {}

    private static final List<Making> MAKINGS = List.of(
            new Making("PROV-JSON", "application/json", "how it was made, as W3C PROV-JSON"),
            new Making("SVG", "image/svg+xml", "how it was made, as a picture"));

    private final Products products;
    private final Function<String, Optional<Remake>> remakes;
    private final String baseUrl;

    /// @param remakes how a product can be made again, by its provenance JSON
    Links(Products products, Function<String, Optional<Remake>> remakes, String baseUrl) {
        this.products = products;
        this.remakes = remakes;
        this.baseUrl = baseUrl;
    }

    /// @param rows at least one for every ID, in their order
    /// @param unlisted a sentence for each ID and relation of which there is more
    /// @param services those that rows name
    record Answer(List<Link> rows, List<String> unlisted, List<ServiceDescriptor> services) {}

    Answer of(List<String> ids) throws StoreException {
        List<String> wellFormed =
                ids.stream().filter(id -> new Did(id).isWellFormed()).toList();
        Map<String, LinkedProduct> found = products.linked(wellFormed);
        Map<String, Contested> contested = products.contested(
                wellFormed.stream().filter(id -> !found.containsKey(id)).toList());
        Set<String> traced = products.traced(
                found.values().stream().map(each -> each.product().did()).toList());
        Map<String, RemakeService> services = services(found.values(), traced);
        Answer answer = new Answer(
                new ArrayList<>(),
                new ArrayList<>(),
                services.values().stream()
                        .flatMap(service -> Stream.of(service.descriptor(baseUrl), service.form(baseUrl)))
                        .toList());
        for (String id : ids) {
            Optional<LinkedProduct> product = Optional.ofNullable(found.get(id));
            answer.rows().addAll(of(id, product, Optional.ofNullable(contested.get(id)), traced));
            product.filter(each -> !each.product().withdrawn())
                    .map(each -> services.get(each.product().did()))
                    .ifPresent(service -> answer.rows().addAll(rows(id, service)));
            product.map(LinkedProduct::unlisted).orElse(List.of()).stream()
                    .map(more ->
                            id + " has " + more.all() + " of " + more.relation().semantics() + " ("
                                    + more.relation().label() + "), the first are listed")
                    .forEach(answer.unlisted()::add);
        }
        return answer;
    }

    private static List<Link> rows(String id, RemakeService service) {
        return List.of(
                new Link.Service(id, service.id(), service.description(), RemakeService.CONTENT_TYPE),
                new Link.Service(id, service.formId(), service.formDescription(), RemakeService.FORM_TYPE));
    }

    /// The services that make these products again, by DID.
    private Map<String, RemakeService> services(Collection<LinkedProduct> found, Set<String> traced)
            throws StoreException {
        Map<String, String> records = products.provenance(traced);
        Map<String, RemakeService> services = new LinkedHashMap<>();
        for (LinkedProduct each : found) {
            ProductCard product = each.product();
            if (!product.withdrawn() && !services.containsKey(product.did())) {
                Optional.ofNullable(records.get(product.did()))
                        .flatMap(remakes)
                        .ifPresent(remake -> services.put(
                                product.did(),
                                new RemakeService("remake-" + (services.size() + 1), product.fileName(), remake)));
            }
        }
        return services;
    }

    private List<Link> of(String id, Optional<LinkedProduct> found, Optional<Contested> contested, Set<String> traced)
            throws StoreException {
        if (!new Did(id).isWellFormed()) {
            return List.of(Link.Fault.usage(id, "an ID looks like ivo://authority/collection?file"));
        }
        if (found.isEmpty()) {
            return List.of(Link.Fault.notFound(
                    id, contested.map(Contested::sentence).orElse("this archive has no product of this ID")));
        }
        ProductCard product = found.get().product();
        if (product.withdrawn()) {
            return List.of(
                    Link.Fault.notFound(id, products.tombstone(product.did()).sentence()));
        }
        List<Link> links = new ArrayList<>();
        links.add(file(id, product, "the file " + product.fileName(), "#this", product.qualifier(), ""));
        if (product.isShown()) {
            PREVIEWS.forEach(preview -> links.add(preview(id, product, preview)));
        }
        if (traced.contains(product.did())) {
            MAKINGS.forEach(making -> links.add(making(id, product, making)));
        }
        for (LinkedProduct.Related related : found.get().related()) {
            links.add(file(
                    id,
                    related.target(),
                    related.description(),
                    related.semantics(),
                    related.qualifier(),
                    related.relation().label()));
        }
        return links;
    }

    private Link preview(String id, ProductCard product, Preview preview) {
        return new Link.Access(
                id,
                baseUrl + "/previews/" + product.shortId() + preview.suffix(),
                preview.description(),
                preview.semantics(),
                preview.mediaType(),
                OptionalLong.empty(),
                "",
                "");
    }

    private Link making(String id, ProductCard product, Making making) {
        return new Link.Access(
                id,
                Did.provenanceUrl(baseUrl, product.did(), making.format()),
                making.description(),
                "#documentation",
                making.mediaType(),
                OptionalLong.empty(),
                "",
                "provenance");
    }

    private Link file(
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
                OptionalLong.of(target.size()),
                qualifier.orElse(""),
                localSemantics);
    }
}
