// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.reprocess.PlanRequest;
import org.vo4he.reprocess.Planned;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;

/// Plans what is wished for, by the provenance of the archive's products.
record Remaking(Planner planner, Products products) {

    /// A plan, and the wish whose edits have the addresses of the recipe.
    record Outcome(Wish wish, Planned planned) {}

    /// @throws ServiceException when there is no recipe
    Outcome plan(Wish wish) {
        Optional<String> did = wish.did().map(each -> product(each).did());
        ProvenanceDocument recipe = did.map(this::recorded)
                .orElseGet(() -> document(wish.provenance().orElseThrow(), "/provenance"));
        Wish resolved = wish.resolved(names(recipe, wish.target()));
        PlanRequest request = PlanRequest.again(recipe)
                .withParent(did)
                .withTarget(resolved.target())
                .withEdits(resolved.edits());
        return new Outcome(
                resolved, planner.plan(resolved.acceptChangedInputs() ? request.acceptingChangedInputs() : request));
    }

    private List<String> names(ProvenanceDocument recipe, Optional<String> target) {
        Stream<String> recorded = recipe.steps().stream().flatMap(step -> StepRecord.arguments(step).keySet().stream());
        return Stream.concat(recorded, planner.names(recipe, target)).distinct().toList();
    }

    /// Of the product that is to be made again.
    ///
    /// @throws ServiceException when the wish names none that is here
    String shortId(Wish wish) {
        return product(wish.did().orElseThrow(() -> new ServiceException.Usage("id is missing")))
                .shortId();
    }

    /// Of the product that is to be made again.
    ///
    /// @throws ServiceException when the wish names none that is here
    String did(Wish wish) {
        return product(wish.did().orElseThrow(() -> new ServiceException.Usage("id is missing")))
                .did();
    }

    /// The product that is meant: a DID that tags declare leads to it, too.
    private ProductCard product(String did) {
        try {
            Map<String, LinkedProduct> found = did.startsWith("ivo://") ? products.linked(List.of(did)) : Map.of();
            if (!found.containsKey(did)) {
                throw new ServiceException.NotFound("this archive has no product of the ID " + Parameters.quoted(did));
            }
            if (found.get(did).product().withdrawn()) {
                throw new ServiceException.Gone("the product " + Parameters.quoted(did) + " was withdrawn");
            }
            return found.get(did).product();
        } catch (StoreException e) {
            throw new ServiceException.Internal("the product could not be looked up; the server's log says why", e);
        }
    }

    private ProvenanceDocument recorded(String did) {
        try {
            return products.provenance(did)
                    .map(json -> document(json, "the product's provenance"))
                    .orElse(ProvenanceDocument.EMPTY);
        } catch (StoreException e) {
            throw new ServiceException.Internal("the provenance could not be read; the server's log says why", e);
        }
    }

    private static ProvenanceDocument document(String json, String where) {
        try {
            return ProvenanceJson.read(json).document();
        } catch (ProvenanceFormatException e) {
            throw new ServiceException.Usage(where + ": " + e.getMessage());
        }
    }
}
