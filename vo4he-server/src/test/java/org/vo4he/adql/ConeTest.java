// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.UnitVector;

/// Cones run in DuckDB against the distance of every position in turn: poles, RA 0, radii from a milliarcsecond
/// to 170 degrees.
class ConeTest {

    private static final int CONES = 150;

    /// Positions as near to the circle itself as this are either in or out: rounding decides.
    private static final double UNDECIDED_DEG = 1e-12;

    private static final List<UnitVector> POSITIONS = positions();
    private static TestDatabase database;

    @BeforeAll
    static void fill() throws Exception {
        database = new TestDatabase();
        database.addPositions(POSITIONS);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    /// Evenly over the sky, in clumps at both poles, at RA 0 and elsewhere, and the poles themselves. Taken as the
    /// database has them, in degrees.
    private static List<UnitVector> positions() {
        Random random = new Random(51);
        List<UnitVector> positions = new ArrayList<>(
                List.of(UnitVector.of(0, 90), UnitVector.of(0, -90), UnitVector.of(0, 0), UnitVector.of(180, 0)));
        for (int i = 0; i < 3_000; i++) {
            positions.add(
                    UnitVector.of(360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1))));
        }
        for (UnitVector clump : clumps()) {
            for (int i = 0; i < 400; i++) {
                double awayDeg = Math.pow(10, -7.5 * random.nextDouble());
                double decDeg = Math.clamp(clump.decDeg() + awayDeg * random.nextGaussian(), -90.0, 90.0);
                double spread = awayDeg / Math.max(1e-9, Math.cos(Math.toRadians(decDeg)));
                positions.add(UnitVector.of(clump.raDeg() + Math.min(180, spread) * random.nextGaussian(), decDeg));
            }
        }
        return positions.stream().map(p -> UnitVector.of(p.raDeg(), p.decDeg())).toList();
    }

    private static List<UnitVector> clumps() {
        return List.of(
                UnitVector.of(12, 90),
                UnitVector.of(200, -90),
                UnitVector.of(0, 0),
                UnitVector.of(0, 41.8103),
                UnitVector.of(83.6331, 22.0145));
    }

    @Test
    void aConeHoldsWhatIsWithinItsRadius() throws Exception {
        Random random = new Random(52);
        int found = 0;
        for (int i = 0; i < CONES; i++) {
            UnitVector centre = random.nextInt(3) == 0
                    ? POSITIONS.get(random.nextInt(POSITIONS.size()))
                    : clumps().get(random.nextInt(clumps().size()));
            double shiftDeg = random.nextBoolean() ? 0 : 1e-3 * random.nextGaussian();
            double raDeg = centre.raDeg() + shiftDeg + (random.nextBoolean() ? 0 : 359);
            double decDeg = Math.clamp(centre.decDeg() + shiftDeg, -90.0, 90.0);
            double radiusDeg = Math.pow(10, Math.log10(0.001 / 3600) + random.nextDouble() * Math.log10(170 * 3.6e6));
            found += compare(raDeg, decDeg, radiusDeg, i);
        }
        assertThat(found).isGreaterThan(CONES * 10);
    }

    private static int compare(double raDeg, double decDeg, double radiusDeg, int i) throws Exception {
        String circle = String.format(Locale.ROOT, "CIRCLE('ICRS', %s, %s, %s)", raDeg, decDeg, radiusDeg);
        String centre = String.format(Locale.ROOT, "POINT(%s, %s)", raDeg, decDeg);
        String indexed = "SELECT obs_id FROM ivoa.obscore WHERE ";
        String plain = "SELECT obs_id FROM cat.sources WHERE ";
        String inside = switch (i % 5) {
            case 0 -> "CONTAINS(POINT('ICRS', %s, %s), " + circle + ") = 1";
            case 1 -> "1 = INTERSECTS(" + circle + ", POINT(%s, %s))";
            case 2 -> "DISTANCE(POINT(%s, %s), " + centre + ") <= " + radiusDeg;
            case 3 -> radiusDeg + " > DISTANCE(" + centre + ", POINT(%s, %s))";
            default -> "NOT CONTAINS(POINT(%s, %s), " + circle + ") = 0";
        };
        Set<String> expected = expected(raDeg, decDeg, radiusDeg, -UNDECIDED_DEG);
        Set<String> allowed = expected(raDeg, decDeg, radiusDeg, UNDECIDED_DEG);
        Set<String> byIndex = ids(indexed + inside.formatted("s_ra", "s_dec"));
        assertThat(byIndex).as("%s of indexed", circle).containsAll(expected).isSubsetOf(allowed);
        if (i % 4 == 0) {
            double haversineDeg = radiusDeg > 170 ? 1e-6 : 1e-11;
            assertThat(ids(plain + inside.formatted("ra", "dec")))
                    .as("%s of plain", circle)
                    .containsAll(expected(raDeg, decDeg, radiusDeg, -haversineDeg))
                    .isSubsetOf(expected(raDeg, decDeg, radiusDeg, haversineDeg));
        }
        return byIndex.size();
    }

    private static Set<String> expected(double raDeg, double decDeg, double radiusDeg, double marginDeg) {
        UnitVector centre = UnitVector.of(raDeg, decDeg);
        return IntStream.range(0, POSITIONS.size())
                .filter(i -> POSITIONS.get(i).separationDeg(centre) <= radiusDeg + marginDeg)
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(String adql) throws Exception {
        return database.rows(adql).stream().map(row -> (String) row.getFirst()).collect(Collectors.toSet());
    }

    @Test
    void aPolygonHoldsWhatIsOnItsInnerSide() throws Exception {
        for (String polygon : List.of(
                "POLYGON(350,-10, 10,-10, 10,10, 350,10)",
                "POLYGON(0,80, 90,80, 180,80, 270,80)",
                "POLYGON(83,21, 84,21, 84,23, 83.5,21.5, 83,23)")) {
            Set<String> byIndex = ids("SELECT obs_id FROM obscore WHERE CONTAINS(POINT(s_ra,s_dec)," + polygon + ")=1");
            Region region = Region.parse(polygon.replaceAll("[(),]", " ").replace("POLYGON", "POLYGON "));
            Set<String> expected = IntStream.range(0, POSITIONS.size())
                    .filter(i -> region.contains(POSITIONS.get(i)))
                    .mapToObj(Integer::toString)
                    .collect(Collectors.toSet());
            assertThat(byIndex).isNotEmpty().isEqualTo(expected);
        }
    }

    @Test
    void theCellReadOffTheIndexIsThatOfThePosition() throws Exception {
        String cell = "ivo_healpix_index(%d, %s) AS cell";
        String indexed = "SELECT obs_id, " + cell.formatted(5, "POINT(s_ra, s_dec)") + " FROM obscore ORDER BY obs_id";
        String plain = "SELECT obs_id, " + cell.formatted(5, "ra, dec") + " FROM sources ORDER BY obs_id";

        assertThat(database.rows(indexed)).isEqualTo(database.rows(plain));
    }

    @Test
    void aCrossMatchPairsWhatIsNearEachOther() throws Exception {
        long pairs = POSITIONS.size();
        for (int i = 0; i < POSITIONS.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += POSITIONS.get(i).separationDeg(POSITIONS.get(j)) <= 1e-3 ? 2 : 0;
            }
        }
        String indexed = "SELECT COUNT(*) FROM obscore a JOIN obscore b"
                + " ON DISTANCE(POINT(a.s_ra,a.s_dec), POINT(b.s_ra,b.s_dec)) <= 0.001";
        assertThat(database.rows(indexed)).containsExactly(List.of(pairs));
        String mixed = "SELECT COUNT(*) FROM obscore a, sources b"
                + " WHERE 1=CONTAINS(POINT(a.s_ra,a.s_dec), CIRCLE(b.ra,b.dec,0.001))";
        assertThat(database.rows(mixed)).containsExactly(List.of(pairs));
    }

    @Test
    void theDistanceOfAnIndexedPositionIsGoodEverywhere() throws Exception {
        for (double[] centre : new double[][] {{12, 90}, {0, 0}, {180, 0}, {83.6331, 22.0145}, {359.5, -41}}) {
            UnitVector from = UnitVector.of(centre[0], centre[1]);
            for (List<Object> row : database.rows(
                    "SELECT TOP 2000 obs_id, DISTANCE(POINT(%s,%s), POINT(s_ra,s_dec))".formatted(centre[0], centre[1])
                            + " FROM obscore")) {
                double expected =
                        POSITIONS.get(Integer.parseInt((String) row.get(0))).separationDeg(from);
                assertThat((Double) row.get(1)).isCloseTo(expected, within(1e-13));
            }
        }
    }
}
