// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vo4he.provenance.ProvGraph;

/// What was found on the way back from a product to what it was made of, or forth to what was made of it.
///
/// @param graph entities that are products of this archive have the product's DID
/// @param products of this archive among the entities, withdrawn ones too, by DID
/// @param matches of the other entities and of products, by identifier: how the entity was told to be that product, or
///     why it is none; the product asked for itself is missing
/// @param isWhole false when the limit of nodes, not the depth, ended the search
/// @param goesOn whether relations lead on from where the depth ended the search
/// @param cycles identifiers in a ring, the first told again at the end: files and runs that are said to come from each
///     other, which cannot be
public record Lineage(
        ProvGraph graph,
        Map<String, ProductCard> products,
        Map<String, EntityMatch> matches,
        boolean isWhole,
        boolean goesOn,
        List<List<String>> cycles) {

    public Lineage {
        products = Collections.unmodifiableMap(new LinkedHashMap<>(products));
        matches = Collections.unmodifiableMap(new LinkedHashMap<>(matches));
        cycles = cycles.stream().map(List::copyOf).toList();
    }

    /// Which way the relations are followed.
    public enum Direction {
        /// to what a product was made of
        BACK,
        /// to what was made of it
        FORTH
    }
}
