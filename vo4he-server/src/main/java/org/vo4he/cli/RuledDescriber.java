// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import org.vo4he.harvest.Describer;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.profile.Profiles;

/// What the harvest asks about files, answered by [ProductDescriber]; another version of that, other rules or
/// other profiles are another describer.
final class RuledDescriber implements Describer {

    private final ProductDescriber describer;
    private final String rules;

    RuledDescriber(Rules rules, Profiles profiles) {
        this.describer = new ProductDescriber(rules, profiles);
        this.rules = rules.hash() + " " + profiles.hash();
    }

    @Override
    public FileDescription describe(Path file, Siblings siblings) {
        return describer.describe(file, siblings);
    }

    @Override
    public String program() {
        return Integer.toString(ProductDescriber.version());
    }

    @Override
    public String rules() {
        return rules;
    }
}
