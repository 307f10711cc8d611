// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

/// Takes pixels in the order in which an image stores them, the first axis fastest.
@FunctionalInterface
public interface PixelRun {

    /// @param first the number of the first of these pixels, counted from 0 over the whole image
    /// @param values physical values, BSCALE and BZERO applied, NaN where there is none; the array is used
    ///     again for the next pixels
    /// @param count how many of the values count
    void take(long first, double[] values, int count);
}
