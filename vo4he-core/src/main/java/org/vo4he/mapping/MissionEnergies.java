// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.DataSubspace;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.units.Unit;

/// The energies of channels, by the relation between them that the mission's documents state.
final class MissionEnergies {

    private static final int ROWS_AT_ONCE = 1 << 18;

    private final Draft draft;

    MissionEnergies(Draft draft) {
        this.draft = draft;
    }

    record Found(EnergyBand band, Origin origin) {}

    /// Of an event list: from the channels of its events, or, where the table is too long to be read for that,
    /// from the limits that TLMIN and TLMAX set to them.
    ///
    /// @param mostBytes of a table that is read
    Optional<Found> ofEvents(long mostBytes) {
        Optional<Dialect.Channels> channels = draft.instrument().flatMap(Dialect.Instrument::channels);
        Optional<TableColumn> column =
                channels.flatMap(known -> draft.hdu().column(known.column())).filter(TableColumn::isScalarNumber);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        if (draft.hdu().dataSize() > mostBytes) {
            return ofLimits(channels.get(), column.get());
        }
        try {
            return range(channels.get(), column.get())
                    .flatMap(range -> band(channels.get(), column.get().name(), range, "events in channels"));
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, draft.hdu(), column.get().name(), e.getMessage());
            return Optional.empty();
        }
    }

    /// Of what was made of selected events: from the channels selected, by cards of the data subspace or by the
    /// expression of SAS.
    Optional<Found> ofSelection() {
        Optional<Dialect.Channels> channels = draft.instrument().flatMap(Dialect.Instrument::channels);
        return channels.flatMap(known -> DataSubspace.range(draft.hdu().header(), known.column())
                .flatMap(range -> selected(known, range.keyword(), range.value()[0], range.value()[1]))
                .or(() -> ofExpression(known)));
    }

    /// Of a spectrum of some channels, by the cards of XSELECT.
    Optional<Found> ofCut() {
        FitsHeader header = draft.hdu().header();
        Optional<Double> least = header.number("PHALCUT");
        Optional<Double> most = header.number("PHAHCUT");
        return draft.instrument()
                .flatMap(Dialect.Instrument::channels)
                .filter(known -> header.text("CHANTYPE")
                        .filter(type -> type.strip().equalsIgnoreCase(known.column()))
                        .isPresent())
                .filter(_ -> least.isPresent() && most.isPresent())
                .flatMap(known -> selected(known, "PHALCUT+PHAHCUT", least.get(), most.get()));
    }

    private Optional<Found> ofExpression(Dialect.Channels channels) {
        return draft.headers()
                .text("SLCTEXPR")
                .flatMap(card -> SelectionExpression.range(card.value(), channels.column())
                        .flatMap(range -> selected(channels, card.keyword(), range.least(), range.most())));
    }

    private Optional<Found> selected(Dialect.Channels channels, String keyword, double least, double most) {
        return most > least
                ? band(channels, keyword, new Hdu.Range(least, most), "selected " + channels.column())
                : Optional.empty();
    }

    /// Of a spectrum without a response: from all channels, where the file counts them in the way of the mission.
    Optional<Found> ofSpectrum() {
        Optional<Dialect.Channels> channels = draft.instrument().flatMap(Dialect.Instrument::channels);
        FitsHeader header = draft.hdu().header();
        boolean usual = channels.isPresent()
                && channels.get().count() > 0
                && header.integer("DETCHANS")
                        .filter(n -> n == channels.get().count())
                        .isPresent()
                && header.text("CHANTYPE")
                        .filter(type ->
                                type.strip().equalsIgnoreCase(channels.get().column()))
                        .isPresent();
        if (!usual) {
            return Optional.empty();
        }
        double first = channels.get().first();
        Hdu.Range all = new Hdu.Range(
                channels.get().lowerEv(first) > 0 ? first : first + 1,
                first + channels.get().count() - 1);
        Optional<Found> found = band(channels.get(), "CHANNEL", all, "all channels above zero,");
        found.ifPresent(_ -> draft.find(
                MappingFinding.CHANNELS_AS_BAND,
                draft.hdu(),
                "CHANNEL",
                "no response is at hand, the energies are those of all "
                        + channels.get().count() + " channels"));
        return found;
    }

    private Optional<Found> ofLimits(Dialect.Channels channels, TableColumn column) {
        Optional<Double> least = draft.hdu().header().number("TLMIN" + column.number());
        Optional<Double> most = draft.hdu().header().number("TLMAX" + column.number());
        if (least.isEmpty() || most.isEmpty() || most.get() <= least.get()) {
            return Optional.empty();
        }
        Optional<Found> found = band(channels, column.name(), new Hdu.Range(least.get(), most.get()), "legal channels");
        found.ifPresent(_ -> draft.find(
                MappingFinding.CHANNELS_AS_BAND,
                draft.hdu(),
                column.name(),
                "a table of " + draft.hdu().dataSize() + " bytes is not read for the range of its events"));
        return found;
    }

    /// Of the channels of events that stand for an energy above zero: others mark events without one.
    private Optional<Hdu.Range> range(Dialect.Channels channels, TableColumn column) throws IOException {
        Optional<Hdu.Range> all = draft.hdu().range(column);
        if (all.isEmpty() || channels.lowerEv(all.get().min()) > 0) {
            return all;
        }
        double least = Double.POSITIVE_INFINITY;
        for (long row = 0; row < draft.hdu().rows(); row += ROWS_AT_ONCE) {
            double[] numbers = draft.hdu().numbers(column, row, ROWS_AT_ONCE);
            least = Math.min(
                    least,
                    Arrays.stream(numbers)
                            .filter(channel -> channels.lowerEv(channel) > 0)
                            .min()
                            .orElse(Double.POSITIVE_INFINITY));
        }
        return least <= all.get().max()
                ? Optional.of(new Hdu.Range(least, all.get().max()))
                : Optional.empty();
    }

    private Optional<Found> band(Dialect.Channels channels, String name, Hdu.Range range, String what) {
        double lower = Math.max(0, channels.lowerEv(range.min()));
        return EnergyBand.between(lower, channels.upperEv(range.max()), Unit.EV)
                .map(band -> new Found(
                        band,
                        new Origin.Derived("%s %s: %s %s to %s, %s eV each; %s"
                                .formatted(
                                        draft.hdu().name(),
                                        name,
                                        what,
                                        plain(range.min()),
                                        plain(range.max()),
                                        plain(channels.stepEv()),
                                        channels.source()))));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
