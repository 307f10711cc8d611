// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.jastronomy.jsofa.JSOFA;
import org.junit.jupiter.api.Test;

class TdbMinusTtTest {

    @Test
    void isWithinATenthOfAMicrosecondOfTheSeriesAtAnyTime() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            double day = 2_400_000.5 + (i % 2 == 0 ? random.nextInt(40_000, 70_000) : 50_000 * random.nextDouble());
            double rest = 3 * random.nextDouble() - 1.5;

            double series = JSOFA.jauDtdb(day, rest, 0, 0, 0, 0);

            assertThat(TdbMinusTt.seconds(day, rest)).isCloseTo(series, within(1e-7));
        }
    }
}
