// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vo4he.store.LinkedProduct;

/// Which products belong to one observation, after harvests of small real files one after the other.
class SiblingsTest extends RelatedFiles {

    @Test
    void productsOfOneObservationAndObjectAreSiblingsAlsoWhenTheyArriveLater() throws Exception {
        String[] first = {"TELESCOP", "CHANDRA", "OBS_ID", "1575", "INSTRUME", "ACIS", "OBJECT", "M 31"};
        writeEvents("events.fits", first);
        writeSpectrum("other.pha", "TELESCOP", "CHANDRA", "OBS_ID", "1576", "OBJECT", "M 31");
        writeSpectrum("unnamed.pha", "TELESCOP", "CHANDRA", "OBJECT", "M 31");
        harvest();
        assertThat(related("events.fits")).isEmpty();

        writeSpectrum("late.pha", first);
        writeSpectrum("hrc.pha", "TELESCOP", "CHANDRA", "OBS_ID", "1575", "INSTRUME", "HRC", "OBJECT", "m  31");
        harvest();
        assertThat(related("events.fits"))
                .containsExactly("#coderived same-observation late.pha", "#counterpart other-instrument hrc.pha");
        assertThat(related("late.pha")).contains("#coderived same-observation events.fits");
        assertThat(related("other.pha")).isEmpty();
        assertThat(related("unnamed.pha")).isEmpty();

        Files.delete(folder.resolve("late.pha"));
        harvest();
        assertThat(related("events.fits")).containsExactly("#counterpart other-instrument hrc.pha");
    }

    @Test
    void anIdentifierWithoutAFacilityBringsNothingTogetherAlsoWithOneThatHasIt() throws Exception {
        writeSpectrum("one.pha", "TELESCOP", "unknown", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        writeSpectrum("two.pha", "TELESCOP", "unknown", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        writeSpectrum("bare.pha", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        writeSpectrum("swift.pha", "TELESCOP", "SWIFT", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        harvest();

        assertThat(List.of("one.pha", "two.pha", "bare.pha", "swift.pha"))
                .allSatisfy(path -> assertThat(related(path)).isEmpty());
    }

    @Test
    void anInstrumentMayBeAbsentOnOneSide() throws Exception {
        writeEvents("a.fits", "TELESCOP", "SWIFT", "OBS_ID", "7", "INSTRUME", "XRT");
        writeSpectrum("b.pha", "TELESCOP", "SWIFT", "OBS_ID", "7");
        harvest();

        assertThat(related("a.fits")).containsExactly("#coderived same-observation b.pha");
        assertThat(related("b.pha")).containsExactly("#coderived same-observation a.fits");
    }

    @Test
    void productsOfXmmAreBroughtTogetherByTheirNames() throws Exception {
        String[] pn = {"TELESCOP", "XMM", "OBS_ID", "0405320501", "INSTRUME", "EPN"};
        writeEvents("P0405320501PNS001PIEVLI0000.FTZ.gz", pn);
        writeSpectrum("P0405320501PNS001SRSPEC0092.FIT", pn);
        writeSpectrum("P0405320501PNS001BGSPEC0092.FIT", pn);
        writeSpectrum("P0405320501PNS001SRSPEC0093.FIT", pn);
        writeSpectrum(
                "P0405320501M1S002SRSPEC0092.FIT", "TELESCOP", "XMM", "OBS_ID", "0405320501", "INSTRUME", "EMOS1");
        harvest();

        assertThat(related("P0405320501PNS001SRSPEC0092.FIT"))
                .containsExactly(
                        "#calibration xmm-background P0405320501PNS001BGSPEC0092.FIT",
                        "#progenitor progenitor P0405320501PNS001PIEVLI0000.FTZ.gz",
                        "#counterpart other-instrument P0405320501M1S002SRSPEC0092.FIT");
        assertThat(related("P0405320501PNS001PIEVLI0000.FTZ.gz"))
                .containsExactly(
                        "#derivation derivation P0405320501PNS001BGSPEC0092.FIT",
                        "#derivation derivation P0405320501PNS001SRSPEC0092.FIT",
                        "#derivation derivation P0405320501PNS001SRSPEC0093.FIT",
                        "#counterpart other-instrument P0405320501M1S002SRSPEC0092.FIT");
        assertThat(findings("P0405320501PNS001SRSPEC0092.FIT")).isEmpty();
    }

    @Test
    void moreThanAHundredSiblingsAreCounted() throws Exception {
        for (int i = 0; i < 130; i++) {
            writeSpectrum("s%03d.pha".formatted(i), "TELESCOP", "SWIFT", "OBS_ID", "7", "OBJECT", "Crab");
        }
        harvest();
        LinkedProduct product =
                store.products().linked(List.of(DID + "s000.pha")).get(DID + "s000.pha");

        assertThat(product.related()).hasSize(100);
        assertThat(product.unlisted())
                .singleElement()
                .satisfies(more -> assertThat(more.all()).isEqualTo(129));
    }

    @Test
    void aProductAloneInItsObservationIsFoundByOneOfTheWholeFieldThatComesLater() throws Exception {
        String[] observation = {"TELESCOP", "SWIFT", "OBS_ID", "7"};
        writeSpectrum("source.pha", "TELESCOP", "SWIFT", "OBS_ID", "7", "OBJECT", "Crab");
        harvest();
        writeEvents("field.fits", observation);
        harvest();

        assertThat(related("field.fits")).containsExactly("#coderived same-observation source.pha");
        assertThat(related("source.pha")).containsExactly("#coderived same-observation field.fits");

        Files.delete(folder.resolve("field.fits"));
        harvest();
        assertThat(related("source.pha")).isEmpty();
    }
}
