// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// A picture made of pixels, the first in the upper left corner, row by row.
final class Pixels {

    private final int width;
    private final int height;
    private final int[] argb;

    /// @param argb `0xAARRGGBB`; not to be changed any more
    Pixels(int width, int height, int[] argb) {
        if (argb.length != (long) width * height) {
            throw new IllegalArgumentException(argb.length + " pixels for " + width + " by " + height);
        }
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] argb() {
        return argb;
    }
}
