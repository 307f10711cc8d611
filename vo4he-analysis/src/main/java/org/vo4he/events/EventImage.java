// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import java.util.Optional;

/// Counts on a grid, one plane for each band.
///
/// @param planes row by row from the lowest; `[band][y * width + x]`
/// @param outside selected events that fell beside the grid, or have no place
public record EventImage(Grid grid, List<EnergyRange> bands, int[][] planes, long outside) {

    /// The pixels of an image in coordinates of the two columns of places.
    ///
    /// @param places what the columns are
    /// @param firstLow where the first pixel begins
    /// @param side of a pixel of the image: sky pixels; degrees on a map of ours
    /// @param map of a list of directions: the plane in which pixels are counted, touching the sky there
    /// @param coarsened whether the pixels are larger than the list would have them: there would be too many
    public record Grid(
            EventPlaces places,
            double firstLow,
            double secondLow,
            double side,
            int width,
            int height,
            Optional<Centre> map,
            boolean coarsened) {

        /// In the image, counted from 1 (FITS), of a coordinate of the first column, as CRPIX needs it.
        public double firstPixel(double coordinate) {
            return (coordinate - firstLow) / side + 0.5;
        }

        public double secondPixel(double coordinate) {
            return (coordinate - secondLow) / side + 0.5;
        }
    }

    /// CRVAL of a zenithal map with CDELT of the pixel's side, longitude growing to the left, in the frame of the
    /// events; its coordinates are 0 there.
    ///
    /// @param projection `TAN` or `ZEA` of CTYPE
    public record Centre(double lonDeg, double latDeg, String projection) {}
}
