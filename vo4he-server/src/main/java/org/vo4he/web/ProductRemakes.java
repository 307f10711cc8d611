// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Optional;
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
        public boolean byAnybody() {
            return false;
        }
    };

    /// @param provenanceJson as the product carries it
    Optional<Remake> of(String provenanceJson);

    /// Whether visitors may have products made again: they show no token.
    boolean byAnybody();
}
