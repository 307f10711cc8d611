// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;

/// The plane that touches the sky at a place: x to where longitude falls, y to the north of a frame, degrees
/// (gnomonic projection, FITS WCS paper II, section 5.1.3).
record Tangent(UnitVector centre, UnitVector west, UnitVector north) {

    /// In coordinates of `events`, at a place of `frame` with its north.
    static Tangent at(CelestialFrame frame, double lonDeg, double latDeg, CelestialFrame events) {
        UnitVector centre = direction(frame, lonDeg, latDeg, events);
        UnitVector pole = latDeg <= 0
                ? direction(frame, lonDeg, latDeg + 90, events)
                : direction(frame, lonDeg + 180, 90 - latDeg, events);
        UnitVector north = pole.plus(centre.times(-pole.dot(centre))).normalised();
        return new Tangent(centre, centre.cross(north), north);
    }

    /// Around a place given in coordinates of the events. At a pole the north is that of the meridian of its right
    /// ascension, with LONPOLE 180 (FITS WCS paper II, section 2.4).
    static Tangent at(UnitVector centre) {
        double lonDeg = SkyMap.rounded(centre.raDeg());
        double latDeg = SkyMap.rounded(centre.decDeg());
        UnitVector pole = latDeg <= 0 ? UnitVector.of(lonDeg, latDeg + 90) : UnitVector.of(lonDeg + 180, 90 - latDeg);
        UnitVector north = pole.plus(centre.times(-pole.dot(centre))).normalised();
        return new Tangent(centre, centre.cross(north), north);
    }

    static UnitVector direction(CelestialFrame frame, double lonDeg, double latDeg, CelestialFrame events) {
        return frame.equals(events) ? UnitVector.of(lonDeg, latDeg) : events.ofIcrs(frame.toIcrs(lonDeg, latDeg));
    }

    /// NaN on the other half of the sky.
    double x(UnitVector direction) {
        double along = direction.dot(centre);
        return along > 0 ? Math.toDegrees(direction.dot(west) / along) : Double.NaN;
    }

    double y(UnitVector direction) {
        double along = direction.dot(centre);
        return along > 0 ? Math.toDegrees(direction.dot(north) / along) : Double.NaN;
    }

    UnitVector direction(double xDeg, double yDeg) {
        return centre.plus(west.times(Math.toRadians(xDeg)))
                .plus(north.times(Math.toRadians(yDeg)))
                .normalised();
    }
}
