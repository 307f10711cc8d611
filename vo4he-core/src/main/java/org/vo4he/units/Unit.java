// SPDX-License-Identifier: Apache-2.0
package org.vo4he.units;

import static org.vo4he.units.Unit.Dimension.ANGLE;
import static org.vo4he.units.Unit.Dimension.CHANNEL;
import static org.vo4he.units.Unit.Dimension.ENERGY;
import static org.vo4he.units.Unit.Dimension.FREQUENCY;
import static org.vo4he.units.Unit.Dimension.LENGTH;
import static org.vo4he.units.Unit.Dimension.PIXEL;
import static org.vo4he.units.Unit.Dimension.TIME;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A unit of energy, wavelength, frequency, angle, time, pixel or channel, with the spellings met in OGIP files
/// (OGIP/93-001) and VOUnits 1.1.
///
/// Case is not looked at: `KEV` is keV, `MEV` and `mev` are MeV, since nothing in these files is counted in
/// milli-eV. Each constant reads: dimension, factor to the first unit of the dimension, VOUnits spelling, other
/// spellings.
public enum Unit {
    KEV(ENERGY, 1, "keV", "kiloelectronvolt"),
    EV(ENERGY, 1e-3, "eV", "electronvolt"),
    MEV(ENERGY, 1e3, "MeV"),
    GEV(ENERGY, 1e6, "GeV"),
    TEV(ENERGY, 1e9, "TeV"),
    PEV(ENERGY, 1e12, "PeV"),
    /// 1 erg = 1e-7 J; 1 keV = 1.602176634e-16 J exactly (SI 2019).
    ERG(ENERGY, 1e-7 / 1.602176634e-16, "erg", "ergs"),
    JOULE(ENERGY, 1 / 1.602176634e-16, "J", "joule"),

    METRE(LENGTH, 1, "m", "meter", "metre"),
    CENTIMETRE(LENGTH, 1e-2, "cm"),
    MILLIMETRE(LENGTH, 1e-3, "mm"),
    MICRON(LENGTH, 1e-6, "um", "micron", "microns", "micrometer", "micrometre"),
    NANOMETRE(LENGTH, 1e-9, "nm", "nanometer", "nanometre"),
    ANGSTROM(LENGTH, 1e-10, "Angstrom", "angstroms", "a", "ang"),

    HERTZ(FREQUENCY, 1, "Hz"),
    KILOHERTZ(FREQUENCY, 1e3, "kHz"),
    MEGAHERTZ(FREQUENCY, 1e6, "MHz"),
    GIGAHERTZ(FREQUENCY, 1e9, "GHz"),

    DEGREE(ANGLE, 1, "deg", "degree", "degrees", "degs"),
    ARCMINUTE(ANGLE, 1 / 60.0, "arcmin", "arcminute", "arcminutes", "arcmins"),
    ARCSECOND(ANGLE, 1 / 3600.0, "arcsec", "arcsecond", "arcseconds", "arcsecs", "asec"),
    MILLIARCSECOND(ANGLE, 1 / 3.6e6, "mas"),
    RADIAN(ANGLE, 180 / Math.PI, "rad", "radian", "radians"),

    SECOND(TIME, 1, "s", "sec", "secs", "second", "seconds"),
    KILOSECOND(TIME, 1e3, "ks", "ksec", "kilosecond", "kiloseconds"),
    MILLISECOND(TIME, 1e-3, "ms", "msec", "millisecond", "milliseconds"),
    MICROSECOND(TIME, 1e-6, "us", "usec", "microsec", "microsecond", "microseconds"),
    MINUTE(TIME, 60, "min", "minute", "minutes", "mins"),
    HOUR(TIME, 3600, "h", "hr", "hrs", "hour", "hours"),
    DAY(TIME, 86400, "d", "day", "days"),
    /// Julian year.
    YEAR(TIME, 31557600, "yr", "year", "years"),

    PIXELS(PIXEL, 1, "pixel", "pix", "pixels"),

    CHANNELS(CHANNEL, 1, "chan", "channel", "channels", "bin", "bins", "adu");

    /// What a unit measures.
    public enum Dimension {
        ENERGY,
        LENGTH,
        FREQUENCY,
        ANGLE,
        TIME,
        PIXEL,
        CHANNEL
    }

    private static final Map<String, Unit> BY_SPELLING = bySpelling();

    private final Dimension dimension;
    private final double factor;
    private final String vounit;
    private final List<String> others;

    Unit(Dimension dimension, double factor, String vounit, String... others) {
        this.dimension = dimension;
        this.factor = factor;
        this.vounit = vounit;
        this.others = List.of(others);
    }

    private static Map<String, Unit> bySpelling() {
        Map<String, Unit> units = new HashMap<>();
        for (Unit unit : values()) {
            units.put(unit.vounit.toLowerCase(Locale.ROOT), unit);
            unit.others.forEach(other -> units.put(other, unit));
        }
        return Map.copyOf(units);
    }

    /// The unit of this spelling, in any case, also in brackets or parentheses as in card comments.
    public static Optional<Unit> parse(String text) {
        String bare = text.strip();
        if (bare.length() > 2
                && (bare.startsWith("[") && bare.endsWith("]") || bare.startsWith("(") && bare.endsWith(")"))) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return Optional.ofNullable(BY_SPELLING.get(bare.toLowerCase(Locale.ROOT)));
    }

    /// As [#parse], but only a unit of this dimension.
    public static Optional<Unit> parse(String text, Dimension dimension) {
        return parse(text).filter(unit -> unit.dimension == dimension);
    }

    public Dimension dimension() {
        return dimension;
    }

    /// The spelling of VOUnits 1.1.
    public String vounit() {
        return vounit;
    }

    /// @throws IllegalArgumentException if the two units measure different things
    public double convert(double value, Unit to) {
        if (dimension != to.dimension) {
            throw new IllegalArgumentException(
                    vounit + " is no unit of " + to.dimension.name().toLowerCase(Locale.ROOT));
        }
        if (this == to) {
            return value;
        }
        return factor >= to.factor ? value * whole(factor / to.factor) : value / whole(to.factor / factor);
    }

    private static final double ROUNDING = 1e-12;

    /// 1000 is so to the last digit, though 0.001 is not.
    private static double whole(double ratio) {
        double near = Math.rint(ratio);
        return Math.abs(ratio - near) <= ROUNDING * near ? near : ratio;
    }
}
