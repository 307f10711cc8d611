// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Optional;

/// What a viewer may choose. What is empty is chosen for the data.
///
/// @param width of the picture in pixels, [#LEAST_SIZE] to [#GREATEST_SIZE]
/// @param height likewise
/// @param x the part of the x axis to show, in the unit of the axis; made longer where numbers don't tell its ends
/// apart
/// @param y likewise
/// @param energyUnit of the axis of a spectrum or a response that has energies
/// @param stretch of an image
/// @param row which spectrum of a table of several, from 1
public record PlotOptions(
        int width,
        int height,
        Theme theme,
        Optional<Range> x,
        Optional<Range> y,
        Optional<Scale> xScale,
        Optional<Scale> yScale,
        EnergyAxisUnit energyUnit,
        Optional<Stretch> stretch,
        Optional<Long> row) {

    public static final int LEAST_SIZE = 64;
    public static final int GREATEST_SIZE = 2048;

    private static final PlotOptions STANDARD = new PlotOptions(
            800,
            500,
            Theme.LIGHT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            EnergyAxisUnit.KEV,
            Optional.empty(),
            Optional.empty());

    public PlotOptions {
        x = x.map(Scale.LINEAR::drawable);
        y = y.map(Scale.LINEAR::drawable);
        requireSize("width", width);
        requireSize("height", height);
    }

    private static void requireSize(String what, int pixels) {
        if (pixels < LEAST_SIZE || pixels > GREATEST_SIZE) {
            throw new IllegalArgumentException(
                    what + " " + pixels + " is not from " + LEAST_SIZE + " to " + GREATEST_SIZE + " pixels");
        }
    }

    /// 800 by 500 pixels, light, everything else as suits the data.
    public static PlotOptions standard() {
        return STANDARD;
    }

    public PlotOptions withSize(int newWidth, int newHeight) {
        return new PlotOptions(newWidth, newHeight, theme, x, y, xScale, yScale, energyUnit, stretch, row);
    }

    public PlotOptions withTheme(Theme newTheme) {
        return new PlotOptions(width, height, newTheme, x, y, xScale, yScale, energyUnit, stretch, row);
    }

    public PlotOptions withX(Range range) {
        return new PlotOptions(width, height, theme, Optional.of(range), y, xScale, yScale, energyUnit, stretch, row);
    }

    public PlotOptions withY(Range range) {
        return new PlotOptions(width, height, theme, x, Optional.of(range), xScale, yScale, energyUnit, stretch, row);
    }

    public PlotOptions withXScale(Scale scale) {
        return new PlotOptions(width, height, theme, x, y, Optional.of(scale), yScale, energyUnit, stretch, row);
    }

    public PlotOptions withYScale(Scale scale) {
        return new PlotOptions(width, height, theme, x, y, xScale, Optional.of(scale), energyUnit, stretch, row);
    }

    public PlotOptions withEnergyUnit(EnergyAxisUnit unit) {
        return new PlotOptions(width, height, theme, x, y, xScale, yScale, unit, stretch, row);
    }

    public PlotOptions withStretch(Stretch newStretch) {
        return new PlotOptions(width, height, theme, x, y, xScale, yScale, energyUnit, Optional.of(newStretch), row);
    }

    public PlotOptions withRow(long number) {
        return new PlotOptions(width, height, theme, x, y, xScale, yScale, energyUnit, stretch, Optional.of(number));
    }
}
