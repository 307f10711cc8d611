// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.EnergyTable;
import org.vo4he.units.Unit;

/// The energies of channels (EBOUNDS of CAL/GEN/92-002).
public final class ChannelTable {

    private static final int MOST_CHANNELS = 1 << 20;

    private final int first;
    private final double[] lowKev;
    private final double[] highKev;
    private final double[] middleKev;

    private ChannelTable(int first, double[] lowKev, double[] highKev, double[] middleKev) {
        this.first = first;
        this.lowKev = lowKev;
        this.highKev = highKev;
        this.middleKev = middleKev;
    }

    /// @return empty when there are no channels, or no bounds of energy
    static Optional<ChannelTable> read(Hdu table) throws IOException {
        Optional<TableColumn> channel = table.column("CHANNEL").filter(TableColumn::isScalarNumber);
        Optional<TableColumn> low = table.column("E_MIN").filter(TableColumn::isScalarNumber);
        Optional<TableColumn> high = table.column("E_MAX").filter(TableColumn::isScalarNumber);
        if (channel.isEmpty() || low.isEmpty() || high.isEmpty() || table.rows() == 0 || table.rows() > MOST_CHANNELS) {
            return Optional.empty();
        }
        Optional<Unit> unit = EnergyTable.unit(table, low.get(), high.get())
                .filter(found -> found.dimension() == Unit.Dimension.ENERGY);
        int rows = (int) table.rows();
        double[] channels = table.numbers(channel.get(), 0, rows);
        for (int i = 1; i < rows; i++) {
            if (channels[i] != channels[0] + i) {
                return Optional.empty();
            }
        }
        if (unit.isEmpty() || channels[0] != Math.rint(channels[0])) {
            return Optional.empty();
        }
        double[] lows = table.numbers(low.get(), 0, rows);
        double[] highs = table.numbers(high.get(), 0, rows);
        double[] middle = new double[rows];
        for (int i = 0; i < rows; i++) {
            middle[i] = unit.get().convert((lows[i] + highs[i]) / 2, Unit.KEV);
            lows[i] = unit.get().convert(lows[i], Unit.KEV);
            highs[i] = unit.get().convert(highs[i], Unit.KEV);
        }
        return Optional.of(new ChannelTable((int) channels[0], lows, highs, middle));
    }

    /// The number of the first channel.
    public int first() {
        return first;
    }

    public int count() {
        return middleKev.length;
    }

    /// From the least edge to the greatest of the channels that a range takes; empty if it takes none.
    public Optional<double[]> boundsKev(EnergyRange.Channels range) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < lowKev.length; i++) {
            if (first + i >= range.low() && first + i <= range.high()) {
                low = Math.min(low, Math.min(lowKev[i], highKev[i]));
                high = Math.max(high, Math.max(lowKev[i], highKev[i]));
            }
        }
        return low <= high ? Optional.of(new double[] {low, high}) : Optional.empty();
    }

    /// The middle of E_MIN and E_MAX of a channel; NaN if there is no such channel.
    public double middleKev(double channel) {
        double index = channel - first;
        return index == Math.rint(index) && index >= 0 && index < middleKev.length
                ? middleKev[(int) index]
                : Double.NaN;
    }
}
