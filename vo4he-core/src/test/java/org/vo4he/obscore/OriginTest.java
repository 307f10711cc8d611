// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// [Origin] as two texts, which the store and provenance keep, and back.
class OriginTest {

    static Origin[] origins() {
        return new Origin[] {
            new Origin.Card("EVENTS", "RA_PNT+DEC_PNT"),
            new Origin.Column("SPECTRUM,2", "CHANNEL"),
            new Origin.Wcs("IMAGE"),
            new Origin.LinkedFile("a: b.rmf", "MATRIX ENERG_LO"),
            new Origin.Tag("S_RA"),
            new Origin.Tag("S_RA", Optional.of(new Origin.Card("EVENTS", "RA_PNT"))),
            new Origin.Tag("OBS_ID", Optional.of(new Origin.Rule("my rules.yaml", 3))),
            new Origin.Tag("CAL_LV", Optional.of(new Origin.Minted("calib_level of kind event list"))),
            new Origin.Tag("S_FOV", Optional.of(new Origin.Derived("instrument table: FOV of EPN"))),
            new Origin.Rule("my rules.yaml", 12),
            new Origin.Profile("QPO_MXT"),
            new Origin.Minted("calib_level by product type"),
            new Origin.Standard("OGIP/92-007, section 3"),
            new Origin.Derived("event list"),
            new Origin.Publisher("file size"),
            new Origin.Given("--set s_ra"),
            new Origin.Absent("no card says it")
        };
    }

    @ParameterizedTest
    @MethodSource("origins")
    void anOriginIsReadBackFromItsKindAndDetail(Origin origin) {
        assertThat(Origin.of(origin.kind(), origin.detail())).isEqualTo(origin);
    }

    @Test
    void aTagSaysInWordsThatItsValueIsOurRule() {
        assertThat(new Origin.Tag("CAL_LV", Optional.of(new Origin.Minted("calib_level of kind event list"))).detail())
                .isEqualTo("CAL_LV, written by vo4he by its own rule: calib_level of kind event list");
    }

    @Test
    void anUnknownKindIsRefusedByItsName() {
        assertThatThrownBy(() -> Origin.of("hearsay", "")).hasMessage("no kind of origin is named 'hearsay'");
    }

    @ParameterizedTest
    @MethodSource("origins")
    void aTagTellsAnyOriginInWordsAndIsReadBack(Origin origin) {
        Origin.Tag tag = new Origin.Tag("S_RA", Optional.of(origin));

        assertThat(tag.detail()).startsWith("S_RA, written by vo4he ").doesNotContain(": " + origin.kind() + ":");
        assertThat(Origin.of("tag", tag.detail())).isEqualTo(tag);
    }

    @Test
    void aSentenceThatIsNotOursIsKeptWhole() {
        String earlier = "S_RA, written by vo4he from card: EVENTS RA_PNT";

        assertThat(Origin.of("tag", earlier)).isEqualTo(new Origin.Tag(earlier));
    }
}
