// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void anObservationIsNamedAsItIs() {
        assertThat(Shown.observation("0160960201")).isEqualTo("observation 0160960201");
        assertThat(Shown.observation("441, 582, 1672")).isEqualTo("observation 441, 582, 1672");
    }

    @Test
    void ofALongListOfObservationsTheirNumberIsTold() {
        String list =
                IntStream.range(12_000, 12_060).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(Shown.observation(list)).isEqualTo("60 observations (12000, 12001, …)");
    }

    @Test
    void aLongNameEndsInDotsAndIsNotCutWithinALetter() {
        assertThat(Shown.observation("x".repeat(200))).isEqualTo("observation " + "x".repeat(80) + "…");
        assertThat(Shown.brief("\uD83D\uDE80".repeat(81))).isEqualTo("\uD83D\uDE80".repeat(80) + "…");
    }

    @Test
    void aSentenceHasACapitalUnlessItBeginsWithAName() {
        assertThat(Shown.sentence("the input is gone")).isEqualTo("The input is gone");
        assertThat(Shown.sentence("x. and so on")).isEqualTo("X. and so on");
        assertThat(Shown.sentence("m82.fits has another sum")).isEqualTo("m82.fits has another sum");
        assertThat(Shown.sentence("core_lc is gone")).isEqualTo("core_lc is gone");
        assertThat(Shown.sentence("step2")).isEqualTo("step2");
        assertThat(Shown.sentence("é")).isEqualTo("É");
    }
}
