// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

/// A direction, as a vector of length 1: x to RA 0 on the equator, z to the north pole.
public record UnitVector(double x, double y, double z) {

    /// The direction of a position in degrees. Any finite right ascension is taken modulo 360.
    ///
    /// @throws IllegalArgumentException for a declination outside -90 to 90 or a number that is not finite
    public static UnitVector of(double raDeg, double decDeg) {
        if (!Double.isFinite(raDeg)) {
            throw new IllegalArgumentException("right ascension is " + raDeg + ", not a finite number of degrees");
        }
        if (!(decDeg >= -90 && decDeg <= 90)) {
            throw new IllegalArgumentException("declination is " + decDeg + ", outside -90 to 90 degrees");
        }
        double ra = Math.toRadians(raDeg % 360);
        double dec = Math.toRadians(decDeg);
        return new UnitVector(Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec));
    }

    /// Right ascension in degrees, from 0 to below 360; 0 at the poles.
    public double raDeg() {
        double ra = Math.toDegrees(Math.atan2(y, x));
        double positive = ra < 0 ? ra + 360 : ra;
        return positive >= 360 ? 0 : positive;
    }

    /// Declination in degrees.
    public double decDeg() {
        return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
    }

    /// The angle to another direction in degrees, good to about 1e-14 at every separation (W. Kahan, "How futile
    /// are mindless assessments of roundoff", section 12).
    public double separationDeg(UnitVector other) {
        return Math.toDegrees(2 * Math.atan2(minus(other).length(), plus(other).length()));
    }

    UnitVector opposite() {
        return new UnitVector(-x, -y, -z);
    }

    /// The cosine of the angle between the two.
    public double dot(UnitVector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /// The cross product; not of length 1.
    public UnitVector cross(UnitVector other) {
        return new UnitVector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /// The sum; not of length 1.
    public UnitVector plus(UnitVector other) {
        return new UnitVector(x + other.x, y + other.y, z + other.z);
    }

    UnitVector minus(UnitVector other) {
        return new UnitVector(x - other.x, y - other.y, z - other.z);
    }

    /// Not of length 1 either.
    public UnitVector times(double factor) {
        return new UnitVector(x * factor, y * factor, z * factor);
    }

    /// The direction of this, which may be of any length but 0.
    public UnitVector normalised() {
        return times(1 / length());
    }

    double length() {
        return Math.sqrt(dot(this));
    }
}
