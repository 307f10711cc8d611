// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Optional;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;
import org.vo4he.wcs.CelestialWcs;

/// Where on the sky the places of a picture lie, and in which frame that is written.
///
/// @param icrs directions in ICRS
/// @param whole whether this is a map of the whole sky, round and not square
record SkyCoordinates(SkyPlane icrs, CelestialFrame frame, boolean whole) {

    /// Of a raster over the pixels of a coordinate system.
    static SkyCoordinates of(CelestialWcs wcs, Raster raster) {
        Range x = raster.xRange();
        Range y = raster.yRange();
        return new SkyCoordinates(
                (u, v) -> wcs.at(x.low() + u * x.length(), y.low() + v * y.length())
                        .orElse(null),
                wcs.frame(),
                false);
    }

    /// Of a part of a map of our own.
    static SkyCoordinates of(FlatSky map, Range x, Range y) {
        SkyPlane plane = (u, v) -> map.direction(x.low() + u * x.length(), y.low() + v * y.length());
        boolean whole = map instanceof FlatSky.Whole
                && Math.abs(x.length() / FlatSky.Whole.X.length() - 1) < 0.02
                && Math.abs(y.length() / FlatSky.Whole.Y.length() - 1) < 0.02;
        return new SkyCoordinates(plane, map.frame(), whole);
    }

    /// Longitude and latitude in the frame.
    SkyPlane inFrame() {
        return (u, v) -> {
            UnitVector direction = icrs.at(u, v);
            return direction == null ? null : frame.ofIcrs(direction);
        };
    }

    SkyAxes axes(int perAxis) {
        SkyFrameName name = SkyFrameName.of(frame);
        return new SkyAxes(new SkyGrid(inFrame(), name.hours(), !name.hours(), perAxis), name.lon(), name.lat());
    }

    /// The middle of the picture in words.
    Optional<String> centre() {
        return Optional.ofNullable(icrs.at(0.5, 0.5))
                .map(centre -> "RA " + NumberText.rounded(centre.raDeg(), 7) + "°, Dec "
                        + NumberText.rounded(centre.decDeg(), 6) + "° (ICRS)");
    }
}
