// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// For tests of what a header leads to: a file made for the test, described without rules.
abstract class DescribedFiles {

    @TempDir
    Path folder;

    FileDescription describe(FitsBuilder fits) {
        return new ProductDescriber(Rules.none()).describe(fits.write(folder.resolve("file.fits")), Siblings.none());
    }

    ObsCoreRow row(FitsBuilder fits) {
        FileDescription description = describe(fits);
        assertThat(description.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(description.products()).hasSize(1);
        return description.products().getFirst().row();
    }

    static FitsTable ogip(FitsTable table, String first) {
        return table.card("HDUCLASS", "OGIP").card("HDUCLAS1", first);
    }
}
