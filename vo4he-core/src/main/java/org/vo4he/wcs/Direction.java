// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

/// A unit vector.
record Direction(double x, double y, double z) {

    static Direction of(double lonDeg, double latDeg) {
        double lon = Math.toRadians(lonDeg);
        double lat = Math.toRadians(latDeg);
        return new Direction(Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat));
    }

    double dot(Direction other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Direction plus(double factor, Direction other) {
        return new Direction(x + factor * other.x, y + factor * other.y, z + factor * other.z);
    }

    Direction normalized() {
        double length = Math.sqrt(dot(this));
        return new Direction(x / length, y / length, z / length);
    }

    Direction cross(Direction other) {
        return new Direction(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double angleDeg(Direction other) {
        Direction cross =
                new Direction(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
        return Math.toDegrees(Math.atan2(Math.sqrt(cross.dot(cross)), dot(other)));
    }

    double lonDeg() {
        double lon = Math.toDegrees(Math.atan2(y, x));
        double positive = lon < 0 ? lon + 360 : lon;
        return positive >= 360 ? 0 : positive;
    }

    double latDeg() {
        return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
    }

    SkyPosition toPosition() {
        return new SkyPosition(lonDeg(), latDeg());
    }
}
