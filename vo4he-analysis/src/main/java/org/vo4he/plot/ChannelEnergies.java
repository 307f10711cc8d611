// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.ChannelWavelengths;
import org.vo4he.ogip.EnergyTable;
import org.vo4he.ogip.HduContent;
import org.vo4he.units.Unit;

/// The energies of channels, as a table states them: never guessed from the instrument.
///
/// @param lowKev for each channel of a spectrum, NaN where none is stated
/// @param highKev likewise
/// @param unit in which the table has them
/// @param from which table, for a sentence
record ChannelEnergies(double[] lowKev, double[] highKev, Unit unit, String from) {

    private static final int MOST_CHANNELS = 1 << 20;

    /// From the columns of the spectrum itself, as gratings have them; else from EBOUNDS in the file, or the
    /// coordinates of its channels; else from EBOUNDS of the response.
    static Optional<ChannelEnergies> of(Source source, Spectrum spectrum) throws IOException {
        Optional<ChannelEnergies> own = own(source.hdu(), spectrum, "BIN_LO", "BIN_HI");
        if (own.isEmpty()) {
            own = own(source.hdu(), spectrum, "E_MIN", "E_MAX");
        }
        for (Hdu bounds : source.all(HduContent.EBOUNDS)) {
            if (own.isEmpty()) {
                own = ofBounds(bounds, spectrum, "EBOUNDS of the file");
            }
        }
        if (own.isEmpty()) {
            own = ofColumnAxis(source.hdu(), spectrum);
        }
        if (own.isPresent() || source.companions().rmf().isEmpty()) {
            return own;
        }
        Path rmf = source.companions().rmf().get();
        try (FitsFile response = FitsFile.open(rmf)) {
            for (Hdu hdu : response.hdus()) {
                if (HduContent.of(hdu) == HduContent.EBOUNDS && own.isEmpty()) {
                    own = ofBounds(hdu, spectrum, "EBOUNDS of " + rmf.getFileName());
                }
            }
        } catch (NotFitsException notAResponse) {
            return Optional.empty();
        }
        return own;
    }

    private static Optional<ChannelEnergies> own(Hdu table, Spectrum spectrum, String low, String high)
            throws IOException {
        Optional<TableColumn> lower = table.column(low).filter(TableColumn::holdsNumbers);
        Optional<TableColumn> upper = table.column(high).filter(TableColumn::holdsNumbers);
        if (lower.isEmpty()
                || upper.isEmpty()
                || lower.get().isScalarNumber() != upper.get().isScalarNumber()) {
            return Optional.empty();
        }
        boolean typeTwo = !lower.get().isScalarNumber();
        double[] lows = typeTwo
                ? table.vector(lower.get(), spectrum.row(), MOST_CHANNELS)
                : table.numbers(lower.get(), 0, spectrum.size());
        double[] highs = typeTwo
                ? table.vector(upper.get(), spectrum.row(), MOST_CHANNELS)
                : table.numbers(upper.get(), 0, spectrum.size());
        Optional<Unit> unit = EnergyTable.unit(table, lower.get(), upper.get());
        if (unit.isEmpty() || lows.length != spectrum.size() || highs.length != spectrum.size()) {
            return Optional.empty();
        }
        double[][] kev = inKev(lows, highs, unit.get());
        return Optional.of(new ChannelEnergies(kev[0], kev[1], unit.get(), low + " and " + high + " of the file"));
    }

    /// By the coordinates of the column of channels: spectra of the RGS of XMM-Newton.
    private static Optional<ChannelEnergies> ofColumnAxis(Hdu table, Spectrum spectrum) {
        Optional<ChannelWavelengths> axis = ChannelWavelengths.of(table);
        if (axis.isEmpty()) {
            return Optional.empty();
        }
        double[] lows = new double[spectrum.size()];
        double[] highs = new double[spectrum.size()];
        for (int i = 0; i < lows.length; i++) {
            double begin = axis.get().at(spectrum.channel()[i] - 0.5);
            double end = axis.get().at(spectrum.channel()[i] + 0.5);
            lows[i] = Math.min(begin, end);
            highs[i] = Math.max(begin, end);
        }
        Unit unit = axis.get().unit();
        double[][] kev = inKev(lows, highs, unit);
        ChannelEnergies energies = new ChannelEnergies(kev[0], kev[1], unit, "the coordinates of CHANNEL in the file");
        return energies.coversCounts(spectrum) ? Optional.of(energies) : Optional.empty();
    }

    private static double[][] inKev(double[] lows, double[] highs, Unit unit) {
        double[][] kev = new double[2][lows.length];
        for (int i = 0; i < lows.length; i++) {
            Optional<EnergyBand> band = EnergyBand.between(lows[i], highs[i], unit);
            kev[0][i] = band.map(EnergyBand::lowKev).orElse(Double.NaN);
            kev[1][i] = band.map(EnergyBand::highKev).orElse(Double.NaN);
        }
        return kev;
    }

    /// By the numbers of the channels; row by row only where EBOUNDS has no numbers.
    private static Optional<ChannelEnergies> ofBounds(Hdu table, Spectrum spectrum, String from) throws IOException {
        Optional<EnergyBounds> read = EnergyBounds.read(table);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        EnergyBounds bounds = read.get();
        double[] low = new double[spectrum.size()];
        double[] high = new double[spectrum.size()];
        if (bounds.channel().isEmpty()) {
            if (bounds.lowKev().length != spectrum.size()) {
                return Optional.empty();
            }
            return Optional.of(new ChannelEnergies(bounds.lowKev(), bounds.highKev(), bounds.unit(), from));
        }
        Map<Double, Integer> rows = new HashMap<>();
        double[] channels = bounds.channel().get();
        for (int i = 0; i < channels.length; i++) {
            rows.putIfAbsent(channels[i], i);
        }
        for (int i = 0; i < low.length; i++) {
            Integer row = rows.get(spectrum.channel()[i]);
            low[i] = row == null ? Double.NaN : bounds.lowKev()[row];
            high[i] = row == null ? Double.NaN : bounds.highKev()[row];
        }
        ChannelEnergies energies = new ChannelEnergies(low, high, bounds.unit(), from);
        return energies.coversCounts(spectrum) ? Optional.of(energies) : Optional.empty();
    }

    /// A response whose channels are not those of the spectrum is not used.
    private boolean coversCounts(Spectrum spectrum) {
        boolean any = false;
        for (int i = 0; i < lowKev.length; i++) {
            boolean known = !Double.isNaN(lowKev[i]);
            if (!known && spectrum.isGood(i) && spectrum.value()[i] != 0) {
                return false;
            }
            any |= known;
        }
        return any;
    }
}
