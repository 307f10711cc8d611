// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.units.Unit;

/// Which energies are taken, edges included. Immutable.
public sealed interface EnergyRange {

    /// Infinite where a side is open.
    double low();

    double high();

    /// Energies. Where the list has channels with EBOUNDS alone, a channel is taken if the middle of its bounds
    /// is.
    record Kev(double low, double high) implements EnergyRange {

        public Kev {
            require(low, high);
        }

        @Override
        public String toString() {
            return low + "-" + high + " keV";
        }
    }

    /// Numbers of channels in the column that spectra are binned by ([EventList#channel]).
    record Channels(double low, double high) implements EnergyRange {

        public Channels {
            require(low, high);
        }

        @Override
        public String toString() {
            return "channels " + low + "-" + high;
        }
    }

    private static void require(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range from " + low + " to " + high);
        }
    }

    /// Reads `0.5-7`, `0.5-7keV`, `500:7000eV`, `1-10 TeV`; `pi:35-480` or `PI=35:480` for channels; one side may
    /// be left out, as in `2-`. Without a unit the numbers are keV.
    ///
    /// @throws EventsException if it is not understood
    static EnergyRange parse(String text) throws EventsException {
        Matcher form = Form.RANGE.matcher(text.strip());
        if (!form.matches() || form.group(2) == null && form.group(3) == null) {
            throw wrong(text, "a range such as 0.5-7 (keV), 1-10TeV or pi:35-480 is expected");
        }
        boolean channels = form.group(1) != null;
        Optional<Unit> unit =
                form.group(4) == null ? Optional.of(Unit.KEV) : Unit.parse(form.group(4), Unit.Dimension.ENERGY);
        if (unit.isEmpty() || channels && form.group(4) != null) {
            throw wrong(text, channels ? "channels have no unit" : "'" + form.group(4) + "' is no unit of energy");
        }
        double low = number(form.group(2), Double.NEGATIVE_INFINITY, unit.get());
        double high = number(form.group(3), Double.POSITIVE_INFINITY, unit.get());
        if (!(low <= high)) {
            throw wrong(text, "its upper end is below its lower");
        }
        return channels ? new Channels(low, high) : new Kev(low, high);
    }

    private static double number(String text, double open, Unit unit) {
        return text == null ? open : converted(Double.parseDouble(text), unit, Unit.KEV);
    }

    /// By the decimal digits where the units differ by a power of ten: 0.7 keV is 700 eV and not its neighbour.
    static double converted(double value, Unit from, Unit to) {
        double factor = from.convert(1, to);
        double power = Math.rint(Math.log10(factor));
        boolean decimal = Math.abs(factor / Math.pow(10, power) - 1) < 1e-12;
        return decimal && Double.isFinite(value)
                ? new BigDecimal(Double.toString(value))
                        .scaleByPowerOfTen((int) power)
                        .doubleValue()
                : value * factor;
    }

    private static EventsException wrong(String text, String why) {
        return new EventsException("'" + text + "' is no range of energies: " + why);
    }

    /// The pattern has a place of its own since an interface shows all it has.
    final class Form {
        private static final String NUMBER = "([0-9]+\\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\\.[0-9]+)?";
        private static final Pattern RANGE = Pattern.compile(
                "(?i:(pi|pha|channel|chan)\\s*[:=]?\\s*)?" + NUMBER + "\\s*[-:]\\s*" + NUMBER + "\\s*([A-Za-z]+)?");

        private Form() {}
    }

    /// As [#parse] reads it.
    default String asText() {
        String low = Double.isInfinite(low()) ? "" : plain(low());
        String high = Double.isInfinite(high()) ? "" : plain(high());
        return switch (this) {
            case Kev _ -> low + "-" + high;
            case Channels _ -> "pi:" + low + "-" + high;
        };
    }

    /// A number with no more digits than it needs.
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
