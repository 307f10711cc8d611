// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Times that are given by other clocks than that of the events: MJD, dates, good times of another file, of a chip.
class SelectedTimesTest {

    /// MJD 54746.5, TT, is 2008-10-07T12:00:00; UTC was 65.184 s behind then.
    private static final double NOON = (54_746.5 - 50_814) * 86_400;

    @TempDir
    Path folder;

    private Path list;

    /// 1,000 events, one in each second from noon; two thirds of them on chip 7, the others on chip 6.
    @BeforeEach
    void writeAList() {
        FitsBuilder fits = new FitsBuilder();
        clock(fits.table("EVENTS"), 50_814)
                .card("HDUCLAS1", "EVENTS")
                .card("LIVTIME7", 90.0)
                .card("ONTIME7", 100.0)
                .column(
                        "TIME",
                        "D",
                        IntStream.range(0, 1000).mapToDouble(i -> NOON + i).toArray())
                .unit("s")
                .column(
                        "CCD_ID",
                        "I",
                        IntStream.range(0, 1000)
                                .mapToDouble(i -> i % 3 == 0 ? 6 : 7)
                                .toArray());
        goodTimes(fits, 6, 0, 1000);
        goodTimes(fits, 7, 100, 400, 600, 750);
        list = fits.write(folder.resolve("list.fits"));
    }

    private static void goodTimes(FitsBuilder fits, int chip, double... bounds) {
        clock(fits.table("GTI" + chip), 50_814)
                .card("HDUCLAS1", "GTI")
                .card("CCD_ID", chip)
                .column("START", "D", every(0, bounds))
                .unit("s")
                .column("STOP", "D", every(1, bounds))
                .unit("s");
    }

    private static double[] every(int from, double... bounds) {
        return IntStream.range(0, bounds.length / 2)
                .mapToDouble(i -> NOON + bounds[2 * i + from])
                .toArray();
    }

    private static FitsTable clock(FitsTable table, int reference) {
        return table.card("TIMESYS", "TT").card("TIMEUNIT", "s").card("MJDREF", (double) reference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "339724800.5:339724900.5; 0",
                "339768010:339768020; 11",
                "339768010-339768020,339768015:339768030; 21",
                "mjd:54746.500115-54746.500233; 11",
                "2008-10-07T12:00:10/2008-10-07T12:00:20; 11",
                "2008-10-07T12:00:10Z/2008-10-07T12:00:20Z; 10",
                "2008-10-07T11:58:54Z/2008-10-07T11:58:56Z; 2",
                "2008-10-07/2008-10-08; 1000"
            })
    void rangesAreReadOnTheClockTheyAreGivenBy(String range, long expected) throws Exception {
        assertThat(run(Selection.ALL.in(Times.parse(range))).selected()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"50814, s, 1", "51544, s, 1", "54746, d, 86400", "0, d, 86400"})
    void goodTimesOfAnotherFileAreBroughtToTheClockOfTheEvents(int reference, String unit, double seconds)
            throws Exception {
        double zero = NOON - (reference - 50_814) * 86_400.0;
        FitsBuilder fits = new FitsBuilder();
        fits.table("STDGTI")
                .card("HDUCLAS1", "GTI")
                .card("TIMESYS", "TT")
                .card("TIMEUNIT", unit)
                .card("MJDREF", (double) reference)
                .column("START", "D", (zero + 9.5) / seconds, (zero + 499.5) / seconds)
                .unit(unit)
                .column("STOP", "D", (zero + 19.5) / seconds, (zero + 599.5) / seconds)
                .unit(unit);
        Path other = fits.write(folder.resolve("other.fits"));

        Outcome outcome = run(Selection.ALL.in(new Times.GoodTimesOf(other)));

        assertThat(outcome.selected()).isEqualTo(110);
    }

    @Test
    void goodTimesOfAClockThatCantBeComparedAreRefused() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("GTI")
                .card("HDUCLAS1", "GTI")
                .card("TIMESYS", "TDB")
                .card("TIMEUNIT", "s")
                .card("MJDREF", 51_544.0)
                .column("START", "D", 1)
                .column("STOP", "D", 2);
        Path other = fits.write(folder.resolve("other.fits"));

        assertThatThrownBy(() -> run(Selection.ALL.in(new Times.GoodTimesOf(other))))
                .isInstanceOf(EventsException.class)
                .hasMessageContaining("TDB")
                .hasMessageContaining("can't be compared");
    }

    @Test
    void theExposureIsThatOfTheChipWithMostOfTheEventsSelected() throws Exception {
        Outcome all = run(Selection.ALL);
        assertThat(all.goodTimesFrom()).startsWith("GTI7");
        assertThat(all.onTimeSeconds().orElseThrow()).isCloseTo(450, within(1e-9));
        assertThat(all.exposureSeconds().orElseThrow()).isCloseTo(405, within(1e-9));

        Outcome ofSix = run(Selection.ALL.where(RowFilter.parse("CCD_ID == 6")));
        assertThat(ofSix.goodTimesFrom()).startsWith("GTI6");
        assertThat(ofSix.onTimeSeconds().orElseThrow()).isCloseTo(1000, within(1e-9));

        double start = NOON + 350;
        Outcome cut = run(Selection.ALL.in(new Times.Readings(Intervals.of(start, start + 300))));
        assertThat(cut.onTimeSeconds().orElseThrow()).isCloseTo(100, within(1e-9));
    }

    private Outcome run(Selection selection) throws Exception {
        try (EventList events = EventList.open(list)) {
            return Extraction.run(events, selection, Optional.empty(), List.of())
                    .source();
        }
    }
}
