// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vo4he.diagnostics.Severity;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.ProductRecord;

/// Which findings of a file with two products stand on the page of one of them.
class FindingsViewTest {

    private static final ProductRecord FIRST = product(1, false);
    private static final ProductRecord SECOND = product(3, false);

    private static ProductRecord product(int hdu, boolean withdrawn) {
        return new ProductRecord(
                "ivo://a/b?" + hdu,
                "p" + hdu,
                "pair.pha",
                hdu,
                "SPECTRUM",
                "PRODUCT",
                true,
                "pairs",
                5_760,
                "application/fits",
                Optional.empty(),
                Optional.empty(),
                withdrawn);
    }

    private static FindingRecord at(String place) {
        return new FindingRecord("pair.pha", "ogip-odd", Severity.WARNING, place, "odd");
    }

    private static List<String> places(ProductRecord product, ProductRecord other) {
        List<FindingRecord> all = List.of(
                at("pair.pha SPECTRUM (HDU 1) EXPOSURE"),
                at("pair.pha SPECTRUM (HDU 3) EXPOSURE"),
                at("pair.pha GTI (HDU 2)"),
                at("pair.pha"));
        return FindingsView.of(product, List.of(product, other), all).findings().stream()
                .map(FindingRecord::where)
                .toList();
    }

    @Test
    void aProductHasItsOwnFindingsAndThoseOfTheFileButNotThoseOfAnother() {
        assertThat(places(FIRST, SECOND))
                .containsExactly("pair.pha SPECTRUM (HDU 1) EXPOSURE", "pair.pha GTI (HDU 2)", "pair.pha");
        assertThat(places(SECOND, FIRST))
                .containsExactly("pair.pha SPECTRUM (HDU 3) EXPOSURE", "pair.pha GTI (HDU 2)", "pair.pha");
    }

    @Test
    void whatIsFoundWhereAProductWasOnceIsTheFiles() {
        assertThat(places(FIRST, product(3, true))).contains("pair.pha SPECTRUM (HDU 3) EXPOSURE");
    }
}
