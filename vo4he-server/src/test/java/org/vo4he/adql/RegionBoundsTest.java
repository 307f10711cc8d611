// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.UnitVector;

/// Queries on `s_region` against each region asked by itself in Java; every third row has no bounding circle.
class RegionBoundsTest {

    private static final Random RANDOM = new Random(20);
    private static final List<Region> REGIONS = new ArrayList<>();

    private static TestDatabase database;

    @BeforeAll
    static void fill() throws Exception {
        database = new TestDatabase();
        for (int i = 0; i < 400; i++) {
            Region region = i % 2 == 0 ? circle(10) : square(i);
            REGIONS.add(region);
            SkyCircle bounds = region.boundingCircle();
            UnitVector centre = bounds.centre();
            String index = i % 3 == 0
                    ? "NULL, NULL, NULL, NULL"
                    : centre.x() + ", " + centre.y() + ", " + centre.z() + ", " + bounds.radiusDeg();
            database.execute("INSERT INTO ivoa.obscore (obs_id, s_region, region_x, region_y, region_z, region_radius)"
                    + " VALUES ('" + i + "', '" + region + "', " + index + ")");
        }
        database.execute("INSERT INTO ivoa.obscore (obs_id) VALUES ('no region')");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    private static SkyCircle circle(double largestDeg) {
        UnitVector centre =
                new UnitVector(RANDOM.nextGaussian(), RANDOM.nextGaussian(), RANDOM.nextGaussian()).normalised();
        return new SkyCircle(centre.raDeg(), centre.decDeg(), 0.01 + largestDeg * RANDOM.nextDouble());
    }

    private static Region square(int i) {
        double ra = i % 4 == 1 ? 359.5 : 360 * RANDOM.nextDouble();
        double dec = 170 * RANDOM.nextDouble() - 85;
        double half = 0.1 + 3 * RANDOM.nextDouble();
        return Region.parse(String.format(
                Locale.ROOT,
                "POLYGON ICRS %1$s %3$s %2$s %3$s %2$s %4$s %1$s %4$s",
                (ra + half) % 360,
                (ra - half + 360) % 360,
                dec - half,
                dec + half));
    }

    private static Set<String> answers(String condition) throws Exception {
        return database.rows("SELECT obs_id FROM ivoa.obscore WHERE " + condition).stream()
                .map(row -> (String) row.getFirst())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private interface Judge {
        boolean of(Region region);
    }

    private static Set<String> judged(Judge test) {
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < REGIONS.size(); i++) {
            if (test.of(REGIONS.get(i))) {
                ids.add(Integer.toString(i));
            }
        }
        return ids;
    }

    @Test
    void theRegionsThatHoldAPositionAreFoundAndNoOthers() throws Exception {
        int found = 0;
        for (int i = 0; i < 60; i++) {
            SkyCircle at = i % 2 == 0 ? circle(1) : REGIONS.get(i).boundingCircle();
            Set<String> expected = judged(region -> region.contains(at.centre()));

            assertThat(answers(String.format(
                            Locale.ROOT, "1 = CONTAINS(POINT(%s, %s), s_region)", at.raDeg(), at.decDeg())))
                    .isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(60);
    }

    @Test
    void theRegionsThatTouchACircleAreFoundAndNoOthers() throws Exception {
        for (int i = 0; i < 60; i++) {
            SkyCircle field = circle(i % 3 == 0 ? 100 : 5);
            Set<String> expected = judged(region -> region.intersects(field));
            String circle =
                    String.format(Locale.ROOT, "CIRCLE(%s, %s, %s)", field.raDeg(), field.decDeg(), field.radiusDeg());

            assertThat(answers("INTERSECTS(s_region, " + circle + ") = 1")).isEqualTo(expected);
            assertThat(answers("1 = INTERSECTS(" + circle + ", s_region)")).isEqualTo(expected);
        }
    }

    @Test
    void whatDoesNotHoldThePositionIsTheRestThatHasARegion() throws Exception {
        Set<String> rest = judged(region -> !region.contains(UnitVector.of(359.5, 0)));

        assertThat(answers("CONTAINS(POINT(359.5, 0), s_region) = 0")).isEqualTo(rest);
    }
}
