// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.TableColumn;
import org.vo4he.units.Unit;

/// A [Selection] checked against the columns of an event list: its tests.
final class CompiledSelection {

    private final List<RowTest> tests = new ArrayList<>();
    private final Intervals times;
    private final Optional<SkyArea> area;

    private CompiledSelection(Intervals times, Optional<SkyArea> area) {
        this.times = times;
        this.area = area;
    }

    static CompiledSelection of(Selection selection, EventList events) throws IOException, EventsException {
        Optional<RowTest> region = Optional.empty();
        if (selection.region().isPresent()) {
            region = Optional.of(RegionOnPlane.of(selection.region().get(), events));
        }
        Intervals times = Intervals.ALWAYS;
        if (selection.times().isPresent()) {
            times = selection.times().get().on(events);
        }
        CompiledSelection compiled = new CompiledSelection(times, region.map(test -> (SkyArea) test));
        if (selection.energy().isPresent()) {
            compiled.tests.add(energy(selection.energy().get(), events));
        }
        if (selection.times().isPresent()) {
            TableColumn time = events.timeOrFail();
            compiled.tests.add(
                    times.count() == 1
                            ? new RangeTest.Between(time, times.start(0), times.stop(0))
                            : new RangeTest.Within(time, times));
        }
        region.map(RowTest::bounds).ifPresent(compiled.tests::addAll);
        region.ifPresent(compiled.tests::add);
        if (selection.filter().isPresent()) {
            compiled.tests.add(FilterTest.of(selection.filter().get(), events));
        }
        return compiled;
    }

    static RowTest energy(EnergyRange range, EventList events) throws EventsException {
        return switch (range) {
            case EnergyRange.Channels(double low, double high) ->
                new RangeTest.Between(
                        events.channel()
                                .orElseThrow(() -> new EventsException(events.path() + " " + events.hdu()
                                        + " has no column of channels: no PI, PHA or CHANNEL")),
                        low,
                        high);
            case EnergyRange.Kev kev ->
                switch (events.energies()) {
                    case EventEnergies.InColumn(TableColumn column, Unit unit) ->
                        new RangeTest.Between(
                                column,
                                EnergyRange.converted(kev.low(), Unit.KEV, unit),
                                EnergyRange.converted(kev.high(), Unit.KEV, unit));
                    case EventEnergies.ByChannel(TableColumn column, ChannelTable channels, String _) ->
                        ofChannels(column, channels, kev);
                    case EventEnergies.Unknown(String why) -> throw new EventsException(why);
                };
        };
    }

    private static RowTest ofChannels(TableColumn column, ChannelTable channels, EnergyRange.Kev kev) {
        boolean[] taken = new boolean[channels.count()];
        for (int i = 0; i < taken.length; i++) {
            double middle = channels.middleKev(channels.first() + i);
            taken[i] = middle >= kev.low() && middle <= kev.high();
        }
        return new RangeTest.OfChannel(column, channels.first(), taken);
    }

    /// The times selected, in readings of the TIME column.
    Intervals times() {
        return times;
    }

    /// Of the region; empty if there is none.
    Optional<SkyArea> area() {
        return area;
    }

    /// All of them have to be passed, in any order.
    List<RowTest> tests() {
        return List.copyOf(tests);
    }
}
