// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;

/// What belongs to an image of XMM-Newton's pipeline by the names of the files; the judge is the names that the archive
/// lists together.
class XmmImagesTest {

    private static final String DID = "ivo://unregistered.vo4he/files?";

    @TempDir
    Path temporary;

    private void writeImage(String name) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("ORIGNAME", name);
        fits.image("IMAGE", 16, 4, 4)
                .card("TELESCOP", "XMM")
                .card("INSTRUME", "EPN")
                .card("OBS_ID", "0405320501");
        fits.write(temporary.resolve("files").resolve(name));
    }

    private static List<String> related(Store store, String path) throws Exception {
        return store.products().linked(List.of(DID + path)).get(DID + path).related().stream()
                .map(each -> each.semantics() + " " + each.relation().label() + " "
                        + each.target().path())
                .toList();
    }

    @Test
    void anImageHasTheMapAndMaskOfItsBandAndTheseHaveTheImage() throws Exception {
        Files.createDirectories(temporary.resolve("files"));
        String image = "P0405320501PNS001IMAGE_5000.FTZ";
        String map = "P0405320501PNS001EXPMAP5000.FTZ";
        String otherBand = "P0405320501PNS001EXPMAP4000.FTZ";
        String mask = "P0405320501PNX000DETMSK5000.FTZ";
        List.of(image, map, otherBand, mask).forEach(this::writeImage);

        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            new Harvest(store, new FitsDescriber(), HarvestSettings.defaults())
                    .run(temporary.resolve("files"), Progress.silent());

            assertThat(related(store, image))
                    .contains(
                            "#calibration xmm-exposure-map " + map,
                            "#auxiliary xmm-mask " + mask,
                            "#coderived same-observation " + otherBand);
            assertThat(related(store, map)).contains("#auxiliary xmm-calibration-of " + image);
            assertThat(related(store, mask)).contains("#auxiliary xmm-mask-of " + image);
            assertThat(store.products().findings(image))
                    .noneMatch(finding -> finding.code().startsWith("harvest-"));
        }
    }
}
