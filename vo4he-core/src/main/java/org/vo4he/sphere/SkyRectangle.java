// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import java.util.List;
import java.util.stream.Stream;

/// A rectangle on the plane that touches the sky in its middle, such as the field of a camera.
///
/// @param widthDeg less than 180, seen from the middle of the sphere
/// @param heightDeg likewise, along the position angle
public record SkyRectangle(double raDeg, double decDeg, double widthDeg, double heightDeg) {

    public SkyRectangle {
        if (!(widthDeg > 0 && widthDeg < 180 && heightDeg > 0 && heightDeg < 180)) {
            throw new IllegalArgumentException(
                    "a rectangle of " + widthDeg + " by " + heightDeg + " degrees doesn't fit on a plane");
        }
    }

    /// Its outline.
    ///
    /// @param positionAngleDeg of its height, from north to east
    public SkyPolygon turned(double positionAngleDeg) {
        UnitVector middle = UnitVector.of(raDeg, decDeg);
        double ra = Math.toRadians(raDeg);
        UnitVector east = new UnitVector(-Math.sin(ra), Math.cos(ra), 0);
        UnitVector north = middle.cross(east);
        double sine = Math.sin(Math.toRadians(positionAngleDeg));
        double cosine = Math.cos(Math.toRadians(positionAngleDeg));
        UnitVector up = north.times(cosine).plus(east.times(sine)).times(Math.tan(Math.toRadians(heightDeg) / 2));
        UnitVector aside = east.times(cosine).minus(north.times(sine)).times(Math.tan(Math.toRadians(widthDeg) / 2));
        List<SkyPolygon.Vertex> corners = Stream.of(
                        up.plus(aside), up.minus(aside), up.plus(aside).times(-1), aside.minus(up))
                .map(offset -> middle.plus(offset).normalised())
                .map(corner -> new SkyPolygon.Vertex(corner.raDeg(), corner.decDeg()))
                .toList();
        return new SkyPolygon(corners);
    }
}
