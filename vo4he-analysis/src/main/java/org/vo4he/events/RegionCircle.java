// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// A region that is one circle on the sphere, in the frame of the events.
public record RegionCircle(double raDeg, double decDeg, double radiusDeg) {

    /// Empty for all other regions, and for lists that have sky pixels.
    ///
    /// @throws EventsException if the events have no places, or the region can't be brought there
    public static Optional<RegionCircle> of(Region region, EventList events) throws EventsException {
        return RegionOnPlane.of(region, events) instanceof SphereRegion sphere
                        && sphere.excluded().isEmpty()
                        && sphere.included().size() == 1
                        && sphere.included().getFirst() instanceof SphereShape.Cap cap
                        && cap.innerDeg() == 0
                ? Optional.of(new RegionCircle(
                        SkyMap.rounded(cap.centre().raDeg()),
                        SkyMap.rounded(cap.centre().decDeg()),
                        cap.outerDeg()))
                : Optional.empty();
    }

    /// Of the middle from another place in the same frame.
    public double separationDeg(double otherRaDeg, double otherDecDeg) {
        return UnitVector.of(raDeg, decDeg).separationDeg(UnitVector.of(otherRaDeg, otherDecDeg));
    }
}
