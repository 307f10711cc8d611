// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// How a line is drawn.
///
/// @param width in pixels
record Pen(Ink ink, double width, boolean dashed) {

    static Pen of(Ink ink, double width) {
        return new Pen(ink, width, false);
    }
}
