// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vo4he.diagnostics.Severity;
import org.vo4he.store.FindingRecord;

/// [LongList], by the findings of one file.
class LongListTest {

    @Test
    void aShortListIsOpen() {
        assertThat(findings(30)).doesNotContain("<details").contains("message 29");
    }

    @Test
    void theRestOfALongListIsBehindASummaryAndNothingIsLeftOut() {
        String markup = findings(499);

        assertThat(markup).contains("<summary>469 more</summary>");
        assertThat(markup.indexOf("message 29")).isLessThan(markup.indexOf("<details"));
        assertThat(markup.indexOf("message 30")).isGreaterThan(markup.indexOf("<details"));
        assertThat(markup.split("<li ")).hasSize(1 + 499);
    }

    private static String findings(int count) {
        List<FindingRecord> findings = IntStream.range(0, count)
                .mapToObj(number -> new FindingRecord(
                        "a.fits", "harvest-input-missing", Severity.INFO, "a.fits", "message " + number + "."))
                .toList();
        return Html.pieces(new FindingsView(findings).html()).markup();
    }
}
