// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.SharedData;

/// Dates that the comment of a card, or the want of a TIMESYS card, puts into UTC, in files of two writers.
class DatesOfRealFilesTest {

    private static final double MILLISECOND = 1e-3 / 86400;

    @ParameterizedTest
    @CsvSource({
        "gammapy-data/tests/unbundled/fermi/fermi_counts.fits.gz, 54682.65527777778",
        "debian-astropy/wcs/tests/data/dss.14.29.56-62.41.05.fits.gz, 42848.0",
    })
    void aDateInUniversalTimeIsNotShifted(String file, double mjd) {
        FileDescription description =
                new ProductDescriber(Rules.none()).describe(SharedData.data(file), Siblings.none());

        assertThat(description.products())
                .isNotEmpty()
                .allSatisfy(product -> assertThat(
                                product.row().number(ObsCoreColumn.T_MIN).orElseThrow())
                        .isCloseTo(mjd, within(MILLISECOND)));
    }
}
