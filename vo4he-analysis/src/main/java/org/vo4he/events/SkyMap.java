// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// What a map of a list of directions shows: a part of the plane that touches the sky in its middle.
///
/// @param bounds in degrees on the plane, see [Tangent]
record SkyMap(Tangent plane, SkyProjection projection, EventPlaces.Bounds bounds) {

    /// Farther from the middle a gnomonic map is too stretched to be looked at.
    private static final double FARTHEST_DEG = 60;

    /// A square around a place: gnomonic, or of equal areas where that would be too stretched.
    ///
    /// @param reachDeg how far the map goes from the place
    static SkyMap around(UnitVector centre, double reachDeg) {
        SkyProjection projection = reachDeg <= FARTHEST_DEG ? SkyProjection.TAN : SkyProjection.ZEA;
        double half = projection.distanceDeg(Math.min(reachDeg, 180));
        return new SkyMap(Tangent.at(centre), projection, new EventPlaces.Bounds(-half, half, -half, half));
    }

    /// The smallest that has all of a region, around its middle; empty where nothing is put in.
    static Optional<SkyMap> of(SphereRegion region) {
        return gnomonic(region)
                .or(() -> region.included().isEmpty()
                        ? Optional.empty()
                        : Optional.of(around(region.middle(), region.reachDeg())));
    }

    /// On which great circles are straight; empty where the region reaches too far for one.
    static Optional<SkyMap> gnomonic(SphereRegion region) {
        if (region.included().isEmpty()
                || region.included().stream().anyMatch(shape -> shape.reachDeg() > FARTHEST_DEG)) {
            return Optional.empty();
        }
        Tangent plane = Tangent.at(region.middle());
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SphereShape shape : region.included()) {
            for (UnitVector corner : corners(shape)) {
                if (plane.centre().separationDeg(corner) > FARTHEST_DEG) {
                    return Optional.empty();
                }
                left = Math.min(left, plane.x(corner));
                right = Math.max(right, plane.x(corner));
                low = Math.min(low, plane.y(corner));
                high = Math.max(high, plane.y(corner));
            }
        }
        return Optional.of(new SkyMap(plane, SkyProjection.TAN, new EventPlaces.Bounds(left, right, low, high)));
    }

    /// Of the box around a shape on its own plane. Straight lines of one such plane are straight on another.
    private static List<UnitVector> corners(SphereShape shape) {
        return switch (shape) {
            case SphereShape.Cap cap -> {
                SkyMap square = around(cap.centre(), cap.outerDeg());
                yield corners(square.plane(), square.bounds());
            }
            case SphereShape.OnTangent(Tangent plane, PlaneShape on, double _) ->
                corners(plane, new EventPlaces.Bounds(on.left(), on.right(), on.low(), on.high()));
        };
    }

    private static List<UnitVector> corners(Tangent plane, EventPlaces.Bounds box) {
        return List.of(
                plane.direction(box.firstLow(), box.secondLow()),
                plane.direction(box.firstLow(), box.secondHigh()),
                plane.direction(box.firstHigh(), box.secondLow()),
                plane.direction(box.firstHigh(), box.secondHigh()));
    }

    /// In whole pixels of which one has the middle of the map in its own middle, with up to a pixel more around.
    EventPlaces.Bounds inPixels(double side) {
        return new EventPlaces.Bounds(
                -outwards(-bounds.firstLow(), side),
                outwards(bounds.firstHigh(), side),
                -outwards(-bounds.secondLow(), side),
                outwards(bounds.secondHigh(), side));
    }

    private static double outwards(double edge, double side) {
        return (Math.floor(edge / side) + 1.5) * side;
    }

    /// To 1e-11 degrees: a place that was given comes out as it was given.
    static double rounded(double deg) {
        return Math.rint(deg * 1e11) / 1e11;
    }
}
