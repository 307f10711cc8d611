// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.List;
import java.util.Optional;

/// Events counted in pixels of the sky.
///
/// @param counts of all energies selected, the first axis the fastest
/// @param exposureSeconds NaN where nothing tells it
/// @param bandKev energies selected, least and greatest; empty for all
/// @param bands the same sky in parts of the energies; may be empty
public record CountsImage(
        int width,
        int height,
        int[] counts,
        SkyPixels sky,
        double exposureSeconds,
        Optional<double[]> bandKev,
        List<Band> bands) {

    /// Events of some energies.
    ///
    /// @param name of the extension
    public record Band(String name, double[] kev, int[] counts) {}

    public CountsImage {
        bands = List.copyOf(bands);
    }
}
