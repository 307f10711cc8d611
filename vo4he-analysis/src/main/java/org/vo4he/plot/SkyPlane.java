// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import org.vo4he.sphere.UnitVector;

/// A flat picture of the sky.
interface SkyPlane {

    /// The direction at a place of the picture, in the frame whose longitude and latitude are drawn.
    ///
    /// @param u 0 at the left edge, 1 at the right one
    /// @param v 0 at the lower edge, 1 at the upper one
    /// @return null where there is no sky
    UnitVector at(double u, double v);
}
