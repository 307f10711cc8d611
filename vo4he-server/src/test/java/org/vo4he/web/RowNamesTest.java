// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RowNamesTest {

    private static final RowNames NAMES = RowNames.of(Map.of(
            "ivo://a/c?1/rate.fits", new ProductFiles.Filed("p1", "1/rate.fits"),
            "ivo://a/c?2/rate.fits", new ProductFiles.Filed("p2", "2/rate.fits"),
            "ivo://a/c?s.pha#SPECTRUM,1", new ProductFiles.Filed("p3", "s.pha"),
            "ivo://a/c?s.pha#SPECTRUM,2", new ProductFiles.Filed("p4", "s.pha")));

    @Test
    void filesOfOneNameAreToldApartByTheirFolders() {
        assertThat(NAMES.file(found("ivo://a/c?1/rate.fits"))).contains("1/rate.fits");
        assertThat(NAMES.file(found("ivo://a/c?2/rate.fits"))).contains("2/rate.fits");
    }

    @Test
    void productsOfOneFileAreToldApartByTheirHdus() {
        assertThat(NAMES.whole(found("ivo://a/c?s.pha#SPECTRUM,1"))).isEqualTo("s.pha [SPECTRUM,1]");
        assertThat(NAMES.whole(found("ivo://a/c?s.pha#SPECTRUM,2"))).isEqualTo("s.pha [SPECTRUM,2]");
    }

    @Test
    void aProductWithoutTargetIsCalledLikeItsFileNotLikeItsObservation() {
        Found found = new Found(Map.of("obs_publisher_did", "ivo://a/c?1/rate.fits", "obs_id", "0"));

        assertThat(NAMES.first(found)).isEqualTo("1/rate.fits");
        assertThat(NAMES.whole(found)).isEqualTo("1/rate.fits");
    }

    @Test
    void aTargetIsHeardTogetherWithTheFile() {
        Found found = new Found(Map.of("obs_publisher_did", "ivo://a/c?1/rate.fits", "target_name", "Crab"));

        assertThat(NAMES.first(found)).isEqualTo("Crab");
        assertThat(NAMES.whole(found)).isEqualTo("Crab, 1/rate.fits");
    }

    private static Found found(String did) {
        return new Found(Map.of("obs_publisher_did", did));
    }
}
