// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;
import org.vo4he.units.Unit;

/// What says the energy of an event.
public sealed interface EventEnergies {

    /// A column of energies.
    record InColumn(TableColumn column, Unit unit) implements EventEnergies {

        /// The two ends of a range in the unit of the column.
        public double[] inColumn(EnergyRange.Kev range) {
            return new double[] {
                EnergyRange.converted(range.low(), Unit.KEV, unit), EnergyRange.converted(range.high(), Unit.KEV, unit)
            };
        }
    }

    /// A column of channels, and the energies that EBOUNDS in the same file gives them.
    ///
    /// @param from the name of the table
    record ByChannel(TableColumn column, ChannelTable channels, String from) implements EventEnergies {}

    /// Nothing does.
    ///
    /// @param why a sentence
    record Unknown(String why) implements EventEnergies {}

    /// A column ENERGY with a unit of energy; else a column of channels whose unit is one of energy, as PI of
    /// XMM-Newton in eV; else EBOUNDS, of a response that was given or of the file. A gain is never taken from the
    /// name of an instrument.
    static EventEnergies of(
            FitsFile file, Hdu events, Optional<TableColumn> channel, Optional<ResponseChannels> response)
            throws IOException {
        Optional<TableColumn> energy = events.column("ENERGY").filter(TableColumn::isScalarNumber);
        for (Optional<TableColumn> column : List.of(energy, channel)) {
            Optional<Unit> unit =
                    column.flatMap(TableColumn::unit).flatMap(text -> Unit.parse(text, Unit.Dimension.ENERGY));
            if (unit.isPresent()) {
                return new InColumn(column.orElseThrow(), unit.get());
            }
        }
        if (channel.isPresent() && response.isPresent()) {
            return new ByChannel(
                    channel.get(), response.get().channels(), response.get().from());
        }
        if (channel.isPresent()) {
            for (Hdu hdu : file.hdus()) {
                Optional<ChannelTable> table =
                        HduContent.of(hdu) == HduContent.EBOUNDS ? ChannelTable.read(hdu) : Optional.empty();
                if (table.isPresent()) {
                    return new ByChannel(channel.get(), table.get(), hdu.name());
                }
            }
        }
        return new Unknown(unknown(file, events, energy, channel));
    }

    private static String unknown(
            FitsFile file, Hdu events, Optional<TableColumn> energy, Optional<TableColumn> channel) {
        String list = file.path() + " " + events;
        if (energy.isPresent()) {
            return list + ": the column ENERGY states "
                    + energy.get().unit().map(unit -> "the unit '" + unit + "'").orElse("no unit")
                    + ", so energies in keV can't be told";
        }
        return list + " has no column ENERGY, and the file has no EBOUNDS that gives energies to "
                + channel.map(column -> "the channels in " + column.name()).orElse("channels")
                + (channel.isPresent() ? ": select by channel instead, or give their response (RMF), which has" : "");
    }
}
