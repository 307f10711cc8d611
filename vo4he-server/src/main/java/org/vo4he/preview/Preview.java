// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

/// One picture of a product, in words.
///
/// @param kind as the parameter `plot` takes it; empty when nothing can be drawn
/// @param title a few words
/// @param description what is to be seen, or why nothing is
/// @param curves whether its numbers are curves or points that can be drawn again elsewhere
/// @param row the spectrum that is shown, as the parameter `row` takes it
/// @param rows spectra to choose from
public record Preview(
        String kind, String title, String description, boolean curves, Axis x, Axis y, long row, long rows) {

    /// What is shown along one side.
    ///
    /// @param energyUnit as the parameter `unit` takes it; empty where it can't be chosen
    /// @param scale `linear` or `log`
    public record Axis(String energyUnit, String scale, double low, double high) {

        private static final Axis NONE = new Axis("", "linear", 0, 1);
    }

    static Preview none(String why) {
        return new Preview("", "", why, false, Axis.NONE, Axis.NONE, 1, 1);
    }
}
