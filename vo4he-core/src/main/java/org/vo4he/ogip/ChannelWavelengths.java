// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.units.Unit;

/// The wavelengths of a grating spectrum whose CHANNEL column has a linear axis (TCUNI, TCRPX, TCRVL, TCDLT: FITS
/// Standard 4.0, table 22), as SAS writes for RGS.
///
/// @param unit of a length
/// @param reference the channel whose middle lies at `value`
/// @param value in `unit`
/// @param step from a channel to the next, in `unit`, not 0
public record ChannelWavelengths(Unit unit, double reference, double value, double step) {

    private static final String CHANNEL = "CHANNEL";

    /// The axis that a spectrum states.
    ///
    /// @return empty when an axis of wavelengths is not stated in full, or RFLORDER does not state the first order:
    ///     of another, or of none, it is not known whether the axis counts with the order
    public static Optional<ChannelWavelengths> of(Hdu spectrum) {
        Optional<TableColumn> channel = channel(spectrum);
        boolean first = spectrum.header()
                .integer("RFLORDER")
                .filter(order -> Math.abs(order) == 1)
                .isPresent();
        if (channel.isEmpty() || !first) {
            return Optional.empty();
        }
        int n = channel.get().number();
        double reference = number(spectrum, "TCRPX" + n);
        double value = number(spectrum, "TCRVL" + n);
        double step = number(spectrum, "TCDLT" + n);
        if (!Double.isFinite(reference + value + step) || step == 0) {
            return Optional.empty();
        }
        return spectrum.header()
                .text("TCUNI" + n)
                .flatMap(text -> Unit.parse(text, Unit.Dimension.LENGTH))
                .map(unit -> new ChannelWavelengths(unit, reference, value, step));
    }

    /// What all the channels of a spectrum cover, from half a channel before the first to half a channel after the
    /// last.
    ///
    /// @return empty without an axis, as [#of] says, or without channels
    /// @throws IOException if the rows can't be read
    public static Optional<EnergyTable.Covered> read(Hdu spectrum) throws IOException {
        Optional<ChannelWavelengths> axis = of(spectrum);
        if (axis.isEmpty() || spectrum.rows() == 0) {
            return Optional.empty();
        }
        TableColumn channel = channel(spectrum).orElseThrow();
        double one = spectrum.numbers(channel, 0, 1)[0];
        double other = spectrum.numbers(channel, spectrum.rows() - 1, 1)[0];
        double begin = axis.get().at(Math.min(one, other) - 0.5);
        double end = axis.get().at(Math.max(one, other) + 0.5);
        Unit unit = axis.get().unit();
        return EnergyBand.between(Math.min(begin, end), Math.max(begin, end), unit)
                .map(band -> new EnergyTable.Covered(band, unit, spectrum.name() + " " + CHANNEL));
    }

    /// The wavelength at the middle of a channel, in [#unit]; halves are its ends.
    public double at(double channel) {
        return value + (channel - reference) * step;
    }

    private static Optional<TableColumn> channel(Hdu spectrum) {
        return spectrum.column(CHANNEL).filter(TableColumn::isScalarNumber);
    }

    private static double number(Hdu spectrum, String keyword) {
        return spectrum.header().number(keyword).orElse(Double.NaN);
    }
}
