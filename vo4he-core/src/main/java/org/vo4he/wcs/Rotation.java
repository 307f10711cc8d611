// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import org.vo4he.sphere.UnitVector;

/// A rotation of the axes, as a matrix of three rows.
record Rotation(UnitVector first, UnitVector second, UnitVector third) {

    static Rotation aboutX(double angleRad) {
        double c = Math.cos(angleRad);
        double s = Math.sin(angleRad);
        return new Rotation(new UnitVector(1, 0, 0), new UnitVector(0, c, s), new UnitVector(0, -s, c));
    }

    static Rotation aboutY(double angleRad) {
        double c = Math.cos(angleRad);
        double s = Math.sin(angleRad);
        return new Rotation(new UnitVector(c, 0, -s), new UnitVector(0, 1, 0), new UnitVector(s, 0, c));
    }

    static Rotation aboutZ(double angleRad) {
        double c = Math.cos(angleRad);
        double s = Math.sin(angleRad);
        return new Rotation(new UnitVector(c, s, 0), new UnitVector(-s, c, 0), new UnitVector(0, 0, 1));
    }

    UnitVector apply(UnitVector of) {
        return new UnitVector(first.dot(of), second.dot(of), third.dot(of));
    }

    Rotation inverse() {
        return new Rotation(
                new UnitVector(first.x(), second.x(), third.x()),
                new UnitVector(first.y(), second.y(), third.y()),
                new UnitVector(first.z(), second.z(), third.z()));
    }

    /// This after the other.
    Rotation after(Rotation other) {
        Rotation columns = other.inverse();
        return new Rotation(
                new UnitVector(first.dot(columns.first), first.dot(columns.second), first.dot(columns.third)),
                new UnitVector(second.dot(columns.first), second.dot(columns.second), second.dot(columns.third)),
                new UnitVector(third.dot(columns.first), third.dot(columns.second), third.dot(columns.third)));
    }
}
