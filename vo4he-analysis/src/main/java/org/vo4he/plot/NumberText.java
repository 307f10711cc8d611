// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers in sentences and titles.
final class NumberText {

    private NumberText() {}

    /// Rounded to so many digits: `38600`, `0.135`, `2.1e-7`, without zeros at the end.
    static String rounded(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "unknown" : value > 0 ? "infinite" : "-infinite";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int size = rounded.precision() - rounded.scale() - 1;
        return size >= -4 && size <= 6
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%." + (rounded.precision() - 1) + "e", rounded)
                        .replaceFirst("e([+-])0*", "e$1")
                        .replace("e+", "e");
    }

    /// `0.3 to 8 keV`, `100 MeV to 1.5 TeV`: of the energies from MeV on each in the unit that leaves less than 1000.
    ///
    /// @param unit may be empty
    static String between(double low, double high, String unit) {
        Energy from = Energy.of(low, unit);
        Energy to = Energy.of(high, unit);
        String first = rounded(from.value, 3) + (from.unit.equals(to.unit) ? "" : " " + from.unit);
        return (first + " to " + rounded(to.value, 3) + " " + to.unit).strip();
    }

    private record Energy(double value, String unit) {

        static Energy of(double value, String unit) {
            String next = unit.equals("MeV") ? "GeV" : unit.equals("GeV") ? "TeV" : "";
            return next.isEmpty() || !(value >= 1000) ? new Energy(value, unit) : of(value / 1000, next);
        }
    }

    /// A duration in the largest unit that leaves a number above 1.
    static String duration(double seconds) {
        if (seconds >= 1e3) {
            return rounded(seconds / 1e3, 3) + " ks";
        }
        return rounded(seconds, 3) + " s";
    }

    /// `1 count`, `736 counts`.
    static String count(double number, String noun) {
        String text = number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : rounded(number, 4);
        return text + " " + noun + (text.equals("1") ? "" : "s");
    }
}
