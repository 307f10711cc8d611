// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;

/// How many events a selection took, and of how much time and sky.
///
/// @param selected events
/// @param goodTimes the good times that are in the times selected, in readings of TIME
/// @param goodTimesFrom which extension, and why that one; or what was taken for want of one
/// @param onTimeSeconds their sum; empty if nothing tells it
/// @param deadTime what of it was live
/// @param areaPixels of the region in sky pixels, see [#solidAngleDeg2]; NaN if it is unknown
/// @param solidAngleDeg2 the solid angle of the region on the grid of sky pixels in square degrees: what
///     BACKSCAL is
///     proportional to, by one definition for source and background. Of a list with sky pixels it is the area of
///     the region on their plane, so far as the pixels exist (TLMIN, TLMAX), times the solid angle of a pixel at
///     the
///     reference point; without a region that of all pixels. Of a list of directions it is the solid angle on the
/// sphere.
///     NaN if it is unknown
public record Outcome(
        long selected,
        Intervals goodTimes,
        String goodTimesFrom,
        Optional<Double> onTimeSeconds,
        DeadTime deadTime,
        double areaPixels,
        double solidAngleDeg2) {

    /// Good time selected times the live fraction, seconds; empty if no good times are known.
    public Optional<Double> exposureSeconds() {
        return onTimeSeconds.map(seconds -> seconds * deadTime.liveFraction());
    }
}
