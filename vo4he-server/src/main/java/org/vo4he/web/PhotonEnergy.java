// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Energies as high-energy astronomers read them, wavelengths as ObsCore holds them.
final class PhotonEnergy {

    /// h c in keV m (CODATA 2018, exact constants).
    private static final double KEV_METRES = 1.2398419843320026e-9;

    private static final Pattern TYPED = Pattern.compile(
            "((?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d{1,2})?)\\s*([kmgt]?ev)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern WAVELENGTH =
            Pattern.compile("((?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d{1,2})?)\\s*(å|[aå]ngstr[oö]ms?|nm)");

    private PhotonEnergy() {}

    static double metres(double energyKev) {
        return KEV_METRES / energyKev;
    }

    static double kev(double metres) {
        return KEV_METRES / metres;
    }

    /// @throws IllegalArgumentException with a sentence for the person who typed it
    static double parseKev(String typed) {
        Matcher wavelength = wavelength(typed);
        if (wavelength.matches()) {
            double number = Double.parseDouble(wavelength.group(1));
            double kev = kev(number * (wavelength.group(2).equals("nm") ? 1e-9 : 1e-10));
            if (kev > 0 && Double.isFinite(kev)) {
                return kev;
            }
        }
        Matcher matcher = TYPED.matcher(typed.strip());
        if (matcher.matches()) {
            double number = Double.parseDouble(matcher.group(1));
            if (number > 0 && Double.isFinite(number)) {
                return number * Unit.named(matcher.group(2)).kev;
            }
        }
        throw new IllegalArgumentException("'" + typed.strip()
                + "' is not read as an energy above zero; write it in keV, like 0.5, or like 1.2 TeV or 12 Å");
    }

    /// Whether a wavelength was typed, not an energy.
    static boolean isWavelength(String typed) {
        return wavelength(typed).matches();
    }

    /// Å is three different texts in Unicode.
    private static Matcher wavelength(String typed) {
        return WAVELENGTH.matcher(
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /// In the unit that suits it, to four digits: `2.48 eV`, `0.3 keV`, `511 keV`, `1 GeV`.
    static String of(double energyKev) {
        Unit unit = Unit.of(energyKev);
        return digits(energyKev / unit.kev, 4) + " " + unit;
    }

    /// `0.3–10 keV`, to three digits.
    static String range(double fromKev, double toKev) {
        Unit unit = Unit.of(toKev);
        return Unit.of(fromKev) == unit || fromKev / unit.kev >= 0.001
                ? digits(fromKev / unit.kev, 3) + "–" + digits(toKev / unit.kev, 3) + " " + unit
                : of(fromKev) + " – " + of(toKev);
    }

    private static String digits(double number, int significant) {
        return new BigDecimal(number, new MathContext(significant))
                .stripTrailingZeros()
                .toPlainString();
    }

    private enum Unit {
        eV(0.001),
        keV(1),
        MeV(1e3),
        GeV(1e6),
        TeV(1e9);

        private final double kev;

        Unit(double kev) {
            this.kev = kev;
        }

        /// keV when nothing is said.
        static Unit named(String name) {
            return name == null
                    ? keV
                    : Arrays.stream(values())
                            .filter(unit -> unit.name().equalsIgnoreCase(name))
                            .findFirst()
                            .orElseThrow();
        }

        /// X-ray astronomers say 0.1 keV and 500 keV.
        static Unit of(double energyKev) {
            if (energyKev < 0.05) {
                return eV;
            }
            if (energyKev < 1e4) {
                return keV;
            }
            return energyKev < 1e6 ? MeV : energyKev < 1e9 ? GeV : TeV;
        }
    }
}
