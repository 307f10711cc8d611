// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.plot.CurvePlot;
import org.vo4he.plot.EnergyAxisUnit;
import org.vo4he.plot.Plot;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.Range;
import org.vo4he.plot.Scale;
import org.vo4he.plot.Stretch;
import org.vo4he.plot.Theme;

/// What a request wants to see.
///
/// @param kind empty for the one that stands for the product
/// @param unit of energies, where one is asked for
record PreviewParameters(Optional<PlotKind> kind, PlotOptions options, Optional<EnergyAxisUnit> unit) {

    static final int LEAST_PIXELS = PlotOptions.LEAST_SIZE;
    static final int MOST_PIXELS = PlotOptions.GREATEST_SIZE;

    private static final double LEAST_PART = 1e-10;
    private static final double LEAST_NUMBER = 1e-100;
    private static final double GREATEST_NUMBER = 1e100;

    /// Their names, for documentation and tests.
    static final List<String> NAMES = List.of(
            "plot", "width", "height", "theme", "xmin", "xmax", "ymin", "ymax", "xscale", "yscale", "unit", "stretch",
            "row");

    /// The standard picture of one kind.
    static PreviewParameters standard(PlotKind kind) {
        return new PreviewParameters(Optional.of(kind), PlotOptions.standard(), Optional.empty());
    }

    /// @throws ServiceException.Usage naming the parameter, the value found and what may be given
    static PreviewParameters of(Parameters given) {
        PlotOptions options = PlotOptions.standard();
        options = options.withSize(pixels(given, "width", options.width()), pixels(given, "height", options.height()));
        options = with(options, word(given, "theme", Theme.values(), Theme::word, Theme::of), PlotOptions::withTheme);
        options = with(options, range(given, "xmin", "xmax"), PlotOptions::withX);
        options = with(options, range(given, "ymin", "ymax"), PlotOptions::withY);
        options = with(options, word(given, "xscale", Scale.values(), Scale::word, Scale::of), PlotOptions::withXScale);
        options = with(options, word(given, "yscale", Scale.values(), Scale::word, Scale::of), PlotOptions::withYScale);
        Optional<EnergyAxisUnit> unit =
                word(given, "unit", EnergyAxisUnit.values(), EnergyAxisUnit::word, EnergyAxisUnit::of);
        options = with(options, unit, PlotOptions::withEnergyUnit);
        options = with(
                options,
                word(given, "stretch", Stretch.values(), Stretch::word, Stretch::of),
                PlotOptions::withStretch);
        options = with(options, row(given), PlotOptions::withRow);
        return new PreviewParameters(
                word(given, "plot", PlotKind.values(), PlotKind::word, PlotKind::of), options, unit);
    }

    /// All but the kind, for the key of a cache.
    Object choices() {
        return List.of(options, unit);
    }

    /// What can't be shown is not passed over in silence.
    ///
    /// @throws ServiceException.Usage when the plot has no axis of energies, no brightness or no scales to choose
    void requireUsedBy(Plot plot) {
        if (unit.isPresent() && EnergyAxisUnit.along(plot.data().x()).isEmpty()) {
            throw new ServiceException.Usage("parameter unit: this plot has no axis of energies that "
                    + unit.get().word() + " could count, but one called "
                    + Parameters.quoted(plot.data().x().label()));
        }
        if (options.stretch().isPresent() && plot instanceof CurvePlot) {
            throw new ServiceException.Usage(
                    "parameter stretch: this plot is drawn with lines and points, which have no"
                            + " brightness to stretch, found "
                            + options.stretch().get().word());
        }
        boolean scaled = options.xScale().isPresent() || options.yScale().isPresent();
        if (scaled && (plot.kind() == PlotKind.IMAGE || plot.kind() == PlotKind.SKY)) {
            throw new ServiceException.Usage("parameters xscale, yscale: the axes of a plot of the kind "
                    + plot.kind().word() + " can't be chosen");
        }
    }

    private interface Setter<T> {
        PlotOptions set(PlotOptions options, T value);
    }

    private static <T> PlotOptions with(PlotOptions options, Optional<T> value, Setter<T> setter) {
        return value.map(present -> setter.set(options, present)).orElse(options);
    }

    private static Optional<Long> row(Parameters given) {
        return given.one("row").map(text -> {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw new ServiceException.Usage(
                        "parameter row must be the number of a spectrum, from 1, found " + Parameters.quoted(text));
            }
            return Long.valueOf(text);
        });
    }

    private static int pixels(Parameters given, String name, int standard) {
        return given.one(name).map(text -> pixels(name, text)).orElse(standard);
    }

    private static int pixels(String name, String text) {
        boolean whole = text.matches("[0-9]{1,6}");
        if (!whole || Integer.parseInt(text) < LEAST_PIXELS || Integer.parseInt(text) > MOST_PIXELS) {
            throw new ServiceException.Usage("parameter " + name + " must be a whole number of pixels from "
                    + LEAST_PIXELS + " to " + MOST_PIXELS + ", found " + Parameters.quoted(text));
        }
        return Integer.parseInt(text);
    }

    private static <T> Optional<T> word(
            Parameters given, String name, T[] values, Function<T, String> word, Function<String, Optional<T>> of) {
        return given.one(name)
                .map(text -> of.apply(text)
                        .orElseThrow(() -> new ServiceException.Usage("parameter " + name + " must be one of "
                                + Arrays.stream(values).map(word).collect(Collectors.joining(", ")) + ", found "
                                + Parameters.quoted(text))));
    }

    private static Optional<Range> range(Parameters given, String lowName, String highName) {
        Optional<Double> low = number(given, lowName);
        Optional<Double> high = number(given, highName);
        if (low.isPresent() != high.isPresent()) {
            throw new ServiceException.Usage("parameters " + lowName + " and " + highName + " go together, found only "
                    + (low.isPresent() ? lowName : highName));
        }
        if (low.isPresent() && low.get() >= high.get()) {
            throw new ServiceException.Usage("parameter " + lowName + " must be below " + highName + ", found "
                    + low.get() + " and " + high.get());
        }
        low.ifPresent(number -> requireDrawable(lowName, highName, number, high.get()));
        return low.map(number -> new Range(number, high.get()));
    }

    /// Between numbers that can hardly be told apart there are no places for ticks.
    private static void requireDrawable(String lowName, String highName, double low, double high) {
        double greatest = Math.max(Math.abs(low), Math.abs(high));
        if (high - low < LEAST_PART * greatest || greatest < LEAST_NUMBER || greatest > GREATEST_NUMBER) {
            throw new ServiceException.Usage("parameters " + lowName + " and " + highName
                    + " must be numbers of a usual size that differ, found " + low + " and " + high);
        }
    }

    private static Optional<Double> number(Parameters given, String name) {
        return given.one(name).map(text -> {
            double number = text.matches("[-+.0-9eE]{1,40}") ? parsed(text) : Double.NaN;
            if (!Double.isFinite(number)) {
                throw new ServiceException.Usage(
                        "parameter " + name + " must be a number, found " + Parameters.quoted(text));
            }
            return number;
        });
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
