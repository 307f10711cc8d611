// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// [GoodTimes] against sums done by head.
class GoodTimesTest {

    @Test
    void intervalsAddUpAndBrokenOnesAreLeftOut() {
        GoodTimes times = GoodTimes.of(new double[] {100, 10, Double.NaN, 50}, new double[] {120, 15, 1000, 40});

        assertThat(times).isEqualTo(new GoodTimes(2, 25, 10, 120));
    }

    @Test
    void whatSeveralIntervalsCoverCountsOnce() {
        GoodTimes times = GoodTimes.of(new double[] {30, 0, 10, 12}, new double[] {40, 20, 25, 14});

        assertThat(times).isEqualTo(new GoodTimes(4, 35, 0, 40));
    }

    @Test
    void noIntervalMeansNoExposure() {
        assertThat(GoodTimes.of(new double[0], new double[0]).exposure()).isEmpty();
    }

    @Test
    void aStartWithoutAStopIsRefused() {
        assertThatThrownBy(() -> GoodTimes.of(new double[] {1, 2}, new double[] {3}))
                .hasMessage("2 starts, 1 stops");
    }
}
