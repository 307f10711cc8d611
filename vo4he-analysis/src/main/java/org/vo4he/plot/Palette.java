// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.List;

/// The colours of a theme. Those of series are of M. Okabe and K. Ito, "Color Universal Design" (2008), made lighter
/// for the dark theme: people who don't see all colours can tell them apart.
///
/// @param ground behind everything
/// @param ink of axes and text
/// @param faint of grids and of text of less weight
/// @param series the first for the data proper
record Palette(Ink ground, Ink ink, Ink faint, List<Ink> series) {

    private static final Palette LIGHT = new Palette(
            Ink.of(0xffffff),
            Ink.of(0x1a1a1a),
            Ink.of(0x5f6368),
            inks(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9));

    private static final Palette DARK = new Palette(
            Ink.of(0x14181d),
            Ink.of(0xe8eaed),
            Ink.of(0xa4abb3),
            inks(0x56b4e9, 0xff9f5a, 0x3fd0a4, 0xe5a5cb, 0xf0c64a, 0x9ad2f2));

    static Palette of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    private static List<Ink> inks(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Ink::of).toList();
    }

    /// For the series of this number, from 0 on.
    Ink ofSeries(int number) {
        return series.get(number % series.size());
    }
}
