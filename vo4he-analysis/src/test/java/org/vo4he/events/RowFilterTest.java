// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.FitsBuilder;

/// [RowFilter] on six events that one can count by hand.
class RowFilterTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeSixEvents() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .column("TIME", "D", 1, 2, 3, 4, 5, 6)
                .column("PI", "J", 100, 200, 300, 400, 500, 600)
                .column("GRADE", "I", 0, 4, 5, 0, 12, 3)
                .column("RATIO", "E", 0.5, Double.NaN, 1.5, 2.5, Double.NaN, -1)
                .column("STATUS", "B", 0, 1, 2, 4, 6, 255);
        file = fits.write(folder.resolve("six.fits"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PI >= 200; 5",
                "(PI>=200)&&(GRADE<=4); 3",
                "pi .ge. 200 .and. grade .le. 4; 3",
                "PI in [200:400]; 3",
                "PI in [200,400]; 3",
                "PI in 200:400; 3",
                "PI in (200:400]; 2",
                "PI in [200:400); 2",
                "PI in (200:400); 1",
                "PI in [:200],[500:]; 4",
                "PI in (:200); 1",
                "PI in 100,[200],(500:]; 3",
                "GRADE in 0,3:4 && PI < 300; 2",
                "!(PI in [200:400]); 3",
                "RATIO in (0.5:); 2",
                "RATIO in :; 4",
                "PI == 0xC8 || STATUS == 0b100; 2",
                "sin(#pi / 2) == 1 && T; 6",
                "F || PI == 100; 1",
                "defnull(RATIO, 9) > 2; 3",
                "ifthenelse(GRADE > 3, PI > 250, PI > 350); 4",
                "arctan2(PI, PI) > 44 * #deg && ARCTAN(1) < 46 * #deg; 6",
                "circle(3, 300, 100, TIME, PI); 1",
                "circle(0, 0, 2, TIME, 0); 2",
                "ellipse(3, 0, 1, 100, 90, TIME, 0); 6",
                "ellipse(3, 0, 1, 100, 0, TIME, 0); 3",
                "angsep(359.5, 0, 0.5, TIME * 0) <= 1.000001; 6",
                "round(TIME / 2) == 2; 2",
                "PI == 100 || PI == 600; 2",
                "!(PI > 300); 3",
                "RATIO > 1; 2",
                "!(RATIO > 1); 2",
                "RATIO != 0.5; 3",
                "isnull(RATIO); 2",
                "RATIO > 1 || PI == 500; 3",
                "RATIO > 1 && PI < 0; 0",
                "STATUS == b0; 1",
                "STATUS == b00000x10; 2",
                "(STATUS & 4) != 0; 3",
                "PI % 200 == 0; 3",
                "abs(RATIO) <= 1; 2",
                "near(PI, 310, 10); 1",
                "-PI + 2 ** 3 * 100 >= 500; 3",
                "PI / 0 > 1; 0",
                "min(PI, 250) == 250; 4"
            })
    void takesTheRowsForWhichItIsTrue(String filter, long expected) throws Exception {
        assertThat(count(filter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PI >=; at 6: it ends where a value is expected",
                "(PI > 3; at 8: ')' is expected",
                "PI > 3 4; at 8: '4' is not expected here",
                "PHA > 3; at 1: ",
                "foo(PI); at 1: 'foo' is no function",
                "PI ~ 3; at 3: '~' is not understood",
                "#XMMEA_EP; at 1: macros such as #XMMEA_EP are not known",
                "near(PI, 3); at 1: near takes 3 values, not 2",
                "PI in (200,400); at 11: a range such as [200:1000] is expected",
                "PI in [200:400; at 15: ')' is expected",
                "regfilter(PI); at 1: 'regfilter' is no function",
                "PI in ; at 6: a range such as [200:1000] is expected"
            })
    void saysWhereItIsNotUnderstood(String filter, String message) {
        assertThatThrownBy(() -> count(filter))
                .isInstanceOf(EventsException.class)
                .hasMessageContaining(message);
    }

    private long count(String filter) throws Exception {
        try (EventList events = EventList.open(file)) {
            Selection selection = Selection.ALL.where(RowFilter.parse(filter));
            return Extraction.run(events, selection, Optional.empty(), List.of())
                    .source()
                    .selected();
        }
    }
}
