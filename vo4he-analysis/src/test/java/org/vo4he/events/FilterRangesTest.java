// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.events.FilterRanges.Range;
import org.vo4he.testkit.FitsBuilder;

/// [FilterRanges] of a table with one column.
class FilterRangesTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeOneEvent() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS").card("HDUCLAS1", "EVENTS").column("TIME", "D", 1).column("PI", "J", 100);
        file = fits.write(folder.resolve("one.fits"));
    }

    private List<Range> ranges(String filter) throws Exception {
        try (EventList events = EventList.open(file)) {
            return FilterRanges.of(RowFilter.parse(filter), events.hdu()).values().stream()
                    .findFirst()
                    .orElse(List.of());
        }
    }

    @Test
    void rangesThatOverlapAreOneAndOthersStayApart() throws Exception {
        assertThat(ranges("PI in [1:5] || PI in [20:30] || PI in [4:10] || PI == 11"))
                .containsExactly(new Range(1, 10), new Range(11, 11), new Range(20, 30));
        assertThat(ranges("(PI in [1:5] || PI in [20:30]) && (PI < 3 || PI > 25)"))
                .containsExactly(new Range(1, 2), new Range(26, 30));
    }

    /// Each pair once doubled their number: of thirty, memory was not enough.
    @Test
    void pairsThatOverlapAreNoMoreRangesForBeingMany() throws Exception {
        String pairs = String.join("&&", Collections.nCopies(60, "(PI <= 900 || PI <= 800)"));

        assertThat(ranges(pairs)).containsExactly(new Range(Double.NEGATIVE_INFINITY, 900));
    }

    /// Of 3,300 comparisons, the stack was not enough.
    @Test
    void aFilterOfThousandsOfWordsIsRefusedAndOneOfHundredsIsNot() throws Exception {
        assertThat(ranges(String.join("&&", Collections.nCopies(500, "PI>1"))))
                .containsExactly(new Range(2, Double.POSITIVE_INFINITY));
        assertThatThrownBy(() -> RowFilter.parse(String.join("&&", Collections.nCopies(501, "PI>1"))))
                .isInstanceOf(EventsException.class)
                .hasMessageContaining("more than 2000 words and signs");
    }
}
