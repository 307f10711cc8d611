// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Optional;

/// A product with all that belongs to it, as DataLink and the pages tell of it.
///
/// @param related in the order of [Relation], no target twice in one role
/// @param unlisted where there is more than is listed
public record LinkedProduct(ProductCard product, List<Related> related, List<Unlisted> unlisted) {

    public LinkedProduct {
        related = List.copyOf(related);
        unlisted = List.copyOf(unlisted);
    }

    /// Something that belongs to the product.
    public record Related(Relation relation, ProductCard target) {

        /// A term of `datalink/core`, with `#`.
        public String semantics() {
            return relation.semantics();
        }

        /// What kind of thing it is: a term of `product-type` with `#`, or the URI of one of `response-type`.
        public Optional<String> qualifier() {
            return relation.qualifier(target);
        }

        /// Words for people: what it is, and the name of the file.
        public String description() {
            return relation.description() + ": " + target.fileName();
        }
    }

    /// More products in one relation than are listed.
    ///
    /// @param all how many there are
    public record Unlisted(Relation relation, long all) {}
}
