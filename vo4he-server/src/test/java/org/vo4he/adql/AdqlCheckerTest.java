// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names and types [AdqlChecker] accepts, what it says of the others, and what it tells of the answer's
/// columns.
class AdqlCheckerTest {

    private static CheckedQuery check(String adql) throws AdqlException {
        return AdqlChecker.check(AdqlParser.parse(adql), TestCatalogue.OBSCORE);
    }

    private static List<String> names(String adql) throws AdqlException {
        return check(adql).columns().stream().map(OutputColumn::name).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT s_raa FROM ivoa.obscore              | 8  | found s_raa, expected a column of the tables in FROM; did you mean s_ra?
            SELECT * FROM ivoa.obscor                   | 15 | found ivoa.obscor, expected a table of this service; did you mean ivoa.obscore?
            SELECT * FROM ivao.obscore                  | 15 | found ivao.obscore, expected a table of this service; did you mean ivoa.obscore?
            SELECT * FROM "OBSCORE"                     | 15 | found OBSCORE, expected a table
            SELECT * FROM "IVOA".obscore                | 15 | found IVOA.obscore, expected a table
            SELECT "S_RA" FROM obscore                  | 8  | found "S_RA", expected a column of the tables in FROM; did you mean s_ra?
            SELECT o.s_ra FROM obscore                  | 8  | found o, expected a table of FROM: ivoa.obscore
            SELECT obscore.s_ra FROM obscore AS o       | 8  | found obscore, expected a table of FROM: o
            SELECT x.* FROM obscore                     | 8  | found x.*, expected a table of FROM: ivoa.obscore
            SELECT obs_id FROM obscore, sources         | 8  | found obs_id, which is a column of more than one table; expected the table's name before it
            SELECT healpix FROM obscore                 | 8  | found healpix, expected a column
            SELECT 1 FROM obscore AS a, sources AS A    | 15 | found A twice in FROM
            SELECT s_ra FROM obscore WHERE s_ra = 'x'   | 32 | found a comparison of DOUBLE with VARCHAR, expected values of one kind
            SELECT s_ra + obs_id FROM obscore           | 15 | found a value of type VARCHAR, expected a number
            SELECT LOWER(s_ra) FROM obscore             | 14 | found a value of type DOUBLE, expected text
            SELECT SQRT(obs_id) FROM obscore            | 13 | found a value of type VARCHAR, expected a number
            SELECT ROUND(s_ra, 1.5) FROM obscore        | 20 | found a value of type DOUBLE, expected an integer
            SELECT s_ra FROM obscore WHERE s_ra LIKE 1  | 32 | found a value of type DOUBLE, expected text
            SELECT s_ra, COUNT(*) FROM obscore          | 8  | found column s_ra, expected it in GROUP BY or inside an aggregate such as MAX(s_ra)
            SELECT * FROM obscore GROUP BY obs_id       | 8  | found column dataproduct_type, expected it in GROUP BY
            SELECT obs_id FROM obscore GROUP BY obs_id ORDER BY s_ra       | 53 | found column s_ra, expected it in GROUP BY
            SELECT obs_id FROM obscore GROUP BY obs_id HAVING s_ra > 1     | 51 | found column s_ra, expected it in GROUP BY
            SELECT s_ra+1 FROM obscore GROUP BY s_ra+2  | 8  | found column s_ra, expected it in GROUP BY
            SELECT 1 FROM obscore GROUP BY 1            | 32 | found 1, expected a column or an expression: GROUP BY takes no places
            SELECT s_ra FROM obscore WHERE MAX(s_ra) > 1 | 32 | found MAX, expected no aggregate in WHERE (HAVING compares aggregates)
            SELECT MAX(MIN(s_ra)) FROM obscore          | 12 | found MIN inside an aggregate, expected a plain value
            SELECT SUM(obs_id) FROM obscore             | 12 | found a value of type VARCHAR, expected a number
            SELECT MAX(s_region) FROM obscore           | 12 | found a value of type REGION to compare or order by
            SELECT s_ra FROM obscore ORDER BY 2         | 35 | found 2, expected the place of a selected column, 1 to 1
            SELECT s_ra AS a, s_dec AS a FROM obscore ORDER BY a | 52 | found a, which names more than one column of the answer
            SELECT DISTINCT s_ra FROM obscore ORDER BY s_dec | 44 | found an expression that is not selected
            SELECT s_ra FROM obscore UNION SELECT ra, dec FROM sources | 26 | found 1 columns before UNION and 2 after it, expected as many on both sides
            SELECT s_ra FROM obscore UNION SELECT obs_id FROM sources  | 26 | found DOUBLE and VARCHAR in column 1 of UNION, expected types that fit
            SELECT s_ra FROM obscore UNION SELECT ra FROM sources ORDER BY s_ra+1 | 64 | found an expression, expected the name or the place of a column
            SELECT 1 FROM obscore WHERE s_ra IN (SELECT ra, dec FROM sources) | 29 | found a sub-query of 2 columns after IN, expected 1
            SELECT 1 FROM obscore JOIN sources USING (s_ra) | 43 | found s_ra, expected a column of the tables in FROM
            SELECT 1 FROM (SELECT s_ra FROM obscore) AS q NATURAL JOIN sources | 47 | found no column that both tables have
            SELECT 1 FROM obscore AS a NATURAL JOIN obscore AS b | 28 | found the common column s_region of types REGION and REGION, which can't be compared
            SELECT 1 FROM (SELECT s_ra FROM obscore WHERE o.s_ra = 1) AS q, obscore AS o | 47 | found o, expected a table of FROM: ivoa.obscore
            SELECT POINT('GALACTIC', 1, 2) FROM obscore | 8  | found the coordinate system 'GALACTIC', expected 'ICRS': positions are not converted
            SELECT POINT(1, 91) FROM obscore            | 17 | found the latitude 91.0, expected -90 to 90 degrees
            SELECT CIRCLE(1, 2, -3) FROM obscore        | 21 | found the radius -3.0, expected 0 to 180 degrees
            SELECT POLYGON(0,0, 120,0, 240,0) FROM obscore | 8 | found a polygon must fit into a hemisphere
            SELECT REGION('Union (circle 1 2 3)') FROM obscore | 15 | found not a region: 'Union (circle 1 2 3)'
            SELECT CONTAINS(s_ra, s_region) FROM obscore | 17 | found a value of type DOUBLE, expected a geometry
            SELECT DISTANCE(s_region, POINT(1,2)) FROM obscore | 17 | found a value of type REGION, expected a point, such as POINT(longitude, latitude)
            SELECT 1 FROM obscore WHERE s_region = 'x'  | 29 | found a value of type REGION to compare or order by
            SELECT CAST(s_ra AS TIMESTAMP) FROM obscore | 8  | found a CAST of DOUBLE to TIMESTAMP, which has no meaning
            SELECT CAST('abc' AS INTEGER) FROM obscore  | 13 | found the text 'abc', expected one that spells a number
            SELECT IVO_TO_MJD('yesterday') FROM obscore | 19 | found the text 'yesterday', expected a time such as '2020-01-31T12:30:00'
            SELECT 1 FROM obscore WHERE obs_release_date > '2020-13-01' | 29 | found the text '2020-13-01', expected a time
            SELECT IN_UNIT(s_ra, 'keV') FROM obscore    | 8  | found the unit 'keV', expected one that measures the same as deg
            SELECT IN_UNIT(calib_level, 'm') FROM obscore | 16 | found a value of unknown unit, expected one whose unit IN_UNIT can convert
            SELECT COALESCE(s_ra, obs_id) FROM obscore  | 8  | found arguments of COALESCE of the types DOUBLE and VARCHAR, expected values of one kind
            WITH a AS (SELECT s_ra FROM obscore), A AS (SELECT ra FROM sources) SELECT * FROM a | 39 | found A twice in WITH
            """)
    void whatDoesNotFitIsRefusedWithItsPlaceAndWhatWasExpected(String adql, int column, String message) {
        assertThatThrownBy(() -> check(adql))
                .asInstanceOf(InstanceOfAssertFactories.type(AdqlException.class))
                .satisfies(e -> {
                    assertThat(e).hasMessageContaining(message);
                    assertThat(e.line()).isEqualTo(1);
                    assertThat(e.column()).isEqualTo(column);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT S_RA, IVOA.ObsCore.s_dec, OBSCORE.\"s_ra\" FROM ivoa.OBSCORE",
                "SELECT o.S_Ra FROM \"ivoa\".\"obscore\" O",
                "SELECT secret_note FROM obscore",
                "SELECT s.obs_id FROM sources s JOIN obscore USING (obs_id)",
                "SELECT obs_id FROM sources s JOIN obscore o USING (obs_id)",
                "SELECT MAX(s_ra) - MIN(s_ra) FROM obscore",
                "SELECT obs_id || 'x', COUNT(*) FROM obscore GROUP BY obs_id",
                "SELECT obs_id FROM obscore o WHERE EXISTS (SELECT COUNT(*) FROM sources WHERE flux > o.s_ra HAVING COUNT(*) > 1)",
                "SELECT calib_level FROM obscore WHERE s_ra > NULL OR obs_release_date = '2020-01-01'",
                "SELECT s_ra FROM obscore UNION SELECT calib_level FROM obscore ORDER BY s_ra",
                "SELECT POINT('', s_ra, s_dec), CIRCLE(NULL, 1, 2, 3) FROM obscore",
                "SELECT s_ra, s_ra AS b FROM obscore ORDER BY s_ra",
                "SELECT a.s_ra FROM obscore a, obscore b, sources c"
            })
    void whatFitsIsAccepted(String adql) throws AdqlException {
        assertThat(check(adql).columns()).isNotEmpty();
    }

    @Test
    void aStarHasTheColumnsInOrderWithoutTheHiddenOnes() throws AdqlException {
        List<String> all = TestCatalogue.OBSCORE_TABLE.columns().stream()
                .filter(column -> !column.hidden())
                .map(CatalogueColumn::name)
                .toList();

        assertThat(names("SELECT * FROM obscore")).isEqualTo(all).doesNotContain("secret_note", "healpix", "x");
        assertThat(names("SELECT o.* FROM sources s, obscore o")).isEqualTo(all);
        assertThat(names("SELECT * FROM (SELECT * FROM obscore) AS q")).isEqualTo(all);
    }

    @Test
    void aJoinOnCommonColumnsShowsThemOnceAndFirst() throws AdqlException {
        assertThat(names("SELECT * FROM sources JOIN (SELECT obs_id, s_ra FROM obscore) AS o USING (obs_id)"))
                .containsExactly("obs_id", "id", "ra", "dec", "flux", "size", "s_ra");
        assertThat(names("SELECT * FROM sources NATURAL JOIN (SELECT obs_id, s_ra FROM obscore) AS o"))
                .containsExactly("obs_id", "id", "ra", "dec", "flux", "size", "s_ra");
        assertThat(
                        names(
                                "SELECT * FROM (SELECT obs_id AS b FROM sources) s JOIN (SELECT s_ra FROM obscore) o ON b = 'x'"))
                .containsExactly("b", "s_ra");
    }

    @Test
    void namesOfTheAnswerAreUniqueWhateverTheirCase() throws AdqlException {
        assertThat(
                        names(
                                "SELECT s_ra, s_ra, S_RA AS \"S_Ra\", o.s_ra + 1, COUNT(*), MAX(s_ra), 'x' FROM obscore o GROUP BY s_ra"))
                .containsExactly("s_ra", "s_ra_2", "S_Ra_3", "col_4", "count_all", "max", "col_7");
    }

    @Test
    void aPlainColumnKeepsItsDescriptionThroughAliasesAndSubQueries() throws AdqlException {
        OutputColumn column = check(
                        "WITH w AS (SELECT s_ra AS a FROM obscore) SELECT q.b FROM (SELECT a AS b FROM w) AS q")
                .columns()
                .getFirst();

        assertThat(column)
                .isEqualTo(new OutputColumn("b", AdqlType.DOUBLE, "", "", "deg", "pos.eq.ra", "", "The s_ra"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            COUNT(*)                | BIGINT  | -  | -       | meta.number
            MAX(s_ra)               | DOUBLE  | -  | deg     | pos.eq.ra
            AVG(calib_level)        | DOUBLE  | -  | -       | -
            SUM(calib_level)        | BIGINT  | -  | -       | -
            MIN(s_ra) - MAX(s_dec)  | DOUBLE  | -  | deg     | -
            MIN(calib_level) + 1    | BIGINT  | -  | -       | -
            MIN(access_estsize) + 1 | BIGINT  | -  | -       | -
            ABS(MIN(s_ra))          | DOUBLE  | -  | deg     | pos.eq.ra
            IN_UNIT(MIN(s_ra), 'arcsec') | DOUBLE | - | arcsec | pos.eq.ra
            CAST('abc' AS CHAR(3))  | CHAR    | 3* | -       | -
            CAST(MIN(s_ra) AS REAL) | REAL    | -  | deg     | pos.eq.ra
            NULL                    | VARCHAR | *  | -       | -
            POINT(1, 2)             | POINT   | 2  | deg     | -
            CIRCLE(1, 2, 3)         | CIRCLE  | 3  | deg     | -
            POLYGON(1,2, 3,4, 5,0)  | POLYGON | *  | deg     | -
            REGION('circle 1 2 3')  | REGION  | *  | -       | -
            DISTANCE(1, 2, 3, 4)    | DOUBLE  | -  | deg     | pos.angDistance
            AREA(CIRCLE(1, 2, 3))   | DOUBLE  | -  | deg**2  | phys.angArea
            COORD1(POINT(1, 2))     | DOUBLE  | -  | deg     | pos.eq.ra
            3000000000              | BIGINT  | -  | -       | -
            CONTAINS(POINT(1,2), CIRCLE(1,2,3)) | INTEGER | - | - | -
            """)
    void anExpressionHasATypeAndKeepsTheUnitWhereItMay(
            String expression, AdqlType type, String arraysize, String unit, String ucd) throws AdqlException {
        OutputColumn column =
                check("SELECT " + expression + " AS v FROM obscore").columns().getFirst();

        assertThat(column.type()).isEqualTo(type);
        assertThat(column.arraysize()).isEqualTo(arraysize == null ? "" : arraysize);
        assertThat(column.unit()).isEqualTo(unit == null ? "" : unit);
        assertThat(column.ucd()).isEqualTo(ucd == null ? "" : ucd);
    }

    @Test
    void geometriesHaveTheirXtype() throws AdqlException {
        assertThat(check("SELECT POINT(1,2), CIRCLE(1,2,3), POLYGON(1,2,3,4,5,0), s_region FROM obscore")
                        .columns())
                .extracting(OutputColumn::xtype)
                .containsExactly("point", "circle", "polygon", "adql:REGION");
    }

    @Test
    void aFewCharactersCannotAskForTooManyColumnsOrTables() {
        assertThatThrownBy(() -> check("SELECT *" + ",*".repeat(90_000) + " FROM obscore"))
                .hasMessageEndingWith("found more than 2000 columns, expected fewer");
        StringBuilder tables = new StringBuilder("obscore AS a");
        for (int i = 0; i < 5_000; i++) {
            tables.append(", sources AS s").append(i);
        }
        assertThatThrownBy(() -> check("SELECT 1 FROM " + tables))
                .hasMessageEndingWith("found more than 100 tables in the query, expected fewer");
    }

    @Test
    void onlyTextIsConcatenated() throws AdqlException {
        assertThat(check("SELECT obs_id || 'x' FROM obscore")
                        .columns()
                        .getFirst()
                        .type())
                .isEqualTo(AdqlType.VARCHAR);
        assertThatThrownBy(() -> check("SELECT obs_id || s_ra FROM obscore"))
                .hasMessage("line 1, column 18: found a value of type DOUBLE, expected text (CAST(... AS VARCHAR)"
                        + " makes it)");
    }

    @Test
    void topOfTheWholeQueryIsKnown() throws AdqlException {
        assertThat(check("SELECT TOP 5 s_ra FROM obscore").top()).hasValue(5);
        assertThat(check("SELECT s_ra FROM obscore").top()).isEmpty();
        assertThat(check("SELECT TOP 5 s_ra FROM obscore UNION SELECT ra FROM sources")
                        .top())
                .isEmpty();
    }
}
