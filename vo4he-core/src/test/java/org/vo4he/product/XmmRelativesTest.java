// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// [XmmRelatives] against names as the archive lists them together.
class XmmRelativesTest {

    private static List<Reference> of(String name) {
        return XmmRelatives.of(XmmName.parse(name).orElseThrow());
    }

    private static List<String> names(String name, String keyword) {
        return of(name).stream()
                .filter(reference -> reference.keyword().equals(keyword))
                .map(Reference::name)
                .toList();
    }

    @Test
    void aSpectrumOfEpicBelongsToItsBackgroundItsAreaAndTheEventsOfItsExposure() {
        assertThat(of("P0405320501PNS001SRSPEC0092.FTZ"))
                .containsExactly(
                        new Reference(Reference.XMM_BACKGROUND, "P0405320501PNS001BGSPEC0092.FTZ"),
                        new Reference(Reference.XMM_ARF, "P0405320501PNS001SRCARF0092.FTZ"),
                        new Reference(Reference.XMM_EVENTS, "P0405320501PNS001PIEVLI0000.FTZ"),
                        new Reference(Reference.XMM_EVENTS, "P0405320501PNS001TIEVLI0000.FTZ"));
    }

    @Test
    void theNetSpectrumOfRgsHasNoBackgroundButTheTotalOneHas() {
        assertThat(of("P0112880201R1S004SRSPEC1003.FTZ"))
                .noneMatch(reference -> reference.keyword().equals(Reference.XMM_BACKGROUND))
                .contains(new Reference(Reference.XMM_RMF, "P0112880201R1S004RSPMAT1003.FTZ"));
        assertThat(of("P0112880201R1S004SBSPEC1003.FTZ"))
                .contains(new Reference(Reference.XMM_BACKGROUND, "P0112880201R1S004BGSPEC1003.FTZ"));
    }

    @Test
    void anImageBelongsToTheExposureMapMaskAndBackgroundOfItsBandAndToTheSourcesOfItsObservation() {
        String image = "P0405320501M2S003IMAGE_5000.FTZ";

        assertThat(names(image, Reference.XMM_EXPOSURE_MAP))
                .containsExactly("P0405320501M2S003EXPMAP5000.FTZ", "P0405320501M2X000MEXPMP5000.FTZ");
        assertThat(names(image, Reference.XMM_MASK)).contains("P0405320501M2X000DETMSK5000.FTZ");
        assertThat(names(image, Reference.XMM_BACKGROUND_MAP)).contains("P0405320501M2X000BKGMAP5000.FTZ");
        assertThat(names(image, Reference.XMM_SOURCES))
                .containsExactly("P0405320501EPX000OBSMLI0000.FTZ", "P0405320501EPX000OMSRLI0000.FTZ");
    }

    @Test
    void theImageOfAllCamerasHasTheMapsOfAllCameras() {
        String image = "P0405320501EPX000OIMAGE8000.FTZ";

        assertThat(names(image, Reference.XMM_EXPOSURE_MAP)).containsExactly("P0405320501EPX000OEXPMP8000.FTZ");
        assertThat(names(image, Reference.XMM_SOURCES)).contains("P0405320501EPX000OBSMLI0000.FTZ");
    }

    @Test
    void whatOnlyTheNamesLetExpectIsNotMissed() {
        assertThat(of("P0405320501M2S003IMAGE_5000.FTZ")).noneMatch(Reference::isWanted);
    }
}
