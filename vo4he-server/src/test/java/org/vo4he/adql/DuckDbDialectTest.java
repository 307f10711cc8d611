// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values and rows that printed queries give in a real DuckDB, against what ADQL 2.1, SQL-92 and the catalogue of
/// functions (EN 1.2) say they are.
class DuckDbDialectTest {

    private static TestDatabase database;

    @BeforeAll
    static void fill() throws Exception {
        database = new TestDatabase();
        database.execute("""
                INSERT INTO cat.sources VALUES
                    (1, 10, 20, 'a', 1.5, 2), (2, 30, 40, 'a', 2.5, NULL), (3, 50, -60, 'b', NULL, 4),
                    (4, 70, -80, 'c', 4.5, 5);
                INSERT INTO ivoa.obscore (obs_id, dataproduct_type, calib_level, access_estsize, t_exptime,
                        s_region, obs_release_date) VALUES
                    ('a', 'spectrum', 2, 3000000000, 10, 'CIRCLE ICRS 10 20 1', TIMESTAMP '2020-01-02 03:04:05'),
                    ('b', 'image', 3, 5, 20, 'POLYGON ICRS 49 -61 51 -61 51 -59 49 -59', TIMESTAMP '2021-06-01 00:00:00'),
                    ('d', 'image', NULL, 7, NULL, NULL, NULL);
                """);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    /// Lines of an expression or query, a bar, and what it gives.
    private static Stream<Arguments> table(String lines) {
        return lines.lines()
                .map(line -> Arguments.of(
                        line.substring(0, line.lastIndexOf('|')).strip(),
                        line.substring(line.lastIndexOf('|') + 1).strip()));
    }

    static Stream<Arguments> numbers() {
        return table("""
            1+2-6/2                         | 0
            7/2                             | 3
            -7/2                            | -3
            7/2.                            | 3.5
            7/2.0*2                         | 7
            1/3600.                         | 2.777777777777778E-4
            0.1+0.2                         | 0.30000000000000004
            10E3                            | 10000
            .5                              | 0.5
            3000000000*2                    | 6000000000
            2147483647+1                    | 2147483648
            2147483647/1*2                  | 4294967294
            ROUND(3.14159,1+1)              | 3.14
            COORD1(POINT(-10, 5))           | 350
            COORD1(POINT(370, 5))           | 10
            COORD1(POINT(360, 5))           | 360
            COORD1(CENTROID(CIRCLE(-10, 5, 1))) | 350
            ABS(-3)                         | 3
            LOG(10)                         | 2.302585092994046
            LOG10(1000)                     | 3
            MOD(7.5,4)                      | 3.5
            MOD(-7,3)                       | -1
            ROUND(3.14159,2)                | 3.14
            ROUND(1234.5,-2)                | 1200
            ROUND(-2.5)                     | -3
            TRUNCATE(-3.79)                 | -3
            TRUNCATE(3.799,2)               | 3.79
            TRUNCATE(1299,-2)               | 1200
            CEILING(3.2)                    | 4
            FLOOR(-3.2)                     | -4
            DEGREES(PI())                   | 180
            RADIANS(180)-PI()               | 0
            POWER(2,10)                     | 1024
            SQRT(2.25)                      | 1.5
            EXP(0)                          | 1
            ATAN2(1,1)*4-PI()               | 0
            COT(1)*TAN(1)                   | 1
            COALESCE(NULL,NULL,5)           | 5
            CAST('12' AS INTEGER)+1         | 13
            CAST(3.7 AS INTEGER)            | 4
            IVO_TO_JD('1910-12-31T06:00:00')| 2419036.75
            IVO_TO_JD(CAST('2000-01-02T12:00:00' AS TIMESTAMP)) | 2451546.0
            IVO_TO_MJD('1910-12-31T06:00:00') | 19036.25
            IVO_TO_MJD(CAST('2000-01-02T12:00:00' AS TIMESTAMP)) | 51545.5
            ivo_nocasematch('abcabc', 'ab%') | 1
            ivo_nocasematch('ABcabc', 'ab__bc') | 1
            ivo_nocasematch('abcabc', '%BC') | 1
            ivo_nocasematch('abcabc', 'ABCABC') | 1
            ivo_nocasematch('abcabc', 'abcab') | 0
            ivo_hasword('Miller and Urey have', 'miller') | 1
            ivo_hasword('shown that a primordial', 'soup') | 0
            ivo_hasword('shown that a primordial', 'shown primordial') | 1
            ivo_hasword('shown that a primordial', 'shown soup') | 0
            ivo_hashlist_has('red#green#blue', 'red') | 1
            ivo_hashlist_has('Red#green#blue', 'red') | 1
            ivo_hashlist_has('red#green#blue', 're') | 0
            ivo_hashlist_has('red#green#blue', 'red#green') | 0
            ivo_interval_overlaps(-3, -2, 2, 3) | 0
            ivo_interval_overlaps(-2, 55.3, 2, 3) | 1
            ivo_interval_overlaps(2, 3, -2, 55.3) | 1
            ivo_interval_overlaps(-2, 55.3, 3, 2) | 0
            ivo_interval_overlaps(-2, 2, 2, 3) | 1
            DISTANCE(POINT(0,0), POINT(0,90)) | 90
            ivo_healpix_index(0, 1, 1)      | 4
            ivo_healpix_index(17, 1, 1)     | 81609757711
            ivo_healpix_index(17, 359, -1)  | 73009064944
            ivo_healpix_index(0, POINT(1, 1)) | 4
            ivo_healpix_index(17, POINT('ICRS', 1, 1)) | 81609757711
            ivo_healpix_index(17, CENTROID(CIRCLE(359, -1, 3))) | 73009064944
            IN_UNIT(DISTANCE(0, 0, 0, 1), 'arcsec') | 3600
            IN_UNIT(MAX("size"), 'arcmin')*60 | 5
            DISTANCE(10, 89, 190, 89)       | 2
            DISTANCE(POINT(0,0), POINT(180,0)) | 180
            COORD1(POINT(12.5, -3))         | 12.5
            COORD2(CENTROID(CIRCLE(12.5, -3, 1))) | -3
            AREA(CIRCLE(0,0,180))           | 41252.96124941928
            AREA(POLYGON(0,0, 90,0, 0,90))  | 5156.62015617741
            CONTAINS(POINT(0,90), POLYGON('',0,80, 270,80, 180,80, 90,80)) | 1
            CONTAINS(POINT(0,-90), POLYGON('',0,80, 270,80, 180,80, 90,80)) | 0
            CONTAINS(POINT(359.5,0), CIRCLE(0,0,1)) | 1
            CONTAINS(CIRCLE(0,0,1), CIRCLE(0,0,2)) | 1
            CONTAINS(CIRCLE(0,0,2), CIRCLE(0,0,1)) | 0
            INTERSECTS(CIRCLE(0,0,2), CIRCLE(3.5,0,1)) | 0
            INTERSECTS(CIRCLE(0,0,2), BOX(3,0,2.2,1)) | 1
            CONTAINS(POINT(10,20), REGION('Circle ICRS 10 20.5 1')) | 1
            CONTAINS(CAST('10 20' AS POINT), CAST('10 20.5 1' AS CIRCLE)) | 1
            """);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void anExpressionHasTheValueOfTheStandard(String expression, String expected) throws Exception {
        Object value = database.value(expression);

        double number = Double.parseDouble(expected);
        assertThat(((Number) value).doubleValue()).isCloseTo(number, within(1e-12 * Math.max(1, Math.abs(number))));
    }

    static Stream<Arguments> texts() {
        return table("""
            'it''s'||' '||'me'              | it's me
            LOWER('ÄbC')                    | äbc
            UPPER('abc')                    | ABC
            CAST(12 AS VARCHAR)             | 12
            CAST('abcdef' AS CHAR(3))       | abc
            CAST(CAST('2020-01-02T03:04:05' AS TIMESTAMP) AS VARCHAR) | 2020-01-02T03:04:05
            POINT(1.5, -2)                  | 1.5 -2.0
            POINT(-10, 5)                   | 350.0 5.0
            CIRCLE('ICRS', 1.5, -2, 0.25)   | 1.5 -2.0 0.25
            POLYGON(1,2, 3,4, 5,0)          | 1.0 2.0 3.0 4.0 5.0 0.0
            REGION('circle 1 2 3')          | CIRCLE ICRS 1 2 3
            COORDSYS(POINT(1,2))            | ICRS
            """);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextExpressionHasTheValueOfTheStandard(String expression, String expected) throws Exception {
        assertThat(database.value(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "5/(2-2)", "1.5/0", "MOD(5,0)", "NULL", "flux+NULL", "SQRT(NULL)"})
    void whatHasNoValueIsNull(String expression) throws Exception {
        assertThat(database.value(expression)).isNull();
    }

    @Test
    void randomNumbersLieBetweenZeroAndOneAndDifferFromRowToRow() throws Exception {
        List<Object> values = column("SELECT RAND(), RAND(5) FROM cat.sources");
        assertThat(values)
                .doesNotHaveDuplicates()
                .allSatisfy(v -> assertThat((Double) v).isBetween(0.0, 1.0));
    }

    @Test
    void eachColumnHasTheJavaTypeOfItsDeclaredType() throws Exception {
        String adql = """
                SELECT COUNT(*), SUM(id), AVG(id), SUM(flux), MAX(flux), MIN(obs_id), SUM(id)+1, MAX(id)*2, MAX(flux)*2,
                CAST(MAX(id) AS SMALLINT), 1.5, CEILING(MAX(id)), CONTAINS(POINT(0,0),CIRCLE(0,0,1)) FROM cat.sources""";

        List<List<Object>> rows = database.rows(adql);

        CheckedQuery checked = AdqlChecker.check(AdqlParser.parse(adql), TestCatalogue.OBSCORE);
        for (int i = 0; i < checked.columns().size(); i++) {
            Class<?> expected = switch (checked.columns().get(i).type()) {
                case SMALLINT -> Short.class;
                case INTEGER -> Integer.class;
                case BIGINT -> Long.class;
                case REAL -> Float.class;
                case DOUBLE -> Double.class;
                default -> String.class;
            };
            assertThat(rows.getFirst().get(i)).as("column %d", i + 1).isInstanceOf(expected);
        }
    }

    static Stream<Arguments> queries() {
        return table("""
            SELECT id FROM cat.sources WHERE flux > 2 ORDER BY id                         | 2 4
            SELECT id FROM sources ORDER BY flux DESC                                     | 4 2 1 3
            SELECT id FROM sources ORDER BY flux                                          | 1 2 4 3
            SELECT TOP 2 id FROM sources ORDER BY ra DESC                                 | 4 3
            SELECT id FROM sources ORDER BY id OFFSET 3                                   | 4
            SELECT TOP 1 id FROM sources ORDER BY id OFFSET 1                             | 2
            SELECT TOP 0 id FROM sources                                                  |
            SELECT id FROM sources WHERE flux IS NULL                                     | 3
            SELECT id FROM sources WHERE NOT flux > 2 ORDER BY 1                          | 1
            SELECT id FROM sources WHERE id BETWEEN 2 AND 3 ORDER BY id DESC              | 3 2
            SELECT id FROM sources WHERE id NOT BETWEEN 2 AND 3 ORDER BY id               | 1 4
            SELECT id FROM sources WHERE obs_id IN ('b','c') ORDER BY id                  | 3 4
            SELECT id FROM sources WHERE obs_id LIKE 'A'                                  |
            SELECT id FROM sources WHERE obs_id ILIKE 'A' ORDER BY id                     | 1 2
            SELECT DISTINCT obs_id FROM sources ORDER BY obs_id                           | a b c
            SELECT COUNT(*) FROM sources GROUP BY obs_id ORDER BY 1 DESC, obs_id          | 2 1 1
            SELECT COUNT(*) AS n FROM sources GROUP BY id/2 ORDER BY id/2                 | 1 2 1
            SELECT obs_id FROM sources GROUP BY obs_id HAVING COUNT(*) > 1                | a
            SELECT COUNT(DISTINCT obs_id) FROM sources                                    | 3
            SELECT obs_id || 'x' FROM sources GROUP BY obs_id || 'x' ORDER BY 1           | ax bx cx
            SELECT s.id FROM sources s JOIN ivoa.obscore AS o ON s.obs_id = o.obs_id ORDER BY id | 1 2 3
            SELECT id FROM sources JOIN obscore USING (obs_id) ORDER BY id                | 1 2 3
            SELECT id FROM sources NATURAL JOIN obscore ORDER BY id                       | 1 2 3
            SELECT id FROM sources LEFT JOIN obscore USING (obs_id) WHERE dataproduct_type IS NULL | 4
            SELECT obs_id FROM sources RIGHT OUTER JOIN obscore USING (obs_id) WHERE id IS NULL | d
            SELECT obs_id FROM sources FULL JOIN obscore USING (obs_id) ORDER BY obs_id   | a a b c d
            SELECT sources.obs_id FROM sources FULL JOIN obscore USING (obs_id) WHERE id IS NULL | null
            SELECT COUNT(*) FROM sources, obscore                                         | 12
            SELECT id FROM sources s WHERE EXISTS (SELECT * FROM obscore o WHERE o.obs_id = s.obs_id AND calib_level = 3) | 3
            SELECT id FROM sources WHERE obs_id NOT IN (SELECT obs_id FROM obscore)       | 4
            SELECT q.twice FROM (SELECT 2*id AS twice, obs_id FROM sources) AS q WHERE q.obs_id = 'b' | 6
            SELECT "Odd Name" FROM (SELECT id AS "Odd Name" FROM sources) q ORDER BY "Odd Name" | 1 2 3 4
            SELECT id FROM sources UNION SELECT calib_level FROM obscore ORDER BY id DESC | 4 3 2 1 null
            SELECT id FROM sources INTERSECT SELECT calib_level FROM obscore ORDER BY 1   | 2 3
            SELECT id FROM sources EXCEPT SELECT calib_level FROM obscore ORDER BY 1      | 1 4
            SELECT id FROM sources WHERE id < 2 UNION ALL SELECT id FROM sources WHERE id < 3 ORDER BY 1 | 1 1 2
            SELECT id FROM sources WHERE id = 1 UNION SELECT id FROM sources INTERSECT SELECT calib_level FROM obscore ORDER BY id | 1 2 3
            (SELECT TOP 1 id FROM sources ORDER BY id) UNION (SELECT TOP 1 id FROM sources ORDER BY id DESC) ORDER BY 1 | 1 4
            WITH big AS (SELECT * FROM sources WHERE id > 2), bigger AS (SELECT id FROM big WHERE id > 3) SELECT b.id FROM big b, bigger | 3 4
            SELECT "size" FROM sources WHERE "size" > 4                                   | 5.0
            SELECT obs_id FROM obscore WHERE obs_release_date > '2021-01-01'              | b
            SELECT obs_id FROM obscore WHERE obs_release_date BETWEEN '2020-01-01' AND '2020-12-31T00:00:00' | a
            SELECT obs_id FROM obscore WHERE CONTAINS(POINT(10.2,20.2), s_region) = 1     | a
            SELECT obs_id FROM obscore WHERE 1 = INTERSECTS(CIRCLE(48,-60,1), s_region)   | b
            SELECT obs_id FROM obscore WHERE INTERSECTS(s_region, CIRCLE(48,-60,1)) = 0   | a
            SELECT obs_id FROM obscore WHERE CONTAINS(s_region, CIRCLE(10,20,3)) = 1      | a
            SELECT obs_id FROM obscore WHERE AREA(s_region) BETWEEN 3 AND 3.5             | a
            SELECT obs_id FROM obscore WHERE COORD2(CENTROID(s_region)) < -50             | b
            SELECT q.n FROM (SELECT obs_id, COUNT(*) AS n FROM sources GROUP BY obs_id) AS q WHERE q.obs_id='a' | 2
            SELECT COORD1(p) FROM (SELECT POINT(ra, dec) AS p FROM sources WHERE id = 2) AS q | 30.0
            SELECT s.id FROM sources AS s WHERE s.id = (2) AND ((s.ra) > (1))             | 2
            SELECT id AS x FROM sources ORDER BY -x                                       | 4 3 2 1
            """);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryGivesTheRowsOfTheStandard(String adql, String expected) throws Exception {
        String values =
                String.join(" ", column(adql).stream().map(String::valueOf).toList());

        assertThat(values).isEqualTo(expected);
    }

    private static List<Object> column(String adql) throws Exception {
        return database.rows(adql).stream().map(List::getFirst).toList();
    }

    @Test
    void theLowerOfTopAndRowLimitHolds() throws Exception {
        CheckedQuery checked =
                AdqlChecker.check(AdqlParser.parse("SELECT TOP 3 id FROM sources"), TestCatalogue.OBSCORE);

        assertThat(checked.top()).hasValue(3);
        assertThat(database.run(new DuckDbDialect().print(checked, 2))).hasSize(2);
        assertThat(database.run(new DuckDbDialect().print(checked, 10))).hasSize(3);
        assertThat(database.run(new DuckDbDialect().print(checked, -1))).hasSize(3);
    }

    @Test
    void aTextCannotLeaveItsQuotes() throws Exception {
        for (String text : Arrays.asList("'", "''", "\\", "\\'", "'; DROP TABLE cat.sources; --", "\n\"$$", "%_")) {
            String literal = "'" + text.replace("'", "''") + "'";
            assertThat(database.value(literal)).isEqualTo(text);
            String alias = "\"" + text.replace("\"", "\"\"") + "\"";
            assertThat(database.rows("SELECT id AS " + alias + " FROM sources ORDER BY " + alias))
                    .hasSize(4);
        }
    }

    @Test
    void theSqlOfAConeIsABoundingRangeTheRangesAndTheExactTest() throws Exception {
        PrintedSql printed = new DuckDbDialect()
                .print(
                        AdqlChecker.check(
                                AdqlParser.parse(
                                        "SELECT obs_id, access_url FROM ivoa.obscore"
                                                + " WHERE 1=CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 10, 20, 30./3600))"),
                                TestCatalogue.OBSCORE),
                        100);

        assertThat(printed.binds()).isEmpty();
        assertThat(printed.sql())
                .startsWith("""
                        SELECT t1."obs_id" AS c1, (getvariable('base_url') || t1."obs_id") AS c2
                        FROM ivoa.obscore AS t1
                        WHERE (t1."healpix" BETWEEN""")
                .containsPattern(
                        "WHERE \\(t1.\"healpix\" BETWEEN \\d+ AND \\d+ AND \\((t1.\"healpix\" BETWEEN \\d+ AND \\d+( OR )?)+\\) AND \\(\\(t1.\"x\" - ")
                .endsWith(" <= 2.1153E-8))\nLIMIT 100".replace("2.1153E-8", chordSquared(30. / 3600)));
    }

    private static String chordSquared(double radiusDeg) {
        double chord = 2 * Math.sin(Math.toRadians(radiusDeg) / 2);
        return Double.toString(chord * chord);
    }

    @Test
    void fiveThousandAlternativesRun() throws Exception {
        StringBuilder adql = new StringBuilder("SELECT id FROM sources WHERE id = 0");
        for (int i = 3; i < 5000; i++) {
            adql.append(" OR id = ").append(i);
        }
        assertThat(database.rows(adql.toString())).hasSize(2);
    }

    @Test
    void theDeepestQueryTheParserTakesRuns() throws Exception {
        String sum = "id" + "+1".repeat(98);
        assertThat(database.rows("SELECT " + sum + " FROM sources")).hasSize(4);
        String nested = "ABS(".repeat(98) + "id" + ")".repeat(98);
        assertThat(database.rows("SELECT " + nested + " FROM sources")).hasSize(4);
        String sub = "SELECT id FROM sources WHERE id IN (".repeat(60) + "1" + ")".repeat(60);
        assertThat(database.rows(sub)).hasSize(1);
        String geometry = "DISTANCE(".repeat(4) + "id" + ",0,ra,dec)".repeat(4);
        assertThat(database.rows("SELECT " + geometry + " FROM sources")).hasSize(4);
    }
}
