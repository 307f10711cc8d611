// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.units.Unit;

/// A spectrum in bins of energy, checked against an event list that has energies: its channels are the bins, from 1.
///
/// @param edges in the unit of the column
/// @param edgesKev the same in keV
/// @param from what said the bins
record EnergySpectrumPlan(TableColumn column, double[] edges, double[] edgesKev, String from) implements Plan {

    private static final int BINS_IN_A_DECADE = 10;

    /// A list whose energies reach farther down, as to 0, is counted within these factors of its greatest.
    private static final double MOST_DECADES = 1e6;

    /// Whether a list that was asked for no grid has nothing else to make a spectrum of.
    static boolean isFor(Sink.Spectrum sink, EventList events) {
        return sink.grid().isPresent()
                || sink.column().isEmpty()
                        && events.channel().isEmpty()
                        && events.energies() instanceof EventEnergies.InColumn;
    }

    /// @param selected the energies that are selected, which bound the bins where no grid is asked for
    static EnergySpectrumPlan of(
            Sink.Spectrum sink, EventList events, ColumnRanges ranges, Optional<EnergyRange> selected)
            throws IOException, EventsException {
        return switch (events.energies()) {
            case EventEnergies.InColumn(TableColumn column, Unit unit) -> {
                Bins bins = sink.grid().isPresent()
                        ? new Bins(sink.grid().get(), "the grid that was asked for")
                        : natural(events, column, unit, ranges, selected);
                double[] kev = bins.grid().edgesKev();
                double[] edges = Arrays.stream(kev)
                        .map(edge -> EnergyRange.converted(edge, Unit.KEV, unit))
                        .toArray();
                yield new EnergySpectrumPlan(column, edges, kev, bins.from());
            }
            case EventEnergies.ByChannel(TableColumn column, ChannelTable _, String from) ->
                throw new EventsException(events.path() + " " + events.hdu() + " has channels ("
                        + column.name() + ") with energies by " + from
                        + " alone: its spectrum is one of channels, without a grid of energies");
            case EventEnergies.Unknown(String why) -> throw new EventsException(why);
        };
    }

    private record Bins(EnergyGrid grid, String from) {}

    /// The energies selected; on an open side, whole tenths of a decade of the column's unit around the events.
    private static Bins natural(
            EventList events, TableColumn column, Unit unit, ColumnRanges ranges, Optional<EnergyRange> selected)
            throws IOException, EventsException {
        double low = bound(selected.map(EnergyRange::low), selected);
        double high = bound(selected.map(EnergyRange::high), selected);
        if (Double.isNaN(low) || Double.isNaN(high)) {
            Hdu.Range range = ranges.of(column)
                    .filter(of -> of.max() > 0)
                    .orElseThrow(() -> new EventsException(events.path() + " " + events.hdu() + ": its column "
                            + column.name() + " has no number above 0; ask for a grid such as 0.1-100TeV,n=30"));
            double most = kev(Math.ceil(tenths(range.max())), unit);
            double least = kev(Math.floor(tenths(Math.max(range.min(), range.max() / MOST_DECADES))), unit);
            high = Double.isNaN(high) ? Math.max(most, 1.0000001 * (Double.isNaN(low) ? least : low)) : high;
            low = Double.isNaN(low) ? Math.min(least, high / 1.0000001) : low;
        }
        int bins = (int) Math.max(1, Math.rint(BINS_IN_A_DECADE * Math.log10(high / low)));
        return new Bins(
                new EnergyGrid(low, high, bins),
                "the energies selected and met, in " + BINS_IN_A_DECADE + " bins a decade");
    }

    /// NaN where nothing bounds.
    private static double bound(Optional<Double> end, Optional<EnergyRange> selected) {
        return selected.filter(EnergyRange.Kev.class::isInstance)
                .flatMap(_ -> end)
                .filter(kev -> kev > 0 && Double.isFinite(kev))
                .orElse(Double.NaN);
    }

    private static double tenths(double value) {
        return BINS_IN_A_DECADE * Math.log10(value);
    }

    private static double kev(double tenths, Unit unit) {
        return EnergyRange.converted(Math.pow(10, tenths / BINS_IN_A_DECADE), unit, Unit.KEV);
    }

    @Override
    public Tally tally(boolean background) {
        return new Tally.Energies(column, edges, new long[edges.length]);
    }

    EventSpectrum product(Tally source, Optional<Tally> background) {
        return new EventSpectrum(
                column.name().toUpperCase(Locale.ROOT),
                1,
                from,
                counts(source),
                background.map(EnergySpectrumPlan::counts),
                Optional.of(edgesKev));
    }

    private static EventSpectrum.Counts counts(Tally tally) {
        long[] counts = ((Tally.Energies) tally).counts();
        int bins = counts.length - 1;
        return new EventSpectrum.Counts(Arrays.copyOf(counts, bins), counts[bins]);
    }
}
