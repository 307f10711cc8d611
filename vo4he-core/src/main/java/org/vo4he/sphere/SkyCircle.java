// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

/// A circle on the sky; of radius 0 it is a position, of radius 180 the whole sky.
public record SkyCircle(double raDeg, double decDeg, double radiusDeg) implements Region {

    public SkyCircle {
        UnitVector.of(raDeg, decDeg);
        raDeg += 0.0; // -0.0 becomes 0.0, so that equal circles are equal
        decDeg += 0.0;
        if (!(radiusDeg >= 0 && radiusDeg <= 180)) {
            throw new IllegalArgumentException("radius of a circle is " + radiusDeg + ", outside 0 to 180 degrees");
        }
    }

    static SkyCircle around(UnitVector centre, double radiusDeg) {
        return new SkyCircle(centre.raDeg(), centre.decDeg(), radiusDeg);
    }

    @Override
    public UnitVector centre() {
        return UnitVector.of(raDeg, decDeg);
    }

    @Override
    public boolean contains(UnitVector position) {
        return centre().separationDeg(position) <= radiusDeg;
    }

    @Override
    public boolean intersects(Region other) {
        return switch (other) {
            case SkyCircle circle -> centre().separationDeg(circle.centre()) <= radiusDeg + circle.radiusDeg;
            case SkyPolygon polygon -> polygon.intersects(this);
        };
    }

    @Override
    public boolean isWithin(Region other) {
        return switch (other) {
            case SkyCircle circle ->
                circle.radiusDeg == 180 || centre().separationDeg(circle.centre()) + radiusDeg <= circle.radiusDeg;
            case SkyPolygon polygon -> polygon.contains(centre()) && polygon.distanceToBorderDeg(centre()) >= radiusDeg;
        };
    }

    @Override
    public SkyCircle boundingCircle() {
        return this;
    }

    @Override
    public double areaDeg2() {
        double halfSine = Math.sin(Math.toRadians(radiusDeg) / 2);
        return 4 * Math.PI * halfSine * halfSine * Math.toDegrees(1) * Math.toDegrees(1);
    }

    @Override
    public String daliText() {
        return RegionText.numbers(raDeg, decDeg, radiusDeg);
    }

    @Override
    public String toString() {
        return "CIRCLE ICRS " + daliText();
    }
}
