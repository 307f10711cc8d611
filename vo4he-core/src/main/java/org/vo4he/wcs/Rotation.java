// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

/// A rotation of the axes, as a matrix of three rows.
record Rotation(Direction first, Direction second, Direction third) {

    static Rotation aboutX(double angleRad) {
        double c = Math.cos(angleRad);
        double s = Math.sin(angleRad);
        return new Rotation(new Direction(1, 0, 0), new Direction(0, c, s), new Direction(0, -s, c));
    }

    static Rotation aboutY(double angleRad) {
        double c = Math.cos(angleRad);
        double s = Math.sin(angleRad);
        return new Rotation(new Direction(c, 0, -s), new Direction(0, 1, 0), new Direction(s, 0, c));
    }

    static Rotation aboutZ(double angleRad) {
        double c = Math.cos(angleRad);
        double s = Math.sin(angleRad);
        return new Rotation(new Direction(c, s, 0), new Direction(-s, c, 0), new Direction(0, 0, 1));
    }

    Direction apply(Direction of) {
        return new Direction(first.dot(of), second.dot(of), third.dot(of));
    }

    Rotation inverse() {
        return new Rotation(
                new Direction(first.x(), second.x(), third.x()),
                new Direction(first.y(), second.y(), third.y()),
                new Direction(first.z(), second.z(), third.z()));
    }

    /// This after the other.
    Rotation after(Rotation other) {
        Rotation columns = other.inverse();
        return new Rotation(
                new Direction(first.dot(columns.first), first.dot(columns.second), first.dot(columns.third)),
                new Direction(second.dot(columns.first), second.dot(columns.second), second.dot(columns.third)),
                new Direction(third.dot(columns.first), third.dot(columns.second), third.dot(columns.third)));
    }
}
