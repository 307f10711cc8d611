// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [AdqlParser] says about queries that are none, and its limits. What it accepts is judged by [CorpusTest].
class AdqlParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT FROM t                      | 1 |  8 | found the reserved word FROM, expected a value
            SELECT a b c FROM t                | 1 | 12 | found 'c', expected FROM
            SELECT a FROM t LIMIT 5            | 1 | 23 | found '5', expected the end of the query (ADQL has no LIMIT: write SELECT TOP 10 ...)
            SELECT size FROM t                 | 1 |  8 | found the reserved word size, expected a value (as a name, size needs double quotes)
            SELECT a FROM t WHERE              | 1 | 22 | found the end of the query, expected a value
            SELECT a FROM t WHERE CONTAINS(p,q)| 1 | 36 | found the end of the query, expected a comparison such as =, <, BETWEEN, IN, LIKE or IS NULL after the value
            SELECT a FROM t WHERE (a=1         | 1 | 27 | found the end of the query, expected )
            SELECT sqr(a) FROM t               | 1 |  8 | found sqr(, expected a function that this service has; did you mean SQRT?
            SELECT POWER(a) FROM t             | 1 |  8 | found 1 arguments of POWER, expected 2 arguments
            SELECT 'abc FROM t                 | 1 |  8 | found a text that begins here
            SELECT 2mass FROM t                | 1 |  8 | found '2mass': a name must not begin with a digit
            SELECT a FROM t; SELECT b FROM t   | 1 | 18 | found the reserved word SELECT, expected the end of the query
            SELECT (SELECT a FROM t) FROM t    | 1 |  9 | found the reserved word SELECT, expected a value: a sub-query may stand after FROM, IN and EXISTS only
            SELECT a FROM t JOIN u             | 1 | 23 | found the end of the query, expected ON or USING, to say what the tables are joined by
            SELECT CIRCLE(1,2) FROM t          | 1 |  8 | found 2 arguments of CIRCLE that do not fit, expected longitude, latitude, radius or point, radius
            SELECT a FROM t WHERE a = 'x' AND b| 1 | 36 | expected a comparison
            SELECT a & b FROM t                | 1 | 10 | found the character '&' (U+0026), which begins nothing in ADQL
            """)
    void anErrorSaysWhereItIsWhatWasFoundAndWhatWasExpected(String adql, int line, int column, String message) {
        assertThatThrownBy(() -> AdqlParser.parse(adql))
                .asInstanceOf(InstanceOfAssertFactories.type(AdqlException.class))
                .satisfies(e -> {
                    String stated = message.contains("found a text") ? "a text that begins here never ends" : message;
                    assertThat(e).hasMessageContaining(stated);
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                    assertThat(e).hasMessageStartingWith("line " + line + ", column " + column + ": ");
                });
    }

    @Test
    void linesAreCountedThroughCommentsAndTexts() {
        assertThatThrownBy(() -> AdqlParser.parse("SELECT a -- one\n, 'two\nthree', \"b\"\nFROM t WHERE\n  +"))
                .asInstanceOf(InstanceOfAssertFactories.type(AdqlException.class))
                .extracting(AdqlException::line, AdqlException::column)
                .containsExactly(5, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t",
                "DROP TABLE t",
                "COPY t TO 'x'",
                "ATTACH 'x'",
                "PRAGMA version",
                "SET x = 1",
                "SELECT a FROM t UNION DELETE FROM t",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM 'x.csv'",
                "SELECT read_text('x') FROM t",
                "SELECT getenv('HOME') FROM t",
                "SELECT a FROM t; DROP TABLE t",
                "INSERT INTO t VALUES (1)",
                "SELECT a INTO u FROM t",
                "CALL f()",
                "SELECT $$x$$ FROM t",
                "SELECT a FROM t WHERE a = ?",
                "SELECT a FROM range(10)",
                "SELECT a::INT FROM t",
                "SELECT a[1] FROM t",
                "",
                "   ",
                "-- nothing",
                ";"
            })
    void whatIsNotAQueryIsRefused(String text) {
        assertThatThrownBy(() -> AdqlParser.parse(text)).isInstanceOf(AdqlException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t;",
                "SELECT a FROM ((SELECT a FROM t) UNION (SELECT b FROM u)) AS q",
                "SELECT a FROM ((SELECT a FROM t) AS q JOIN u USING (a))",
                "SELECT a FROM (((t JOIN u USING (a)))) NATURAL LEFT JOIN v",
                "SELECT a FROM t WHERE ((a)) = ((1)) AND ((((b > 2) OR NOT (c < 3))))",
                "SELECT a FROM t WHERE a IN ((1 + 2) * 3, 4)",
                "SELECT a FROM t WHERE a NOT IN (SELECT b FROM u) AND NOT EXISTS (SELECT * FROM v)",
                "SELECT a FROM t WHERE a NOT BETWEEN 1 AND 2 AND b NOT LIKE 'x%' AND c IS NOT NULL",
                "SELECT -a, +b, -1.5e-3, .5 FROM t",
                "SELECT t.*, a AS \"odd \"\"name\"\"\" FROM s.t",
                "SELECT DISTANCE(ra1, dec1, ra2, dec2), CIRCLE(POINT(1, 2), 3), POLYGON(p, q, r) FROM t",
                "SELECT a FROM t GROUP BY a HAVING COUNT(DISTINCT b) > 1 ORDER BY COUNT(*) DESC, 1 OFFSET 3"
            })
    void theLessUsualFormsAreRead(String adql) {
        assertThatCode(() -> AdqlParser.parse(adql)).doesNotThrowAnyException();
    }

    @Test
    void tenThousandParenthesesAreRefusedAndDoNotOverflow() {
        for (String open : new String[] {"(", "abs(", "-(", "NOT (", "1 + ("}) {
            String adql = "SELECT a FROM t WHERE " + open.repeat(10_000) + "1" + ")".repeat(10_000) + " = 1";
            assertThatThrownBy(() -> AdqlParser.parse(adql))
                    .isInstanceOf(AdqlException.class)
                    .hasMessageContaining("found more than 100 levels of nesting");
        }
        String from = "SELECT a FROM " + "(".repeat(10_000) + "t" + ")".repeat(10_000);
        assertThatThrownBy(() -> AdqlParser.parse(from)).isInstanceOf(AdqlException.class);
        String queries = "SELECT a FROM t WHERE " + "a IN (SELECT a FROM t WHERE ".repeat(6_000);
        assertThatThrownBy(() -> AdqlParser.parse(queries)).hasMessageContaining("levels of nesting");
    }

    @Test
    void longChainsAreRefusedWhereTheDatabaseWouldOverflowAndReadWhereNot() {
        String sum = "SELECT " + String.join("+", Collections.nCopies(20_000, "a")) + " FROM t";
        assertThatThrownBy(() -> AdqlParser.parse(sum)).isInstanceOf(AdqlException.class);
        String union = String.join(" UNION ", Collections.nCopies(5_000, "SELECT a FROM t"));
        assertThatThrownBy(() -> AdqlParser.parse(union)).isInstanceOf(AdqlException.class);
        String ids = "SELECT a FROM t WHERE a IN (" + String.join(",", Collections.nCopies(20_000, "12345")) + ")";
        assertThatCode(() -> AdqlParser.parse(ids)).doesNotThrowAnyException();
        String or = "SELECT a FROM t WHERE " + String.join(" OR ", Collections.nCopies(5_000, "a = 1"));
        assertThatCode(() -> AdqlParser.parse(or)).doesNotThrowAnyException();
    }

    @Test
    void aNameBeyondTheLimitIsRefusedWithItsLength() {
        assertThatThrownBy(() -> AdqlParser.parse("SELECT a FROM \"" + "x".repeat(129) + "\""))
                .hasMessage("line 1, column 15: found a name of 129 characters, expected at most 128");
        assertThatThrownBy(() -> AdqlParser.parse("SELECT " + "x".repeat(150_000) + " FROM t"))
                .hasMessage("line 1, column 8: found a name of 150000 characters, expected at most 128");
    }

    @Test
    void aTextBeyondTheLimitIsRefusedWithItsLength() {
        assertThatThrownBy(() -> AdqlParser.parse(" ".repeat(200_001)))
                .hasMessage("line 1, column 1: found a query of 200001 characters, expected at most 200000");
    }
}
