// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;

/// Reads a redistribution matrix (CAL/GEN/92-002, section 7): for each photon energy, groups of channels (F_CHAN,
/// N_CHAN) and their values one after the other.
final class MatrixReader {

    private static final int MOST_ROWS = 1 << 17;
    private static final int MOST_GROUPS = 1 << 12;
    private static final int MOST_VALUES = 1 << 20;

    private final Source source;
    private final Hdu matrix;
    private final EnergyBounds photons;
    private final int firstChannel;
    private final double[] channelLow;
    private final double[] channelHigh;
    private final Optional<EnergyBounds> channels;

    MatrixReader(Source source) throws IOException, UndrawableException {
        this.source = source;
        this.matrix = source.hdu();
        if (matrix.rows() == 0 || matrix.rows() > MOST_ROWS) {
            throw source.undrawable("it has " + matrix.rows() + " photon energies; 1 to " + MOST_ROWS + " are drawn");
        }
        this.photons = EnergyBounds.read(matrix, "ENERG_LO", "ENERG_HI")
                .orElseThrow(() -> source.undrawable("ENERG_LO and ENERG_HI state no energies"));
        this.channels = bounds();
        long least = matrix.column("F_CHAN")
                .flatMap(column -> matrix.header().integer("TLMIN" + column.number()))
                .orElse(1L);
        double[] numbers = channels.flatMap(EnergyBounds::channel).orElse(new double[0]);
        this.firstChannel = (int) (numbers.length > 0 ? numbers[0] : Math.clamp(least, 0, 1 << 20));
        int count = channels.map(of -> of.lowKev().length)
                .orElse(Math.clamp(matrix.header().integer("DETCHANS").orElse(0L), 0, 1 << 20));
        if (count == 0) {
            throw source.undrawable("neither EBOUNDS nor DETCHANS says how many channels there are");
        }
        this.channelLow = new double[count];
        this.channelHigh = new double[count];
    }

    private Optional<EnergyBounds> bounds() throws IOException {
        for (Hdu table : source.all(HduContent.EBOUNDS)) {
            Optional<EnergyBounds> read = EnergyBounds.read(table);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    EnergyBounds photons() {
        return photons;
    }

    boolean hasChannelEnergies() {
        return channels.isPresent();
    }

    /// Where the channels lie: at their energies where EBOUNDS states them, else at their numbers.
    void placeChannels(SpectralAxis axis) {
        for (int i = 0; i < channelLow.length; i++) {
            double low = channels.isPresent() ? axis.ofKev(channels.get().lowKev()[i]) : firstChannel + i - 0.5;
            double high = channels.isPresent() ? axis.ofKev(channels.get().highKev()[i]) : firstChannel + i + 0.5;
            channelLow[i] = Math.min(low, high);
            channelHigh[i] = Math.max(low, high);
        }
    }

    double[] channelLow() {
        return channelLow;
    }

    double[] channelHigh() {
        return channelHigh;
    }

    /// Reads all rows into the cells.
    ///
    /// @param lows of the photon energies, on the axis
    void read(MatrixCells cells, double[] lows, double[] highs) throws IOException, UndrawableException {
        double[][] first = new double[lows.length][];
        double[][] counts = new double[lows.length][];
        keep("F_CHAN", first);
        keep("N_CHAN", counts);
        TableColumn values = column("MATRIX");
        matrix.forEachCell(values, 0, matrix.rows(), MOST_VALUES, (row, cell, count) -> {
            int at = 0;
            int n = (int) row;
            for (int group = 0; group < Math.min(first[n].length, counts[n].length); group++) {
                int begin = (int) first[n][group] - firstChannel;
                for (int i = 0; i < counts[n][group] && at < count; i++, at++) {
                    int channel = begin + i;
                    if (channel >= 0 && channel < channelLow.length) {
                        cells.add(channel, cell[at]);
                    }
                }
            }
            cells.endRow(lows[n], highs[n]);
        });
    }

    private void keep(String name, double[][] cells) throws IOException, UndrawableException {
        matrix.forEachCell(column(name), 0, matrix.rows(), MOST_GROUPS, (row, cell, count) -> {
            cells[(int) row] = Arrays.copyOf(cell, count);
        });
    }

    private TableColumn column(String name) throws UndrawableException {
        return matrix.column(name)
                .filter(TableColumn::holdsNumbers)
                .orElseThrow(() -> source.undrawable("it has no column " + name + " of numbers"));
    }
}
