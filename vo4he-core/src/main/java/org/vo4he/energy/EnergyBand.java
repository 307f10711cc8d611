// SPDX-License-Identifier: Apache-2.0
package org.vo4he.energy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.vo4he.units.Unit;

/// A range of photon energies.
///
/// @param lowKev at least 0
/// @param highKev above lowKev
public record EnergyBand(double lowKev, double highKev) {

    /// h c in eV m: exact product of the SI 2019 constants divided by e, as printed in the ObsCore high-energy
    /// draft.
    public static final double HC_EV_METRES = 1.239841984332e-6;

    private static final double HC_KEV_METRES = HC_EV_METRES * 1e-3;
    /// Of a number of double precision.
    private static final int MOST_DIGITS = 17;

    private static final double SPEED_OF_LIGHT_METRES_PER_SECOND = 299792458;

    public EnergyBand {
        if (!(lowKev >= 0 && highKev > lowKev && Double.isFinite(highKev))) {
            throw new IllegalArgumentException("no energy band: " + lowKev + " to " + highKev + " keV");
        }
    }

    /// The band between two numbers, if they make one: finite, not negative, different.
    ///
    /// @param unit of energy, length (wavelength in vacuum) or frequency; the order of the two does not matter
    public static Optional<EnergyBand> between(double one, double other, Unit unit) {
        double kevOne = toKev(one, unit);
        double kevOther = toKev(other, unit);
        double low = Math.min(kevOne, kevOther);
        double high = Math.max(kevOne, kevOther);
        return low >= 0 && high > low && Double.isFinite(high)
                ? Optional.of(new EnergyBand(low, high))
                : Optional.empty();
    }

    private static double toKev(double value, Unit unit) {
        return switch (unit.dimension()) {
            case ENERGY -> unit.convert(value, Unit.KEV);
            case LENGTH -> HC_KEV_METRES / unit.convert(value, Unit.METRE);
            case FREQUENCY -> HC_KEV_METRES * unit.convert(value, Unit.HERTZ) / SPEED_OF_LIGHT_METRES_PER_SECOND;
            case ANGLE, TIME, PIXEL, CHANNEL -> Double.NaN;
        };
    }

    /// The wavelength in vacuum, in metres, of a photon.
    ///
    /// @param unit of energy, length or frequency; any other gives NaN
    /// @return infinite for an energy of 0
    public static double wavelengthMetres(double value, Unit unit) {
        return unit.dimension() == Unit.Dimension.LENGTH
                ? unit.convert(value, Unit.METRE)
                : HC_KEV_METRES / toKev(value, unit);
    }

    /// The energy in eV of a wavelength in metres, and the other way round: of all numbers that say the same to the
    /// last digit but one that with the fewest digits, so that 5 keV come back as 5000 eV.
    public static double twin(double value) {
        double exact = HC_EV_METRES / value;
        if (!(exact > 0) || !Double.isFinite(exact)) {
            return exact;
        }
        double near = 2 * Math.ulp(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            double rounded = new BigDecimal(exact, new MathContext(digits)).doubleValue();
            if (Math.abs(HC_EV_METRES / rounded - value) <= near) {
                return rounded;
            }
        }
        return exact;
    }

    /// Shortest wavelength in vacuum, in metres: that of the highest energy.
    public double shortestWavelengthMetres() {
        return twin(Unit.KEV.convert(highKev, Unit.EV));
    }

    /// Longest wavelength in vacuum, in metres: that of the lowest energy; empty when that is 0.
    public Optional<Double> longestWavelengthMetres() {
        return lowKev > 0 && Double.isFinite(HC_KEV_METRES / lowKev)
                ? Optional.of(twin(Unit.KEV.convert(lowKev, Unit.EV)))
                : Optional.empty();
    }
}
