// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.List;

/// Which colour a value has, and which values a colour bar names.
///
/// @param whole whether values are whole numbers
record ColourScale(ColourMap map, Brightness brightness, boolean whole) {

    private static final int STRIP = 256;
    private static final int MOST_NUMBERS = 12;

    Pixels paint(Raster raster) {
        return raster.pixels(value -> map.argb(brightness.level(value)));
    }

    /// All colours, the lightest on top.
    Pixels strip() {
        int[] argb = new int[STRIP];
        for (int i = 0; i < STRIP; i++) {
            argb[i] = map.argb(1 - (double) i / (STRIP - 1));
        }
        return new Pixels(1, STRIP, argb);
    }

    double numbersWidth(double size) {
        return ticks(MOST_NUMBERS).stream()
                .mapToDouble(tick -> Typeface.bundled().width(tick.label(), size))
                .max()
                .orElse(0);
    }

    /// Round values with room between them, beginning with the darkest.
    ///
    /// @param most as many as there is room for
    List<Ticks.Tick> ticks(int most) {
        Range range = new Range(brightness.low(), brightness.high());
        int wanted = Math.clamp(most, 2, MOST_NUMBERS);
        Ticks even =
                Ticks.of(Scale.LINEAR, range, whole ? (int) Math.min(wanted, Math.max(2, range.length())) : wanted);
        if (brightness.stretch() == Stretch.LINEAR) {
            return even.major().stream()
                    .filter(tick -> !whole || tick.value() == Math.rint(tick.value()))
                    .map(tick ->
                            even.power() == 0 && !whole ? tick : new Ticks.Tick(tick.value(), number(tick.value())))
                    .toList();
        }
        List<Ticks.Tick> kept = new ArrayList<>();
        double free = -1;
        for (double value : candidates(range)) {
            double level = brightness.level(value);
            if (level >= free && level <= 1) {
                kept.add(new Ticks.Tick(value, number(value)));
                free = level + 1.0 / wanted;
            }
        }
        return kept;
    }

    /// 0 and 1, 2, 5 times powers of ten on both sides of it, in order.
    private List<Double> candidates(Range range) {
        double greatest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        int top = (int) Math.floor(Math.log10(greatest));
        List<Double> values = new ArrayList<>();
        for (int decade = top - 6; decade <= top; decade++) {
            for (int digit : new int[] {1, 2, 5}) {
                values.add(Double.parseDouble(digit + "e" + decade));
            }
        }
        List<Double> all = new ArrayList<>();
        values.reversed().forEach(value -> all.add(-value));
        all.add(0.0);
        all.addAll(values);
        return all.stream()
                .filter(range::contains)
                .filter(value -> !whole || value == Math.rint(value))
                .toList();
    }

    private static Label number(double value) {
        double size = Math.abs(value);
        if (size == 0 || size >= 0.001 && size < 1e5) {
            String text = String.format(java.util.Locale.ROOT, "%.6f", value).replaceAll("0+$", "");
            return Label.plain(text.replaceAll("\\.$", "").replace('-', '−'));
        }
        int power = (int) Math.floor(Math.log10(size) + 1e-9);
        double digits = Math.rint(value / Math.pow(10, power) * 100) / 100;
        String factor = digits == 1 ? "" : number(digits).runs().getFirst().text() + "×";
        return Label.marked(factor + "10^{" + (power < 0 ? "−" : "") + Math.abs(power) + "}");
    }
}
