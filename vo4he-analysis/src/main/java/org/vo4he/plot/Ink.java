// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// A colour.
///
/// @param rgb `0xRRGGBB`
/// @param opacity 0 to 1
record Ink(int rgb, double opacity) {

    static Ink of(int rgb) {
        return new Ink(rgb, 1);
    }

    Ink withOpacity(double newOpacity) {
        return new Ink(rgb, newOpacity);
    }
}
