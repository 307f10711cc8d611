// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vo4he.store.LinkedProduct.Related;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Relation;

/// How the page of a product of XMM-Newton tells its siblings apart; the judge is the grammar of the names.
class ExposureGroupTest {

    private static ProductCard card(String name) {
        return new ProductCard(
                "ivo://a/b?" + name,
                name.toLowerCase(java.util.Locale.ROOT),
                "pps/" + name,
                "PRODUCT",
                Optional.empty(),
                Optional.empty(),
                "application/fits",
                1,
                false);
    }

    private static List<String> groups(String product, String... others) {
        return ExposureGroup.of(
                        card(product),
                        Arrays.stream(others)
                                .map(name -> new Related(Relation.SAME_OBSERVATION, card(name)))
                                .toList())
                .stream()
                .map(group -> group.title() + ": "
                        + group.related().stream()
                                .map(each -> each.target().fileName())
                                .toList())
                .toList();
    }

    @Test
    void theSiblingsOfASpectrumStandByExposureItsOwnFirst() {
        assertThat(groups(
                        "P0405320501PNS003SRSPEC0092.FTZ",
                        "P0405320501M1S001SRSPEC0092.FTZ",
                        "P0405320501PNU002SRSPEC0092.FTZ",
                        "P0405320501PNS003SRCTSR8092.FTZ",
                        "P0405320501PNX000DETMSK1000.FTZ",
                        "notes.fits"))
                .containsExactly(
                        "Exposure S003 of PN, as this product: [P0405320501PNS003SRCTSR8092.FTZ]",
                        "Exposure S001 of M1: [P0405320501M1S001SRSPEC0092.FTZ]",
                        "Exposure U002 of PN: [P0405320501PNU002SRSPEC0092.FTZ]",
                        "All exposures of PN: [P0405320501PNX000DETMSK1000.FTZ]",
                        "Of no single exposure: [notes.fits]");
    }

    @Test
    void whereNoNameTellsAnExposureThereIsOneListWithoutTitle() {
        assertThat(groups("a.pha", "P0405320501PNS003SRSPEC0092.FTZ", "c.pha"))
                .containsExactly(": [P0405320501PNS003SRSPEC0092.FTZ, c.pha]");
        assertThat(groups("P0405320501PNS003SRSPEC0092.FTZ", "P0405320501PNS003SRCTSR8092.FTZ"))
                .containsExactly(": [P0405320501PNS003SRCTSR8092.FTZ]");
    }

    @Test
    void anExposureOfAnotherObservationIsNone() {
        assertThat(groups(
                        "P0405320501PNS003SRSPEC0092.FTZ",
                        "P0405320501PNS003SRCTSR8092.FTZ",
                        "P0000000001PNS003SRSPEC0092.FTZ"))
                .endsWith("Of no single exposure: [P0000000001PNS003SRSPEC0092.FTZ]");
    }
}
