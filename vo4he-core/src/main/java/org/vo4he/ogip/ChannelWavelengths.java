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
public final class ChannelWavelengths {

    private static final String CHANNEL = "CHANNEL";

    private ChannelWavelengths() {}

    /// From half a channel before the first to half a channel after the last.
    ///
    /// @return empty when an axis of wavelengths is not stated in full, or RFLORDER does not state the first order:
    ///     of another, or of none, it is not known whether the axis counts with the order
    /// @throws IOException if the rows can't be read
    public static Optional<EnergyTable.Covered> read(Hdu spectrum) throws IOException {
        Optional<TableColumn> channel = spectrum.column(CHANNEL).filter(TableColumn::isScalarNumber);
        boolean first = spectrum.header()
                .integer("RFLORDER")
                .filter(order -> Math.abs(order) == 1)
                .isPresent();
        if (channel.isEmpty() || !first || spectrum.rows() == 0) {
            return Optional.empty();
        }
        int n = channel.get().number();
        Optional<Unit> unit =
                spectrum.header().text("TCUNI" + n).flatMap(text -> Unit.parse(text, Unit.Dimension.LENGTH));
        double reference = number(spectrum, "TCRPX" + n);
        double value = number(spectrum, "TCRVL" + n);
        double step = number(spectrum, "TCDLT" + n);
        double one = spectrum.numbers(channel.get(), 0, 1)[0];
        double other = spectrum.numbers(channel.get(), spectrum.rows() - 1, 1)[0];
        double begin = value + (Math.min(one, other) - 0.5 - reference) * step;
        double end = value + (Math.max(one, other) + 0.5 - reference) * step;
        return unit.flatMap(of -> EnergyBand.between(Math.min(begin, end), Math.max(begin, end), of)
                .map(band -> new EnergyTable.Covered(band, of, spectrum.name() + " " + CHANNEL)));
    }

    private static double number(Hdu spectrum, String keyword) {
        return spectrum.header().number(keyword).orElse(Double.NaN);
    }
}
