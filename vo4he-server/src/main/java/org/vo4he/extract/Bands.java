// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventEnergies;
import org.vo4he.events.EventList;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.ChannelRange;
import org.vo4he.units.Unit;

/// Energies that were selected, as headers say them.
final class Bands {

    private Bands() {}

    /// In keV; of channels by the response that was given, EBOUNDS of the file, or the unit of their column. Empty
    /// where nothing tells it: a gain
    /// is not taken from the name of an instrument here.
    static Optional<double[]> kev(EnergyRange range, EventList events) {
        return switch (range) {
            case EnergyRange.Kev(double low, double high) -> Optional.of(new double[] {low, high});
            case EnergyRange.Channels channels
            when events.response().isPresent() -> events.response().get().boundsKev(channels);
            case EnergyRange.Channels channels ->
                switch (events.energies()) {
                    case EventEnergies.InColumn(TableColumn column, Unit unit) ->
                        events.channel().filter(column::equals).map(_ -> new double[] {
                            unit.convert(channels.low(), Unit.KEV), unit.convert(channels.high(), Unit.KEV)
                        });
                    case EventEnergies.ByChannel by -> by.channels().boundsKev(channels);
                    case EventEnergies.Unknown _ -> Optional.empty();
                };
        };
    }

    /// Channels that were selected; empty for energies.
    static Optional<ChannelRange> channels(EnergyRange range, EventList events) {
        return range instanceof EnergyRange.Channels(double low, double high)
                ? events.channel().map(column -> new ChannelRange(column.name().toUpperCase(Locale.ROOT), low, high))
                : Optional.empty();
    }

    /// Bands that hold the same energies and have none in common, not even an end.
    static List<EnergyRange> joined(List<EnergyRange> bands) {
        List<EnergyRange> joined = new ArrayList<>();
        for (EnergyRange band : sorted(bands)) {
            if (!joined.isEmpty() && band.low() <= joined.getLast().high()) {
                EnergyRange last = joined.removeLast();
                joined.add(new EnergyRange.Kev(last.low(), Math.max(last.high(), band.high())));
            } else {
                joined.add(band);
            }
        }
        return joined;
    }

    /// The first two that have more in common than an end.
    static Optional<List<EnergyRange>> overlapping(List<EnergyRange> bands) {
        for (int i = 0; i < bands.size(); i++) {
            for (int j = i + 1; j < bands.size(); j++) {
                if (Math.max(bands.get(i).low(), bands.get(j).low())
                        < Math.min(bands.get(i).high(), bands.get(j).high())) {
                    return Optional.of(List.of(bands.get(i), bands.get(j)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<EnergyRange> sorted(List<EnergyRange> bands) {
        return bands.stream()
                .sorted(Comparator.comparingDouble(EnergyRange::low))
                .toList();
    }
}
