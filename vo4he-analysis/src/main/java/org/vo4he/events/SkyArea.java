// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

/// How much sky a region covers, the same way for source and background.
sealed interface SkyArea permits PlaneRegion, SphereRegion {

    /// In sky pixels; NaN where the list has none, or the region has no end.
    double pixels();

    /// The solid angle: the area in sky pixels times that of a pixel at the reference point; of a list without
    /// sky pixels, on the sphere. NaN where it can't be told.
    double squareDegrees();
}
