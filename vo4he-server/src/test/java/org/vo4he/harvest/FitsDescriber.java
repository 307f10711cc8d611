// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;

/// The real describer, without rules.
final class FitsDescriber implements Describer {

    private final ProductDescriber describer = new ProductDescriber(Rules.none());

    @Override
    public FileDescription describe(Path file, Siblings siblings) {
        return describer.describe(file, siblings);
    }

    @Override
    public String program() {
        return Integer.toString(ProductDescriber.version());
    }
}
