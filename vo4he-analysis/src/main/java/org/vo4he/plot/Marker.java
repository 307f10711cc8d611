// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// The shape of a point, so that series can be told apart without colour.
enum Marker {
    DOT,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    CROSS;

    /// For the series of this number, from 0 on.
    static Marker ofSeries(int number) {
        return values()[number % values().length];
    }
}
