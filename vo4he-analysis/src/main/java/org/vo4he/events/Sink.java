// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import java.util.Optional;

/// What is made of the selected events. Any number of sinks is fed in one pass.
///
/// @param <P> what comes out
public sealed interface Sink<P> {

    /// Counts of each channel, of source and background.
    ///
    /// A list that has energies but no channels gets bins of energy, ten in a decade.
    ///
    /// @param column the name of the column; empty for [EventList#channel]
    /// @param grid bins of energy; empty for channels where there are any
    record Spectrum(Optional<String> column, Optional<EnergyGrid> grid) implements Sink<EventSpectrum> {

        public Spectrum() {
            this(Optional.empty());
        }

        public Spectrum(Optional<String> column) {
            this(column, Optional.empty());
        }
    }

    /// Counts in bins of time, of source and background.
    ///
    /// @param binSeconds the length of a bin
    /// @param start where the first bin begins, as a reading of TIME; empty for the start of the first good time
    ///     that
    ///     is selected
    /// @param bands counted besides; none for all events only
    record LightCurve(double binSeconds, Optional<Double> start, List<EnergyRange> bands)
            implements Sink<EventLightCurve> {

        public LightCurve {
            bands = List.copyOf(bands);
            if (!(binSeconds > 0 && binSeconds < Double.MAX_VALUE)) {
                throw new IllegalArgumentException("bins of " + binSeconds + " s");
            }
        }

        public LightCurve(double binSeconds) {
            this(binSeconds, Optional.empty());
        }

        public LightCurve(double binSeconds, Optional<Double> start) {
            this(binSeconds, start, List.of());
        }
    }

    /// Counts on the grid of sky pixels, or, of a list that has directions alone, on a map of ours (TAN;
    /// ZEA of more than 60 degrees around its middle).
    ///
    /// @param binning sky pixels on a side of a pixel of the image; 0 for as few as make at most 1,024 a side.
    ///     On a map of ours: 0.02 degrees times this number
    /// @param bands of energy, each its own plane; none: all events in one
    /// @param ofRegion whether only so much of the grid as holds the region of the source, in whole pixels
    record Image(double binning, List<EnergyRange> bands, boolean ofRegion) implements Sink<EventImage> {

        public Image {
            bands = List.copyOf(bands);
            if (!(binning >= 0 && binning < Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a binning of " + binning);
            }
        }

        public Image(double binning, List<EnergyRange> bands) {
            this(binning, bands, false);
        }

        public Image(double binning) {
            this(binning, List.of());
        }
    }

    /// Counts in bands of energy, of source and background.
    record Bands(List<EnergyRange> bands) implements Sink<BandCounts> {

        public Bands {
            bands = List.copyOf(bands);
        }
    }

    /// Counts in rings, of the source.
    record Profile(Rings rings) implements Sink<EventProfile> {}

    /// The selected rows of the source as they are stored, in the order of the file.
    record Rows(RowTarget target) implements Sink<Long> {}
}
