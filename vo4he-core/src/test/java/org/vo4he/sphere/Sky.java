// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import java.util.Random;

/// Positions for tests.
final class Sky {

    private Sky() {}

    /// Anywhere, evenly; one in four next to a pole or next to RA 0.
    static UnitVector random(Random random) {
        double decDeg = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        return switch (random.nextInt(8)) {
            case 0 -> UnitVector.of(360 * random.nextDouble(), (random.nextBoolean() ? 1 : -1) * (90 - tiny(random)));
            case 1 -> UnitVector.of((random.nextBoolean() ? 360 : 0) + tiny(random), decDeg);
            default -> UnitVector.of(360 * random.nextDouble(), decDeg);
        };
    }

    /// From 1e-9 to 1 degree, evenly in its logarithm.
    static double tiny(Random random) {
        return Math.pow(10, -9 * random.nextDouble());
    }

    /// A position at a distance, in a random direction.
    static UnitVector near(UnitVector from, double distanceDeg, Random random) {
        UnitVector any = UnitVector.of(360 * random.nextDouble(), 180 * random.nextDouble() - 90);
        UnitVector sideways = from.cross(any).normalised();
        double angle = Math.toRadians(distanceDeg);
        return from.times(Math.cos(angle)).plus(sideways.times(Math.sin(angle))).normalised();
    }
}
