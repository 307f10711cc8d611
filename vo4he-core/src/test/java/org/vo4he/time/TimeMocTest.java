// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.time.TimeMoc.Interval;

/// Time MOCs by hand, against a reader of the text written here from the grammar of MOC 2.0, and the scale of their
/// time against astropy 5.2.1.
class TimeMocTest {

    private static final int DEEPEST = 61;

    @Test
    void oneCellIsOneNumberAndTheHalvesOfALongerCellAreThatCell() {
        assertThat(TimeMoc.covering(List.of(new Interval(5, 6)), 61, 100)).isEqualTo("t61/5");
        assertThat(TimeMoc.covering(List.of(new Interval(4, 6)), 61, 100)).isEqualTo("t60/2 61/");
        assertThat(TimeMoc.covering(List.of(new Interval(3, 9)), 61, 100)).isEqualTo("t59/1 61/3 8");
    }

    @Test
    void neighboursOfTwoLongerCellsAreARange() {
        assertThat(TimeMoc.covering(List.of(new Interval(3, 4), new Interval(4, 5)), 61, 100))
                .isEqualTo("t61/3-4");
    }

    @Test
    void anInstantHasACell() {
        assertThat(TimeMoc.covering(List.of(new Interval(7, 7)), 61, 100)).isEqualTo("t61/7");
    }

    @Test
    void everyMicrosecondOfTheIntervalsIsCoveredAndNoCellIsFarFromThem() {
        Random random = new Random(4);
        for (int trial = 0; trial < 200; trial++) {
            List<Interval> intervals = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                long start = 211_000_000_000_000_000L + random.nextLong(1L << 40);
                intervals.add(new Interval(start, start + 1 + random.nextLong(1L << 34)));
            }
            int order = 25 + random.nextInt(20);

            List<long[]> covered = read(TimeMoc.covering(intervals, order, Integer.MAX_VALUE));

            long cell = 1L << (DEEPEST - order);
            for (Interval interval : intervals) {
                assertThat(covers(covered, interval.start())).isTrue();
                assertThat(covers(covered, interval.stop() - 1)).isTrue();
            }
            for (long[] range : covered) {
                assertThat(intervals)
                        .anyMatch(of -> of.start() < range[1] && of.stop() > range[0])
                        .anyMatch(of -> Math.abs(of.start() - range[0]) < cell || of.start() <= range[0]);
            }
        }
    }

    @Test
    void aTextThatWouldBeTooLongHasLongerCells() {
        List<Interval> intervals = new ArrayList<>();
        for (long i = 0; i < 20_000; i++) {
            long start = 211_000_000_000_000_000L + i * 5_700_000_000L;
            intervals.add(new Interval(start, start + 3_000_000_000L));
        }

        String text = TimeMoc.covering(intervals, 31, 2000);

        assertThat(text).hasSizeLessThanOrEqualTo(2000);
        assertThat(covers(read(text), intervals.getLast().stop() - 1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TT, 212301129618815296",
        "TDB, 212301129618814752",
        "UTC, 212301129685999296",
        "TAI, 212301129650999296",
        "TCB, 212301129600000000",
    })
    void aDateIsCountedInTcbAsAstropyCountsIt(TimeSystem system, long microseconds) {
        assertThat(system.toTcbMicroseconds(57188, 0.5).orElseThrow()).isCloseTo(microseconds, within(20L));
    }

    private static boolean covers(List<long[]> ranges, long microsecond) {
        return ranges.stream().anyMatch(range -> range[0] <= microsecond && microsecond < range[1]);
    }

    /// Ranges of microseconds of a time MOC in its ASCII form.
    private static List<long[]> read(String text) {
        List<long[]> ranges = new ArrayList<>();
        int order = -1;
        for (String word : text.substring(1).split(" ")) {
            String cells = word;
            if (word.contains("/")) {
                order = Integer.parseInt(word.substring(0, word.indexOf('/')));
                cells = word.substring(word.indexOf('/') + 1);
            }
            if (!cells.isEmpty()) {
                String[] ends = cells.split("-");
                int shift = DEEPEST - order;
                ranges.add(new long[] {
                    Long.parseLong(ends[0]) << shift, (Long.parseLong(ends[ends.length - 1]) + 1) << shift
                });
            }
        }
        return ranges;
    }
}
