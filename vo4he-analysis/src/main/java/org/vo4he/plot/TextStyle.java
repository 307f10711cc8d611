// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// How text is set.
///
/// @param size of the font in pixels
/// @param anchor which part of the text stands at the given place
/// @param rotationDeg counter-clockwise
record TextStyle(double size, Ink ink, Anchor anchor, double rotationDeg) {

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    static TextStyle start(double size, Ink ink) {
        return new TextStyle(size, ink, Anchor.START, 0);
    }

    static TextStyle middle(double size, Ink ink) {
        return new TextStyle(size, ink, Anchor.MIDDLE, 0);
    }

    static TextStyle end(double size, Ink ink) {
        return new TextStyle(size, ink, Anchor.END, 0);
    }

    TextStyle upwards() {
        return new TextStyle(size, ink, anchor, 90);
    }
}
