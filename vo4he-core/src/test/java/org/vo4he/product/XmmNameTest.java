// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [XmmName] against names of the archive and the XMM-Newton Data Files Handbook, table 37.
class XmmNameTest {

    @Test
    void theNumberOfASourceIsHexadecimal() {
        assertThat(XmmName.parse("P0405320501PNS001SRCTSR8092.FTZ"))
                .contains(new XmmName('P', "0405320501", "PN", "S001", "SRCTSR", '8', 146, "FTZ"));
        assertThat(XmmName.parse("P0405320501M2U002SRSPEC001F.FIT")
                        .orElseThrow()
                        .source())
                .isEqualTo(31);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P0112880201R1S004SRSPEC1003.FTZ",
                "P0112880201PNS003PIEVLI0000.FTZ",
                "P0112880201EPX000OBSMLI0000.FTZ",
                "P0112880201OMS401SIMAGEU000.FTZ",
                "P9100500002PNS001IMAGE_8000.FTZ",
                "C0112880201EPX0003COLIM8000.PNG"
            })
    void aNameIsWrittenAsItWasRead(String name) {
        assertThat(XmmName.parse(name).map(XmmName::fileName)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P0405320501PNS001SRCTSR8092",
                "P040532050PNS001SRCTSR8092.FTZ",
                "P0405320501XXS001SRCTSR8092.FTZ",
                "P0405320501PNS001SRCTSR8G92.FTZ",
                "p0405320501pns001srctsr8092.ftz",
                "xP0405320501PNS001SRCTSR8092.FTZ"
            })
    void anotherNameIsNone(String name) {
        assertThat(XmmName.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "P0405320501PNS001SRSPEC0092.FTZ, EPIC 146",
        "P0405320501M1S002SRSPEC0092.FTZ, EPIC 146",
        "P0112880201R1S004SRSPEC1003.FTZ, RGS 3"
    })
    void theCamerasOfEpicShareOneListOfSourcesAndThoseOfRgsAnother(String name, String source) {
        assertThat(XmmName.parse(name).flatMap(XmmName::sourceInObservation)).contains(source);
    }

    @Test
    void aProductOfTheWholeFieldIsOfNoSource() {
        assertThat(XmmName.parse("P0112880201PNS003PIEVLI0000.FTZ").flatMap(XmmName::sourceInObservation))
                .isEmpty();
    }

    @Test
    void aNameThatTheContentContradictsSaysNothing() {
        XmmName name = XmmName.parse("P0405320501PNS001SRSPEC0092.FTZ").orElseThrow();

        assertThat(name.agreesWith(Optional.empty(), Optional.empty())).isTrue();
        assertThat(name.agreesWith(Optional.of("XMM"), Optional.of("0405320501")))
                .isTrue();
        assertThat(name.agreesWith(Optional.of("CHANDRA"), Optional.empty())).isFalse();
        assertThat(name.agreesWith(Optional.of("XMM"), Optional.of("0405320502")))
                .isFalse();
    }
}
