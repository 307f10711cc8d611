// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// TIMEZERO is added to TIME (OGIP/93-003), and to what a GTI extension with its own has: a second is the same one
/// whatever the cards take off from its number.
class TimeZeroTest {

    /// MJD 54746.5, TT, since MJD 50814.
    private static final double NOON = (54_746.5 - 50_814) * 86_400;

    @TempDir
    Path folder;

    private static void zero(FitsTable table, String form, double zero) {
        switch (form) {
            case "single" -> table.card("TIMEZERO", zero);
            case "pair" -> table.card("TIMEZERI", (long) Math.floor(zero)).card("TIMEZERF", zero - Math.floor(zero));
            default -> assertThat(form).isEqualTo("none");
        }
    }

    private static double[] minus(double zero, double... times) {
        return DoubleStream.of(times).map(time -> time - zero).toArray();
    }

    /// 1,000 events, one in each second from noon, and good times from 100.5 to 400.5 and from 600.5 to 750.5 s.
    ///
    /// @param taken what the readings of the good times are less than the time since MJDREF
    private Path list(String form, double zero, String goodForm, double goodZero, double taken, boolean goodReference) {
        double inCards = Math.abs(zero) > 86_400 ? 0 : zero;
        FitsBuilder fits = new FitsBuilder();
        FitsTable events = fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .card("TIMESYS", "TT")
                .card("TIMEUNIT", "s")
                .card("MJDREF", 50_814.0)
                .card("TSTART", NOON - inCards)
                .card("TSTOP", NOON + 1000 - inCards);
        zero(events, form, zero);
        events.column(
                        "TIME",
                        "D",
                        minus(
                                zero,
                                IntStream.range(0, 1000)
                                        .mapToDouble(i -> NOON + i)
                                        .toArray()))
                .unit("s")
                .column(
                        "PI",
                        "J",
                        IntStream.range(0, 1000).mapToDouble(i -> i % 50).toArray());
        FitsTable good =
                fits.table("GTI").card("HDUCLAS1", "GTI").card("TIMESYS", "TT").card("TIMEUNIT", "s");
        if (goodReference) {
            good.card("MJDREF", 50_814.0);
        }
        zero(good, goodForm, goodZero);
        good.column("START", "D", minus(taken, NOON + 100.5, NOON + 600.5))
                .unit("s")
                .column("STOP", "D", minus(taken, NOON + 400.5, NOON + 750.5))
                .unit("s");
        return fits.write(folder.resolve("list.fits"));
    }

    @ParameterizedTest
    @CsvSource({
        "single, 10.5, single, 10.5, 10.5, true",
        "pair, 10.5, pair, 10.5, 10.5, true",
        "pair, -0.25, single, -0.25, -0.25, true",
        "single, 10.5, single, 0, 0, true",
        "single, 10.5, none, 0, 0, true",
        "pair, 10.5, none, 0, 10.5, false",
        "single, 10.5, pair, -3, -3, false",
        "none, 0, single, 7, 7, true",
        "single, 339768000, single, 339768000, 0, true",
        "single, 339768000, single, 339768000, 339768000, true",
        "pair, 339768000.5, none, 0, 0, true",
        "single, 339768000, single, 339768000, 339768000, false"
    })
    void theSameSecondsAreSelectedWhateverTimezeroTakesOff(
            String form, double zero, String goodForm, double goodZero, double taken, boolean goodReference)
            throws Exception {
        Path list = list(form, zero, goodForm, goodZero, taken, goodReference);

        assertThat(run(list, Times.parse("GTI")).selected()).isEqualTo(450);
        assertThat(run(list, Times.parse("GTI")).onTimeSeconds().orElseThrow()).isCloseTo(450, within(1e-6));
        assertThat(run(list, Times.parse("2008-10-07T12:00:10/2008-10-07T12:00:20"))
                        .selected())
                .isEqualTo(11);
        assertThat(run(list, Times.parse("2008-10-07T12:00:10Z/2008-10-07T12:00:20Z"))
                        .selected())
                .isEqualTo(10);
        assertThat(run(list, Times.parse("mjd:54746.500115-54746.500233")).selected())
                .isEqualTo(11);
        assertThat(run(list, new Times.GoodTimesOf(list)).selected()).isEqualTo(450);
        double ten = NOON + 10 - zero;
        assertThat(run(list, new Times.Readings(Intervals.of(ten - 0.5, ten + 10.5)))
                        .selected())
                .isEqualTo(11);
    }

    /// An event on the second 0 of each bin: bins of 50 s from the start of the good times.
    @Test
    void aLightCurveBeginsWithTheGoodTimesInReadingsOfTheColumn() throws Exception {
        Path list = list("pair", 10.5, "single", 0, 0, true);
        Sink.LightCurve sink = new Sink.LightCurve(50);
        try (EventList events = EventList.open(list)) {
            EventLightCurve curve = Extraction.run(events, Selection.ALL, Optional.empty(), List.of(sink))
                    .get(sink);

            assertThat(curve.start()).isCloseTo(NOON + 100.5 - 10.5, within(1e-6));
            assertThat(curve.bins()).isEqualTo(13);
            assertThat(curve.counts()).containsOnly(50);
            assertThat(curve.fraction()[5]).isEqualTo(1);
            assertThat(curve.fraction()[6]).isZero();
            assertThat(events.clock().toMjd(curve.start()).orElseThrow())
                    .isCloseTo(54_746.5 + 100.5 / 86_400, within(1e-9));
        }
    }

    private static Outcome run(Path list, Times times) throws Exception {
        try (EventList events = EventList.open(list)) {
            return Extraction.run(events, Selection.ALL.in(times), Optional.empty(), List.of())
                    .source();
        }
    }
}
