// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// [HealpixCover] against the index of positions inside the circle.
class HealpixCoverTest {

    private static final int MAX_RANGES = 40;

    @Test
    void everyPositionInACircleLiesInItsCover() {
        Random random = new Random(21);
        for (int i = 0; i < 3_000; i++) {
            UnitVector centre = Sky.random(random);
            double radiusDeg = Math.pow(10, -7.5 + 9.7 * random.nextDouble());
            SkyCircle circle = SkyCircle.around(centre, Math.min(180, radiusDeg));
            List<HealpixRange> cover = HealpixCover.of(circle, MAX_RANGES);
            for (int j = 0; j < 30; j++) {
                double distanceDeg = circle.radiusDeg() * (j % 3 == 0 ? 1 : Math.sqrt(random.nextDouble()));
                UnitVector inside = Sky.near(centre, distanceDeg * (1 - 1e-12), random);
                long cell = Healpix.index(29, inside.raDeg(), inside.decDeg());
                assertThat(cover)
                        .as("%s, position %s %s", circle, inside.raDeg(), inside.decDeg())
                        .anyMatch(range -> range.first() <= cell && cell <= range.last());
            }
        }
    }

    @Test
    void theRangesAscendWithGapsAndAreNoMoreThanAskedFor() {
        Random random = new Random(22);
        for (int maxRanges : new int[] {1, 2, 7, 40, 200}) {
            for (int i = 0; i < 200; i++) {
                SkyCircle circle = SkyCircle.around(Sky.random(random), 170 * Sky.tiny(random));
                List<HealpixRange> cover = HealpixCover.of(circle, maxRanges);
                assertThat(cover).hasSizeBetween(1, maxRanges);
                for (int j = 1; j < cover.size(); j++) {
                    assertThat(cover.get(j).first())
                            .isGreaterThan(cover.get(j - 1).last() + 1);
                }
            }
        }
    }

    @Test
    void theCoverOfASmallCircleIsNotMuchLargerThanTheCircle() {
        SkyCircle circle = new SkyCircle(83.6, 22.0, 0.1);

        double cells = HealpixCover.of(circle, MAX_RANGES).stream()
                .mapToDouble(range -> range.last() - range.first() + 1.0)
                .sum();

        double wholeSkyDeg2 = 4 * Math.PI * Math.pow(Math.toDegrees(1), 2);
        assertThat(cells / Healpix.cells(29) * wholeSkyDeg2).isBetween(circle.areaDeg2(), 2 * circle.areaDeg2());
    }

    @Test
    void aPointHasACoverOfAFewCells() {
        List<HealpixRange> cover = HealpixCover.of(new SkyCircle(10, 20, 0), MAX_RANGES);

        long cell = Healpix.index(29, 10, 20);
        assertThat(cover).anyMatch(range -> range.first() <= cell && cell <= range.last());
        assertThat(cover.stream()
                        .mapToLong(range -> range.last() - range.first() + 1)
                        .sum())
                .isLessThan(100);
    }

    @Test
    void theWholeSkyIsOneRange() {
        assertThat(HealpixCover.of(new SkyCircle(0, 0, 180), MAX_RANGES))
                .containsExactly(new HealpixRange(0, Healpix.cells(29) - 1));
    }
}
