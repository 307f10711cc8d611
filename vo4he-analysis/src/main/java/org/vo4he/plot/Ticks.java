// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The places of an axis that are marked, and the numbers beside them.
///
/// @param power the numbers are to be multiplied by ten to this power, which is said in the label of the axis
record Ticks(List<Tick> major, List<Double> minor, int power) {

    record Tick(double value, Label label) {}

    /// Numbers outside of these powers of ten are written with a common power.
    private static final int LEAST_PLAIN_POWER = -4;
    private static final int GREATEST_PLAIN_POWER = 5;

    private static final int[] HALF_DECADE = {1, 3};
    private static final int[] NICE = {1, 2, 5};
    private static final int[] EACH = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    /// @param most about as many numbers as there is room for
    static Ticks of(Scale scale, Range range, int most) {
        return switch (scale) {
            case LINEAR -> linear(range, Math.max(2, most));
            case LOG -> logarithmic(range, Math.max(2, most));
        };
    }

    private static Ticks linear(Range range, int most) {
        double step = niceStep(range.length() / most);
        double greatest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        int size = (int) Math.floor(Math.log10(greatest));
        int power = size > GREATEST_PLAIN_POWER || size < LEAST_PLAIN_POWER ? size : 0;
        int decimals = Math.clamp(power - (long) Math.floor(Math.log10(step) + 1e-9), 0, 12);
        List<Tick> major = new ArrayList<>();
        for (double value : multiples(range, step)) {
            major.add(new Tick(value, Label.plain(plain(value / Math.pow(10, power), decimals))));
        }
        return new Ticks(major, multiples(range, step / minorParts(step)), power);
    }

    private static int minorParts(double step) {
        return Math.round(step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9))) == 2 ? 4 : 5;
    }

    private static double niceStep(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (int nice : NICE) {
            if (nice * decade >= least * 0.999) {
                return nice * decade;
            }
        }
        return 10 * decade;
    }

    /// At most a thousand: where numbers no longer have the digits for the step, they repeat.
    private static List<Double> multiples(Range range, double step) {
        List<Double> values = new ArrayList<>();
        double first = Math.ceil(range.low() / step - 1e-6);
        for (int i = 0; i < 1000 && (first + i) * step <= range.high() + step * 1e-6; i++) {
            values.add((first + i) * step);
        }
        return values;
    }

    private static String plain(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return (text.startsWith("-") && text.matches("-[0.]+") ? text.substring(1) : text).replace('-', '−');
    }

    private static Ticks logarithmic(Range range, int most) {
        if (range.low() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis can't begin at " + range.low());
        }
        double low = Math.log10(range.low());
        double high = Math.log10(range.high());
        double decades = high - low;
        if (decades < 0.7) {
            Ticks linear = linear(range, most);
            if (linear.power() == 0) {
                return linear;
            }
        }
        int stride = Math.max(1, (int) Math.ceil(decades / most));
        int[] numbered = numbered(stride, decades, most, isPlain(range));
        List<Tick> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int decade = (int) Math.floor(low); decade <= (int) Math.ceil(high); decade++) {
            for (int digit : stride == 1 ? EACH : new int[] {1}) {
                double value = Double.parseDouble(digit + "e" + decade);
                if (!range.contains(value)) {
                    continue;
                }
                minor.add(value);
                if (Math.floorMod(decade, stride) == 0 && Arrays.binarySearch(numbered, digit) >= 0) {
                    major.add(new Tick(value, power(digit, decade, range)));
                }
            }
        }
        return new Ticks(major, minor, 0);
    }

    private static int[] numbered(int stride, double decades, int most, boolean plain) {
        if (stride > 1 || decades * 2 > most || !plain && decades >= 2) {
            return new int[] {1};
        }
        return decades < 1 ? EACH : decades * 3 <= most ? NICE : HALF_DECADE;
    }

    private static boolean isPlain(Range range) {
        return range.low() >= 0.9e-3 && range.high() <= 1.1e4;
    }

    /// `0.2`, `500` where all numbers of the axis are short, else 2×10³.
    private static Label power(int digit, int decade, Range range) {
        if (isPlain(range)) {
            return Label.plain(plain(digit * Math.pow(10, decade), Math.max(0, -decade)));
        }
        String exponent = "10^{" + (decade < 0 ? "−" : "") + Math.abs(decade) + "}";
        return Label.marked(digit == 1 ? exponent : digit + "×" + exponent);
    }
}
