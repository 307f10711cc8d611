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
    private final String version;

    RuledDescriber(Rules rules, Profiles profiles) {
        this.describer = new ProductDescriber(rules, profiles);
        this.version = (ProductDescriber.version() + " " + rules.hash() + " " + profiles.hash()).strip();
    }

    @Override
    public FileDescription describe(Path file, Siblings siblings) {
        return describer.describe(file, siblings);
    }

    @Override
    public String version() {
        return version;
    }
}
