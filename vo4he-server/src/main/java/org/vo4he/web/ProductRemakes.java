// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Optional;
import org.vo4he.api.Visitor;
import org.vo4he.http.Request;
import org.vo4he.reprocess.Remake;

/// How products can be made again. The assembly connects it to whoever plans that.
public interface ProductRemakes {

    /// An archive that makes nothing again.
    ProductRemakes NONE = new ProductRemakes() {
        @Override
        public Optional<Remake> of(String provenanceJson) {
            return Optional.empty();
        }

        @Override
        public Visitor visitor(Request request) {
            return new Visitor(Optional.empty(), false);
        }
    };

    /// @param provenanceJson as the product carries it
    Optional<Remake> of(String provenanceJson);

    /// Who asks for a page, and whether products are made again for them.
    Visitor visitor(Request request);
}
