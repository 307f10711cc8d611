// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit.simulated;

import java.util.Random;

/// Counts drawn from Poisson distributions, the same ones for the same seed: [Random] is specified to the bit.
final class Poisson {

    private static final double STEP = 500; // exp(-STEP) is still a normal number

    private final Random random;

    Poisson(long seed) {
        random = new Random(seed);
    }

    /// By multiplying uniform deviates (Knuth, The Art of Computer Programming 2, 3.4.1), in steps for a large mean.
    int draw(double mean) {
        int counts = 0;
        double rest = mean;
        for (; rest > STEP; rest -= STEP) {
            counts += drawSmall(STEP);
        }
        return counts + drawSmall(rest);
    }

    private int drawSmall(double mean) {
        double limit = StrictMath.exp(-mean);
        int counts = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            counts++;
        }
        return counts;
    }
}
