// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Map;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;

/// The part of an axis that a plot shows, and the parts beside and within it.
///
/// @param log whether steps along the axis are factors
record PlotRange(double low, double high, boolean log) {

    private static final double LEAST_PART = 1e-8;
    private static final double LEAST_LENGTH = 1e-30;

    /// What a request asks for, as the parameters `xmin` and `xmax` or `ymin` and `ymax`.
    ///
    /// @param letter `x` or `y`
    /// @throws ServiceException.Usage when it asks for no range
    static Optional<PlotRange> of(Parameters parameters, String letter, boolean log) {
        Optional<Double> low = number(parameters, letter + "min");
        Optional<Double> high = number(parameters, letter + "max");
        if (low.isPresent() && high.isPresent() && low.get() < high.get()) {
            return Optional.of(new PlotRange(low.get(), high.get(), log));
        }
        if (low.isPresent() || high.isPresent()) {
            throw new ServiceException.Usage("parameters " + letter + "min and " + letter
                    + "max must be two numbers, the" + " smaller one first");
        }
        return Optional.empty();
    }

    private static Optional<Double> number(Parameters parameters, String name) {
        return parameters.one(name).map(text -> {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            throw new ServiceException.Usage(
                    "parameter " + name + " must be a number, found " + Parameters.quoted(text));
        });
    }

    /// Whether the numbers at its ends differ enough for half of it to have ends of its own.
    boolean canBeDivided() {
        return high - low > LEAST_PART * Math.max(Math.abs(low), Math.abs(high)) && high - low > LEAST_LENGTH;
    }

    /// Around the same middle.
    ///
    /// @param factor below 1 to see less of the axis, larger
    PlotRange zoomed(double factor) {
        double half = factor * (to(high) - to(low)) / 2;
        double middle = (to(low) + to(high)) / 2;
        return within(middle - half, middle + half);
    }

    /// Beside it.
    ///
    /// @param part of its length, negative towards the low end
    PlotRange moved(double part) {
        double step = part * (to(high) - to(low));
        return within(to(low) + step, to(high) + step);
    }

    private PlotRange within(double from, double to) {
        return new PlotRange(from(from), from(to), log);
    }

    private double to(double value) {
        return isLog() ? Math.log10(value) : value;
    }

    private double from(double value) {
        return isLog() ? Math.pow(10, value) : value;
    }

    private boolean isLog() {
        return log && low > 0;
    }

    /// As parameters; no more digits than a picture can show.
    void into(Map<String, String> choices, String letter) {
        int digits = (int) Math.clamp(4 + Math.ceil(Math.log10(Math.max(1, Math.abs(high) / (high - low)))), 5, 15);
        choices.put(letter + "min", Shown.digits(low, digits));
        choices.put(letter + "max", Shown.digits(high, digits));
    }
}
